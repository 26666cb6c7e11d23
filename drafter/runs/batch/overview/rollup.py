"""The county's figures: the sum of every cell over its townships, and who has not reported it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import localcontext

from drafter.form.editions import editions, load_form
from drafter.form.model import Form
from drafter.form.statistics import Number
from drafter.runs.batch.overview.legible import cut
from drafter.runs.batch.overview.line import MOST_NAME
from drafter.runs.batch.summary import Status, Summary

MOST_NAMED = 200
"""So many townships are named at a cell that they have not reported; beyond them only their number is known."""


@dataclass(frozen=True, slots=True)
class Sum:
    """A cell over all townships: complete only where every one of them has reported it."""

    total: Number
    """Of what was reported; exact."""
    reported: int
    missing: int
    names: tuple[str, ...]
    """Who has not reported it, the first of them."""

    @property
    def is_complete(self) -> bool:
        """Return whether the total is the county's."""
        return self.missing == 0


@dataclass(frozen=True, slots=True)
class RollUp:
    """The sums of one report year, which is written in one edition of the form."""

    year: int
    form: Form
    sums: Mapping[str, Sum]
    """By cell path, in the order of print."""
    townships: int
    returned: int
    """How many of them were sent back or failed: their figures may still change."""

    @property
    def incomplete(self) -> dict[str, Sum]:
        """Return the cells that somebody has not reported."""
        return {path: found for path, found in self.sums.items() if not found.is_complete}


def roll_ups(summaries: Iterable[Summary]) -> tuple[RollUp, ...]:
    """Return the sums of every report year, the latest first.

    Figures of different years are never added. A township whose dossier could not be read has reported no cell: it
    is missing in all of them, whatever its year.
    """
    gathering = Gathering()
    for summary in summaries:
        gathering.add(summary)
    return gathering.finished()


class Gathering:
    """Adds up townships one by one."""

    def __init__(self) -> None:
        self._years = dict[tuple[int, str], _Year]()
        self._unread = list[str]()

    def add(self, summary: Summary) -> None:
        """Add a township's cells."""
        name = cut(summary.name, MOST_NAME) or summary.key
        if summary.statistics is None or summary.year is None or summary.edition not in editions():
            self._unread.append(name)
            return
        known = self._years.setdefault((summary.year, summary.edition), _Year(load_form(summary.edition)))
        known.townships += 1
        known.returned += summary.status in (Status.BLOCKED, Status.FAILED)
        for path, cell in known.cells.items():
            cell.add(summary.statistics.get(path), name)

    def finished(self) -> tuple[RollUp, ...]:
        """Return the sums."""
        return tuple(self._rolled(year, self._years[year, edition]) for year, edition in sorted(self._years)[::-1])

    def _rolled(self, year: int, known: "_Year") -> RollUp:
        unread = self._unread
        sums = {
            path: Sum(
                cell.total,
                cell.reported,
                cell.missing + len(unread),
                tuple([*cell.names, *unread][:MOST_NAMED]),
            )
            for path, cell in known.cells.items()
        }
        return RollUp(year, known.form, sums, known.townships + len(unread), known.returned + len(unread))


@dataclass(slots=True)
class _Cell:
    total: Number = 0
    reported: int = 0
    missing: int = 0
    names: list[str] = field(default_factory=list)

    def add(self, value: Number | None, name: str) -> None:
        if value is None:
            self.missing += 1
            if len(self.names) < MOST_NAMED:
                self.names.append(name)
            return
        self.reported += 1
        if value:
            with localcontext(prec=100):
                self.total += value


@dataclass(slots=True)
class _Year:
    form: Form
    townships: int = 0
    returned: int = 0
    cells: dict[str, _Cell] = field(init=False)

    def __post_init__(self) -> None:
        self.cells = {path: _Cell() for path in self.form.cells}
