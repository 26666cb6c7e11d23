"""What all rows of a page have in common: its edition, and the empty cells that are nobody's."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from drafter.reading.cells import CERTAIN
from drafter.reading.tables.alignment import Placed
from drafter.reading.tables.columns import UNSEEN, Layout, layouts
from drafter.reading.tables.fitting import surplus
from drafter.reading.tables.recognition import exact
from drafter.reading.tables.slots import Role, Slot, slots
from drafter.reading.tables.tokens import Kind, Token
from drafter.reading.tables.wording import narrow

MOSTLY = 0.8
FEW_LINES = 12
AGREED = 2
"""So many rows must agree on what pads them, where no full row shows it."""
TOTAL = "total"
MOST_DIGITS = 10
LayoutsKnown = dict[tuple[int, int], list[Layout]]
"""The layouts by row of the form and heads of the page, so that each is worked out once."""
Shape = tuple[str, int, int]
"""A table, a number of columns, and how many more grid columns the row covers: rows of one shape are padded alike."""


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
    traceless: bool
    """Whether more rows are short than have empty cells within: here those leave no trace."""
    total: int
    """Where the sums of the rows show the total: 1 for last, -1 for first, 0 where they do not tell."""
    total_last: bool
    """Whether more rows add up to their last value than add up to another one only."""

    def paddings(self, slot: Slot, layout: Layout) -> Collection[int]:
        """Return how many empty cells may follow the last column of a row."""
        if self.opens and not slot.labels:
            return (0,)  # the bar before it is left out by `own_values`, and no row follows
        return self.padding.get(_shape(slot, layout), ())

    def contradict(self, layout: Layout, values: Sequence[Token]) -> bool:
        """Return whether other rows make one doubtful.

        Their sums may say that the total does not stand where the heads seem to have it. And where empty cells leave
        no trace, one within a row is not the row's: the label of the next is lost.
        """
        if self.traceless and any(token.kind is Kind.EMPTY and not token.row for token in _inner(values)):
            return True
        if layout.by_sums and not self.total_last and len({narrow(token.text) for token in values}) > 1:
            return True  # but where all values are 0, their order is nobody's concern
        first, last = (_key(layout, place) == TOTAL for place in (0, -1))
        return (first and self.total > 0) or (last and self.total < 0)

    def own_values(self, row: Placed) -> tuple[Token, ...]:
        """Return the values of a row; of one without labels, those after the bar that may open it."""
        values = row.row.values
        if slot_of(row).labels or not values or values[0].row or values[0].kind is not Kind.EMPTY or self.plain:
            return values
        return values[1:]


def drops_repeats(tokens: Sequence[Token]) -> bool:
    """Return whether a page leaves out lines that occurred before: even 信息内容 and 0 stand there only once.

    What such a page still shows of a row may belong to any of its columns.
    """
    lines = [token for token in tokens if not token.row and token.kind is not Kind.EMPTY]
    texts = [token.text for token in lines]
    if len(texts) < FEW_LINES or len(set(texts)) < len(texts):
        return False
    rows = [token.text for token in tokens if token.row and token.kind is Kind.FIGURE and token.place.table is None]
    if len(set(rows)) < len(rows) > sum(token.kind is Kind.FIGURE for token in lines):
        return False  # its tables stand in rows, and those repeat their figures
    blocks = sum(any(match.label.role is Role.BLOCK for match in exact(text)) for text in texts)
    return blocks > 1 or sum(token.kind is Kind.FIGURE for token in lines) >= FEW_LINES


def slot_of(row: Placed) -> Slot:
    """Return the row of the form that a row is."""
    return slots()[row.slot or 0]


def layouts_of(row: Placed, known: LayoutsKnown) -> list[Layout]:
    """Return the layouts of a row; rows below the same heads share them."""
    key = (row.slot or 0, id(row.row.heads))
    if key not in known:
        known[key] = layouts(slot_of(row), row.row.heads)
    return known[key]


def likely_layouts(found: Sequence[Layout]) -> list[Layout]:
    """Return the layouts that the heads allow: one whose heads are there, else all that none contradicts."""
    if found[0].confidence > UNSEEN:
        return [layout for layout in found if layout.confidence == found[0].confidence]
    return [layout for layout in found if layout.confidence >= CERTAIN]


def habits_of(rows: Sequence[Placed], known: LayoutsKnown) -> Habits:
    """Return the habits of a page by its rows.

    Full rows show its padding: there an empty cell is none of theirs. Where a page loses cells, only what they all
    show holds; where no row is full, what nearly all rows have.
    """
    full: dict[Shape, Counter[int]] = {}
    every: dict[Shape, Counter[int]] = {}
    short = traced = 0
    for number, row in enumerate(rows):
        values, shapes = row.row.values, list(_shapes(row, known))
        least = min((size for _, size, _ in shapes), default=0)
        short += 0 < len(values) < least and not row.row.at_end
        traced += len(values) >= least and any(token.kind is Kind.EMPTY for token in _inner(values))
        is_last = number + 1 == len(rows) or slot_of(rows[number + 1]).table != slot_of(row).table
        for shape in shapes:
            found = None if is_last else surplus(values, shape[1])
            if found is not None:
                full.setdefault(shape, Counter())[found] += 1
            if len(values) >= shape[1]:
                every.setdefault(shape, Counter())[len(values) - shape[1]] += 1
    least = min((padding for counts in full.values() for padding in _shown(counts)), default=0)
    padding = {shape: _padding(shape, full, counts, 0 if short else MOSTLY, least) for shape, counts in every.items()}
    return Habits(_edition(rows, known), padding, least > 0, bool(full) and not least, short > traced, *_total(rows))


def _shapes(row: Placed, known: LayoutsKnown) -> Iterator[Shape]:
    slot = slot_of(row)
    for layout in likely_layouts(layouts_of(row, known)):
        yield _shape(slot, layout)


def _shape(slot: Slot, layout: Layout) -> Shape:
    return slot.table, len(layout.columns), slot.covered[layout.edition]


def _shown(counts: Counter[int]) -> list[int]:
    """Return the paddings that full rows show, those of a single row left out where others agree."""
    return [padding for padding, count in counts.items() if count > 1] or list(counts)


def _padding(
    shape: Shape, full: Mapping[Shape, Counter[int]], every: Counter[int], share: float, least: int
) -> Collection[int]:
    """Return the paddings of a shape: what its full rows show, else what follows from other shapes, else the usual.

    `share` is how many rows the usual must have; 0 where the page loses cells, so that nothing is usual.
    """
    if shown := _shown(full.get(shape, Counter())):
        return shown if len(shown) == 1 or share else ()
    if not share:
        return ()
    if full and (padding := _follows(shape[2], full)) is not None:
        return [padding]
    padding, count = every.most_common(1)[0]
    elsewhere = any(found for counts in full.values() for found in _shown(counts))
    alone = padding > 0 and count < AGREED
    return [padding] if count >= share * every.total() and padding >= least and not (elsewhere or alone) else ()


def _follows(covered: int, full: Mapping[Shape, Counter[int]]) -> int | None:
    """Return the padding of rows that cover so much: the same bar before every row, and all or none of the covered."""
    ways = {
        (opens, each)
        for opens in (0, 1)
        for each in (0, 1)
        if all(_shown(counts) == [opens + each * shape[2]] for shape, counts in full.items())
    }
    found = {opens + each * covered for opens, each in ways}
    # Bars of a fixed number after every merged row look the same where all of them cover equally much.
    spans = {shape[2] for shape in full if shape[2]}
    sure = len(spans) > 1 or any(opens for opens, _ in ways)
    return found.pop() if len(found) == 1 and sure else None


def _total(rows: Sequence[Placed]) -> tuple[int, bool]:
    """Return where the total stands by those rows that add up in one way only, and whether the last value may be it."""
    first = last = other = either = 0
    for row in rows:
        columns = next(iter(slot_of(row).columns.values()))
        values = _numbers(row.row.values[: len(columns)])
        if columns[-1].key != TOTAL or len(values) < len(columns) or not any(values):
            continue
        places = [place for place, value in enumerate(values) if 2 * value == sum(values)]
        is_last = len(values) - 1 in places
        first += 0 in places and not is_last
        last += is_last and 0 not in places
        either += is_last
        other += bool(places) and not is_last
    return (last > first) - (first > last), either > other


def _numbers(values: Sequence[Token]) -> list[int]:
    texts = [narrow(token.text) for token in values]
    return [int(text) if text.isdecimal() and len(text) < MOST_DIGITS else 0 for text in texts]


def _inner(values: Sequence[Token]) -> Sequence[Token]:
    """Return the values up to the last one that is not empty."""
    filled = [number for number, token in enumerate(values) if token.kind is not Kind.EMPTY]
    return values[: filled[-1]] if filled else ()


def _key(layout: Layout, place: int) -> str:
    return layout.columns[place].key


def _edition(rows: Sequence[Placed], known: LayoutsKnown) -> str:
    shown: Counter[str] = Counter()
    for row in rows:
        found = layouts_of(row, known)
        if len(found) == 1 or found[0].confidence >= CERTAIN > found[1].confidence:
            shown[found[0].edition] += 1
    first = shown.most_common(2)
    return first[0][0] if first and (len(first) == 1 or first[0][1] > first[1][1]) else ""
