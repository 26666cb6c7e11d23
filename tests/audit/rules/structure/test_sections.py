"""A01–A04: sections missing, misnumbered, mistitled, and headings of another level."""

from dataclasses import replace

import pytest

from tests.audit.published import (
    clean,
    found,
    marked,
    severities,
    with_heading,
    with_rows,
    with_sections,
    with_table,
    without_section,
)

KEYS = [section.key for section in clean().form.sections]
ORDINALS = dict(zip(KEYS, "一二三四五六", strict=True))


@pytest.mark.parametrize("key", KEYS)
def test_a_missing_section_is_one_finding(key: str):
    assert found(without_section(clean(), key)) == [("A01", key)]


def test_a_section_after_a_table_that_was_cut_off_may_be_lost_in_extraction():
    cut = with_rows(without_section(clean(), "disputes"), "applications", lambda row: None if "o" in row.key else row)
    lost = with_table(cut, "applications", lambda table: replace(table, conversion_suspect=True))

    assert severities(cut, "A01") == ["error"]
    assert severities(lost, "A01") == ["warning"]


def test_two_missing_sections_are_two_findings():
    assert found(without_section(without_section(clean(), "disputes"), "other")) == [
        ("A01", "disputes"),
        ("A01", "other"),
    ]


def test_sections_numbered_on_after_a_missing_one_are_one_finding_too():
    report = without_section(clean(), "disputes")
    report = with_heading(with_heading(report, "improvement", ordinal="四"), "other", ordinal="五")

    assert found(report) == [("A01", "disputes")]


def test_a_file_without_any_section_is_one_finding():
    report = replace(clean(), sections=(), tables=())

    assert found(report) == [("A01", "file")]


@pytest.mark.parametrize(
    ("key", "ordinal"), [("disputes", "三"), ("improvement", "六"), ("other", "七"), ("other", "")]
)
def test_an_ordinal_that_does_not_follow_is_found(key: str, ordinal: str):
    assert ("A02", key) in found(with_heading(clean(), key, ordinal=ordinal))


def test_sections_in_another_order_are_found():
    sections = clean().sections
    swapped = replace(clean(), sections=(*sections[:3], sections[4], sections[3], sections[5]))

    assert {rule for rule, _ in found(swapped)} == {"A02"}


def test_a_report_that_numbers_no_section_is_not_called_misnumbered():
    report = with_sections(clean(), lambda section: replace(section, ordinal=""))

    assert found(report) == []


@pytest.mark.parametrize(
    ("key", "title", "weight"),
    [
        ("overview", "工作总体推进情况", "error"),
        ("overview", "工作开展情况", "error"),
        ("applications", "政府信息依申请公开申请情况", "error"),
        ("applications", "收到和处理政府信息公开情况", "warning"),
        ("improvement", "存在的主要问题和改进情况", "warning"),
    ],
)
def test_another_title_is_found(key: str, title: str, weight: str):
    report = with_heading(clean(), key, title=title)

    assert found(report) == [("A03", key)]
    assert severities(report, "A03") == [weight]
    assert marked(report, "A03") == [title]


def test_a_heading_that_stands_for_a_section_is_mistitled_and_the_section_not_missing():
    report = with_heading(clean(), "applications", title="政务服务情况", key="")

    assert found(report) == [("A03", "applications")]


def test_a_seventh_section_is_found():
    extra = with_heading(clean(), "other", ordinal="七", title="下一步打算", key="").sections[-1]
    report = replace(clean(), sections=(*clean().sections, extra))

    assert found(report) == [("A03", "unknown")]
    assert severities(report, "A03") == ["warning"]


@pytest.mark.parametrize(
    ("key", "title"),
    [
        ("disputes", "因政府信息公开工作被申请行政复议、提起行政诉讼情况"),
        ("improvement", "政府信息公开工作存在的主要问题及改进情况"),
        ("overview", "总体 情况："),
    ],
)
def test_titles_of_the_notice_are_right(key: str, title: str):
    assert found(with_heading(clean(), key, title=title)) == []


def test_a_heading_of_another_level_is_found():
    assert found(with_heading(clean(), "applications", level=3)) == [("A04", "applications")]
    assert found(with_heading(clean(), "applications", level=None)) == [("A04", "applications")]


def test_an_ordinal_in_brackets_among_plain_ones_is_found():
    assert found(with_heading(clean(), "other", ordinal="（六）")) == [("A04", "other")]


def test_headings_that_no_markup_sets_apart_are_not_judged():
    report = with_sections(clean(), lambda section: replace(section, level=None))

    assert found(report) == []
