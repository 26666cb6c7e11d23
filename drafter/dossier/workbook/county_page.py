"""Write an empty county-wide sheet: a row for each township, a column for each cell of the form."""

from collections.abc import Mapping, Sequence
from io import BytesIO
from itertools import groupby

from drafter.dossier.guide import fee_law
from drafter.dossier.workbook.fields import Field, fee_fields, organ_fields
from drafter.dossier.workbook.marks import total_formula
from drafter.dossier.workbook.page import Box, Page
from drafter.dossier.workbook.places import Place
from drafter.dossier.workbook.styles import Styles
from drafter.dossier.workbook.writing import TEXTS_STAY_TEXTS, birth
from drafter.form.model import Cell, Form, Kind
from drafter.form.totals import totals

COUNTY_NAME = "全县汇总.xlsx"
SHEET = "汇总表"
GROUPS, LABELS, PATHS, FIRST = 2, 3, 4, 5
"""Rows of headings, and the first row of a township."""
SPARE = 30
"""How many empty rows stand ready where there is no roster."""


def county_bytes(form: Form, year: int, organs: Sequence[Mapping[str, str]]) -> bytes:
    """Return an empty county-wide sheet as xlsx, one row for each organ; the same arguments give the same bytes."""
    from xlsxwriter import Workbook

    content = BytesIO()
    with Workbook(content, dict(TEXTS_STAY_TEXTS)) as book:
        book.set_properties({"title": f"{year} 年度政府信息公开统计汇总", "created": birth(year)})
        page = Page(book.add_worksheet(SHEET), Styles(book), SHEET)
        _write(page, form, year, organs)
    return content.getvalue()


def _write(page: Page, form: Form, year: int, organs: Sequence[Mapping[str, str]]) -> None:
    fields = organ_fields()
    fees = fee_fields() if fee_law(form.identities) else ()
    title = f"{year} 年度政府信息公开统计汇总（一个机关一行，{form.notice.number}格式）"
    page.sheet.set_row(0, 28)
    page.text(Box(0, 0, 0, 12), title, "title")
    advice = "没有发生的填 0，空着就是没有填。灰色的总计自动算。可以增减行，不要改表头；第 5 行是程序用的名称，请留着。"
    page.text(Box(1, 0, 1, 12), advice, "advice")
    rows = range(FIRST, FIRST + (len(organs) or SPARE))
    _heads(page, fields, 0, "organ")
    page.text(Box(GROUPS, len(fields), LABELS, len(fields)), "报告年度", "head")
    page.text(Box.cell(PATHS, len(fields)), "year", "path")
    first = len(fields) + 1
    _cell_heads(page, form, first)
    _heads(page, fees, first + len(form.cells), "fees")
    sums = totals(form)
    for row in rows:
        _organ(page, year, row, organs[row - FIRST] if organs else {})
        _cells(page, form, row, sums)
    _rules(page, form, rows, sums, fees)
    page.set_up(landscape=True, head=title)
    page.sheet.freeze_panes(FIRST, 2)
    page.sheet.set_row(GROUPS, 62)
    page.sheet.set_row(LABELS, 34)


def _heads(page: Page, fields: Sequence[Field], start: int, group: str) -> None:
    for column, field in enumerate(fields, start=start):
        page.sheet.set_column(column, column, 22 if field.name in ("name", "address", "website", "email") else 12)
        page.text(Box(GROUPS, column, LABELS, column), field.title, "head")
        page.text(Box.cell(PATHS, column), f"{group}.{field.name}", "path")


def _cell_heads(page: Page, form: Form, first: int) -> None:
    column = first
    for (table, label), group in groupby(form.cells.values(), key=lambda cell: (cell.table, _group(cell))):
        cells = list(group)
        text = label if form.table(table).head_width == 0 else f"{form.table(table).name} {label}"
        page.text(Box(GROUPS, column, GROUPS, column + len(cells) - 1), text, "head")
        for cell in cells:
            page.sheet.set_column(column, column, 9)
            page.text(Box.cell(LABELS, column), cell.column_label.rpartition("·")[2], "head")
            page.text(Box.cell(PATHS, column), cell.path, "path")
            column += 1


def _group(cell: Cell) -> str:
    return cell.row_label or cell.column_label.rpartition("·")[0]


def _organ(page: Page, year: int, row: int, organ: Mapping[str, str]) -> None:
    fields = organ_fields()
    for column, field in enumerate(fields):
        page.text(Box.cell(row, column), organ.get(field.name, ""), "text" if field.required else "optional_text")
    page.number(Box.cell(row, len(fields)), year, "fixed")


def _cells(page: Page, form: Form, row: int, sums: Mapping[str, tuple[str, ...]]) -> None:
    columns = {path: len(organ_fields()) + 1 + number for number, path in enumerate(form.cells)}
    for path, column in columns.items():
        if path in sums:
            parts = [Place(SHEET, row, columns[part]) for part in sums[path]]
            page.formula(Box.cell(row, column), total_formula(parts, SHEET), "total")
        else:
            page.text(Box.cell(row, column), "", "count")


def _rules(page: Page, form: Form, rows: range, sums: Mapping[str, tuple[str, ...]], fees: Sequence[Field]) -> None:
    """Let the columns take what their cells take, neighbours of one kind together."""
    top, bottom, column = rows[0], rows[-1], len(organ_fields()) + 1
    for number, field in enumerate(organ_fields()):
        if field.choices:
            page.takes_choices(Box(top, number, bottom, number), field.choices, (field.title, field.help))
    kinds = [None if path in sums else cell.kind for path, cell in form.cells.items()]
    for kind, group in groupby(kinds):
        width = len(list(group))
        if kind:
            page.takes_numbers(Box(top, column, bottom, column + width - 1), kind, ("填数", "没有发生的填 0。"))
        column += width
    for number, field in enumerate(fees, start=column):
        for row in rows:
            page.text(Box.cell(row, number), "", "count")
        kind = Kind.MONEY if field.is_money else Kind.COUNT
        page.takes_numbers(Box(top, number, bottom, number), kind, (field.title, field.help))
