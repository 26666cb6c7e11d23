"""What all rows of a page have in common: its edition, and the empty cells that are nobody's."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from drafter.reading.cells import CERTAIN
from drafter.reading.tables.alignment import Placed
from drafter.reading.tables.columns import UNSEEN, Layout, layouts
from drafter.reading.tables.fitting import surplus
from drafter.reading.tables.slots import Slot, slots
from drafter.reading.tables.tokens import Kind, Token

MOSTLY = 0.8
Shape = tuple[str, int]
"""A table and a number of columns: rows of one shape are padded alike."""


@dataclass(frozen=True, slots=True)
class Habits:
    """How a page writes its rows."""

    edition: str
    """The edition that the heads of most rows show; empty where none or several equally."""
    padding: Mapping[Shape, Collection[int]]
    opens: bool
    """Whether an empty cell opens every row: a bar that stands before it."""
    plain: bool
    """Whether full rows show that none does."""

    def paddings(self, slot: Slot, columns: int) -> Collection[int]:
        """Return how many empty cells may follow the last column of a row."""
        return self.padding.get((slot.table, columns), ())

    def own_values(self, row: Placed) -> tuple[Token, ...]:
        """Return the values of a row; of one without labels, those after the bar that may open it."""
        values = row.row.values
        if slot_of(row).labels or not values or values[0].row or values[0].kind is not Kind.EMPTY or self.plain:
            return values
        return values[1:]


def slot_of(row: Placed) -> Slot:
    """Return the row of the form that a row is."""
    return slots()[row.slot or 0]


def likely_layouts(found: Sequence[Layout]) -> list[Layout]:
    """Return the layouts that the heads allow: one whose heads are there, else all that none contradicts."""
    if found[0].confidence > UNSEEN:
        return [layout for layout in found if layout.confidence == found[0].confidence]
    return [layout for layout in found if layout.confidence >= CERTAIN]


def habits_of(rows: Sequence[Placed]) -> Habits:
    """Return the habits of a page by its rows.

    Full rows show its padding: there an empty cell is none of theirs. Where a page loses cells, only what they all
    show holds; where no row is full, what nearly all rows have.
    """
    full: dict[Shape, Counter[int]] = {}
    every: dict[Shape, Counter[int]] = {}
    loses = False
    for row in rows:
        values, shapes = row.row.values, list(_shapes(row))
        most = min((size for _, size in shapes), default=0)
        loses = loses or (0 < len(values) < most and not row.row.at_end and row.row.has_content)
        for shape in shapes:
            found = surplus(values, shape[1])
            if found is not None:
                full.setdefault(shape, Counter())[found] += 1
            if len(values) >= shape[1]:
                every.setdefault(shape, Counter())[len(values) - shape[1]] += 1
    least = min((padding for counts in full.values() for padding in counts), default=0)
    padding = {shape: _padding(full.get(shape, Counter()), counts, loses, least) for shape, counts in every.items()}
    return Habits(_edition(rows), padding, least > 0, bool(full) and not least)


def _shapes(row: Placed) -> Iterator[Shape]:
    slot = slot_of(row)
    for layout in likely_layouts(layouts(slot, row.row.heads)):
        yield slot.table, len(layout.columns)


def _padding(full: Counter[int], every: Counter[int], loses: bool, least: int) -> Collection[int]:
    shown = [padding for padding, count in full.items() if count > 1] or list(full)
    if shown:
        return shown if len(shown) == 1 or not loses else ()
    padding, count = every.most_common(1)[0]
    return [padding] if count >= MOSTLY * every.total() and padding >= least and not loses else ()


def _edition(rows: Sequence[Placed]) -> str:
    shown: Counter[str] = Counter()
    for row in rows:
        found = layouts(slot_of(row), row.row.heads)
        if len(found) == 1 or found[0].confidence >= CERTAIN > found[1].confidence:
            shown[found[0].edition] += 1
    first = shown.most_common(2)
    return first[0][0] if first and (len(first) == 1 or first[0][1] > first[1][1]) else ""
