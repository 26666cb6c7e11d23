"""The first sheet: how to fill in the workbook, what the colours mean, and what is still to do, live."""

from collections.abc import Sequence

from drafter.dossier.workbook.fields import fee_fields, organ_fields
from drafter.dossier.workbook.marks import FAILS, HOLDS, Family
from drafter.dossier.workbook.page import Box, Page, lines_of
from drafter.dossier.workbook.places import FEES, FRONT, TOP, Place, quoted, ranges, value_cells
from drafter.form.model import Form, Table
from drafter.form.totals import totals

_STEPS = (
    "从左到右逐张填：机关信息、各张统计表、工作材料、问题与措施。黄色的格子必须填，填好就变白；蓝色的可以不填。",
    "没有发生的填 0。空着就是“没有填”，不会当成 0；有一格没填就不能起草。不填“/”“-”“无”，不带单位和逗号。",
    "灰色的总计自动算，各栏填全了才显示。核对栏显示“√”是平的，变红写“×”和差数的，请对照台账改到平为止。",
    "可以打印出来送审。不要改表头和左边的项目名称；要调整版面，可以撤销工作表保护，没有密码。",
    "从别处复制数字时，请用“选择性粘贴—数值”。",
    "填完保存，运行 drafter check 加本文件，按提示改到没有错误，再运行 drafter draft 起草。",
)
_LEGEND = (("text", "必须填"), ("optional_text", "可以不填"), ("total", "自动算"))
_WIDTHS = (22, 18, 18, 18, 22)


def write_guide(page: Page, form: Form, year: int, families: Sequence[Family], filled: int) -> None:
    """Write 填写说明; `filled` of the fields that 机关信息 must have are filled in already."""
    title, last = f"{year} 年度政府信息公开工作年度报告　资料填报", len(_WIDTHS) - 1
    for column, width in enumerate(_WIDTHS):
        page.sheet.set_column(column, column, width)
    page.sheet.set_row(0, 30)
    page.text(Box(0, 0, 0, last), title, "title")
    page.text(Box(1, 0, 1, last), f"格式依据：{form.notice.title}（{form.notice.number}）", "caption")
    page.sheet.set_row(1, 28)
    for number, step in enumerate(_STEPS, start=1):
        page.sheet.set_row(1 + number, 15 * lines_of(step, sum(_WIDTHS)) + 10)
        page.text(Box(1 + number, 0, 1 + number, last), f"{number}. {step}", "plain")
    row = 3 + len(_STEPS)
    for column, (kind, text) in enumerate(_LEGEND):
        page.text(Box.cell(row, column), text, kind)
    page.text(Box.cell(row, 3), "要改正", "state")
    page.sheet.conditional_format(row, 3, row, 3, {"type": "no_blanks", "format": page.styles.wrong})
    _standing(page, form, families, row + 2, filled)
    page.set_up(head=title)


def _standing(page: Page, form: Form, families: Sequence[Family], row: int, filled: int) -> None:
    """Write what is still to do, by sheet: cells that are empty, identities that fail."""
    for column, text in enumerate(("还差什么", "还没填（格）", "不平（处）")):
        page.text(Box.cell(row, column), text, "head")
    required = [
        Place(FRONT, TOP + number, 1)
        for number, field in enumerate(organ_fields())
        if field.required and field.name != "year"
    ]
    sheets = {FRONT: required} | {table.name: _inputs(form, table) for table in form.tables}
    if any(family.sheet == FEES for family in families):
        sheets[FEES] = [Place(FEES, TOP + number, 1) for number in range(len(fee_fields()))]
    for sheet, inputs in sheets.items():
        row += 1
        page.text(Box.cell(row, 0), sheet, "row")
        page.formula(
            Box.cell(row, 1), _empty(inputs, page.name), "state", len(inputs) - (filled if sheet == FRONT else 0)
        )
        page.formula(Box.cell(row, 2), f'=COUNTIF({quoted(sheet)}!A1:AZ80,"{FAILS} *")', "state", 0)
        for column in (1, 2):
            above = {"type": "cell", "criteria": ">", "value": 0, "format": page.styles.wrong}
            page.sheet.conditional_format(row, column, row, column, above)
            none = {"type": "cell", "criteria": "==", "value": 0, "format": page.styles.right}
            page.sheet.conditional_format(row, column, row, column, none)
    titles = "；".join(f"{family.title}（{len(family.identities)} 处）" for family in families)
    page.sheet.set_row(row + 2, 14 * lines_of(titles, sum(_WIDTHS)) + 20)
    page.text(Box(row + 2, 0, row + 2, 4), f"核对的勾稽关系：{titles}。平的显示“{HOLDS}”。", "advice")


def _inputs(form: Form, table: Table) -> list[Place]:
    computed = totals(form)
    return [Place(table.name, TOP + p.row, p.column) for p in value_cells(table) if p.path not in computed]


def _empty(inputs: list[Place], sheet: str) -> str:
    """Return the formula that counts empty inputs; long lists of ranges are added up piece by piece."""
    rows = sorted(inputs, key=lambda place: (place.row, place.column))
    pieces = ranges(rows, sheet).split(",")
    return "=" + "+".join(f"COUNTBLANK({piece})" for piece in pieces)
