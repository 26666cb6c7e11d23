"""Rows whose labels were lost on a page without rows: their values run on behind those of the row before."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from drafter.form.editions import editions
from drafter.reading.tables.alignment import BY_PLACE, Placed, free_rows
from drafter.reading.tables.slots import Role, slots
from drafter.reading.tables.sums import FIRST, TOTAL, by_lines, taken_apart
from drafter.reading.tables.tokens import Kind, Token

MOST_VALUES = 400


def cut_apart(rows: Sequence[Placed]) -> list[Placed]:
    """Return the rows with those cut apart whose values are exactly those of all rows up to the next known one."""
    found: list[Placed] = []
    before: Placed | None = None
    for number, row in enumerate(rows):
        found += _parts(row, before, rows[number + 1] if number + 1 < len(rows) else None)
        if row.slot is not None:
            before = row
    return found


def _parts(row: Placed, before: Placed | None, after: Placed | None) -> Iterator[Placed]:
    """Yield a row, or the rows that its values are."""
    numbers = _numbers(row, before, after)
    parts = _values(row.row.values, numbers) if numbers else []
    if not parts or (len(numbers) == 1 and row.slot is not None):
        yield row
        return
    for place, (number, values) in enumerate(zip(numbers, parts, strict=True)):
        named = place == 0 and row.slot is not None
        part = (
            replace(row.row, values=values, at_end=False)
            if named
            else replace(row.row, label=None, groups=(), values=values, tokens=values, at_end=False)
        )
        yield Placed(part, number, row.confidence if named else BY_PLACE, row.copy)


def _values(values: tuple[Token, ...], numbers: Sequence[int]) -> list[tuple[Token, ...]]:
    """Return the values of each row; none where rows with a total of their own do not add up in one way only."""
    size = len(values) // len(numbers)
    columns = next(iter(slots()[numbers[0]].columns.values()))
    if len(numbers) > 1 and columns[-1].key == TOTAL:
        return by_lines(values, size) or taken_apart(values, size) or taken_apart(values, size, FIRST) or []
    return [values[at : at + size] for at in range(0, len(values), size)]


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
    if len(ways) != 1:
        return ()
    numbers = ways.pop()
    # An empty cell at the end of a row may as well pad it, or belong to the next.
    ends = values[len(values) // len(numbers) - 1 :: len(values) // len(numbers)]
    return () if any(token.kind is Kind.EMPTY for token in ends) else numbers


def _takes(numbers: tuple[int, ...], count: int) -> bool:
    """Return whether rows of one size take so many values."""
    sizes = {len(columns) for number in numbers for columns in slots()[number].columns.values()}
    return any(size * len(numbers) == count for size in sizes) and len(sizes) == 1
