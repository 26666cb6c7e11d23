"""Rows out of a run of figures by their sums: each ends, or begins, with the total of its others.

Text out of a PDF has the rows of a run one after another, or some of them column by column. Where only one way of
taking them apart adds up, or all that do give the same figures, the rows are certain.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from drafter.reading.tables.figures import is_blank_mark
from drafter.reading.tables.tokens import Kind, Token
from drafter.reading.tables.wording import narrow

TOTAL = "total"
MOST_DIGITS = 10
MOST_WAYS = 3
MOST_ROWS = 30
LAST, FIRST = -1, 0

Row = tuple[Token, ...]


def number(token: Token) -> int | None:
    """Return the number that a cell holds, 0 for a dash; None where it is written otherwise."""
    text = "0" if is_blank_mark(token.text) else narrow(token.text).strip()
    return int(text) if text.isdecimal() and len(text) < MOST_DIGITS else None


def figures_of(values: Sequence[Token]) -> Row:
    """Return the values that are not empty, those one by one that stand so close in a line that they look like one."""
    found: list[Token] = []
    for token in values:
        texts = token.text.split()
        if is_several(token):
            found += [replace(token, text=text) for text in texts]
        elif token.kind is not Kind.EMPTY:
            found.append(token)
    return tuple(found)


def is_several(token: Token) -> bool:
    """Return whether a line holds several figures where others hold one."""
    texts = token.text.split()
    return not token.row and len(texts) > 1 and all(text.isdecimal() for text in texts)


def adds_up(row: Sequence[Token], total: int = LAST) -> bool:
    """Return whether the value at the place of the total is the sum of the others."""
    numbers = [number(token) for token in row]
    known = [value for value in numbers if value is not None]
    return bool(known) and len(known) == len(row) and 2 * known[total] == sum(known)


def by_lines(values: Sequence[Token], size: int) -> list[Row] | None:
    """Return the rows of a run by its empty lines: figures without one between them stand below each other in a column.

    None where the page leaves no lines empty, or its columns are not equally high: a figure is broken over two lines.
    """
    groups: list[list[Token]] = []
    for token in values:
        if groups and token.block == groups[-1][-1].block + 1:
            groups[-1].append(token)
        else:
            groups.append([token])
    if len(groups) % size or len(groups) < size:
        return None
    columns = [groups[at : at + size] for at in range(0, len(groups), size)]
    if any(len({len(column) for column in block}) > 1 for block in columns):
        return None
    return [tuple(column[at] for column in block) for block in columns for at in range(len(block[0]))]


def taken_apart(values: Sequence[Token], size: int, total: int = LAST) -> list[Row] | None:
    """Return the rows of a run of figures; None where they are not whole rows, or not certain."""
    count, rest = divmod(len(values), size)
    if rest or not 0 < count <= MOST_ROWS:
        return None
    ways = _ways(values, size, total)
    if not ways or len({_written(way) for way in ways}) > 1:
        return None
    return list(ways[0])


def _written(rows: Sequence[Row]) -> tuple[str, ...]:
    return tuple(token.text for row in rows for token in row)


def _ways(values: Sequence[Token], size: int, total: int) -> list[tuple[Row, ...]]:
    """Return the ways in which the figures make rows that add up: few of them, if they differ."""

    @cache
    def ways_from(start: int) -> list[tuple[Row, ...]]:
        if start == len(values):
            return [()]
        found: dict[tuple[str, ...], tuple[Row, ...]] = {}
        for count in range(1, (len(values) - start) // size + 1):
            part = values[start : start + count * size]
            rows = tuple(tuple(part[at::count]) for at in range(count))
            if not all(adds_up(row, total) for row in rows):
                continue
            for rest in ways_from(start + count * size):
                found.setdefault(_written((*rows, *rest)), (*rows, *rest))
                if len(found) == MOST_WAYS:
                    return list(found.values())
        return list(found.values())

    return ways_from(0)
