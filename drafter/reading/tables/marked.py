"""Tables that the file marks as such: their grid is taken as it is."""

from collections.abc import Iterator

from drafter.reading.source import Place, SourceTable
from drafter.reading.tables.tokens import Kind, Token, kind_of

WIDEST = 400
"""No official table is wider; a table made to be so is cut."""


def grid_tokens(table: SourceTable, block: int, first_row: int) -> Iterator[Token]:
    """Yield the cells of a marked table row by row; rows are numbered on from `first_row`."""
    width = table.width
    rows: dict[int, list[Token]] = {}
    for cell in table.cells:
        if cell.column >= WIDEST:
            continue
        place = Place(
            table.place.block, table.place.line, table.place.page, table.place.table, cell.row + 1, cell.column + 1
        )
        token = Token(
            cell.text, kind_of(cell.text), place, block, first_row + cell.row, cell.column, cell.colspan, width
        )
        rows.setdefault(cell.row, []).append(token)
    for row in sorted(rows):
        yield from split_heads(sorted(rows[row], key=lambda token: token.column))


def split_heads(row: list[Token]) -> Iterator[Token]:
    """Yield the cells of a row, a head such as 申请人情况·自然人 (our own Markdown) as the labels it joins."""
    for token in row:
        parts = token.text.split("·") if token.kind is Kind.TEXT else []
        if len(parts) < 2:
            yield token
            continue
        for part in parts:
            yield Token(
                part, Kind.TEXT, token.place, token.block, token.row, token.column, token.span, token.width
            )
