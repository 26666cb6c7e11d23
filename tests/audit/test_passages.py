"""The prose by sentences: what is cleared, what is a heading, and which lines of a page go on."""

from drafter.audit.passages import body, cleared, paragraphs, passages
from tests.audit.reports import audited


def test_blanks_and_half_width_signs_go_and_places_stay():
    clear = cleared("2025 年,公开 信息(含１２ 条);见 http://a.cn/x?y=1 。")

    assert clear.text == "2025年，公开信息（含12条）；见http://a.cn/x?y=1。"
    assert "2025 年,公开 信息(含１２ 条);见 http://a.cn/x?y=1 。"[clear.at[5]] == ","


def test_a_mark_leads_back_to_what_stands_there():
    passage = body(audited("工作平稳。公开 信息 120 条。"))[1]
    start = passage.text.index("120条")

    low, high = passage.mark(start, start + 4)
    assert passage.raw[low:high] == "120 条"


def test_headings_are_set_apart_and_give_the_topic():
    items = passages(audited("（二）依申请公开情况\n全年收到申请3件。\n（三）政府信息管理。严格审核。"), "overview")

    assert [item.text for item in items if item.is_heading] == ["一、总体情况", "（二）依申请公开情况"]
    assert [item.topic for item in items[2:]] == ["依申请公开情况", "政府信息管理", "政府信息管理"]


def test_a_line_that_the_page_broke_goes_on():
    text = "我镇把政务公开列入重要议事日程，为工作的顺利\n开展提供了组织保证。\n（二）依申请公开\n全年收到申请3件。"
    groups = [[passage.text for passage in group] for group in paragraphs(audited(text))]

    assert groups == [["我镇把政务公开列入重要议事日程，为工作的顺利开展提供了组织保证。"], ["全年收到申请3件。"]]


def test_a_sentence_over_two_lines_stands_where_it_begins():
    first, second = body(audited("全镇各村都设立了公开栏并按月更新。按季度检查\n并通报。全年检查4次。"))[1:3]

    assert (first.text, first.place.block) == ("按季度检查并通报。", second.place.block - 1)
