"""B01, B02, B14: tables absent, cut off, or in pieces."""

from dataclasses import replace

import pytest

from drafter.reading.report import ReadTable
from drafter.reading.source import Place
from tests.audit.published import clean, found, marked, severities, with_rows, with_table, without_section

TABLES = ("proactive", "applications", "disputes")


@pytest.mark.parametrize("key", TABLES)
def test_a_table_that_is_not_there_is_one_finding(key: str):
    report = clean()

    assert found(replace(report, tables=tuple(table for table in report.tables if table.key != key))) == [("B01", key)]


@pytest.mark.parametrize("key", TABLES)
def test_a_table_of_a_missing_section_is_not_missed_again(key: str):
    assert found(without_section(clean(), key)) == [("A01", key)]


@pytest.mark.parametrize("edition", ["2019", "2021"])
def test_a_table_that_is_cut_off_is_one_finding(edition: str):
    kept = [row.key for row in clean(edition).tables[1].rows][:15]
    report = with_rows(clean(edition), "applications", lambda row: row if row.key in kept else None)

    assert found(report) == [("B02", "applications")]
    assert severities(report, "B02") == ["error"]


@pytest.mark.parametrize(("table", "key"), [("applications", "concluded"), ("proactive", "coercion"), ("disputes", "")])
def test_a_missing_row_is_found(table: str, key: str):
    assert found(with_rows(clean(), table, lambda row: None if row.key == key else row)) == [("B02", table)]


def test_rows_lost_in_extraction_are_a_warning():
    report = with_rows(clean(), "applications", lambda row: None if row.key == "concluded" else row)
    suspect = with_table(report, "applications", lambda table: replace(table, conversion_suspect=True))

    assert severities(suspect, "B02") == ["warning"]


def test_a_table_in_pieces_is_found():
    def split(table: ReadTable) -> ReadTable:
        return replace(table, pieces=(table.place, Place(table.place.block + 2)))

    assert found(with_table(clean(), "applications", split)) == [("B14", "applications")]


def test_the_row_that_a_piece_begins_with_is_quoted():
    def split(table: ReadTable) -> ReadTable:
        rows = tuple(replace(row, place=Place(100, row=number)) for number, row in enumerate(table.rows, start=4))
        rows = tuple(row if row.place.row < 12 else replace(row, place=Place(103)) for row in rows)
        return replace(table, rows=rows, place=Place(100), pieces=(Place(100), Place(103)))

    report = with_table(clean(), "applications", split)
    assert marked(report, "B14") == [next(row.label for row in report.tables[1].rows if row.place.block == 103)]
