"""Tables of a page as grids, and which tables hold data rather than the page."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from drafter.reading.source import SourceCell

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MAX_SPAN = 100
MAX_ROWSPAN = 1000
MAX_COLUMNS = 200
"""Cells further to the right are no report's; laying them out would take for ever."""
LONG_CELL = 400
_GROUPS = {"tbody", "thead", "tfoot", "table"}


def is_data(table: "HtmlElement") -> bool:
    """Return whether a table is data: no table in it, more than one cell in some row, no cell of running text."""
    if next((inner for inner in table.iter("table") if inner is not table), None) is not None:
        return False
    rows = [cells_of(row) for row in rows_of(table)]
    if max((len(row) for row in rows), default=0) < 2:
        return False
    return all(sum(map(len, cell.itertext())) <= LONG_CELL for row in rows for cell in row)


def rows_of(table: "HtmlElement") -> "Iterator[HtmlElement]":
    """Yield the rows of a table, not those of tables in it; heads first, feet last, as they show."""
    late: list[HtmlElement] = []
    for child in table.iterchildren():
        if child.tag == "tr":
            yield child
        elif child.tag in _GROUPS:
            rows = child.iterchildren("tr")
            if child.tag == "tfoot":
                late += rows
            else:
                yield from rows
    yield from late


def cells_of(row: "HtmlElement") -> "list[HtmlElement]":
    """Return the cells of a row."""
    return [*row.iterchildren("td", "th")]


def grid(table: "HtmlElement", text_of: "Callable[[HtmlElement], str]") -> list[SourceCell]:
    """Return the cells of a table with their place in the grid, as HTML lays spans out."""
    cells: list[SourceCell] = []
    taken: dict[int, int] = {}
    rows = list(rows_of(table))
    for number, row in enumerate(rows):
        column = 0
        for cell in cells_of(row):
            while taken.get(column, 0) > number:
                column += 1
            if column >= MAX_COLUMNS:
                break
            width = _span(cell, "colspan", MAX_SPAN)
            height = min(_span(cell, "rowspan", MAX_ROWSPAN), len(rows) - number)
            cells.append(SourceCell(text_of(cell), number, column, height, width))
            for covered in range(column, column + width):
                taken[covered] = number + height
            column += width
    return cells


def _span(cell: "HtmlElement", name: str, most: int) -> int:
    """Return a span of a cell; rowspan 0 goes to the end of the table."""
    text = (cell.get(name) or "1").strip()
    if not text.isascii() or not text.isdigit():
        return 1
    span = int(text[:6])
    return min(span or (most if name == "rowspan" else 1), most)
