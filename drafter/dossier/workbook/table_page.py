"""A statutory table as a sheet: as in print, with marks beside and beneath it, and where its numbers are found."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from drafter.dossier.guide import WHERE
from drafter.dossier.workbook.marks import Family, formula, total_formula
from drafter.dossier.workbook.page import Box, Page, lines_of
from drafter.dossier.workbook.places import TOP, Key, Place
from drafter.form.layout import Placed, table_layout
from drafter.form.model import Cell, Form, Table

MARK_WIDTH, HELP_WIDTH, LINE = 10, 46, 15
WIDE_TABLE = 10
"""A table of more columns is printed across."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a table sheet shows: a table of a form, of the year itself or, with `is_prior`, of the year before."""

    form: Form
    table: Table
    year: int
    places: Mapping[Key, Place]
    families: Sequence[Family]
    sums: Mapping[str, tuple[str, ...]]
    """Which cells are formulas, and of which parts; none on last year's sheets."""
    is_prior: bool = False

    @property
    def beside(self) -> int:
        """Return how many columns of marks stand beside the table."""
        return max((family.line + 1 for family in self.families if family.is_beside), default=0)

    @property
    def title(self) -> str:
        """Return the title of the sheet."""
        heading = f"{self.table.name}　{self.form.section(self.table.section).title}"
        return f"上年（{self.year} 年度）{heading}" if self.is_prior else f"{heading}（{self.year} 年度）"


def write_table(page: Page, sheet: Sheet) -> None:
    """Write the sheet of a table."""
    layout = table_layout(sheet.table)
    bottom = TOP + len(layout)
    widths = _widths(sheet, layout)
    for column, width in enumerate(widths):
        page.sheet.set_column(column, column, width)
    _above(page, sheet)
    for row in layout:
        page.sheet.set_row(TOP + row[0].row if row else TOP, _height(row, widths, sheet.table))
        for placed in row:
            _write(page, sheet, placed)
    if not sheet.is_prior:
        _help(page, sheet, layout)
    bottom = _marks(page, sheet, bottom)
    printed = Box(0, 0, bottom - 1, sheet.table.width - 1 + sheet.beside)
    page.set_up(landscape=sheet.table.width > WIDE_TABLE, printed=printed, head=sheet.title)
    head_rows = len(sheet.table.blocks[0].header) if len(sheet.table.blocks) == 1 else 0
    page.sheet.freeze_panes(TOP + head_rows, sheet.table.head_width if sheet.table.width > 5 else 0)


def _above(page: Page, sheet: Sheet) -> None:
    table, last = sheet.table, sheet.table.width - 1
    page.sheet.set_row(0, 26)
    page.text(Box(0, 0, 0, last), sheet.title, "title")
    advice = "可以不填。从上年公布的报告里照抄，填了就核对结转数、现行有效件数，正文里能写同比。"
    if not sheet.is_prior:
        advice = f"{WHERE.get(table.key, '')}。没有发生的填 0；灰色的总计自动算，不用填。".lstrip("。")
    page.sheet.set_row(1, 15 * lines_of(advice, sum(_widths(sheet, table_layout(table))[: last + 1])) + 4)
    page.text(Box(1, 0, 1, last), advice, "advice")
    units = "、".join(dict.fromkeys(cell.unit for cell in sheet.form.cells.values() if cell.table == table.key))
    page.text(Box(2, 0, 2, last), f"单位：{units}", "unit")
    for column in range(last + 1, last + 1 + sheet.beside):
        page.text(Box.cell(2, column), "勾稽核对", "over_marks")


def _write(page: Page, sheet: Sheet, placed: Placed) -> None:
    box = Box(TOP + placed.row, placed.column, TOP + placed.last_row, placed.last_column)
    parts = sheet.sums.get(placed.path, ())
    if not placed.path:
        page.text(box, placed.head.text, _kind(placed))
    elif parts:
        cells = [sheet.places[("statistics", part)] for part in parts]
        page.formula(box, total_formula(cells, page.name), "total")
    else:
        cell = sheet.form.cells[placed.path]
        page.text(box, "", "optional" if sheet.is_prior else "count")
        page.takes_numbers(box, cell.kind, _prompt(cell))


def _kind(placed: Placed) -> str:
    if placed.head.scope == "note":
        return "note"
    if placed.is_header:
        return "head"
    return "rowgroup" if placed.head.rowspan > 1 else "row"


def _prompt(cell: Cell) -> tuple[str, str]:
    place = " ".join(cell.row_label.split(" ")[-1:])
    sign = "减少的填负数。" if cell.kind.value == "change" else ""
    return cell.column_label, f"{place}\n单位：{cell.unit}。{sign}没有发生的填 0。".lstrip("\n")


def _help(page: Page, sheet: Sheet, layout: Sequence[Sequence[Placed]]) -> None:
    column, said = sheet.table.width + sheet.beside, {sheet.table.key}
    page.sheet.set_column(column, column, HELP_WIDTH)
    for row in layout:
        for path in [path for placed in row[-1:] if placed.path for path in _above_path(placed.path)]:
            if path not in said and path in WHERE:
                page.text(Box.cell(TOP - 1, column), "　到哪里找、怎么算", "caption")
                page.text(Box.cell(TOP + row[0].row, column), WHERE[path], "help")
            said.add(path)


def _above_path(path: str) -> list[str]:
    parts = path.split(".")
    return [".".join(parts[:depth]) for depth in range(1, len(parts))]


def _marks(page: Page, sheet: Sheet, bottom: int) -> int:
    """Write the marks; return the first row below them."""
    width, head = sheet.table.width, sheet.table.head_width
    for number in range(sheet.beside):
        page.sheet.set_column(width + number, width + number, MARK_WIDTH)
    for family in sheet.families:
        row = bottom
        if not family.is_beside:
            if head:
                page.text(Box(row, 0, row, head - 1), family.title, "marked")
            else:
                page.text(Box(row, 0, row, width - 1), f"勾稽核对：{family.title}", "caption")
                row += 1
            widths = _widths(sheet, table_layout(sheet.table))
            page.sheet.set_row(row, max(18, 13 * lines_of(family.title, sum(widths[:head]) * 1.15) if head else 18))
            bottom = row + 1
        for identity, place in family.identities:
            at = (place.row, width + family.line) if family.is_beside else (row, place.column)
            page.mark(*at, formula(identity, sheet.places, page.name), family.title, family.law)
    return bottom


def _widths(sheet: Sheet, layout: Sequence[Sequence[Placed]]) -> list[float]:
    """Return the width of each column: labels by their longest text, values alike."""
    table = sheet.table
    value = 19 if table.width <= 5 else 8.5 if table.head_width else 9.5
    widths: list[float] = [value] * table.width
    for column in range(table.head_width):
        heads = [placed.head for row in layout for placed in row if placed.column == column and not placed.path]
        own = [head for head in heads if head.colspan == 1]
        longest = max((len(head.text) for head in own), default=8)
        is_group = any(head.rowspan > 1 for head in own)
        widths[column] = 7 if is_group and column == 0 else 11 if is_group else min(max(2.2 * longest + 4, 22), 36)
    return widths


def _height(row: Sequence[Placed], widths: Sequence[float], table: Table) -> int:
    """Return a height that shows every label of a row whole."""
    labels = [placed for placed in row if placed.head.text and placed.head.rowspan == 1]
    lines = [lines_of(p.head.text, sum(widths[p.column : p.last_column + 1])) for p in labels]
    least = 20 if table.width > 5 else 24
    if not table.head_width and any(placed.path for placed in row):
        least = 34
    return max(least, LINE * max(lines, default=1) + 5)
