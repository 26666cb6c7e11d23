"""B07 and C05: cells without a number."""

import pytest

from drafter.reading.report import CellState
from tests.audit.published import clean, found, severities, with_written


def blank(*paths: str, written: str = "") -> list[tuple[str, str]]:
    return found(with_written(clean(), dict.fromkeys(paths, written), CellState.BLANK))


@pytest.mark.parametrize("written", ["", "/", "-", "无"])
def test_a_cell_without_a_number_is_found(written: str):
    assert blank("proactive.licensing.decisions", written=written) == [("B07", "proactive.licensing.decisions")]


def test_empty_cells_of_a_row_are_one_finding():
    row = [f"proactive.regulations.{column}" for column in ("issued", "repealed", "in_force")]

    assert blank(*row, written="/") == [("B07", "proactive.regulations.issued")]


def test_an_empty_table_is_one_finding():
    cells = [path for path in clean().cells if path.startswith("applications.")]

    assert blank(*cells) == [("B07", "applications")]


@pytest.mark.parametrize("path", ["applications.concluded.business", "applications.received.total"])
def test_an_empty_total_of_the_applications_is_an_error(path: str):
    report = with_written(clean(), {path: ""}, CellState.BLANK)

    assert severities(report, "B07") == ["error"]


def test_an_empty_cell_elsewhere_is_a_warning():
    report = with_written(clean(), {"disputes.review.total": "/"}, CellState.BLANK)

    assert severities(report, "B07") == ["warning"]


def test_a_cell_that_the_report_does_not_show_is_not_empty():
    report = with_written(clean(), {"proactive.licensing.decisions": ""}, CellState.ABSENT)

    assert found(report) == []


def test_a_column_of_totals_left_empty_is_one_finding():
    totals = [path for path in clean().cells if path.startswith("applications.") and path.endswith(".total")]

    assert blank(*totals) == [("C05", "applications.received.total")]


def test_two_empty_totals_are_no_empty_column():
    assert [rule for rule, _ in blank("applications.received.total", "applications.granted.total")] == ["B07", "B07"]
