"""After all are drafted: those that are too much like others, or like their own last year, are offered another plan.

What is offered to whom follows from the first drafts alone, so that a run that was killed and run again ends as one
that was not. An offer whose inputs did not change is not made twice; one that nothing speaks for any more is taken
back.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from drafter.runs.batch.batch import Batch
from drafter.runs.batch.entry import Entry
from drafter.runs.batch.journal import Journal
from drafter.runs.batch.keeping import Todo
from drafter.runs.batch.summary import Status
from drafter.runs.batch.tellings import Telling, Tellings, inputs_of
from drafter.runs.batch.told import unpacked
from drafter.runs.sameness.findings import is_last_year
from drafter.runs.sameness.likenesses import likenesses
from drafter.runs.sameness.narrative import Likeness, Narrative
from drafter.runs.sameness.rewriting import to_rewrite

GoesOn = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Offer:
    """A township whose two drafts are to be weighed: no narratives yet, for a whole country may be like one text."""

    todo: Todo
    others: tuple[str, ...]
    """The keys of those it is too much like."""
    like_last_year: bool
    inputs: str

    @property
    def entry(self) -> Entry:
        """Return the township."""
        return self.todo.entry


def alike(tellings: Tellings, *, first: bool, goes_on: GoesOn = lambda: True) -> Iterator[Likeness]:
    """Yield how alike the drafts are that stand, or the first ones: with each other, and with their own last years."""
    found = chain(likenesses(tellings.narratives(first=first)), tellings.last_years(first=first))
    for likeness in found:
        if not goes_on():
            return
        yield likeness


def offers(batch: Batch, journal: Journal, goes_on: GoesOn) -> list[Offer]:
    """Return the offers to make, in the order of the batch."""
    tellings = Tellings(journal, batch.siblings)
    chosen = to_rewrite(alike(tellings, first=True, goes_on=goes_on))
    if not goes_on():
        return []
    return list(_open(batch.entries, journal, tellings, chosen))


def others_of(offer: Offer, journal: Journal) -> list[Narrative]:
    """Return the narratives that a township is too much like, as their first drafts tell them."""
    found = (Tellings(journal, ()).of(key) for key in offer.others)
    return [unpacked(telling.first).narrative for telling in found if telling]


def _open(
    entries: Iterable[Entry], journal: Journal, tellings: Tellings, chosen: Mapping[str, tuple[str, ...]]
) -> Iterator[Offer]:
    for entry in entries:
        telling = tellings.of(entry.key)
        if telling is None or not (telling.inputs or entry.key in chosen):
            continue
        recorded = journal.township(entry.key)
        if recorded is None or recorded.lacks_model or recorded.summary.status is not Status.DONE:
            continue  # what a model could not be asked for would read otherwise than the first draft
        keys = chosen.get(entry.key, ())
        others = tuple(key for key in keys if not is_last_year(entry.key, key))
        like_last_year = len(others) < len(keys)
        inputs = _inputs(recorded.work, others, tellings, like_last_year=like_last_year) if keys else ""
        if inputs != telling.inputs:
            yield Offer(Todo(entry, recorded.work, recorded.prior), others, like_last_year, inputs)


def _inputs(work: str, others: Iterable[str], tellings: Tellings, *, like_last_year: bool) -> str:
    found = (tellings.of(key) or Telling(key) for key in others)
    return inputs_of(f"{work} {like_last_year}", (telling.first for telling in found))
