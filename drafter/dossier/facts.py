"""A fact: every figure a report may show, with its exact value and where it comes from."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from drafter.form.statistics import Number


@dataclass(frozen=True, slots=True)
class Fact:
    """A figure with its origin."""

    id: str
    """A cell path; a derived id such as `derived.litigation`; or the id of a figure in a note, such as `N01.1`."""
    label: str
    value: Number | None
    """Exact; None where the township has not reported it, or where a note's figure is no single value."""
    unit: str
    kind: str
    """count, change, money, difference, share, percent or points; in notes also the kinds of `Figure`."""
    sources: tuple[str, ...]
    """Cell paths, note ids, or the ids of the facts it was computed from."""
    text: str = ""
    """How the source writes it, for figures of notes; figures of cells are written by code."""
    approximate: bool = False
    low: Decimal | None = None
    high: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """A fact against the same fact of last year, decided by code.

    `direction` is up, down or same; `difference` is absolute; `percent` is the change in per cent, one decimal,
    half up, and None where the base is under ten, because a change against so small a base misleads.
    """

    fact: str
    value: Number
    base: Number
    direction: str
    difference: Number
    percent: Decimal | None


@dataclass(frozen=True, slots=True)
class Ledger:
    """All facts of a report, by id, and the comparisons with last year by the id of the fact compared."""

    facts: Mapping[str, Fact]
    comparisons: Mapping[str, Comparison]

    def __getitem__(self, fact_id: str) -> Fact:
        """Return a fact. Raises KeyError where the ledger has none of this id."""
        return self.facts[fact_id]

    def value(self, fact_id: str) -> Number | None:
        """Return a fact's value, None where it is not reported or not known."""
        fact = self.facts.get(fact_id)
        return fact.value if fact else None

    def of_note(self, note_id: str) -> Iterator[Fact]:
        """Yield the figures of a note in their order."""
        yield from (fact for fact in self.facts.values() if fact.sources == (note_id,))
