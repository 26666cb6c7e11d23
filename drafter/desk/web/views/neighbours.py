"""What a report is compared with: the same organ's last year, and the most alike report of its county and year."""

from collections.abc import Iterator
from dataclasses import dataclass

from drafter.desk.account import Account
from drafter.desk.differences import Pairing, alignment, sentences_of
from drafter.desk.service import Desk
from drafter.desk.store.queue import Asked
from drafter.desk.working import WorkingReport
from drafter.form.numbers import shown
from drafter.form.statistics import Number, Statistics

COMPARED = ("overview", "improvement")
"""The sections whose wording is a writer's own."""
GRAM = 5
MOST_SIBLINGS = 200
LAST_YEAR, SIBLING = "last", "sibling"


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Another report, and the two side by side."""

    key: str
    name: str
    likeness: float | None
    pairs: tuple[Pairing, ...]


@dataclass(frozen=True, slots=True)
class Moved:
    """A cell whose value is another than last year's."""

    path: str
    label: str
    before: str
    after: str


def last_year(
    desk: Desk, key: str, working: WorkingReport, organ: str, year: int, account: Account
) -> Neighbour | None:
    """Return the report of the same organ for the year before, where it lies on the desk."""
    found = desk.queue(Asked(text=organ, size=MOST_SIBLINGS), account)
    for item in found.rows:
        row = item.row
        stored = desk.store.load(row.key) if (row.organ, row.year) == (organ, year - 1) and row.key != key else None
        if stored:
            pairs = alignment(sentences_of(working), sentences_of(stored.working))
            return Neighbour(row.key, f"{row.organ}{row.year}年度", None, pairs)
    return None


def nearest(desk: Desk, key: str, working: WorkingReport, county: str, year: int, account: Account) -> Neighbour | None:
    """Return the report of the same county and year that shares most wording with this one."""
    ours = grams(working)
    best: tuple[float, str, str, WorkingReport] | None = None
    for item in desk.queue(Asked(county=county, size=MOST_SIBLINGS), account).rows:
        row = item.row
        stored = desk.store.load(row.key) if row.year == year and row.key != key else None
        if stored is None:
            continue
        likeness = _likeness(ours, grams(stored.working))
        if best is None or likeness > best[0]:
            best = (likeness, row.key, f"{row.organ}{row.year}年度", stored.working)
    if best is None:
        return None
    pairs = alignment(_written(working), _written(best[3]))
    return Neighbour(best[1], best[2], best[0], pairs)


def grams(working: WorkingReport) -> frozenset[str]:
    """Return the stretches of five characters of a report's own wording, its figures left out."""
    text = "".join(letter for _, sentence in _written(working) for letter in sentence if not letter.isdigit())
    return frozenset(text[place : place + GRAM] for place in range(len(text) - GRAM + 1))


def moved_cells(statistics: Statistics, prior: Statistics, labels: dict[str, str]) -> Iterator[Moved]:
    """Yield the cells that both years have and that are not the same."""
    for path, label in labels.items():
        before, after = prior[path], statistics[path]
        if path in prior.values and before != after:
            yield Moved(path, label, _told(before), _told(after))


def _written(working: WorkingReport) -> list[tuple[str, str]]:
    return [(section, text) for section, text in sentences_of(working) if section in COMPARED]


def _likeness(ours: frozenset[str], theirs: frozenset[str]) -> float:
    """Return the share of all stretches that both have."""
    return len(ours & theirs) / len(ours | theirs) if ours or theirs else 0.0


def _told(value: Number | None) -> str:
    return "没有填报" if value is None else shown(value)
