"""The figures of 总览.xlsx: the sums as the official tables print them, what is missing, and everybody's cells."""

from collections.abc import Callable, Iterable, Sequence

from drafter.form.layout import Placed, table_layout
from drafter.form.model import Table
from drafter.form.numbers import shown
from drafter.runs.batch.overview.book import Column, Sheet, Shown, Value
from drafter.runs.batch.overview.legible import cut
from drafter.runs.batch.overview.line import MOST_NAME, STATUS_NAMES
from drafter.runs.batch.overview.lists import STATUS_KINDS
from drafter.runs.batch.overview.rollup import RollUp, Sum
from drafter.runs.batch.summary import Summary

_GAPS = (
    Column("年度", 8, "figure"),
    Column("单元格", 46),
    Column("已填部分之和", 13, "sum"),
    Column("已填", 8, "number"),
    Column("没填", 8, "number"),
    Column("没填的机关", 90),
)
_FRONT = (Column("机关", 24), Column("状态", 8, "centre"))
_CELL_WIDTH = 11
_BLANK = Shown(None, "look")
_SIDE_WIDTHS = (7, 13, 36)


def sum_text(found: Sum) -> str:
    """Return a sum as it is read: one that is not the county's says so itself."""
    return shown(found.total) if found.is_complete else f"{shown(found.total)}（缺 {found.missing}）"


def scope(roll_up: RollUp) -> list[str]:
    """Return what the sums are of, and what keeps them from being final."""
    said = [f"{roll_up.year} 年度，{roll_up.townships} 个机关，{roll_up.form.edition} 版格式。"]
    if missing := len(roll_up.incomplete):
        said.append(f"有 {missing} 格没有填齐，合计不完整：黄底“（缺 n）”是缺几个机关，名单见“没填报的单元格”。")
    if roll_up.returned:
        said.append(f"其中 {roll_up.returned} 个机关的资料退回或没有做完，更正后合计会变。")
    return said


def write_sums(new: Callable[[str, str], Sheet], roll_up: RollUp) -> None:
    """Write the sum of every cell where the official tables print it, a sheet for each table."""
    for table in roll_up.form.tables:
        sheet = new(f"{table.name}合计{roll_up.year}", "#2E7D32")
        sheet.heading(f"{table.name}　{roll_up.form.section(table.section).title}：全县合计", scope(roll_up))
        _widths(sheet, table)
        layout = table_layout(table)
        under = _under(layout, table, roll_up)
        for row in layout:
            _write_row(sheet, row, under, roll_up)
        if len(table.blocks) == 1:
            top = sheet.row - len(layout) + len(table.blocks[0].header)
            sheet.sheet.freeze_panes(top, table.head_width)
        sheet.close(landscape=table.width > table.head_width + 3)


def _widths(sheet: Sheet, table: Table) -> None:
    for column in range(table.width):
        width = 12 if table.width < 15 else 9.5
        if column < table.head_width:
            width = _SIDE_WIDTHS[column] if table.head_width > 1 else 26
        sheet.sheet.set_column(column, column, width)


def _under(layout: Sequence[Sequence[Placed]], table: Table, roll_up: RollUp) -> list[list[str]]:
    """Return the look of every grid cell, also of those that a box from above or from the left covers."""
    looks = [["text"] * table.width for _ in layout]
    for placed in (placed for row in layout for placed in row):
        for row in range(placed.row, placed.last_row + 1):
            for column in range(placed.column, placed.last_column + 1):
                looks[row][column] = _kind(placed, roll_up)
    return looks


def _write_row(sheet: Sheet, row: Sequence[Placed], under: Sequence[Sequence[str]], roll_up: RollUp) -> None:
    """Write a printed row: every grid cell has a border, and a box is one cell."""
    top = sheet.row - row[0].row if row else sheet.row
    sheet.sheet.set_row(sheet.row, 36 if any(len(placed.head.text) > 18 for placed in row) else 22)
    for column, kind in enumerate(under[row[0].row] if row else ()):
        sheet.put(sheet.row, column, None, kind)
    for placed in row:
        kind = _kind(placed, roll_up)
        corners = (top + placed.row, placed.column, top + placed.last_row, placed.last_column)
        value = _sum(roll_up.sums[placed.path]) if placed.path else placed.head.text
        sheet.put(sheet.row, placed.column, value, kind)
        if corners[:2] != corners[2:]:
            sheet.merge(corners)
    sheet.row += 1


def _sum(found: Sum) -> Value:
    return found.total if found.is_complete else sum_text(found)


def _kind(placed: Placed, roll_up: RollUp) -> str:
    if placed.path:
        return "sum" if roll_up.sums[placed.path].is_complete else "look"
    if placed.is_header:
        return "head"
    return "side_centre" if placed.head.rowspan > 1 else "side"


def write_gaps(sheet: Sheet, roll_ups: Sequence[RollUp]) -> None:
    """Write the cells whose sum is not the county's, and whose report each of them lacks."""
    sheet.heading("没填报的单元格：下列各格的合计不完整", ["空白是没有填报，不是零。请向下列机关补要。"])
    sheet.head(_GAPS, frozen=2)
    for roll_up in roll_ups:
        for path, found in roll_up.incomplete.items():
            label = roll_up.form.cells[path].label
            sheet.add([roll_up.year, label, found.total, found.reported, found.missing, named(found)])
    if not any(roll_up.incomplete for roll_up in roll_ups):
        nothing = "每个机关都填齐了" if roll_ups else "没有可以汇总的数据"
        sheet.add(["", nothing, *[""] * (len(_GAPS) - 2)])
    sheet.close()


def named(found: Sum) -> str:
    """Return who has not reported a cell."""
    names = "、".join(found.names)
    return names if len(found.names) == found.missing else f"{names} 等 {found.missing} 个机关"


def write_cells(sheet: Sheet, roll_up: RollUp, summaries: Iterable[Summary]) -> None:
    """Write everybody's cells, a row a township in the county's own order; what is not reported stays blank."""
    cells = roll_up.form.cells
    sheet.heading(f"各机关数据（{roll_up.year} 年度）", ["黄底空格是没有填报，0 是填报为零。"])
    columns = [Column(_label(cell.row_label, cell.column_label), _CELL_WIDTH, "figure") for cell in cells.values()]
    for number, value in enumerate(["全县合计", "", *(_sum(found) for found in roll_up.sums.values())]):
        sheet.put(sheet.row, number, value, "look" if isinstance(value, str) and number > 1 else "sum")
    sheet.row += 1
    sheet.head((*_FRONT, *columns), frozen=2)
    sheet.sheet.set_row(sheet.row - 1, 96)
    for summary in summaries:
        values = summary.statistics
        if values is not None and (summary.year, summary.edition) != (roll_up.year, roll_up.form.edition):
            continue
        status = Shown(STATUS_NAMES[summary.status], STATUS_KINDS[summary.status])
        row = [_BLANK if (value := (values or {}).get(path)) is None else value for path in cells]
        sheet.add([cut(summary.name, MOST_NAME), status, *row], is_tall=False)
    sheet.close()


def _label(row: str, column: str) -> str:
    return f"{row} {column}".strip()
