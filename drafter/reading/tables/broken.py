"""Figures that a narrow cell broke over two lines, in text out of a PDF: 196 and 8 for 1968.

They are put together where only one way of doing so makes a row that adds up. Where figures are left that are nobody's,
a row that does not add up, or that stands next to them, may lack a part of a figure, and is not certain.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations, pairwise
from math import comb

from drafter.reading.tables.alignment import Placed
from drafter.reading.tables.slots import slots
from drafter.reading.tables.sums import FIRST, LAST, TOTAL, Row, adds_up, figures_of, is_several, number
from drafter.reading.tables.tokens import Kind, Token

SHORTEST = 2
"""A cell takes more digits than one before it breaks a figure."""
MOST_WAYS = 10_000


def put_together(rows: Sequence[Placed]) -> list[Placed]:
    """Return the rows with their broken figures whole, where that is certain."""
    found: list[Placed] = []
    for run in _runs(rows):
        first, *rest = run
        values = figures_of([token for row in run for token in row.row.values])
        size, part = _size(first)
        whole = _joined(values, size, part) if size and _is_broken(run, values, size) else None
        found += [replace(first, row=replace(first.row, values=whole))] if whole else [first, *rest]
    return found


def _runs(rows: Sequence[Placed]) -> Iterator[list[Placed]]:
    """Yield each row of the form with the figures behind it that stand in rows without any label."""
    run: list[Placed] = []
    for row in rows:
        if run and not (row.slot is None and row.row.label is None):
            yield run
            run = []
        run.append(row)
    if run:
        yield run


def _size(row: Placed) -> tuple[int, int]:
    """Return how many columns a row of the form has, and how many go with each of its totals; 0 where it has none."""
    if row.slot is None:
        return 0, 0
    keys = [column.key.rpartition(".")[2] for column in next(iter(slots()[row.slot].columns.values()))]
    return (len(keys), keys.index(TOTAL) + 1) if keys[-1] == TOTAL else (0, 0)


def _is_broken(run: Sequence[Placed], values: Sequence[Token], size: int) -> bool:
    """Return whether a row seems to have more figures than columns, or has several in one line."""
    close = any(is_several(token) for token in run[0].row.values)
    return _is_plain(values) and (len(values) > size or (close and len(values) == size))


def _is_plain(values: Sequence[Token]) -> bool:
    return all(
        token.kind is Kind.FIGURE and token.place.table is None and number(token) is not None for token in values
    )


def _joined(values: Sequence[Token], size: int, part: int) -> Row | None:
    """Return the row that some figures make when those at the ends of lines go on in the next; None if not certain.

    Where all columns have as many lines, they may as well be several rows.
    """
    ends = [at for at, (before, after) in enumerate(pairwise(values)) if _may_go_on(before, after)]
    joins = len(values) - size
    if joins >= size or comb(len(ends), joins) > MOST_WAYS:
        return None
    found: dict[tuple[str, ...], Row] = {}
    for chosen in combinations(ends, joins):
        row = _row(values, frozenset(chosen))
        if _all_add_up(row, part):
            found.setdefault(tuple(token.text for token in row), row)
    return found.popitem()[1] if len(found) == 1 else None


def _all_add_up(row: Sequence[Token], part: int) -> bool:
    parts = [row[at : at + part] for at in range(0, len(row), part)]
    return any(all(adds_up(each, total) for each in parts) for total in (LAST, FIRST))


def _may_go_on(before: Token, after: Token) -> bool:
    return after.block == before.block + 1 and len(before.text) >= SHORTEST and before.text[0] != "0"


def _row(values: Sequence[Token], joins: frozenset[int]) -> Row:
    row = [values[0]]
    for at, token in enumerate(values[1:]):
        if at in joins:
            row[-1] = replace(row[-1], text=row[-1].text + token.text)
        else:
            row.append(token)
    return tuple(row)


def doubted(rows: Sequence[Placed]) -> list[Placed]:
    """Return the rows, those not certain that may lack a part of a figure that stands elsewhere."""
    extents, parted = _extents(rows), _parted(rows)
    strays = [_is_stray(row) and at in extents.get(row.row.heads.table, ()) for at, row in enumerate(rows)]
    tables = {row.row.heads.table for row, stray in zip(rows, strays, strict=True) if stray}
    found: list[Placed] = []
    for at, row in enumerate(rows):
        beside = any(strays[max(at - 1, 0) : at + 2])
        lacks = row.row.heads.table in tables and (_may_be_broken(row, beside) or _is_stacked(row, parted))
        several = row.slot is not None and any(is_several(token) for token in row.row.values)
        found.append(replace(row, confidence=0.0) if lacks or several else row)
    return found


def _parted(rows: Sequence[Placed]) -> set[str]:
    """Return the tables most of whose figures have empty lines between them."""
    gaps: dict[str, list[int]] = {}
    for row in rows:
        values = figures_of(row.row.values)
        if _size(row)[0] and values and not values[0].row and values[0].place.table is None:
            gaps.setdefault(row.row.heads.table, []).extend(b.block - a.block for a, b in pairwise(values))
    return {table for table, found in gaps.items() if 2 * sum(gap > 1 for gap in found) > len(found)}


def _is_stacked(row: Placed, parted: set[str]) -> bool:
    """Return whether figures stand below each other without an empty line where those of other rows have one."""
    values = figures_of(row.row.values)
    size = _size(row)[0]
    if not size or len(values) != size or values[0].row or row.row.heads.table not in parted:
        return False
    return any(after.block - before.block == 1 for before, after in pairwise(values))


def _is_stray(row: Placed) -> bool:
    """Return whether figures stand in no row of the form and are not a whole row, or are more than a row's."""
    values = figures_of(row.row.values)
    if not values or not _is_plain(values):
        return False
    if size := _size(row)[0]:
        return len(values) > size
    sizes = {len(columns) for slot in slots() if slot.table == row.row.heads.table for columns in slot.columns.values()}
    return row.slot is None and len(values) not in sizes


def _extents(rows: Sequence[Placed]) -> dict[str, range]:
    """Return where the rows of each table stand, with the one right behind them."""
    found: dict[str, range] = {}
    for at, row in enumerate(rows):
        if row.slot is not None:
            table = slots()[row.slot].table
            found[table] = range(found[table].start if table in found else at, at + 2)
    return found


def _may_be_broken(row: Placed, beside: bool) -> bool:
    size, part = _size(row)
    values = figures_of(row.row.values)
    if not size or not values:
        return False
    return not _all_add_up(values, part) or (beside and any(token.text != "0" for token in values))
