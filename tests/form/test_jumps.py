from decimal import Decimal

import pytest

from drafter.findings import Severity
from drafter.form.editions import load_form
from drafter.form.jumps import jump_findings
from drafter.form.statistics import Number, Statistics

COUNT = "proactive.licensing.decisions"
MONEY = "proactive.fees.amount"


def jumps(path: str, now: Number | None, before: Number | None, edition: str = "2021") -> list[tuple[str, Severity]]:
    form = load_form(edition)
    current, prior = (Statistics(edition, dict.fromkeys(form.cells, 0) | {path: value}) for value in (now, before))
    findings = jump_findings(form, current, prior)
    assert {finding.where for finding in findings} <= {path}
    return [(finding.code, finding.severity) for finding in findings]


@pytest.mark.parametrize(("now", "before"), [(50, 10), (10, 50), (10, 0), (0, 10), (5, 1)])
def test_five_times_or_more_asks_for_a_reason(now: int, before: int):
    assert jumps(COUNT, now, before) == [("jump-from-last-year", Severity.WARNING)]


@pytest.mark.parametrize(
    ("now", "before"), [(49, 10), (10, 49), (9, 0), (0, 9), (0, 0), (7, 7), (None, 90), (90, None)]
)
def test_less_than_that_does_not(now: int | None, before: int | None):
    assert jumps(COUNT, now, before) == []


def test_a_signed_change_is_not_compared():
    assert jumps("proactive.licensing.change", 50, 1, edition="2019") == []


@pytest.mark.parametrize(("now", "before"), [(Decimal(35200), Decimal("3.52")), (Decimal("3.52"), 35200)])
def test_ten_thousand_times_is_yuan_typed_as_wan_yuan(now: Number, before: Number):
    assert jumps(MONEY, now, before) == [("unit-slip", Severity.ERROR)]


@pytest.mark.parametrize(("now", "before"), [(4000, 4), (4, 4000), (400_000, 4), (Decimal("39999.9"), 4)])
def test_a_ratio_near_it_is_a_warning(now: Number, before: Number):
    assert jumps(MONEY, now, before) == [("unit-slip", Severity.WARNING)]


@pytest.mark.parametrize(("now", "before"), [(3996, 4), (400_004, 4), (20, 4)])
def test_other_jumps_of_money_are_jumps(now: Number, before: Number):
    assert jumps(MONEY, now, before) == [("jump-from-last-year", Severity.WARNING)]


def test_only_cells_that_both_editions_have_are_compared():
    form, older = load_form("2021"), load_form("2019")
    prior = Statistics("2019", dict.fromkeys(older.cells, 900))
    findings = jump_findings(form, Statistics("2021", dict.fromkeys(form.cells, 1)), prior)

    assert {finding.where for finding in findings} == {path for path in form.cells if path in older.cells}
