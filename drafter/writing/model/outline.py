"""The plan of a section, made by code: which topic gets which facts and materials, and what must be said."""

from dataclasses import dataclass

from drafter.writing.bank import load_bank
from drafter.writing.model.masking import Material, material
from drafter.writing.stock.clerk import chains_of
from drafter.writing.stock.improvement import problem_pairs
from drafter.writing.stock.voice import Voice

MUST = {
    "依申请公开": ("app_new", "app_carry_in", "app_closed", "app_carry_out", "disputes"),
    "政府信息管理": ("normdoc",),
}
MAY = {"依申请公开": (("g", "app_applicants"), ("g", "app_results"), ("d", "app_new"))}


@dataclass(frozen=True, slots=True)
class Slot:
    """A slot that may be placed: what it says, and a hint of its form, never its value."""

    id: str
    label: str
    hint: str
    """zero, some, up, down, same, or empty."""


@dataclass(frozen=True, slots=True)
class Topic:
    """A part of a section: the materials it rests on, the slots it may use and those it must."""

    key: str
    title: str
    materials: tuple[Material, ...]
    slots: tuple[Slot, ...]
    must: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Task:
    """What a model is asked to write in one request."""

    section: str
    title: str
    topics: tuple[Topic, ...]
    avoid: tuple[str, ...] = ()
    """Words that other reports use already."""

    def topic(self, key: str) -> Topic | None:
        """Return a topic by its key."""
        return next((topic for topic in self.topics if topic.key == key), None)


def overview_task(voice: Voice, avoid: tuple[str, ...] = ()) -> Task:
    """Return the plan of 总体情况: a topic for each aspect of the form."""
    form = voice.dossier.form
    topics = tuple(_aspect_topic(voice, aspect.key, aspect.title) for aspect in form.aspects)
    return Task("overview", form.section("overview").title, topics, avoid)


def improvement_task(voice: Voice, avoid: tuple[str, ...] = ()) -> Task:
    """Return the plan of 存在的主要问题及改进情况: a topic for each problem, with its measure as a plan."""
    topics = []
    pairs, _ = problem_pairs(voice)
    for number, pair in enumerate(pairs, start=1):
        texts = [material(pair.problem_id, pair.problem)]
        if pair.measure.strip():
            texts.append(material(pair.measure_id, pair.measure, planned=True))
        known = tuple(text for text in texts if text is not None)
        topics.append(Topic(f"P{number:02d}", f"第{number}个问题", known, _note_slots(voice, known), ()))
    return Task("improvement", voice.dossier.form.section("improvement").title, tuple(topics), avoid)


def _aspect_topic(voice: Voice, key: str, title: str) -> Topic:
    notes = [note for note in voice.dossier.notes if note.aspect == key and not note.planned]
    if voice.choice.reorders:
        notes = [note for chain in voice.choice.shuffled(f"order:{key}", chains_of(notes)) for note in chain]
    known = tuple(text for note in notes if (text := material(note.id, note.text)) is not None)
    must = tuple(f"p:{phrase}" for phrase in MUST.get(key, ()) if _is_said(voice, phrase))
    slots = [_phrase_slot(voice, slot) for slot in must]
    slots += [slot for kind, ref in MAY.get(key, ()) if (slot := _optional_slot(voice, kind, ref)) is not None]
    return Topic(key, title, known, (*slots, *_note_slots(voice, known)), must)


def _is_said(voice: Voice, phrase_id: str) -> bool:
    """Return whether a phrase can be said of this report: its fact is reported and the edition has it."""
    phrase = load_bank().phrases[phrase_id]
    return voice.ledger.value(phrase.fact) is not None


def _phrase_slot(voice: Voice, slot: str) -> Slot:
    phrase = load_bank().phrases[slot.removeprefix("p:")]
    return Slot(slot, phrase.label, "zero" if voice.ledger.value(phrase.fact) == 0 else "some")


def _optional_slot(voice: Voice, kind: str, ref: str) -> Slot | None:
    """Return a breakdown or comparison where there is something to say, else None."""
    if kind == "g":
        text = voice.speaker.breakdown(ref)
        return Slot(f"g:{ref}", load_bank().groups[ref].label, "some") if text.pieces else None
    comparison = voice.ledger.comparisons.get(load_bank().phrases[ref].fact)
    label = f"{load_bank().phrases[ref].label}与上年比较"
    return Slot(f"d:{ref}", label, comparison.direction) if comparison else None


def _note_slots(voice: Voice, materials: tuple[Material, ...]) -> tuple[Slot, ...]:
    slots = []
    for item in materials:
        for slot in item.slots:
            fact = voice.ledger.facts.get(slot.removeprefix("n:"))
            slots.append(Slot(slot, f"{item.id}里的数字", "zero" if fact and fact.value == 0 else "some"))
    return tuple(slots)
