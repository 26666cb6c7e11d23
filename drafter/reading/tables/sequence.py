"""Rows whose figures are all there while their labels stand elsewhere: text out of a PDF.

Columns of labels and of figures come in turns there, but each column from its top to its end, and page by page. So
where a table has exactly its number of figures, and the rows that they make add up, every figure has its cell.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from drafter.form.editions import editions
from drafter.reading.tables.alignment import BY_PLACE, Placed
from drafter.reading.tables.slots import Slot, slots
from drafter.reading.tables.sums import FIRST, LAST, TOTAL, Row, adds_up, by_lines, figures_of, taken_apart
from drafter.reading.tables.tokens import Kind, Token

SLIPS = 5
"""Of so many rows one may not add up: townships slip, but figures that moved break all rows behind them."""


def in_sequence(rows: Sequence[Placed]) -> list[Placed]:
    """Return the rows with those of a table put in their order, where the figures make it certain."""
    found = list(rows)
    for table in dict.fromkeys(slot.table for slot in slots()):
        start, end = _extent(found, table)
        found[start:end] = _ordered(found[start:end], table)
    return found


def _extent(rows: Sequence[Placed], table: str) -> tuple[int, int]:
    """Return where the rows of a table begin and end: with its first label, and before another table."""
    first = next(number for number, slot in enumerate(slots()) if slot.table == table)
    start = next((at for at, row in enumerate(rows) if row.slot == first), len(rows))
    inside = (at for at in range(start, len(rows)) if rows[at].row.heads.table != table)
    return start, next(inside, len(rows))


def _ordered(rows: list[Placed], table: str) -> list[Placed]:
    """Return the rows of the edition whose number of figures the page has, as far as they are certain."""
    runs = [figures_of(row.row.values) for row in rows]
    values = [token for run in runs for token in run]
    if _are_whole(rows, table):
        return rows
    if any(token.place.table is not None or token.kind is Kind.GLUED for token in values):
        return rows
    for edition in editions():
        numbers = [n for n, slot in enumerate(slots()) if _has(slot, table, edition)]
        size = _size(numbers, edition)
        if size and len(numbers) > 1 and len(values) == size * len(numbers):
            parts = max((_rows_of(runs, size, total) for total in (LAST, FIRST)), key=_known)
            slips = [part is not None and not any(adds_up(part, total) for total in (LAST, FIRST)) for part in parts]
            if len(parts) == len(numbers) and SLIPS * sum(slips) <= len(parts) and _agree(rows, numbers, parts):
                return list(_placed(rows, numbers, _alone(rows, numbers, parts, slips)))
    return rows


def _alone(
    rows: Sequence[Placed], numbers: Sequence[int], parts: Sequence[Row | None], slips: list[bool]
) -> list[Row | None]:
    """Return the rows without those next to each other that do not add up: a figure may have moved between them.

    One that stands behind its label is certain all the same.
    """
    own = {row.slot: figures_of(row.row.values) for row in rows}
    beside = [any(slips[max(at - 1, 0) : at] + slips[at + 1 : at + 2]) for at in range(len(slips))]
    return [
        part if own.get(number) == part or not (slip and near) else None
        for number, part, slip, near in zip(numbers, parts, slips, beside, strict=True)
    ]


def _are_whole(rows: Sequence[Placed], table: str) -> bool:
    """Return whether every row of an edition stands there by its label with all its figures."""
    counts = {row.slot: len(figures_of(row.row.values)) for row in rows}
    return any(
        all(counts.get(n) == len(slot.columns[edition]) for n, slot in enumerate(slots()) if _has(slot, table, edition))
        for edition in editions()
    )


def _has(slot: Slot, table: str, edition: str) -> bool:
    return slot.table == table and edition in slot.columns


def _agree(rows: Sequence[Placed], numbers: Sequence[int], parts: Sequence[Row | None]) -> bool:
    """Return whether the labels agree: most are there, all of the edition, none before other figures.

    Rows that were lost and rows of a region's own may make up the number of another edition's figures.
    """
    own = dict(zip(numbers, parts, strict=True))
    named = [row for row in rows if row.slot is not None]
    if any(row.slot not in own for row in named) or 2 * len({row.slot for row in named}) < len(own):
        return False
    pairs = [(own[row.slot or 0], figures_of(row.row.values)) for row in named]
    return all(part is None or len(values) != len(part) or values == part for part, values in pairs)


def _known(parts: Sequence[Row | None]) -> int:
    return sum(part is not None for part in parts)


def _size(numbers: Sequence[int], edition: str) -> int:
    """Return how many columns some rows have, the last of them a total; 0 where they are not all alike."""
    keys = {tuple(column.key for column in slots()[number].columns[edition]) for number in numbers}
    columns = keys.pop() if keys else ()
    return len(columns) if not keys and columns[-1:] == (TOTAL,) else 0


def _rows_of(runs: Sequence[Row], size: int, total: int) -> list[Row | None]:
    """Return the rows that the runs are, None for those that are not certain."""
    found: list[Row | None] = []
    held: list[Token] = []
    parted = any(after.block - before.block > 1 for run in runs for before, after in pairwise(run))
    for run in runs:
        held += run
        if len(held) % size or not held:
            continue
        found += _whole(held, size, total, parted) or [None] * (len(held) // size)
        held = []
    return found


def _whole(run: Sequence[Token], size: int, total: int, parted: bool) -> list[Row] | None:
    """Return the rows of a run that is whole: as its lines show them, or as they add up.

    Those of a line, and those that empty lines show, are rows whether they add up or not; and so is a run of one row,
    but where empty lines part figures of other runs: there it may be a column of several rows.
    """
    if run[0].row:
        return [tuple(run)] if len(run) == size and run[-1].row == run[0].row else taken_apart(run, size, total)
    if len(run) == size and run[-1].block - run[0].block == size - 1 and not parted:
        return [tuple(run)]
    return by_lines(run, size) or taken_apart(run, size, total)


def _placed(rows: Sequence[Placed], numbers: Sequence[int], parts: Sequence[Row | None]) -> Iterator[Placed]:
    """Yield a row of the form for each part, with its label where the page has it; one that is not certain has none."""
    named = {row.slot: row for row in rows if row.slot is not None}
    for number, values in zip(numbers, parts, strict=True):
        known = named.get(number)
        if known and known.row.values == values:
            yield known
            continue
        if values is None:
            continue
        owner = next(row for row in rows if any(token.place == values[0].place for token in row.row.values))
        label = known.row.label if known else None
        tokens = (*(label.tokens if label else ()), *values)
        groups = known.row.groups if known else ()
        row = replace(owner.row, label=label, groups=groups, values=values, tokens=tokens, at_end=False)
        yield Placed(row, number, BY_PLACE, owner.copy)
