"""Write a report as Markdown (CommonMark with pipe tables).

Pipe tables have no spans, so a table is written as a person would read it out, and so that it can be read back:

- header rows become one line, every column with its labels from the top: 申请人情况·法人或其他组织·商业企业;
- a label that spans rows (三、本年度办理结果) is repeated in each of them;
- what spans columns stands in its first column, and the columns it covers are empty;
- a table without header rows opens with its first row.
"""

import re
from collections.abc import Iterator

from drafter.document.blocks import Block, Document, Grid, GridCell, Heading, Paragraph, Signature, TableBlock, Title
from drafter.document.characters import check_characters

SEPARATOR = "·"
_SPECIAL = re.compile(r"[\\`*_{}\[\]<>#|~&!$]")
_LIST_MARK = re.compile(r"^(\d{0,9})([-+.)])(?=[ -]|$)")
_LOST_SPACE = re.compile(r"^\s+|\s+$|(?<= ) +")


def write_markdown(document: Document) -> str:
    """Return the report as Markdown. Raises OutputError for a character no file can carry."""
    check_characters(document)
    return "\n\n".join(part for block in document.blocks for part in _block(block)) + "\n"


def escaped(text: str) -> str:
    r"""Return a text that Markdown shows as it is: special signs behind a `\`, spaces that would be lost as `&#32;`."""
    return _LOST_SPACE.sub(
        lambda match: "".join(f"&#{ord(sign)};" for sign in match[0]), _SPECIAL.sub(r"\\\g<0>", text)
    )


def paragraph(text: str) -> str:
    """Return a text as a paragraph, which must not open like an item of a list or a rule."""
    return _LIST_MARK.sub(r"\1\\\2", escaped(text))


def _block(block: Block) -> Iterator[str]:
    match block:
        case Title():
            yield f"# {escaped(str(block.text))}"
        case Heading():
            yield f"{'#' * (block.level + 1)} {escaped(str(block.text))}"
        case Paragraph():
            yield paragraph(str(block))
        case TableBlock():
            yield "\n".join(_table(block.grid))
        case Signature():
            yield from (paragraph(str(line)) for line in block.lines)


def _table(grid: Grid) -> Iterator[str]:
    shown = _shown(grid)
    if grid.header_rows:
        head = [_head(grid, column) for column in range(grid.width)]
        body = shown[grid.header_rows :]
    else:
        head, body = shown[0], shown[1:]
    yield _line(head)
    yield "|" + " --- |" * grid.width
    yield from (_line(row) for row in body)


def _shown(grid: Grid) -> list[list[str]]:
    rows = [[""] * grid.width for _ in grid.rows]
    for cell in grid.cells():
        for row in range(cell.row, cell.row + cell.rowspan):
            rows[row][cell.column] = cell.text
    return rows


def _head(grid: Grid, column: int) -> str:
    above = [cell for row in grid.rows[: grid.header_rows] for cell in row if _stands_over(cell, column)]
    return SEPARATOR.join(cell.text for cell in above)


def _stands_over(cell: GridCell, column: int) -> bool:
    """Return whether a header cell is a label of a column: a corner that spans rows and columns only of its first."""
    is_corner = cell.rowspan > 1 and cell.colspan > 1
    return cell.column <= column < cell.column + (1 if is_corner else cell.colspan)


def _line(texts: list[str]) -> str:
    return "| " + " | ".join(escaped(text) for text in texts) + " |"
