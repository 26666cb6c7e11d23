"""Sheets of one field a row: 机关信息 and 信息处理费."""

from collections.abc import Mapping, Sequence

from drafter.dossier.guide import FEES_FROM
from drafter.dossier.workbook.fields import Field, fee_fields, front_fields
from drafter.dossier.workbook.marks import Family, formula
from drafter.dossier.workbook.page import Box, Page, lines_of
from drafter.dossier.workbook.places import TOP, Key, Place
from drafter.form.model import Form, Kind

LABEL, VALUE, HELP, MARK = 26, 44, 54, 12
_FRONT_ADVICE = "黄色的必须填，蓝色的可以不填。地址、电话写对外公布的办公地址和办公电话，不写个人手机号。"


def write_front(page: Page, form: Form, year: int, organ: Mapping[str, str]) -> None:
    """Write 机关信息: who reports, the year, and what concerns the whole dossier."""
    title = f"{year} 年度政府信息公开工作年度报告　机关信息"
    _above(page, title, f"{_FRONT_ADVICE}格式：{form.notice.number}。")
    for number, field in enumerate(front_fields()):
        box = Box.cell(TOP + number, 1)
        _label(page, box.row, field, "必填。" if field.required and field.name != "year" else "")
        if field.name == "year":
            page.number(box, year, "fixed")
            continue
        page.text(box, organ.get(field.name, ""), "text" if field.required else "optional_text")
        prompt = (field.title, field.help)
        if field.choices:
            page.takes_choices(box, field.choices, prompt)
        else:
            page.takes_text(box, field.longest, prompt)
    page.set_up(landscape=True, head=title)
    page.sheet.freeze_panes(TOP, 1)


def write_fees(page: Page, year: int, places: Mapping[Key, Place], families: Sequence[Family]) -> None:
    """Write 信息处理费 with its marks."""
    title = f"信息处理费（{year} 年度）"
    _above(page, title, f"{FEES_FROM}。")
    for number, field in enumerate(fee_fields()):
        box = Box.cell(TOP + number, 1)
        _label(page, box.row, field, "")
        page.text(box, "", "count")
        kind = Kind.MONEY if field.is_money else Kind.COUNT
        page.takes_numbers(box, kind, (field.title, f"{field.help}没有发生的填 0。"))
    for line in {family.line for family in families}:
        page.sheet.set_column(3 + line, 3 + line, MARK)
        page.text(Box.cell(TOP - 1, 3 + line), "勾稽核对", "over_marks")
    for family in families:
        for identity, place in family.identities:
            at = (place.row, 3 + family.line)
            page.mark(*at, formula(identity, places, page.name), family.title, family.law)
    page.set_up(landscape=True, head=title)
    page.sheet.freeze_panes(TOP, 1)


def _above(page: Page, title: str, advice: str) -> None:
    for column, width in enumerate((LABEL, VALUE, HELP)):
        page.sheet.set_column(column, column, width)
    page.sheet.set_row(0, 26)
    page.text(Box(0, 0, 0, 2), title, "title")
    page.sheet.set_row(1, 15 * lines_of(advice, LABEL + VALUE + HELP) + 4)
    page.text(Box(1, 0, 1, 2), advice, "advice")
    for column, text in enumerate(("项目", "填写", "怎么填")):
        page.text(Box.cell(TOP - 1, column), text, "head")


def _label(page: Page, row: int, field: Field, before: str) -> None:
    page.sheet.set_row(row, 24)
    page.text(Box.cell(row, 0), field.title, "row")
    page.text(Box.cell(row, 2), f"{before}{field.help}", "help")
