"""Write a whole draft from phrases and notes."""

from dataclasses import replace

from drafter.dossier.facts import Ledger
from drafter.dossier.model import Dossier
from drafter.writing.choice import FIRST, Plan, choice_for
from drafter.writing.draft import PREAMBLE, Draft, Paragraph
from drafter.writing.stock.improvement import write_improvement
from drafter.writing.stock.leads import write_applications, write_disputes, write_proactive
from drafter.writing.stock.other import write_other
from drafter.writing.stock.overview import write_overview
from drafter.writing.stock.preamble import write_preamble
from drafter.writing.stock.voice import Voice

WRITERS = {
    PREAMBLE: write_preamble,
    "overview": write_overview,
    "proactive": write_proactive,
    "applications": write_applications,
    "disputes": write_disputes,
    "improvement": write_improvement,
    "other": write_other,
}


def stock_voice(dossier: Dossier, ledger: Ledger, plan: Plan = FIRST) -> Voice:
    """Return the voice of a dossier: its variants follow from county, organ, year and plan alone."""
    organ = dossier.organ
    return Voice(dossier, ledger, choice_for(organ.county, organ.name, dossier.year, plan.number))


def write_stock(dossier: Dossier, ledger: Ledger, plan: Plan = FIRST) -> Draft:
    """Return a complete draft: preamble and all six sections, what is missing shown as 【待补：…】."""
    voice = stock_voice(dossier, ledger, plan)
    return Draft({section: numbered(section, write(voice)) for section, write in WRITERS.items()})


def numbered(section: str, paragraphs: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    """Return the paragraphs with an id for every sentence, such as `overview.7`."""
    number, numbered = 0, []
    for paragraph in paragraphs:
        sentences = []
        for sentence in paragraph.sentences:
            number += 1
            sentences.append(replace(sentence, id=f"{section}.{number}"))
        numbered.append(replace(paragraph, sentences=tuple(sentences)))
    return tuple(numbered)
