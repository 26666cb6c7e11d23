"""A11, A12: empty sections, and 六 without the statement on fees."""

import pytest

from tests.audit.published import audited, clean, found, with_section

NOTHING_TO_REPORT = "除上述情况外，没有其他需要报告的事项。"


@pytest.mark.parametrize("key", ["overview", "improvement", "other"])
def test_a_section_without_text_is_found(key: str):
    assert found(with_section(clean(), key)) == [("A11", key)]


@pytest.mark.parametrize("text", ["无", "暂无。", "无问题", "存在的问题较少。"])
def test_a_section_on_problems_that_says_nothing_is_found(text: str):
    assert found(with_section(clean(), "improvement", text)) == [("A11", "improvement")]


def test_a_section_with_a_table_needs_no_text():
    assert found(with_section(clean(), "disputes")) == []


@pytest.mark.parametrize("text", ["无", NOTHING_TO_REPORT])
def test_a_last_section_without_fees_is_found(text: str):
    assert found(with_section(clean(), "other", text)) == [("A12", "other")]


@pytest.mark.parametrize("text", ["本年度未收取信息处理费。", "发出收费通知1件，总金额20元，实际收取20元。"])
def test_a_statement_on_fees_is_enough(text: str):
    assert found(with_section(clean(), "other", text)) == []


def test_reports_before_2021_have_no_fees_to_report():
    assert found(with_section(clean("2019"), "other", NOTHING_TO_REPORT)) == []
    assert audited(clean("2019")).year == 2020
