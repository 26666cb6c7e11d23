"""The cells of the rows of a page: path, value, and how certain each is."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from drafter.form.model import Column
from drafter.form.model import Kind as ValueKind
from drafter.reading.cells import CERTAIN
from drafter.reading.report import CellState, ReadCell
from drafter.reading.tables.alignment import Placed
from drafter.reading.tables.columns import UNSEEN, Layout
from drafter.reading.tables.figures import figure, tells_change
from drafter.reading.tables.fitting import Fitted, fitted
from drafter.reading.tables.habits import Habits, LayoutsKnown, habits_of, layouts_of, likely_layouts, slot_of
from drafter.reading.tables.observed import Observed
from drafter.reading.tables.slots import Slot
from drafter.reading.tables.tokens import Kind, Token


@dataclass(frozen=True, slots=True)
class RowRead:
    """A row of the form as the page shows it, cell by cell."""

    placed: Placed
    edition: str
    """The edition whose columns it has; empty where the page does not tell."""
    cells: tuple[ReadCell, ...]

    @property
    def is_whole(self) -> bool:
        """Return whether every cell of the row has its place."""
        return all(cell.state is not CellState.UNREADABLE for cell in self.cells)


def rows_read(rows: Sequence[Placed], *, repeats_dropped: bool = False) -> list[RowRead]:
    """Return the rows that are rows of the form, with their cells; none is certain where repeated lines are dropped."""
    known = [replace(row, confidence=0.0) if repeats_dropped else row for row in rows if row.slot is not None]
    shown: LayoutsKnown = {}
    habits = habits_of(known, shown)
    found = [_row_read(row, habits, shown, False) for row in known]
    for number, row in enumerate(found):
        if row.placed.row.at_end and not row.is_whole and _leave_traces([*found[:number], *found[number + 1 :]]):
            found[number] = _row_read(row.placed, habits, shown, True)
    return found


def _leave_traces(rows: Sequence[RowRead]) -> bool:
    """Return whether blank cells leave traces on a page, so that a last row that is short was cut at its end."""
    blank = any(cell.state is CellState.BLANK for row in rows for cell in row.cells)
    return blank and len(rows) > 1 and all(row.is_whole for row in rows)


def _row_read(row: Placed, habits: Habits, shown: LayoutsKnown, may_be_cut: bool) -> RowRead:
    """Return a row by the layout that its heads show; where they show none, by the only one that its values fit."""
    slot, values = slot_of(row), habits.own_values(row)
    found = layouts_of(row, shown)
    likely = likely_layouts(found)
    if habits.edition and found[0].confidence <= UNSEEN:
        likely = [layout for layout in likely if layout.edition == habits.edition]
    cut = may_be_cut and bool(slot.labels) and not any(token.row for token in values)
    if _one_over_several(values, found):
        likely = []
    fits = [
        (layout, fit)
        for layout in likely
        if not habits.contradict(layout, values)
        and (fit := fitted(values, layout, habits.paddings(slot, layout), cut))
        and not _is_shifted(layout, fit)
    ]
    edition = likely[0].edition if len(likely) == 1 else ""
    if len({tuple(column.key for column in layout.columns) for layout, _ in fits}) != 1:
        layout = next((each for each in found if each.edition == habits.edition), found[0])
        return RowRead(row, edition, _unreadable(slot, layout, row.row))
    layout, fit = fits[0]
    return RowRead(row, edition, _cells(slot, layout, fit, row))


def _is_shifted(layout: Layout, fit: Fitted) -> bool:
    """Return whether a change (增加3) stands in a column of counts: then no value of the row is in its place."""
    pairs = zip(layout.columns, fit.tokens, strict=True)
    return any(token and column.kind is not ValueKind.CHANGE and tells_change(token.text) for column, token in pairs)


def _one_over_several(values: Sequence[Token], found: Sequence[Layout]) -> bool:
    """Return whether a line holds one value and empty cells, where another edition has one cell as wide as all.

    Pages put the new form's values under the old form's heads; which column the value belongs to is then not certain.
    """
    drawn = bool(values) and values[0].row > 0 and values[0].place.table is None
    rest_empty = len(values) > 1 and all(token.kind is Kind.EMPTY for token in values[1:])
    sizes = {len(layout.columns) for layout in found}
    wide = drawn and rest_empty and values[0].kind is not Kind.EMPTY and 1 in sizes and len(sizes) > 1
    return wide and len(found[0].columns) > 1


def _unreadable(slot: Slot, layout: Layout, row: Observed) -> tuple[ReadCell, ...]:
    """Return the cells of a row whose values are not as many as its columns: text was lost on the way."""
    written = " ".join(token.text for token in row.values if token.text)
    place = row.tokens[0].place if row.tokens else None
    return tuple(
        ReadCell(
            slot.path(column.key),
            CellState.UNREADABLE,
            written=written,
            confidence=0.0,
            place=place,
            conversion_suspect=True,
        )
        for column in layout.columns
    )


def _cells(slot: Slot, layout: Layout, fit: Fitted, row: Placed) -> tuple[ReadCell, ...]:
    certain = min(layout.confidence, fit.confidence, row.confidence)
    pairs = zip(layout.columns, fit.tokens, range(len(fit.tokens)), strict=True)
    return tuple(
        _cell(slot.path(column.key), column, token, layout.label(number), certain) for column, token, number in pairs
    )


def _cell(path: str, column: Column, token: Token | None, label: str, certain: float) -> ReadCell:
    if token is None:
        return ReadCell(path, CellState.ABSENT, confidence=0.0, conversion_suspect=True)
    found = figure(token.text, column.kind, label)
    confidence = min(found.confidence, certain)
    if found.state is CellState.READ and confidence >= CERTAIN:
        return ReadCell(path, CellState.READ, found.value, token.text, confidence, token.place, found.lost)
    if found.state is CellState.BLANK and confidence >= CERTAIN:
        return ReadCell(path, CellState.BLANK, None, token.text, confidence, token.place)
    return ReadCell(path, CellState.UNREADABLE, None, token.text, 0.0, token.place, found.lost or certain < CERTAIN)
