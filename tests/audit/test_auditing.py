"""The audit as a whole: a clean report has no finding, and findings stand in the order of the report."""

from dataclasses import replace

import pytest

from drafter.audit.auditing import READING, audit
from drafter.findings import Finding, Severity
from tests.audit.published import audited, clean, found, with_heading, with_rows, with_values, without_section


@pytest.mark.parametrize("edition", ["2019", "2021"])
def test_a_clean_report_has_no_finding(edition: str):
    assert [(item.rule, item.finding.where, item.finding.message) for item in audit(audited(clean(edition)))] == []


def test_findings_stand_in_the_order_of_the_report():
    wrong = with_heading(without_section(clean(), "other"), "improvement", title="问题和打算")
    wrong = with_values(wrong, disputes__review__total=3, applications__granted__total=9)

    assert [where.partition(".")[0] for _, where in found(wrong)] == [
        "applications",
        "applications",
        "disputes",
        "improvement",
        "other",
    ]


def test_of_a_file_that_is_no_report_only_that_is_said():
    report = replace(clean(), sections=(), tables=(), title=None, preamble=(), signature=())

    assert [item.rule for item in audit(audited(report))] == ["A01"]


def test_what_reading_found_comes_first():
    noticed = Finding("hidden-text", Severity.WARNING, "file", "有隐藏的字")
    report = replace(without_section(clean(), "overview"), findings=(noticed,))

    observations = audit(audited(report))

    assert (observations[0].rule, observations[0].finding) == (READING, noticed)
    assert observations[1].rule == "A01"


def test_what_rules_say_better_is_not_said_by_reading_too():
    row = "applications.granted"
    noticed = [
        Finding("cell-blank", Severity.WARNING, f"{row}.*", "空白"),
        Finding("cell-unreadable", Severity.WARNING, f"{row}.*", "读不准"),
    ]
    short = with_rows(
        clean(), "applications", lambda item: replace(item, values=item.values[1:]) if item.key == "granted" else item
    )

    observations = audit(audited(replace(short, findings=tuple(noticed))))

    assert [item.rule for item in observations] == ["B06"]


def test_a_row_that_could_not_be_read_is_said_where_no_rule_speaks_of_it():
    noticed = Finding("cell-unreadable", Severity.WARNING, "applications.granted.*", "读不准")

    assert [item.rule for item in audit(audited(replace(clean(), findings=(noticed,))))] == [READING]
