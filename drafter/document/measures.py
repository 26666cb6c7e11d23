"""The measures of the page and of the statutory tables, the same in Word and in PDF. Lengths are twips: 1/20 pt.

Source: GB/T 9704-2012 §5.2, A4 with margins 37, 35, 28, 26 mm: a text area of 156 mm by 225 mm.
"""

from itertools import pairwise

from drafter.document.blocks import CellRole, Grid, GridCell
from drafter.document.titles import ems

TEXT_WIDTH = 8845
CELL_MARGIN = 40
FONT_SIZE = 10.5
"""5号, in pt."""
SMALLEST = 6.0
_KEPT_ROWS = 8
"""A group of up to so many rows is kept on one page; 三、本年度办理结果 is longer than a page has room for."""

# The widths keep the official labels whole: 行政复议 columns break as 结果/维持, the groups of 表三 as （三）不予/公开.
_WIDTHS = {
    (4, 1): (2320, 2175, 2175, 2175),
    (10, 3): (710, 1160, 2725, 710, 590, 590, 590, 590, 590, 590),
}


def column_widths(grid: Grid) -> tuple[int, ...]:
    """Return the width of every grid column; they add up to the text area. An unknown table gets equal columns."""
    known = _WIDTHS.get((grid.width, grid.head_width))
    if known is not None:
        return known
    edges = [round(TEXT_WIDTH * column / grid.width) for column in range(grid.width + 1)]
    return tuple(right - left for left, right in pairwise(edges))


def font_size(text: str, width: int) -> float:
    """Return the size in pt at which a figure stands in one line of a cell `width` twips wide.

    A text with other than digits wraps, and keeps 5号.
    """
    if not text.isascii():
        return FONT_SIZE
    room = (width - 2 * CELL_MARGIN) / 20
    fitting = int(room / max(ems(text), 0.5) * 2) / 2
    return max(SMALLEST, min(FONT_SIZE, fitting))


def is_left(grid: Grid, cell: GridCell) -> bool:
    """Return whether a cell is set flush left: the long row labels and the note of a table with label levels."""
    return grid.head_width > 1 and cell.role in {CellRole.ROW_HEAD, CellRole.NOTE}


def keeps_next(grid: Grid, row: int) -> bool:
    """Return whether a row stays on the page of the next: headers, and all rows of a block or a group but its last."""
    if row < grid.header_rows:
        return True
    if grid.header_rows:
        groups = (cell for cell in grid.cells() if cell.role is CellRole.ROW_GROUP and cell.rowspan <= _KEPT_ROWS)
        return any(cell.row <= row < cell.row + cell.rowspan - 1 for cell in groups)
    return row + 1 < len(grid.rows) and not is_block_title(grid, grid.rows[row + 1][0])


def is_block_title(grid: Grid, cell: GridCell) -> bool:
    """Return whether a cell is the title row of a block, as wide as its table."""
    return cell.colspan == grid.width and cell.role is CellRole.ROW_GROUP
