"""Rows whose labels were lost on a page without rows: their values run on behind those of the row before."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from drafter.form.editions import editions
from drafter.reading.tables.alignment import BY_PLACE, Placed, free_rows
from drafter.reading.tables.slots import Role, slots
from drafter.reading.tables.tokens import Kind

MOST_VALUES = 400


def cut_apart(rows: Sequence[Placed]) -> list[Placed]:
    """Return the rows with those cut apart whose values are exactly those of all rows up to the next known one."""
    found: list[Placed] = []
    before: Placed | None = None
    for row, after in pairwise([*rows, None]):
        assert row is not None
        found += _parts(row, before, after)
        if row.slot is not None:
            before = row
    return found


def _parts(row: Placed, before: Placed | None, after: Placed | None) -> Iterator[Placed]:
    """Yield a row, or the rows that its values are."""
    numbers = _numbers(row, before, after)
    size = len(row.row.values) // len(numbers) if numbers else 0
    if not numbers or (len(numbers) == 1 and row.slot is not None):
        yield row
        return
    for place, number in enumerate(numbers):
        values = row.row.values[place * size : (place + 1) * size]
        named = place == 0 and row.slot is not None
        part = replace(row.row, values=values, at_end=False) if named else replace(
            row.row, label=None, groups=(), values=values, tokens=values, at_end=False
        )
        yield Placed(part, number, row.confidence if named else BY_PLACE, row.copy)


def _numbers(row: Placed, before: Placed | None, after: Placed | None) -> tuple[int, ...]:
    """Return the rows of the form that fill the gap and take all the values, if one edition's do and no other's."""
    values = row.row.values
    start = row if row.slot is not None else before
    group = row.slot is None and row.row.label is not None and bool(row.row.label.of(Role.GROUP))
    if after is None or after.slot is None or start is None or not (group or row.slot is not None):
        return ()
    if not values or len(values) > MOST_VALUES or any(token.row or token.kind is Kind.GLUED for token in values):
        return ()
    own = () if row.slot is None else (row.slot,)
    ways = {own + free_rows(edition, start.slot or 0, after.slot, [row.row]) for edition in editions()}
    ways = {way for way in ways if len(way) > len(own) and _takes(way, len(values))}
    return ways.pop() if len(ways) == 1 else ()


def _takes(numbers: tuple[int, ...], count: int) -> bool:
    """Return whether rows of one size take so many values."""
    sizes = {len(columns) for number in numbers for columns in slots()[number].columns.values()}
    return any(size * len(numbers) == count for size in sizes) and len(sizes) == 1
