"""Sheets of one item a row: 工作材料, 问题与措施, 上年问题整改."""

from collections.abc import Sequence
from dataclasses import dataclass

from drafter.dossier.guide import LAST_YEAR_ADVICE, NOTES_FROM, NOTES_MUST_SAY, PROBLEMS_ADVICE
from drafter.dossier.workbook.fields import (
    DONE,
    PLANNED,
    Field,
    last_problem_fields,
    most,
    note_fields,
    problem_fields,
)
from drafter.dossier.workbook.page import Box, Page, lines_of
from drafter.dossier.workbook.places import LAST_PROBLEMS, NOTES, PROBLEMS, TOP


@dataclass(frozen=True, slots=True)
class ListSheet:
    """A sheet of items: the list of the dossier it becomes, its columns and its advice."""

    name: str
    list_name: str
    fields: tuple[Field, ...]
    advice: str
    height: int


def list_sheets() -> tuple[ListSheet, ...]:
    """Return the sheets of items, in the order of the workbook."""
    notes = (
        f"一条写一件事，只写有依据的；数字照台账写，程序会照样写进报告。从哪里找：{NOTES_FROM}。{NOTES_MUST_SAY}。"
        f"完成情况不选就是“{DONE}”，打算做的选“{PLANNED}”。"
        "例：主动公开｜通过县政府网站公开政府信息 126 条，其中通知公告 40 条｜后台统计。"
    )
    return (
        ListSheet(NOTES, "notes", note_fields(), notes, 33),
        ListSheet(PROBLEMS, "problems", problem_fields(), f"{PROBLEMS_ADVICE}。", 36),
        ListSheet(LAST_PROBLEMS, "last_year", last_problem_fields(), f"{LAST_YEAR_ADVICE}。", 36),
    )


def write_list(page: Page, sheet: ListSheet, year: int) -> None:
    """Write a sheet of items: headings, then as many empty rows as the dossier takes."""
    widths = [_width(field) for field in sheet.fields]
    title, last = f"{sheet.name}（{year} 年度）", len(widths) - 1
    for column, width in enumerate(widths):
        page.sheet.set_column(column, column, width)
    page.sheet.set_row(0, 26)
    page.text(Box(0, 0, 0, last), title, "title")
    page.sheet.set_row(1, 15 * lines_of(sheet.advice, sum(widths)) + 4)
    page.text(Box(1, 0, 1, last), sheet.advice, "advice")
    page.sheet.set_row(TOP - 1, 22)
    for column, field in enumerate(sheet.fields):
        page.text(Box.cell(TOP - 1, column), field.title, "head")
    rows = most(sheet.list_name)
    _rows(page, sheet, rows)
    page.set_up(landscape=True, head=title)
    page.sheet.repeat_rows(TOP - 1)
    page.sheet.freeze_panes(TOP, 1)


def _rows(page: Page, sheet: ListSheet, rows: int) -> None:
    for row in range(TOP, TOP + rows):
        page.sheet.set_row(row, sheet.height)
        for column, field in enumerate(sheet.fields):
            text = f"N{row - TOP + 1:02d}" if field.name == "id" else ""
            page.text(Box.cell(row, column), text, _kind(field, sheet.fields))
    for column, field in enumerate(sheet.fields):
        box, prompt = Box(TOP, column, TOP + rows - 1, column), (field.title, field.help)
        if field.choices:
            page.takes_choices(box, field.choices, prompt)
        elif field.name != "id":
            page.takes_text(box, field.longest, prompt)


def _kind(field: Field, fields: Sequence[Field]) -> str:
    if field.name == "id" or field.choices:
        return "centred"
    return "text" if field.required and len(fields) < 4 else "optional_text"


def _width(field: Field) -> int:
    if (field.longest or 0) >= 300:
        return 56
    return 24 if (field.longest or 0) >= 100 else 14
