"""B05, B06, B11: rows and columns too many, rows of a wrong width, groups with numbers."""

from collections.abc import Iterable
from dataclasses import replace

import pytest

from drafter.reading.report import ReadRow
from tests.audit.published import clean, found, severities, with_rows, with_table


def after(key: str, label: str, *values: str) -> list[tuple[str, str]]:
    def add(row: ReadRow) -> Iterable[ReadRow]:
        extra = ReadRow(label, (), "", values, row.place)
        return (row, extra) if row.key == key else (row,)

    return found(with_rows(clean(), "applications" if key == "granted" else "proactive", add))


def test_a_row_of_no_edition_is_found():
    assert after("normative_documents", "其他主动公开文件", "3", "0", "3") == [("B05", "proactive")]


def test_a_column_of_no_edition_is_found_once():
    report = with_table(
        clean(), "applications", lambda table: replace(table, heads=(*table.heads, "法人或其他组织小计"))
    )
    report = with_rows(report, "applications", lambda row: replace(row, values=(*row.values, "0")))

    assert found(report) == [("B05", "applications")]


def test_joined_column_labels_are_not_a_column_too_many():
    heads = ("申请人情况·自然人", "法人或其他组织·商业企业", "申请人情况·总计", "")
    report = with_table(clean(), "applications", lambda table: replace(table, heads=heads))

    assert found(report) == []


@pytest.mark.parametrize("change", [lambda values: values[1:], lambda values: (*values, "0")])
def test_a_row_with_too_few_or_too_many_values_is_found(change):
    report = with_rows(
        clean(), "applications", lambda row: replace(row, values=change(row.values)) if row.key == "granted" else row
    )

    assert found(report) == [("B06", "applications.granted")]


def test_a_value_missing_from_every_row_is_one_finding():
    report = with_rows(clean(), "applications", lambda row: replace(row, values=row.values[1:]))

    assert [rule for rule, _ in found(report)] == ["B06"]


def test_empty_cells_beyond_the_width_of_a_row_are_padding():
    report = with_rows(clean("2019"), "proactive", lambda row: replace(row, values=(*row.values, "", "")))

    assert found(report) == []


def test_a_value_lost_at_a_page_break_is_a_warning():
    def lose(row: ReadRow) -> ReadRow:
        lost = replace(row, values=row.values[1:], conversion_suspect=True)
        return lost if row.key == "granted" else row

    assert severities(with_rows(clean(), "applications", lose), "B06") == ["warning"]


DEPTHS = [("received", 2), ("carried_in", 2), ("carried_out", 2), ("granted", 1), ("concluded", 1)]
"""How many cells of padding a web page leaves beside labels that cover columns."""


def padded(row: ReadRow) -> ReadRow:
    return replace(row, values=(*[""] * dict(DEPTHS).get(row.key, 0), *row.values))


def test_padding_beside_wide_labels_is_right():
    assert found(with_rows(clean(), "applications", padded)) == []


@pytest.mark.parametrize(("key", "pad"), DEPTHS)
def test_a_row_one_cell_short_is_found_behind_its_padding(key: str, pad: int):
    def change(row: ReadRow) -> ReadRow:
        whole = padded(row)
        return replace(whole, values=(*whole.values[:pad], *whole.values[pad + 1 :])) if row.key == key else whole

    assert found(with_rows(clean(), "applications", change)) == [("B06", f"applications.{key}")]


def test_a_value_left_blank_is_not_a_cell_missing():
    def change(row: ReadRow) -> ReadRow:
        whole = padded(row)
        return replace(whole, values=("", "", "", *whole.values[3:])) if row.key == "carried_in" else whole

    assert "B06" not in [rule for rule, _ in found(with_rows(clean(), "applications", change))]


def test_a_group_with_numbers_is_found():
    assert after("granted", "（三）不予公开", *"0000001") == [("B11", "applications")]


def test_a_group_without_numbers_is_right():
    assert after("granted", "（三）不予公开", *([""] * 7)) == []
