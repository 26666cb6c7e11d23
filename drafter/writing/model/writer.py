"""Write a draft with a model: its sentences where they hold, the stock writer's everywhere else."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from drafter.dossier.facts import Ledger
from drafter.dossier.model import Dossier
from drafter.richtext import Text
from drafter.writing.backends.base import Backend
from drafter.writing.backends.prices import Prices
from drafter.writing.choice import FIRST, Plan
from drafter.writing.draft import Draft, Paragraph, Sentence
from drafter.writing.model.judging import Judge, Judged
from drafter.writing.model.outline import Task, Topic, improvement_task, overview_task
from drafter.writing.model.rendering import rendered
from drafter.writing.model.rounds import Progress, SectionOutcome, write_section
from drafter.writing.stock.clerk import note_sentences
from drafter.writing.stock.improvement import write_improvement
from drafter.writing.stock.overview import closed_body, framed_overview, stock_facts
from drafter.writing.stock.voice import Voice
from drafter.writing.stock.writer import numbered, stock_voice, write_stock


@dataclass(frozen=True, slots=True)
class Written:
    """A draft and how the model came to it."""

    draft: Draft
    outcomes: tuple[SectionOutcome, ...]


@dataclass(frozen=True, slots=True)
class ModelUse:
    """How a model is used: `required` fails without it; without `keep_amber` doubtful sentences give way."""

    backend: Backend
    judge: Judge
    required: bool = False
    keep_amber: bool = True
    progress: Progress = lambda _round: None
    """Told of every round as it ends."""
    by_topic: bool = False
    """Whether each topic is asked for by itself: a small model forgets most of a long list."""
    prices: Prices | None = None
    """What its tokens cost, where that is known."""


async def write_with_model(dossier: Dossier, ledger: Ledger, use: ModelUse, plan: Plan = FIRST) -> Written:
    """Return a complete draft. Whatever the model does not deliver, the stock writer does."""
    voice = stock_voice(dossier, ledger, plan)
    stock = write_stock(dossier, ledger, plan)
    overview = await _section(voice, overview_task(voice, plan.avoid), use)
    improvement = await _section(voice, improvement_task(voice, plan.avoid), use)
    sections: dict[str, tuple[Paragraph, ...]] = {
        **stock.sections,
        "overview": _overview(voice, overview, use.keep_amber),
        "improvement": _improvement(voice, improvement, use.keep_amber),
    }
    draft = Draft({section: numbered(section, paragraphs) for section, paragraphs in sections.items()})
    return Written(draft, (overview, improvement))


async def _section(voice: Voice, task: Task, use: ModelUse) -> SectionOutcome:
    """Return what a model wrote for a section, asked for at once or topic by topic.

    A topic without material is not asked for by itself: the stock writer tells its figures.
    """
    parts = [task]
    if use.by_topic:
        parts = [replace(task, topics=(topic,)) for topic in task.topics if topic.materials]
    outcomes = [await write_section(voice, part, use.backend, use.judge, use.progress) for part in parts]
    accepted = tuple(item for outcome in outcomes for item in outcome.accepted)
    return SectionOutcome(task, accepted, tuple(entry for outcome in outcomes for entry in outcome.rounds))


def _kept(outcome: SectionOutcome, keep_amber: bool) -> list[Judged]:
    return [item for item in outcome.accepted if keep_amber or not item.verdict.unproved]


def _overview(voice: Voice, outcome: SectionOutcome, keep_amber: bool) -> tuple[Paragraph, ...]:
    kept = _kept(outcome, keep_amber)
    bodies = {topic.key: _aspect(voice, topic, kept) for topic in outcome.task.topics}
    return framed_overview(voice, bodies)


def _aspect(voice: Voice, topic: Topic, kept: Iterable[Judged]) -> list[Sentence]:
    """Return an aspect: the model's sentences, and the code's for every fact and note they do not tell.

    The model's sentences on the tables stand only where together they tell all that must be told; otherwise the
    stock sentences do, and theirs fall away, so that no fact is told twice.
    """
    own = [item for item in kept if item.item.topic == topic.key]
    on_tables = [item for item in own if any(not slot.startswith("n:") for slot in item.slots)]
    told = {slot for item in on_tables for slot in item.slots}
    facts: tuple[list[Sentence], list[Sentence]] = ([], [])
    if not set(topic.must) <= told or not topic.must:
        facts, own = stock_facts(voice, topic.key), [item for item in own if item not in on_tables]
    if not own:
        return closed_body(voice, topic.key, facts, note_sentences(voice, topic.key))
    sentences = [rendered(voice, item) for item in own]
    cited = {source for item in own for source in item.item.cites}
    notes = [note for note in voice.dossier.notes if note.aspect == topic.key and not note.planned]
    sentences += [voice.quote(note.id, note.text) for note in notes if note.id not in cited]
    return closed_body(voice, topic.key, facts, sentences)


def _improvement(voice: Voice, outcome: SectionOutcome, keep_amber: bool) -> tuple[Paragraph, ...]:
    """Return the section as the stock writer builds it, with the model's wording of problems and measures."""
    alone = [item for item in _kept(outcome, keep_amber) if len(item.item.cites) == 1]
    wordings = {item.item.cites[0]: item for item in reversed(alone)}

    def tell(source_id: str, text: str, end: str, lead: Text) -> Sentence:
        if source_id in wordings:
            return rendered(voice, wordings[source_id], lead, end)
        return voice.quote(source_id, text, end, lead)

    return write_improvement(voice, tell)
