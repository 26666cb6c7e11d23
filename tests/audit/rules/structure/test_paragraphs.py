"""A15: paragraphs broken in the middle of a sentence."""

import pytest

from tests.audit.published import clean, found, marked, with_section

WHOLE = "全镇信息公开工作由党政办公室牵头，各站所分工配合，共同推进各项任务落实。"


@pytest.mark.parametrize("at", [24, 30, 34])
def test_a_line_that_the_next_one_goes_on_with_is_found(at: int):
    report = with_section(clean(), "improvement", WHOLE[:at], WHOLE[at:])

    assert found(report) == [("A15", "improvement")]
    assert marked(report, "A15")[0] == WHOLE[:at][-6:]


@pytest.mark.parametrize(
    "lines",
    [
        (WHOLE, WHOLE),
        ("存在的主要问题和不足", WHOLE),
        ("来源：云岭县灵溪镇人民政府办公室  发布时间：2026-01-20", WHOLE),
        ("（一）存在的主要问题以及在工作中发现的其他不足之处", "（二）改进措施", WHOLE),
        (WHOLE.replace("。", "；"), WHOLE),
        ("联系地址是云岭县灵溪镇兴镇路八号灵溪镇人民政府二楼", "联系电话：0000-1234567，工作日接听，欢迎来电咨询。"),
    ],
)
def test_lines_that_end_or_are_headings_are_right(lines: tuple[str, ...]):
    assert found(with_section(clean(), "improvement", *lines)) == []


def test_text_before_and_after_a_table_is_not_one_sentence():
    report = clean()
    section = report.section("disputes")
    assert section is not None
    lead = "全年没有因政府信息公开工作被申请行政复议，有关数据统计情况"
    broken = with_section(report, "disputes", lead, "", "", "以上数据已经核对。")

    assert found(broken) == []
