"""A table grid as WordprocessingML, with widths that hold in Word, WPS and LibreOffice."""

from collections.abc import Iterator
from itertools import count

from drafter.document.blocks import CellRole, Grid, GridCell
from drafter.document.measures import CELL_MARGIN, FONT_SIZE, TEXT_WIDTH, column_widths, font_size, is_left, keeps_next
from drafter.document.word.text import escaped

_EDGE = 'w:val="single" w:sz="4" w:space="0" w:color="000000"'
_EDGES = "".join(f"<w:{side} {_EDGE}/>" for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
# Borders and cell margins stand in the table as well as in its style: not every program that opens the file asks the
# style.
_START = (
    '<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{width}" w:type="dxa"/><w:jc w:val="center"/>'
    f'<w:tblBorders>{_EDGES}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="{CELL_MARGIN}" '
    f'w:type="dxa"/><w:right w:w="{CELL_MARGIN}" w:type="dxa"/></w:tblCellMar>'
    '<w:tblLook w:val="0000" w:firstRow="0" w:lastRow="0" w:firstColumn="0" '
    'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/><w:tblCaption w:val="{caption}"/></w:tblPr><w:tblGrid>'
)
_HEADER_ROW = '<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="{}" w:hRule="atLeast"/><w:tblHeader/></w:trPr>'
_ROW = '<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="{}" w:hRule="atLeast"/></w:trPr>'
_MARK = '<w:bookmarkStart w:id="{0}" w:name="_dr_c{0}"/>'
_MARK_END = '<w:bookmarkEnd w:id="{0}"/>'


def table(grid: Grid, marks: "count[int]") -> str:
    """Return a table; `marks` numbers the hidden bookmarks `_dr_c1` … that name its value cells in order."""
    widths = column_widths(grid)
    height = 320 if grid.head_width > 1 else 440
    parts = [_START.format(width=TEXT_WIDTH, caption=escaped(grid.name))]
    parts += [f'<w:gridCol w:w="{width}"/>' for width in widths]
    parts.append("</w:tblGrid>")
    for number, cells in enumerate(_printed_rows(grid)):
        parts.append((_HEADER_ROW if number < grid.header_rows else _ROW).format(height))
        keep = "<w:keepNext/>" if keeps_next(grid, number) else ""
        for cell in cells:
            width = sum(widths[cell.column : cell.column + cell.colspan])
            parts += [_properties(cell, number, width), _content(grid, cell, number, width, (keep, marks))]
        parts.append("</w:tr>")
    parts.append("</w:tbl>")
    return "".join(parts)


def _printed_rows(grid: Grid) -> Iterator[list[GridCell]]:
    """Yield for each row every cell that shows in it from left to right, those that began above included."""
    hanging: dict[int, GridCell] = {}
    for number, starting in enumerate(grid.rows):
        hanging = {at: cell for at, cell in hanging.items() if cell.row + cell.rowspan > number}
        hanging.update({cell.column: cell for cell in starting})
        yield [hanging[at] for at in sorted(hanging)]


def _properties(cell: GridCell, row: int, width: int) -> str:
    span = f'<w:gridSpan w:val="{cell.colspan}"/>' if cell.colspan > 1 else ""
    merge = ""
    if cell.rowspan > 1:
        merge = '<w:vMerge w:val="restart"/>' if cell.row == row else '<w:vMerge w:val="continue"/>'
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}<w:vAlign w:val="center"/></w:tcPr>'


def _content(grid: Grid, cell: GridCell, row: int, width: int, state: "tuple[str, count[int]]") -> str:
    keep, marks = state
    style = "TableLabel" if is_left(grid, cell) else "TableText"
    start = f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{keep}</w:pPr>'
    if cell.row != row:
        return start + "</w:p></w:tc>"
    if cell.path:
        mark = next(marks)
        run = _MARK.format(mark) + _run(cell, width) + _MARK_END.format(mark)
    else:
        run = _run(cell, width)
    return f"{start}{run}</w:p></w:tc>"


def _run(cell: GridCell, width: int) -> str:
    if not cell.text:
        return ""
    size = font_size(cell.text, width)
    look = "" if cell.text.isascii() else '<w:rFonts w:hint="eastAsia"/>'
    if size != FONT_SIZE:
        look += f'<w:sz w:val="{int(size * 2)}"/><w:szCs w:val="{int(size * 2)}"/>'
    if cell.role is CellRole.VALUE and "【待补" in cell.text:
        look += '<w:highlight w:val="yellow"/>'
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escaped(cell.text)}</w:t></w:r>'
