"""B08, B09, B10, B16: how numbers are written, their units and decimals, and 规章."""

from dataclasses import replace
from decimal import Decimal

import pytest

from drafter.reading.report import CellState, PublishedReport
from tests.audit.published import clean, found, severities, with_values, with_written

LICENSING = "proactive.licensing.decisions"
FEES = "proactive.fees.amount"
PROCUREMENT = "proactive.procurement.amount"


@pytest.mark.parametrize("written", ["1.5", "-3", "－3", "１２", "1,200", "3件"])
def test_a_number_that_is_not_plain_is_found(written: str):
    assert found(with_written(clean(), {LICENSING: written})) == [("B08", LICENSING)]


@pytest.mark.parametrize("written", ["１２", "1,200"])
def test_a_number_that_could_be_read_all_the_same_is_found(written: str):
    report = _written_as(with_values(clean(), **{LICENSING.replace(".", "__"): 12}), LICENSING, written)

    assert found(report) == [("B08", LICENSING)]


def _written_as(report: PublishedReport, path: str, written: str) -> PublishedReport:
    return replace(report, cells={**report.cells, path: replace(report.cells[path], written=written)})


def test_a_change_may_be_negative_and_money_may_have_decimals():
    change = with_values(clean("2019"), proactive__licensing__change=-3)
    fees = with_values(clean(), proactive__fees__amount=Decimal("3.5"))

    assert (found(change), found(fees)) == ([], [])


def test_a_table_full_of_odd_numbers_is_one_finding():
    cells = {path: "０" for path in clean().cells if path.startswith("applications.")}

    assert found(with_written(clean(), cells)) == [("B08", "applications.received.natural_person")]


def test_a_number_that_lost_its_place_in_extraction_is_not_judged():
    report = with_written(clean(), {LICENSING: "1.5"})
    cell = replace(report.cells[LICENSING], conversion_suspect=True)

    assert found(replace(report, cells={**report.cells, LICENSING: cell})) == []


@pytest.mark.parametrize(
    ("edition", "path", "value", "written"),
    [
        ("2019", PROCUREMENT, Decimal("3.5"), "3.5"),
        ("2021", FEES, Decimal("0.038"), "380元"),
        ("2021", FEES, Decimal(4200), "4200"),
    ],
)
def test_a_unit_that_is_missing_or_wrong_is_found(edition: str, path: str, value: Decimal, written: str):
    report = with_values(clean(edition), **{path.replace(".", "__"): value})

    assert found(_written_as(report, path, written)) == [("B09", path)]


def test_fees_of_the_same_number_in_both_units_are_found():
    report = with_values(clean(), proactive__fees__amount=Decimal(380))
    fees = replace(report.fees, notices=1, billed_yuan=Decimal(380), collected_yuan=Decimal(380))

    assert found(replace(report, fees=fees)) == [("B09", FEES)]


@pytest.mark.parametrize(
    ("edition", "path", "value", "written"),
    [
        ("2019", PROCUREMENT, Decimal("3.5"), "35000元"),
        ("2019", PROCUREMENT, Decimal(0), "0"),
        ("2021", FEES, Decimal(12), "12万元"),
        ("2021", FEES, Decimal(999), "999"),
    ],
)
def test_a_unit_that_is_clear_is_right(edition: str, path: str, value: Decimal, written: str):
    values = {path.replace(".", "__"): value}
    if value == 0:
        values["proactive__procurement__items"] = Decimal(0)

    assert found(_written_as(with_values(clean(edition), **values), path, written)) == []


def test_yuan_in_the_column_of_wan_is_found_by_last_year():
    last = replace(with_values(clean(), proactive__fees__amount=Decimal("0.09")), year=2024)
    report = with_values(clean(), proactive__fees__amount=Decimal(900))

    assert ("B09", FEES) in found(report, prior=last)


@pytest.mark.parametrize(("amount", "rules"), [("3.67342", ["B10"]), ("3.6734", []), ("3.50000", [])])
def test_more_than_four_decimals_are_found(amount: str, rules: list[str]):
    report = with_values(clean(), proactive__fees__amount=Decimal(amount))

    assert [rule for rule, _ in found(report)] == rules


def test_regulations_of_a_township_are_one_finding():
    report = with_values(clean(), proactive__regulations__issued=1, proactive__regulations__in_force=1)

    assert found(report) == [("B16", "proactive.regulations.issued")]
    assert severities(report, "B16") == ["error"]


def test_regulations_of_a_city_are_right():
    report = with_values(clean(), proactive__regulations__issued=1, proactive__regulations__in_force=1)

    assert found(replace(report, contact=replace(report.contact, level="市"))) == []


def test_cells_that_were_not_read_are_not_judged():
    assert found(with_written(clean(), {"proactive.regulations.issued": ""}, CellState.ABSENT)) == []
