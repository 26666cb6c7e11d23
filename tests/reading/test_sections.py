"""The parts of a report, whatever became of its headings."""

import pytest

from drafter.reading.sections import Parts, split_report
from drafter.reading.source import Place, SourceBlock, SourceLine

TITLE = "灵溪镇人民政府2025年政府信息公开工作年度报告"
ALL = ["overview", "proactive", "applications", "disputes", "improvement", "other"]
HEADINGS = [
    "一、总体情况",
    "二、主动公开政府信息情况",
    "三、收到和处理政府信息公开申请情况",
    "四、政府信息公开行政复议、行政诉讼情况",
    "五、存在的主要问题及改进情况",
    "六、其他需要报告的事项",
]


def lines(*texts: str | tuple[str, int]) -> list[SourceBlock]:
    """Return lines; a pair is a heading with its level."""
    pairs = [(text, None) if isinstance(text, str) else text for text in texts]
    return [SourceLine(text, Place(at), level) for at, (text, level) in enumerate(pairs, start=1)]


def parts(*texts: str | tuple[str, int]) -> Parts:
    return split_report(lines(*texts), ())


def keys(found: Parts) -> list[str]:
    return [section.key for section in found.sections]


def test_a_plain_report_is_split_at_its_headings():
    body = [text for heading in HEADINGS for text in (heading, "正文。")]

    found = parts(TITLE, "导语。", *body, "灵溪镇人民政府", "2026年1月20日")

    assert found.title is not None
    assert found.title.text == TITLE
    assert [line.text for line in found.preamble] == ["导语。"]
    assert keys(found) == ALL
    assert [section.ordinal for section in found.sections] == list("一二三四五六")
    assert [line.text for line in found.sections[-1].lines] == ["正文。"]
    assert [line.text for line in found.signature] == ["灵溪镇人民政府", "2026年1月20日"]


@pytest.mark.parametrize(
    ("heading", "key"),
    [
        ("四、其他需要报告的事项", "other"),
        ("三、政府信息依申请公开申请情况", "applications"),
        ("一、工作总体推进情况", "overview"),
        ("一、工作开展情况", "overview"),
        ("一、概述", "overview"),
        ("四、因政府信息公开工作被申请行政复议、提起行政诉讼情况", "disputes"),
        ("四、行政复议和行政诉讼情况", "disputes"),
        ("五、政府信息公开工作存在的主要问题及改进情况", "improvement"),
        ("五、存在的问题及改进措施", "improvement"),
        ("六、其它需要报告的事项", "other"),
        ("二、主动公开情况", "proactive"),
        ("一 、总体 情况", "overview"),
        ("第一部分 总体情况", "overview"),
        ("总体情况", "overview"),
        ("**一、总体情况**", "overview"),
        ("一.总体情况", "overview"),
        ("（一）总体情况", "overview"),
        ("四、政府信息公开行政復議、行政訴訟情況", "disputes"),
        ("三、收到和處理政府信息公開申請情況", "applications"),
        ("七、附件", ""),
    ],
)
def test_a_heading_is_known_by_its_title_whatever_its_number(heading: str, key: str):
    assert keys(parts(TITLE, heading, "正文。")) == [key]


@pytest.mark.parametrize(
    "line",
    [
        "（一）主动公开",
        "（二）依申请公开",
        "（一）存在的主要问题",
        "一是总体情况良好",
        "1.加强学习",
        "一、本年新收政府信息公开申请数量",
        "四、结转下年度继续办理",
        "总体情况较好，群众满意。",
        "主动公开政府信息情况如下表：",
        "一、全年公开信息126条，没有收到申请，办理了全部事项，工作有序推进，群众满意度进一步提高，各项任务圆满完成",
    ],
)
def test_other_lines_are_no_headings_of_the_first_level(line: str):
    assert keys(parts(TITLE, "一、总体情况", line)) == ["overview"]


def test_text_glued_to_a_heading_is_its_first_line():
    found = parts(TITLE, "一、总体情况2025年，我镇公开信息3条。", "二、主动公开政府信息情况：见下表。")

    assert [(section.title, [line.text for line in section.lines]) for section in found.sections] == [
        ("总体情况", ["2025年，我镇公开信息3条。"]),
        ("主动公开政府信息情况", ["见下表。"]),
    ]


def test_a_heading_broken_over_two_lines_is_one():
    found = parts(TITLE, "三、收到和处理政府信息公开", "申请情况", "正文。")

    assert (keys(found), found.sections[0].title) == (["applications"], "收到和处理政府信息公开申请情况")


@pytest.mark.parametrize("paged", [False, True])
def test_a_list_of_the_parts_is_not_the_parts(paged: bool):
    contents = [f"{heading}\t{page}" for page, heading in enumerate(HEADINGS, start=1)] if paged else HEADINGS
    found = parts(TITLE, "目录", *contents, *(text for heading in HEADINGS for text in (heading, "正文。")))

    assert keys(found) == ALL
    assert all(section.lines for section in found.sections)


def test_markup_levels_tell_headings_from_lower_ones():
    found = parts(
        (TITLE, 1),
        ("一、总体情况", 2),
        ("一、主要做法", 3),
        "正文。",
        ("三、政府信息依申请公开申请情况", 3),
        ("五、存在的主要问题及改进情况", 2),
    )

    assert [(section.key, section.level) for section in found.sections] == [
        ("overview", 2),
        ("applications", 3),
        ("improvement", 2),
    ]


@pytest.mark.parametrize(
    ("above", "title"),
    [
        ([TITLE], TITLE),
        (
            ["云岭县灵溪镇人民政府", "2025年政府信息公开工作年度报告"],
            "云岭县灵溪镇人民政府2025年政府信息公开工作年度报告",
        ),
        (["灵溪镇人民政府2025年政府信息公开", "工作年度报告"], TITLE),
        (["灵溪镇人民政府2025年政府信息公开工作年度报", "告"], TITLE),
        (["索引号：123", "灵溪镇2025年政府信息公开年报"], "灵溪镇2025年政府信息公开年报"),
        (["2026-01-20", "灵溪镇2025年政府信息公开年报"], "灵溪镇2025年政府信息公开年报"),
        (["灵溪镇人民政府政府信息公开工作年度报告（2025年）"], "灵溪镇人民政府政府信息公开工作年度报告（2025年）"),
    ],
)
def test_a_title_is_put_together(above: list[str], title: str):
    found = parts(*above, "导语。", *HEADINGS[:1], "正文。")

    assert found.title is not None
    assert found.title.text == title
    assert [line.text for line in found.preamble] == ["导语。"]


def test_a_sentence_about_the_report_is_no_title():
    assert parts("根据要求，编制本年度报告。", *HEADINGS[:1]).title is None


def test_lines_of_tables_are_in_no_section():
    blocks = lines("二、主动公开政府信息情况", "如下：", "规章", "0", "后。")

    found = split_report(blocks, {2, 3})

    assert [line.text for line in found.sections[0].lines] == ["如下：", "后。"]


def test_a_fragment_has_neither_title_nor_sections():
    found = parts("规章 0 0 0", "规范性文件 1 2 3")

    assert (found.title, found.sections, len(found.preamble)) == (None, (), 2)
