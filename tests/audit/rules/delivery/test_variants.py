"""J02: several files of one report."""

from dataclasses import replace

from drafter.audit.auditing import audit
from drafter.reading.report import CellState
from tests.audit.published import audited, clean, found, marked, severities, with_line, with_values, with_written

HEADLINE = ("J02", "file")
"""That two files differ at all is said of the file; each difference at its place."""


def test_the_same_report_in_another_file_is_right():
    assert found(clean(), variants=(clean(),)) == []


def test_other_blanks_and_widths_are_the_same_text():
    spaced = with_line(clean(), "overview", "，", ", ")

    assert found(clean(), variants=(spaced,)) == []


def test_another_figure_in_a_cell_is_found():
    variant = with_values(clean(), proactive__licensing__decisions=12)

    assert found(clean(), variants=(variant,)) == [HEADLINE, ("J02", "proactive.licensing.decisions")]


def test_a_cell_that_was_not_read_in_one_of_them_is_not_compared():
    variant = with_written(clean(), {"proactive.licensing.decisions": ""}, CellState.ABSENT)

    assert found(clean(), variants=(variant,)) == []


def test_another_figure_in_the_text_is_an_error_at_its_sentence():
    variant = with_line(clean(), "overview", "325条", "326条")

    assert found(clean(), variants=(variant,)) == [HEADLINE, ("J02", "overview")]
    assert severities(clean(), "J02", variants=(variant,)) == ["info", "error"]
    assert "325条" in marked(clean(), "J02", variants=(variant,))[1]


def test_other_words_are_a_warning():
    variant = with_line(clean(), "overview", "公开目录", "公开清单")

    assert severities(clean(), "J02", variants=(variant,)) == ["info", "warning"]


def test_a_sentence_that_only_the_other_file_has_is_found():
    variant = with_line(clean(), "other", "。", "。本年度举办开放日活动4次。")

    assert found(clean(), variants=(variant,)) == [HEADLINE, ("J02", "file")]


def test_the_headline_counts_what_differs():
    variant = with_line(with_values(clean(), proactive__licensing__decisions=12), "overview", "325条", "326条")

    headline = next(item for item in audit(audited(clean(), variants=(variant,))) if item.rule == "J02")
    assert "1 格" in headline.finding.message
    assert "1 句" in headline.finding.message


def test_many_differences_are_named_three_times_and_counted():
    variant = replace(clean("2019"), sections=tuple(reversed(clean("2019").sections)))

    assert [rule for rule, _ in found(clean(), variants=(variant,))].count("J02") <= 7
