"""Tables of a Word file as grids: gridSpan and vMerge, rows that skip columns, tables in cells."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from drafter.reading.formats.word.names import W, find, number, value
from drafter.reading.formats.word.text import Oddities, shown
from drafter.reading.source import SourceCell

if TYPE_CHECKING:
    from lxml.etree import _Element

MAX_COLUMNS = 200


@dataclass(slots=True)
class WordTable:
    """A table as read: its cells, and the tables that lie in them."""

    cells: list[SourceCell]
    inner: "list[_Element]"


def read_table(table: "_Element", text_of: "Callable[[_Element], str]", odd: Oddities) -> WordTable:
    """Return the cells of a table; `text_of` gives the text of a paragraph."""
    cells: list[SourceCell] = []
    inner: list[_Element] = []
    open_above: dict[int, int] = {}
    for row, element in enumerate(_rows(table, odd)):
        column = min(number(value(element, "trPr/gridBefore")), MAX_COLUMNS)
        hanging: dict[int, int] = {}
        for cell in _children(element, "tc", odd):
            span = max(1, min(number(value(cell, "tcPr/gridSpan"), 1), MAX_COLUMNS))
            merge, above = find(cell, "tcPr/vMerge"), open_above.get(column)
            is_covered = merge is not None and merge.get(f"{W}val") != "restart" and above is not None
            beside = find(cell, "tcPr/hMerge")
            if is_covered and above is not None:
                cells[above] = replace(cells[above], rowspan=row - cells[above].row + 1)
                hanging[column] = above
            elif beside is not None and beside.get(f"{W}val") != "restart" and cells and cells[-1].row == row:
                cells[-1] = replace(cells[-1], colspan=cells[-1].colspan + span)
            else:
                if merge is not None:
                    hanging[column] = len(cells)
                cells.append(SourceCell(_cell_text(cell, text_of, inner, odd), row, column, 1, span))
            column = min(column + span, MAX_COLUMNS)
        open_above = hanging
    return WordTable(cells, inner)


def _rows(table: "_Element", odd: Oddities) -> "Iterator[_Element]":
    for row in _children(table, "tr", odd):
        if find(row, "trPr/del") is None:
            yield row
        else:
            odd.deleted += sum(len(text.text or "") for text in row.iter(f"{W}t", f"{W}delText"))


def _children(parent: "_Element", name: str, odd: Oddities) -> "Iterator[_Element]":
    """Yield rows of a table or cells of a row, also those inside content controls and tracked insertions."""
    wrappers = {f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}moveTo", f"{W}customXml", f"{W}smartTag"}
    stack = [parent.iterchildren()]
    while stack:
        element = next(stack[-1], None)
        if element is None:
            stack.pop()
        elif element.tag == f"{W}{name}":
            yield element
        elif element.tag in wrappers:
            odd.inserted += element.tag in {f"{W}ins", f"{W}moveTo"}
            stack.append(element.iterchildren())


def _cell_text(cell: "_Element", text_of: "Callable[[_Element], str]", inner: "list[_Element]", odd: Oddities) -> str:
    """Return the paragraphs of a cell, empty ones left out, one a line."""
    lines: list[str] = []
    for element in shown(cell, odd, {f"{W}p", f"{W}tbl"}):
        if element.tag == f"{W}tbl":
            inner.append(element)
        elif element.tag == f"{W}p" and (text := text_of(element)).strip():
            lines.append(text)
    return "\n".join(lines)
