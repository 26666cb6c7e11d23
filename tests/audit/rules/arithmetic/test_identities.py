"""C01–C04, C06, C07, C11: identities within a report and with last year's."""

from dataclasses import replace
from decimal import Decimal

import pytest

from drafter.form.statistics import Number
from drafter.reading.report import CellState, ReadFees
from tests.audit.published import clean, found, severities, with_values, with_written


@pytest.mark.parametrize(
    ("edition", "values", "expected"),
    [
        (
            "2021",
            {"applications__received__natural_person": 3, "applications__received__total": 4},
            [
                ("C01", "applications.received.natural_person"),
                ("C01", "applications.received.total"),
            ],
        ),
        (
            "2021",
            {"applications__granted__natural_person": 1, "applications__granted__total": 1},
            [
                ("C02", "applications.concluded.natural_person"),
                ("C02", "applications.concluded.total"),
            ],
        ),
        ("2021", {"disputes__review__upheld": 1}, [("C04", "disputes.review.total")]),
        ("2019", {"disputes__litigation_direct__total": 2}, [("C04", "disputes.litigation_direct.total")]),
        (
            "2019",
            {"proactive__normative_documents__newly_published": 3},
            [("C07", "proactive.normative_documents.published_total")],
        ),
    ],
)
def test_an_identity_that_does_not_hold_is_found(edition: str, values: dict[str, Number], expected: list):
    assert found(with_values(clean(edition), **values)) == expected


def test_parts_that_are_not_the_total_of_their_row_are_found():
    report = with_values(clean(), applications__granted__business=1)

    assert ("C03", "applications.granted.total") in found(report)


def test_identities_with_a_cell_that_was_not_read_are_not_judged():
    report = with_values(clean(), applications__received__natural_person=3, applications__received__total=4)
    unread = {f"applications.received.{column}": "" for column in ("natural_person", "total")}

    assert found(with_written(report, unread, CellState.ABSENT)) == []


def last_year(**values: Number):
    matching = {
        "applications__carried_in__natural_person": 1,
        "applications__concluded__natural_person": 2,
        "applications__carried_out__natural_person": 1,
    }
    return replace(with_values(clean(), **{**matching, **values}), year=2024)


def test_last_years_report_that_fits_is_right():
    assert found(clean(), prior=last_year()) == []


def test_a_carry_over_that_differs_is_an_error_on_the_total_and_a_warning_on_a_column():
    prior = last_year(applications__carried_out__natural_person=3, applications__carried_out__total=3)

    assert found(clean(), prior=prior) == [
        ("C06", "applications.carried_in.total"),
        ("C06", "applications.carried_in.natural_person"),
    ]
    assert severities(clean(), "C06", prior=prior) == ["error", "warning"]


def test_documents_in_force_that_do_not_roll_forward_are_found():
    prior = last_year(proactive__normative_documents__in_force=2)

    assert found(clean(), prior=prior) == [("C07", "proactive.normative_documents.in_force")]


def test_a_report_of_another_year_is_not_compared():
    prior = replace(last_year(applications__carried_out__total=3), year=2023)

    assert found(clean(), prior=prior) == []


@pytest.mark.parametrize(
    ("fees", "rules"),
    [
        (ReadFees(1, Decimal(100), Decimal(200)), ["C11", "C11"]),
        (ReadFees(1, Decimal(100), Decimal(100)), ["C11"]),
        (ReadFees(0, Decimal(0), Decimal(0)), []),
        (ReadFees(None, None, None), []),
    ],
)
def test_fees_that_contradict_each_other_or_the_table_are_found(fees: ReadFees, rules: list[str]):
    assert [rule for rule, _ in found(replace(clean(), fees=fees))] == rules
