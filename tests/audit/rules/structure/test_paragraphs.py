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


ENDINGS = [
    "党政综合办汇总后上网，6月起使用电子审批，累计审批151条",
    "全年召开会议，听取汇报两次，组织业务培训，共培训七十余人次",
    "社会评议以问卷方式进行，收回问卷二百份，满意率为98.5%",
    "网站、公众号同步公开，栏目按月更新，上年指出的问题均已整改到位",
    "责任追究按《条例》执行，全年没有单位和个人被追究，追究事项为零",
]


@pytest.mark.parametrize("text", ENDINGS)
def test_a_whole_sentence_without_its_stop_is_not_a_broken_paragraph(text: str):
    report = clean()
    lines = (text, "", "平台有网站和窗口两种，街道装了信息窗，内容与网站一致。")

    told = found(with_section(report, "overview", *lines))
    assert ("A15", "overview") not in told


@pytest.mark.parametrize("following", ["的材料，没有遗留。", "，其中网站120条，公众号31条。", "和公开栏更新同步进行。"])
def test_a_figure_that_the_next_line_goes_on_with_is_a_broken_paragraph(following: str):
    lines = ("党政综合办汇总后上网，6月起使用电子审批，累计审批151条", "", following)

    assert ("A15", "overview") in found(with_section(clean(), "overview", *lines))
