"""一、总体情况: the opening and the five aspects."""

from drafter.dossier.model import Note
from drafter.form.profile import Demand, load_profile
from drafter.writing.draft import Paragraph, Sentence
from drafter.writing.stock.applications import application_sentences, dispute_sentence
from drafter.writing.stock.clerk import note_sentences
from drafter.writing.stock.template import stock_templates
from drafter.writing.stock.voice import Voice

SECTION = "overview"


def write_overview(voice: Voice) -> tuple[Paragraph, ...]:
    """Return the opening and a paragraph for each aspect, from phrases and the clerk's notes."""
    bodies = {
        aspect.key: closed_body(voice, aspect.key, stock_facts(voice, aspect.key), note_sentences(voice, aspect.key))
        for aspect in voice.dossier.form.aspects
    }
    return framed_overview(voice, bodies)


def framed_overview(voice: Voice, bodies: dict[str, list[Sentence]]) -> tuple[Paragraph, ...]:
    """Return the opening and the aspects' sentences as paragraphs.

    Frames are added, one aspect after the other, only while the section is shorter than the profile's lower bound:
    a frame says nothing, and two townships that say nothing say it alike.
    """
    profile = load_profile(voice.dossier.profile)
    opening = _frame(voice, SECTION)
    length = sum(len(str(sentence.text)) for body in bodies.values() for sentence in body) + len(str(opening.text))
    for key in voice.choice.shuffled("frames", list(bodies)):
        if length < profile.overview_characters[0] and key in stock_templates().frames:
            frame = _frame(voice, key)
            bodies[key].insert(0, frame)
            length += len(str(frame.text))
    paragraphs = [Paragraph(SECTION, tuple(body), key) for key, body in bodies.items()]
    return (Paragraph(SECTION, (opening,)), *paragraphs)


def stock_facts(voice: Voice, aspect: str) -> tuple[list[Sentence], list[Sentence]]:
    """Return what the tables say of an aspect: the sentences before the notes and those after them."""
    match aspect:
        case "依申请公开":
            return application_sentences(voice), [dispute_sentence(voice)]
        case "政府信息管理":
            return [_documents(voice)], []
    return [], []


def closed_body(
    voice: Voice, aspect: str, facts: tuple[list[Sentence], list[Sentence]], told: list[Sentence]
) -> list[Sentence]:
    """Return an aspect's sentences: facts, what is told, a gap for every demand that nobody met, facts."""
    demands = load_profile(voice.dossier.profile).demands.get(aspect, ())
    unmet = [voice.missing(demand.gap) for demand in demands if not _is_met(voice, aspect, demand)]
    before, after = facts
    return [*before, *told, *unmet, *after]


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
