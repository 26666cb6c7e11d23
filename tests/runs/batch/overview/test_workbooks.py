"""总览.xlsx and 退回清单.xlsx, opened again."""

import zipfile
from collections.abc import Sequence
from decimal import Decimal
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from drafter.form.editions import load_form
from drafter.form.layout import table_layout
from drafter.runs.batch.overview.lists import PRINTED
from drafter.runs.batch.overview.returns import returns_workbook
from drafter.runs.batch.overview.rollup import roll_ups
from drafter.runs.batch.overview.workbook import overview_workbook
from drafter.runs.batch.summary import Status, Summary
from drafter.runs.sameness.narrative import Likeness
from tests.runs.batch.overview.sample import (
    HOSTILE,
    blocked,
    cells,
    county,
    done,
    hostile,
    hostile_likenesses,
    like,
)


def opened(content: bytes) -> Any:
    return openpyxl.load_workbook(BytesIO(content))


def overview(summaries: Sequence[Summary], likenesses: Sequence[Likeness] = ()) -> Any:
    return opened(overview_workbook(summaries, iter(likenesses)))


def listed(sheet: Worksheet, title: str) -> list[dict[str, Any]]:
    """Return the rows of a list by the titles of its columns."""
    rows = list(sheet.iter_rows(values_only=True))
    head = next(number for number, row in enumerate(rows) if title in row)
    return [dict(zip(rows[head], row, strict=True)) for row in rows[head + 1 :]]


def grid(sheet: Worksheet, key: str) -> dict[str, Any]:
    """Return what stands where the official table prints each cell."""
    table = load_form("2021").table(key)
    layout = table_layout(table)
    top = sheet.max_row - len(layout)
    return {
        placed.path: sheet.cell(top + placed.row + 1, placed.column + 1).value
        for row in layout
        for placed in row
        if placed.path
    }


def test_townships_stand_by_risk_with_their_figures():
    rows = listed(overview(county())["总览"], "机关")

    assert [row["机关"][:2] for row in rows] == ["丙乡", "庚乡", "戊镇", "己镇", "乙镇", "丁街", "甲镇"]
    last = rows[-1]
    assert (last["状态"], last["新收申请"], last["公开信息条数"]) == ("完成", 12, 300)
    assert (last["问模型次数"], last["输入 tokens"], last["费用（元）"]) == (3, 1000, 0.5)
    assert rows[0]["绿句"] is None


@pytest.mark.parametrize("key", ["proactive", "applications", "disputes"])
def test_every_sum_stands_where_the_official_table_prints_it(key: str):
    summaries = [done(f"{number}镇", statistics=cells(value=number)) for number in range(1, 5)]
    book, (roll_up,) = overview(summaries), roll_ups(summaries)
    name = {"proactive": "表二", "applications": "表三", "disputes": "表四"}[key]

    shown = grid(book[f"{name}合计2025"], key)
    assert shown == {path: found.total for path, found in roll_up.sums.items() if path in shown}
    assert len(shown) == sum(cell.table == key for cell in load_form("2021").cells.values())


def test_a_sum_that_lacks_somebody_is_no_number_and_says_whom():
    summaries = [
        done("甲镇", statistics=cells(value=3)),
        done("乙镇", statistics=cells(value=4, changed={"applications.received.total": None})),
    ]
    book = overview(summaries)

    shown = grid(book["表三合计2025"], "applications")
    assert shown["applications.received.total"] == "3（缺 1）"
    assert shown["applications.received.business"] == 7
    (gap,) = listed(book["没填报的单元格"], "单元格")
    assert (gap["已填部分之和"], gap["没填"], gap["没填的机关"]) == (3, 1, "乙镇人民政府")


def test_the_sheet_of_all_cells_keeps_blank_from_zero_and_adds_up():
    summaries = county()
    sheet = overview(summaries)["各机关数据2025"]
    rows = list(sheet.iter_rows(values_only=True))
    sums, body = rows[2], rows[4:]
    paths = list(load_form("2021").cells)

    assert [row[0] for row in body] == [summary.name for summary in summaries]
    for column, path in enumerate(paths, start=2):
        assert [row[column] for row in body] == [_plain((summary.statistics or {}).get(path)) for summary in summaries]
        reported = [row[column] for row in body if row[column] is not None]
        assert sums[column] == f"{sum(reported):g}（缺 {len(body) - len(reported)}）"


def _plain(value: Any) -> Any:
    return float(value) if isinstance(value, Decimal) else value


def test_each_year_has_sheets_of_its_own():
    old = done("乙镇", year=2020, edition="2019", statistics=cells("2019", 1))

    names = overview([done("甲镇"), old]).sheetnames
    assert {"表三合计2025", "表三合计2020", "各机关数据2025", "各机关数据2020"} <= set(names)


def test_an_amount_of_more_digits_than_excel_keeps_is_text():
    big = Decimal("123456789012345.6789")
    book = overview([done("甲镇", statistics=cells(changed={"proactive.fees.amount": big}))])

    assert grid(book["表二合计2025"], "proactive")["proactive.fees.amount"] == "123456789012345.6789"


def test_likenesses_show_both_sentences_the_closest_first():
    likenesses = [like("甲镇", "丁街道", 0.2, "warn", "甲句"), like("甲镇", "乙镇", 0.9, "block", "乙句", "丙句")]
    book = overview(county(), likenesses)

    rows = listed(book["雷同"], "机关甲")
    assert [(row["档"], row["机关乙"], row["甲的句子"]) for row in rows] == [
        ("雷同", "乙镇人民政府", "乙句"),
        ("雷同", "乙镇人民政府", "丙句"),
        ("偏高", "丁街道人民政府", "甲句"),
    ]
    line = next(row for row in listed(book["总览"], "机关") if row["机关"] == "甲镇人民政府")
    assert (line["最相近的"], line["相似度"], line["档"]) == ("乙镇人民政府", 0.9, "雷同")


def test_reports_are_linked_by_relative_paths_that_no_name_can_bend():
    sheet = overview([done("甲 #1%镇"), done("乙镇", files=("report.docx",))])["总览"]
    links = {cell.hyperlink.target.replace("\\", "/") for row in sheet.iter_rows() for cell in row if cell.hyperlink}

    assert links == {"甲%20%231%25镇/report.html", "甲%20%231%25镇/report.docx", "乙镇/report.docx"}


def test_boxes_of_the_official_table_are_one_cell():
    sheet = overview([done("甲镇")])["表三合计2025"]
    boxes = sum(
        placed.head.colspan * placed.head.rowspan > 1
        for row in table_layout(load_form("2021").table("applications"))
        for placed in row
    )

    assert len(sheet.merged_cells.ranges) == boxes


@pytest.mark.parametrize("name", ["总览", "各机关数据2025", "雷同"])
def test_a_list_has_filters_a_frozen_head_and_is_set_up_for_print(name: str):
    sheet = overview(county())[name]

    assert sheet.auto_filter.ref
    assert sheet.freeze_panes
    assert sheet.print_title_rows
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.page_setup.fitToHeight == 0


def test_the_first_columns_are_printed_and_end_with_what_decides_the_risk():
    sheet = overview(county())["总览"]
    titles = [column.value for column in sheet[sheet.auto_filter.ref.split(":")[0].lstrip("A")]]

    assert titles[PRINTED - 1] == "变动大"


def test_what_blocks_is_one_row_a_finding_with_its_place_and_remedy():
    rows = listed(opened(returns_workbook(county()))["退回清单"], "哪里不对")

    first = rows[0]
    assert (first["机关"], first["所在文件"], first["位置"]) == ("丙乡人民政府", "丙乡/dossier.yaml", "第 33 行")
    assert first["项目"] == load_form("2021").cells["applications.received.total"].label
    assert (first["哪里不对"], first["怎么改"]) == ("总计没有填。", "请补填。")
    assert [row["处理"] for row in rows] == ["退回", "失败", "退回"]


def test_every_returned_township_has_a_letter_and_nobody_else():
    rows = listed(opened(returns_workbook(county()))["退回通知"], "通知内容")
    letter = [row["通知内容"] for row in rows if row["机关"] == "丙乡人民政府"]

    assert {row["机关"] for row in rows} == {"丙乡人民政府", "庚乡人民政府"}
    assert letter[0] == "丙乡人民政府："
    assert letter[2] == "1. （第 33 行）总计没有填。请补填。"
    assert letter[-1].startswith("另有 1 处提醒")


def test_all_warnings_are_listed():
    rows = listed(opened(returns_workbook(county()))["全部警告"], "提醒")

    assert [(row["机关"], row["提醒"]) for row in rows] == [
        ("丙乡人民政府", "材料写到 2024 年。"),
        ("丁街道人民政府", "增加很多。"),
    ]


def test_a_workbook_address_is_the_place_of_a_finding():
    finding = type(county()[2].findings[0])("x", county()[2].findings[0].severity, "y", "z", address="表三!D7")
    rows = listed(opened(returns_workbook([blocked("甲镇", finding)]))["退回清单"], "位置")

    assert rows[0]["位置"] == "表三!D7"


@pytest.mark.parametrize(
    "made", [lambda: overview_workbook(hostile(), hostile_likenesses()), lambda: returns_workbook(hostile())]
)
def test_hostile_texts_are_texts_and_nothing_else(made):
    content = made()
    for sheet in opened(content).worksheets:
        kinds = {cell.data_type for row in sheet.iter_rows() for cell in row}
        assert "f" not in kinds
        assert all(
            cell.quotePrefix
            for row in sheet.iter_rows()
            for cell in row
            if str(cell.value or "").startswith(("=", "+", "@"))
        )
    with zipfile.ZipFile(BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    assert not any(b"<f>" in part or b"<r><t>rich" in part for part in parts.values())


def test_hostile_names_are_read_back_as_far_as_they_can_be_seen():
    shown = {row["机关"] for row in listed(overview(hostile())["总览"], "机关")}

    assert {HOSTILE[7], HOSTILE[0], HOSTILE[5]} <= shown
    assert not any("\u202e" in name or "\x00" in name for name in shown)


def test_a_workbook_tells_nothing_found_from_nothing_compared():
    compared, not_compared = (opened(overview_workbook(county(), given)) for given in ([], None))

    assert listed(compared["雷同"], "机关甲")[0]["机关甲"] == "没有发现雷同"
    assert listed(not_compared["雷同"], "机关甲")[0]["机关甲"] == "这次没有比较雷同"


def test_nobody_and_nothing_wrong_still_make_workbooks():
    assert overview([]).sheetnames[0] == "总览"
    assert listed(opened(returns_workbook([done("甲镇")]))["退回清单"], "机关")[0]["机关"] == "没有需要退回的资料"


def test_equal_townships_make_equal_files():
    assert overview_workbook(county(), []) == overview_workbook(county(), [])
    assert returns_workbook(county()) == returns_workbook(county())


def test_a_township_that_was_not_reached_is_told_as_such():
    rows = listed(overview([done("甲镇", status=Status.PENDING)])["总览"], "机关")

    assert (rows[0]["状态"], rows[0]["为什么"]) == ("未做", "还没有起草")
