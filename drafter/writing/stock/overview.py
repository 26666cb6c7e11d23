"""一、总体情况: the opening and the five aspects."""

from collections.abc import Iterator

from drafter.dossier.model import Note
from drafter.form.model import Aspect
from drafter.form.profile import Demand, load_profile
from drafter.writing.draft import Paragraph, Sentence
from drafter.writing.stock.applications import application_sentences, dispute_sentence
from drafter.writing.stock.clerk import note_sentences
from drafter.writing.stock.template import stock_templates
from drafter.writing.stock.voice import Voice

SECTION = "overview"


def write_overview(voice: Voice) -> tuple[Paragraph, ...]:
    """Return the opening and a paragraph for each aspect.

    Frames are added, one aspect after the other, only while the section is shorter than the profile's lower bound:
    a frame says nothing, and two townships that say nothing say it alike.
    """
    profile = load_profile(voice.dossier.profile)
    bodies = {aspect.key: _body(voice, aspect.key, profile.demands.get(aspect.key, ())) for aspect in _aspects(voice)}
    opening = _frame(voice, SECTION)
    length = sum(len(str(sentence.text)) for body in bodies.values() for sentence in body) + len(str(opening.text))
    for key in voice.choice.shuffled("frames", list(bodies)):
        if length < profile.overview_characters[0] and key in stock_templates().frames:
            frame = _frame(voice, key)
            bodies[key].insert(0, frame)
            length += len(str(frame.text))
    paragraphs = [Paragraph(SECTION, tuple(body), key) for key, body in bodies.items()]
    return (Paragraph(SECTION, (opening,)), *paragraphs)


def _aspects(voice: Voice) -> Iterator[Aspect]:
    yield from voice.dossier.form.aspects


def _body(voice: Voice, aspect: str, demands: tuple[Demand, ...]) -> list[Sentence]:
    own = note_sentences(voice, aspect)
    unmet = [voice.missing(demand.gap) for demand in demands if not _is_met(voice, aspect, demand)]
    match aspect:
        case "依申请公开":
            return [*application_sentences(voice), *own, *unmet, dispute_sentence(voice)]
        case "政府信息管理":
            return [_documents(voice), *own, *unmet]
    return [*own, *unmet]


def _documents(voice: Voice) -> Sentence:
    phrase = "normdoc_2019" if "proactive.normative_documents.produced" in voice.dossier.form.cells else "normdoc"
    return voice.say("management.documents", documents=voice.speaker.phrase(phrase))


def _is_met(voice: Voice, aspect: str, demand: Demand) -> bool:
    """Return whether some note on what was done says what a profile demands of an aspect."""
    notes = [note for note in voice.dossier.notes if not note.planned]
    if not demand.words:
        return any(note.aspect == aspect for note in notes)
    return any(_says(voice, note, demand) for note in notes if note.aspect == aspect or not demand.units)


def _says(voice: Voice, note: Note, demand: Demand) -> bool:
    if not any(word in note.text for word in demand.words):
        return False
    return not demand.units or any(fact.unit in demand.units for fact in voice.ledger.of_note(note.id))


def _frame(voice: Voice, aspect: str) -> Sentence:
    fitting = [frame.text for frame in stock_templates().frames[aspect] if frame.fits(voice.dossier.year)]
    return voice.template(voice.choice.pick(f"frame:{aspect}", fitting))
