"""Find a statutory table on a sheet by its labels, wherever it stands, and say what belongs to which cell."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from drafter.dossier.workbook.labels import Label, aligned, headed
from drafter.dossier.workbook.sheet import ReadSheet, plain
from drafter.form.editions import load_form
from drafter.form.layout import Placed, table_layout
from drafter.form.model import Form, Table


@dataclass(frozen=True, slots=True)
class Stray:
    """A number in a table that belongs to no cell of the form: where it or its label stands, and the label."""

    row: int
    column: int
    label: str
    is_known: bool
    """Whether the form has such a label: then it stands here a second time."""


@dataclass(frozen=True, slots=True)
class FoundTable:
    """A table as found on a sheet: the place of each of its cells, and the numbers that belong to none."""

    table: Table
    sheet: ReadSheet
    top: int
    places: dict[str, tuple[int, int]]
    strays: tuple[Stray, ...]

    @property
    def filled(self) -> int:
        """Return how many of its cells hold anything."""
        return sum(self.sheet.at(row, column) is not None for row, column in self.places.values())


@dataclass(frozen=True, slots=True)
class _Shape:
    """What a table's labels look like: for each block its columns, for each row its label and its block."""

    columns: tuple[tuple[Label, ...], ...]
    header_rows: tuple[int, ...]
    paths: tuple[tuple[str, ...], ...]
    rows: tuple[Label, ...]
    blocks: tuple[int, ...]
    groups: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Header:
    """Header rows as found: the lowest of them, and which column of the sheet is which column of the block."""

    row: int
    columns: dict[int, int]


def find_table(form: Form, table: Table, sheet: ReadSheet) -> FoundTable | None:
    """Return a table where its labels stand on a sheet; None where they do not."""
    shape = _shape(form.edition, table.key) if load_form(form.edition) is form else _shape_of(table)
    labels = _Labels(sheet)
    headers = {number: list(_headers(shape, number, labels)) for number in range(len(shape.columns))}
    starts = [header.row for found in headers.values() for header in found]
    if not starts:
        return None
    first = min(column for found in headers.values() for header in found for column in header.columns.values())
    heads = labels.heads(first, min(starts))
    matched = aligned(heads, shape.rows, shape.groups) if any(shape.rows) else {}
    places, used = dict[str, tuple[int, int]](), dict[int, _Header]()
    for number, block in enumerate(shape.blocks):
        row = matched.get(number) if shape.rows[number] else _below(sheet, headers[block])
        header = next((item for item in reversed(headers[block]) if row is not None and item.row < row), None)
        if row is None or header is None:
            continue
        used[row] = header
        places |= {shape.paths[number][column]: (row, place) for column, place in header.columns.items()}
    if not places:
        return None
    known = {label[-1] for label in shape.rows if label}
    strays = tuple(_Strays(sheet, labels, places, used, first, known).found(heads))
    return FoundTable(table, sheet, min(starts), places, strays)


class _Labels:
    """The labels of a sheet, looked at once."""

    def __init__(self, sheet: ReadSheet) -> None:
        width = sheet.width
        self.rows = [[sheet.label_at(row, column) for column in range(width)] for row in range(len(sheet.rows))]
        self.filled = [row for row, labels in enumerate(self.rows) if any(labels)]
        self.sets = {row: set(self.rows[row]) for row in self.filled}

    def heads(self, first: int, start: int) -> list[Label]:
        """Return the label of each row, as the columns before the first values give it; none above `start`."""
        lines = [
            ["" if row <= start else labels[column] for row, labels in enumerate(self.rows)] for column in range(first)
        ]
        return headed(lines) or [()] * len(self.rows)


def _headers(shape: _Shape, block: int, labels: _Labels) -> Iterator[_Header]:
    """Yield where the header rows of a block stand, from the top: at least half of its columns must be there."""
    wanted, count = shape.columns[block], shape.header_rows[block]
    leaves = {label[-1] for label in wanted}
    last: tuple[int, dict[int, int]] = (-1, {})
    for number, row in enumerate(labels.filled):
        if not leaves & labels.sets[row]:
            continue
        window = labels.filled[max(0, number - count + 1) : number + 1]
        matches = aligned(headed([labels.rows[line] for line in window]), wanted, shape.groups)
        if len(matches) * 2 < len(wanted) or (last[1] == matches and row - last[0] <= count):
            continue
        last = (row, matches)
        yield _Header(row, matches)


def _below(sheet: ReadSheet, headers: Sequence[_Header]) -> int | None:
    """Return the row of values of a table without row labels: right below its header, or the next with a number."""
    if not headers:
        return None
    row, columns = headers[0].row, headers[0].columns.values()
    for below in range(row + 1, row + 4):
        if any(isinstance(sheet.number_at(below, column), int) for column in columns):
            return below
    return row + 1


@dataclass(frozen=True, slots=True)
class _Strays:
    """Looks for numbers inside a table that no cell of the form claims."""

    sheet: ReadSheet
    labels: _Labels
    places: dict[str, tuple[int, int]]
    used: dict[int, _Header]
    first: int
    known: set[str]
    claimed: set[tuple[int, int]] = field(default_factory=set)

    def found(self, heads: Sequence[Label]) -> Iterator[Stray]:
        self.claimed.update(self.places.values())
        last, seen = max(column for _, column in self.claimed), set[tuple[int, int]]()
        for row in self._rows(heads):
            label = heads[row][-1] if heads[row] else ""
            for column in range(self.first, self.sheet.width):
                if (row, column) not in self.claimed and _is_number(self.sheet, row, column):
                    stray = self._stray(row, column, label, last)
                    if stray and (stray.row, stray.column) not in seen:
                        seen.add((stray.row, stray.column))
                        yield stray

    def _rows(self, heads: Sequence[Label]) -> Iterator[int]:
        """Yield the rows of the table, those right below it that have a label, and any that repeats one of its own."""
        top, bottom = min(self.used), max(self.used)
        touches = True
        for row in range(top, len(self.sheet.rows)):
            touches = touches and any(value is not None for value in self.sheet.rows[row])
            label = heads[row][-1] if heads[row] else ""
            if row <= bottom:
                touches = True
                yield row
            elif label and (touches or label in self.known):
                yield row

    def _stray(self, row: int, column: int, label: str, last: int) -> Stray | None:
        """Return what a number that no cell claims belongs to; None for one in the margin beside the table."""
        if row not in self.used:
            where = next((place for place in range(self.first) if self.labels.rows[row][place]), column)
            return Stray(row, where, label, label in self.known) if column <= last else None
        header = self.labels.rows[self.used[row].row][column] if column < len(self.labels.rows[row]) else ""
        if header:
            return Stray(self.used[row].row, column, header, is_known=False)
        return Stray(row, column, "", is_known=False) if column < last else None


def _is_number(sheet: ReadSheet, row: int, column: int) -> bool:
    value = sheet.number_at(row, column)
    return value is not None and not isinstance(value, str)


@cache
def _shape(edition: str, key: str) -> _Shape:
    return _shape_of(load_form(edition).table(key))


def _shape_of(table: Table) -> _Shape:
    layout = table_layout(table)
    numbers = range(len(table.blocks))
    columns = tuple(_columns(table, [row for row in layout if row and row[0].block == number]) for number in numbers)
    rows, paths, blocks = list[Label](), list[tuple[str, ...]](), list[int]()
    for number, row in enumerate(layout):
        if any(placed.path for placed in row):
            heads = [placed for line in layout[: number + 1] for placed in line if _covers(placed, number)]
            heads.sort(key=lambda placed: placed.column)
            rows.append(tuple(plain(placed.head.text) for placed in heads))
            paths.append(tuple(placed.path for placed in row if placed.path))
            blocks.append(row[0].block)
    labels = [label for block in columns for label in block] + rows
    groups = frozenset(text for label in labels for text in label[:-1])
    return _Shape(columns, _header_rows(table), tuple(paths), tuple(rows), tuple(blocks), groups)


def _header_rows(table: Table) -> tuple[int, ...]:
    """Return how many header rows each block has, without the row that only names it."""
    return tuple(sum(len(row) > 1 or row[0].colspan < table.width for row in block.header) for block in table.blocks)


def _columns(table: Table, rows: Sequence[Sequence[Placed]]) -> tuple[Label, ...]:
    """Return the label of each column of values: the header cells above it, from the top."""
    heads = [placed for row in rows for placed in row if placed.is_header and placed.head.colspan < table.width]
    values = next(row for row in rows if any(placed.path for placed in row))
    return tuple(
        tuple(plain(head.head.text) for head in heads if head.column <= value.column <= head.last_column)
        for value in values
        if value.path
    )


def _covers(placed: Placed, row: int) -> bool:
    return not placed.is_header and not placed.path and placed.row <= row <= placed.last_row
