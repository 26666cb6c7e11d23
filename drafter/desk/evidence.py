"""What a sentence may rest on: the clerk's texts it cites, and the approved wording of the tables' figures."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from drafter.desk.grounds import Grounds
from drafter.desk.phrasing import Run, runs
from drafter.desk.reading import without_lead
from drafter.desk.working import Line
from drafter.dossier.facts import Fact
from drafter.form.model import Form
from drafter.richtext import PieceKind, Text
from drafter.writing.bank import load_bank
from drafter.writing.slots import HOLE, SLOT
from drafter.writing.stock.template import stock_templates
from drafter.writing.stock.voice import TEMPLATE

COMMON = "全年，年内，本年度，本年，其中，包括"
"""What may stand before a figure of the tables, as it does in every stock sentence."""
CLAUSE_STOPS = "，。；！？"
_STOPS = re.compile(f"[{CLAUSE_STOPS}]")
OVERVIEW = ("applications", "disputes", "management")
"""The groups of stock sentences that stand in 总体情况."""
COMPARED = ("prior", "change", "percent")


def evidence_of(grounds: Grounds, line: Line) -> tuple[str, ...]:
    """Return the ids of the texts a line rests on: those it cites, and those whose figures it shows."""
    shown = [
        source
        for fact in _facts(grounds, line.text)
        for source in fact.sources
        if fact.text and source in grounds.texts
    ]
    return tuple(dict.fromkeys((*(source for source in line.cites if source in grounds.texts), *shown)))


def approved_words(grounds: Grounds, line: Line) -> tuple[str, ...]:
    """Return the approved wording of the tables' figures that a line shows, and of its place in the report."""
    tables = [fact for fact in _facts(grounds, line.text) if not fact.text]
    words: dict[str, None] = {}
    if tables:
        words[COMMON] = None
        words.update(dict.fromkeys(word for fact in tables for word in _wordings(grounds.dossier.form, fact.id)))
    if line.wording == TEMPLATE or tables:
        words.update(dict.fromkeys(_frames(grounds, line.section, line.aspect)))
        words.update(dict.fromkeys(_templates(line.section, line.aspect)))
    return tuple(words)


def own_clauses(grounds: Grounds, line: Line, told: Iterable[str]) -> frozenset[str]:
    """Return the clauses that stand in these words in what a line rests on, or in a stock sentence of its section.

    Stock sentences are those of the figures that hold now, so none of them has gone stale.
    """
    sentences = (sentence for part in grounds.stock.sections.get(line.section, ()) for sentence in part.sentences)
    stock = (str(without_lead(sentence.text)) for sentence in sentences)
    return frozenset(
        clause for text in (*(grounds.texts[source] for source in told), *stock) for clause in clauses_of(text)
    )


def clauses_of(text: str) -> tuple[str, ...]:
    """Return the clauses of a text without their stops."""
    return tuple(clause for clause in _STOPS.split(text) if clause)


def _facts(grounds: Grounds, text: Text) -> Iterator[Fact]:
    for ref in text.refs(PieceKind.FACT):
        if fact := grounds.ledger.facts.get(ref):
            yield fact


@lru_cache(maxsize=4096)
def _said_of(fact_id: str) -> tuple[str, ...]:
    """Return how the phrase bank speaks of a fact that is not 0, without figures."""
    bank, found = load_bank(), list[str]()
    for phrase in bank.phrases.values():
        if fact_id == phrase.fact or fact_id in phrase.others.values():
            found += [HOLE.sub(lambda hole: hole[3] or "", form) for form in phrase.forms["many"]]
    for group in bank.groups.values():
        found += [part.label for part in group.parts if part.fact == fact_id]
    return tuple(found)


def _wordings(form: Form, fact_id: str) -> Iterator[str]:
    kind, _, compared = fact_id.partition(".")
    base = compared if kind in COMPARED else fact_id
    yield from _said_of(base)
    if cell := form.cells.get(base):
        yield cell.row_label
        yield cell.column_label
    if kind == "prior":
        yield "上年，上年度"


@lru_cache(maxsize=64)
def _templates(section: str, aspect: str) -> tuple[str, ...]:
    """Return every wording of the stock sentences of a section, without their slots."""
    groups = (*OVERVIEW, "lead") if section == "overview" else (section, "lead")
    stock = stock_templates()
    found = [text for key, texts in stock.sentences.items() if key.partition(".")[0] in groups for text in texts]
    found += [frame.text for frame in stock.frames.get(aspect or section, ())]
    return tuple(SLOT.sub("", text) for text in found)


def _frames(grounds: Grounds, section: str, aspect: str) -> Iterator[str]:
    """Yield the stock sentences of a place in the report, without anything that follows from figures."""
    for paragraph in grounds.stock.sections.get(section, ()):
        for sentence in paragraph.sentences if paragraph.aspect == aspect else ():
            if sentence.origin == TEMPLATE:
                yield "".join(_free_words(runs(sentence.text, grounds.phrases)))


def _free_words(stretches: Iterable[Run]) -> Iterator[str]:
    for run in stretches:
        piece = run.pieces[0]
        if run.said is None and piece.kind is not PieceKind.FACT:
            yield piece.text
