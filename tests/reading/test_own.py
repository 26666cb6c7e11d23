from decimal import Decimal

import pytest

from drafter.form.statistics import Statistics
from drafter.reading.own import report_of_document
from drafter.reading.report import CellState, PublishedReport
from drafter.runs.pipeline import draft_report
from tests.sample import dossier


def published(edition: str, **changes: object) -> PublishedReport:
    ours = dossier(edition, **changes)
    return report_of_document(draft_report(ours, [], ("md",)).document, ours)


@pytest.mark.parametrize("edition", ["2019", "2021"])
def test_a_draft_reads_as_the_six_sections_in_their_order(edition: str):
    report = published(edition)

    assert [section.key for section in report.sections] == [section.key for section in report.form.sections]
    assert [section.ordinal for section in report.sections] == list("一二三四五六")
    assert all(section.lines for section in report.sections)


@pytest.mark.parametrize("edition", ["2019", "2021"])
def test_every_cell_is_read_with_the_value_of_the_dossier(edition: str):
    report, ours = published(edition), dossier(edition)

    assert report.statistics == ours.statistics
    assert {cell.state for cell in report.cells.values()} == {CellState.READ}


@pytest.mark.parametrize("edition", ["2019", "2021"])
def test_every_row_of_the_form_stands_once_under_its_groups(edition: str):
    report = published(edition)
    rows = [(table.key, row.key) for table in report.tables for row in table.rows]

    assert rows == [
        (table.key, row.key) for table in report.form.tables for block in table.blocks for row in block.rows
    ]
    table = report.table("applications")
    assert table is not None
    secret = next(row for row in table.rows if row.key == "refused.state_secret")
    assert secret.groups == ("三、本年度办理结果", "（三）不予公开")
    assert len(secret.values) == 7


def test_a_cell_that_is_not_reported_is_blank_and_not_zero():
    ours = dossier("2021")
    gap = Statistics("2021", {**ours.statistics.values, "applications.granted.other": None})
    report = published("2021", statistics=gap)

    assert report.cells["applications.granted.other"].state is CellState.BLANK
    assert report.statistics["applications.granted.other"] is None


def test_money_stands_as_printed_with_its_unit():
    cell = published("2019").cells["proactive.procurement.amount"]

    assert (cell.value, cell.written) == (Decimal("3862.673422"), "3862.673422万元")


def test_the_lines_of_the_tables_are_not_among_the_lines_of_their_section():
    section = published("2021").section("applications")

    assert section is not None
    assert not any("商业企业" in line.text for line in section.lines)
