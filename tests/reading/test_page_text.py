"""Text that was copied out of a PDF: every figure that is certain has its cell, and no other."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from drafter.form.statistics import Number
from drafter.reading.published import read_report
from drafter.reading.report import CellState
from tests.reading.page_text import (
    LAYOUT_HEADS,
    RAW_HEADS,
    ROW,
    ZEROS,
    Row,
    labels,
    line,
    plain,
    raw,
    truth,
)
from tests.reading.pages import read_text

ROWS: Mapping[str, Row] = {
    "received": ROW,
    "carried_in": (1, 0, 0, 0, 0, 0, 1),
    "granted": (5, 2, 0, 0, 1, 0, 8),
    "refused.third_party": (0, 1, 0, 0, 0, 0, 1),
    "unavailable.not_held": (1, 0, 0, 0, 1, 0, 2),
    "not_processed.repeated": (3, 0, 0, 0, 0, 0, 3),
    "concluded": (9, 3, 0, 0, 2, 0, 14),
    "carried_out": (1, 0, 0, 0, 0, 0, 1),
}


def cells(text: str) -> dict[str, Number | None]:
    """Return the cells of 表三 that are read."""
    found = read_text(text).cells.items()
    return {
        path: cell.value for path, cell in found if cell.state is CellState.READ and path.startswith("applications.")
    }


def without(rows: Mapping[str, Row], *lost: str) -> dict[str, Number]:
    return {
        path: value
        for path, value in truth(rows).items()
        if not path.startswith(tuple(f"applications.{key}." for key in lost))
    }


@pytest.mark.parametrize("heads", [RAW_HEADS, LAYOUT_HEADS])
@pytest.mark.parametrize("edition", ["2019", "2021"])
def test_heads_in_pieces_are_those_of_the_form_where_the_rows_add_up(heads: str, edition: str):
    assert cells(raw(ROWS, heads, edition)) == truth(ROWS, edition)


def test_a_row_that_does_not_add_up_is_read_where_others_do():
    rows = ROWS | {"granted": (5, 2, 0, 0, 1, 0, 7)}

    assert cells(raw(rows)) == truth(rows)


def test_where_no_row_adds_up_only_zeros_are_certain():
    rows = {"received": (1, 2, 0, 0, 0, 0, 9), "concluded": (1, 2, 0, 0, 0, 0, 9)}

    assert cells(raw(rows)) == without({}, "received", "concluded")


def test_heads_whose_pieces_stand_in_another_order_are_not_the_forms():
    swapped = RAW_HEADS.replace("商业\n企业\n科研\n机构", "科研\n机构\n商业\n企业")

    assert cells(raw(ROWS, swapped)) == {}


def test_a_label_may_stand_around_its_figures():
    text = raw(ROWS)
    for key in ("not_processed.confirmation", "other.no_correction", "partly_granted"):
        label = labels()[key]
        half = len(label) // 2
        text = text.replace(f"{label} {line(ZEROS)}", f"{label[:half]}\n{line(ZEROS)}\n{label[half:]}")

    assert cells(text) == truth(ROWS)


def test_heads_repeated_on_a_new_page_are_no_row():
    label = labels()["not_processed.petition"]
    text = raw(ROWS).replace(f"\n{label}", f"\n— 4 —\n\f{RAW_HEADS}\n{label}")

    assert cells(text) == truth(ROWS)


def test_figures_whose_labels_stand_elsewhere_are_read_by_their_number():
    apart = ("refused.third_party", "refused.internal_affairs", "unavailable.not_held", "unavailable.must_be_created")

    assert cells(plain(ROWS, apart)) == truth(ROWS)


def test_rows_whose_figures_come_column_by_column_are_taken_apart():
    stacked = ("not_processed.petition", "not_processed.repeated", "not_processed.publication")

    assert cells(plain(ROWS, stacked[:2], stacked)) == truth(ROWS)


@pytest.mark.parametrize("lost", [1, 3, 8])
def test_where_figures_are_lost_no_other_moves(lost: int):
    text = plain(ROWS, ("refused.third_party", "refused.internal_affairs"))
    for _ in range(lost):
        start, end = text.index("予以公开"), text.rindex("总计")
        text = text[:start] + text[start:end].replace("\n\n0", "", 1) + text[end:]

    assert cells(text).items() <= truth(ROWS).items()


def test_rows_of_one_edition_that_lack_some_are_not_those_of_another():
    lost = ("refused.state_secret", "refused.stability")
    text = "\n".join(row for row in raw(ROWS).split("\n") if not row.startswith(tuple(labels()[key] for key in lost)))

    assert cells(text) == without(ROWS, *lost)


def test_a_figure_that_is_broken_over_two_lines_is_put_together():
    rows = ROWS | {"received": (1201, 90, 1968, 295, 0, 1055, 4609)}
    text = raw(rows).replace(line(rows["received"]), "1201 90\n196\n8\n295 0\n105\n5\n460\n9")

    assert cells(text) == truth(rows)


def test_a_row_next_to_a_part_of_a_figure_is_not_certain():
    rows = ROWS | {"granted": (0, 1525, 0, 0, 0, 0, 1525)}
    text = raw(rows).replace(line(rows["granted"]), "0 152 0 0 0 0 152\n5     5")

    assert cells(text).items() <= truth(rows).items()
    assert "applications.granted.business" not in cells(text)


def test_rows_of_tabs_may_repeat_their_figures():
    text = (
        raw(ROWS)
        .replace(" ", "\t")
        .replace(RAW_HEADS, "自然人\t法人或其他组织\t总计\n商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他")
    )
    blocks = "\n".join(
        f"第二十条第（{part}）项\n信息内容\t本年处理决定数量\n{row}\t7"
        for part, row in (("五", "行政许可"), ("六", "行政处罚"))
    )

    assert cells(f"二、主动公开政府信息情况\n{blocks}\n{text}") == truth(ROWS)


PROSE = """云岭县灵溪镇人民政府 2025 年政府信息公开
工作年度报告
按照《中华人民共和国政府信息公开条例》（以下简称《条
例》）要求，灵溪镇人民政府编制本报告。本报告所列数据的统
计期限自 2025 年 1 月 1 日起至 2025 年 12 月 31 日止。如对本报告
有疑问，请与党政办公室联系（地址：云岭县灵溪镇清泉路8
号；电话：0899-0000000）。
一、总体情况
全年主动公开政府信息 486 条，其中县政府网站发布 214 条，政务
微信公众号推送 196 条，公开栏和电子屏公示 76 条。
— 1 —
五、存在的主要问题及改进情况
（一）存在的主要问题
我镇政府信息公开工作还存在以下问题。一是政策解读以转
发上级材料为主；二是部分村公开栏更新不够及

— 2 —

时。
（二）改进措施
下一步，我镇将针对上述问题逐项改进。一是文件起草站所同步编
写解读材料；二是建立公开栏更新台账。
六、其他需要报告的事项
2025 年，我镇收取信息处理费的情况为：发出收费通知 1
件，总金额 380 元，实际收取 380 元。
"""


def test_sentences_that_a_page_broke_are_read_whole(tmp_path: Path):
    path = tmp_path / "report.txt"
    path.write_text(PROSE, encoding="utf-8")

    found = read_report(path)

    assert [(each.text, each.measure) for each in found.problems] == [
        ("政策解读以转发上级材料为主", "文件起草站所同步编写解读材料"),
        ("部分村公开栏更新不够及时", "建立公开栏更新台账"),
    ]
    assert found.fees is not None
    assert (found.fees.notices, found.fees.billed_yuan, found.fees.collected_yuan) == (1, 380, 380)
    assert found.contact.address == "云岭县灵溪镇清泉路8号"
    assert found.period == ("2025-01-01", "2025-12-31")


def test_the_sentence_that_leads_to_a_table_stays_with_its_section(tmp_path: Path):
    path = tmp_path / "report.txt"
    lead = "2025 年，我镇新收申请 14 件，上年结转 1 件。"
    path.write_text(f"{PROSE}{raw(ROWS).replace(RAW_HEADS, lead + chr(10) + RAW_HEADS)}\n没有。", encoding="utf-8")

    found = read_report(path).section("applications")

    assert found is not None
    assert [each.text for each in found.lines] == [lead]
