from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.findings import Finding, Severity
from drafter.form.checks import identity_findings, money_findings
from drafter.form.editions import load_form
from drafter.form.model import Form, Identity
from drafter.form.statistics import Number, Statistics
from tests.form.strategies import Year, valid_statistics, valid_year

EDITIONS = ("2019", "2021")
DELTAS = st.integers(-7, 7).filter(bool)


def found(form: Form, year: Year) -> list[Finding]:
    return identity_findings(form, year.statistics, fees=year.fees, prior=year.prior)


def with_cell(statistics: Statistics, path: str, value: Number | None) -> Statistics:
    return replace(statistics, values={**statistics.values, path: value})


def zeros(form: Form, **cells: Number | None) -> Statistics:
    given_cells = {path.replace("__", "."): value for path, value in cells.items()}
    return Statistics(form.edition, dict.fromkeys(form.cells, 0) | given_cells)


def place(identity: Identity) -> tuple[str, str]:
    first = identity.terms[0]
    return identity.code, f"fees.{first.cell}" if first.source == "fees" else first.cell


def named(form: Form, finding: Finding, path: str) -> bool:
    """Return whether a finding tells the clerk of a cell: by its row and its column."""
    cell, text = form.cells[path], finding.message + finding.suggestion
    return cell.row_label.split(" ")[-1] in text and cell.column_label in text


def equations_with(form: Form, path: str) -> list[Identity]:
    return [
        identity
        for identity in form.identities
        if identity.relation == "="
        and any(term.cell == path and term.source == "statistics" for term in identity.terms)
    ]


@pytest.mark.parametrize("edition", EDITIONS)
@given(data=st.data())
def test_valid_statistics_have_no_finding(edition: str, data: st.DataObject):
    assert identity_findings(load_form(edition), data.draw(valid_statistics(edition))) == []


@pytest.mark.parametrize("edition", EDITIONS)
@given(data=st.data())
def test_a_valid_year_has_no_finding_across_years(edition: str, data: st.DataObject):
    assert found(load_form(edition), data.draw(valid_year(edition))) == []


@pytest.mark.parametrize("edition", EDITIONS)
@given(data=st.data())
def test_a_broken_cell_breaks_every_equation_it_takes_part_in_and_is_named(edition: str, data: st.DataObject):
    form, year = load_form(edition), data.draw(valid_year(edition))
    path = data.draw(st.sampled_from([path for path in form.cells if equations_with(form, path)]))
    value = year.statistics.number(path) + data.draw(DELTAS)

    findings = found(form, replace(year, statistics=with_cell(year.statistics, path, value)))

    equations = {place(identity) for identity in equations_with(form, path)}
    broken = [finding for finding in findings if (finding.code, finding.where) in equations]
    assert {(finding.code, finding.where) for finding in broken} == equations
    assert all(named(form, finding, path) for finding in broken)


@pytest.mark.parametrize("edition", EDITIONS)
@given(data=st.data())
def test_breaking_a_cell_of_last_year_is_found(edition: str, data: st.DataObject):
    form, year = load_form(edition), data.draw(valid_year(edition))
    cells = {(i, term.cell) for i in form.identities for term in i.terms if term.source == "prior"}
    identity, path = data.draw(st.sampled_from(sorted(cells, key=lambda item: (item[0].id, item[1]))))
    prior = with_cell(year.prior, path, year.prior.number(path) + data.draw(DELTAS))

    assert place(identity) in {(finding.code, finding.where) for finding in found(form, replace(year, prior=prior))}


@pytest.mark.parametrize("edition", EDITIONS)
@given(data=st.data())
def test_an_inequality_that_is_broken_is_found(edition: str, data: st.DataObject):
    form, year = load_form(edition), data.draw(valid_year(edition))
    unequal = [identity for identity in form.identities if identity.relation != "="]
    identity = data.draw(st.sampled_from(unequal))
    (left,), (right,) = identity.left, identity.right
    values = {"statistics": dict(year.statistics.values), "fees": dict(year.fees)}
    limit = values[right.source][right.cell] * right.times
    excess = data.draw(st.integers(1, 9)) * (1 if identity.relation == "<=" else -1)
    values[left.source][left.cell] = Decimal(limit + excess) / left.times

    findings = identity_findings(form, Statistics(edition, values["statistics"]), fees=values["fees"], prior=year.prior)

    assert place(identity) in {(finding.code, finding.where) for finding in findings}


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_cell_of_the_applications_and_disputes_takes_part_in_an_equation(edition: str):
    form = load_form(edition)
    free = [
        cell.path for cell in form.cells.values() if cell.table != "proactive" and not equations_with(form, cell.path)
    ]

    assert free == []


@pytest.mark.parametrize(("edition", "rows"), [("2019", 23), ("2021", 25)])
def test_one_report_has_seven_seven_rows_and_three_identities(edition: str, rows: int):
    codes = [identity.code for identity in load_form(edition).identities]

    counts = [
        codes.count(code)
        for code in ("applications-balance", "applications-outcomes", "applicants-sum", "disputes-sum")
    ]
    assert counts == [7, 7, rows, 3]


def test_an_identity_with_a_null_is_not_judged():
    form = load_form("2021")
    statistics = zeros(form, applications__received__natural_person=3, applications__carried_in__natural_person=None)

    assert [finding.code for finding in identity_findings(form, statistics)] == ["applicants-sum"]


def test_the_formula_shows_both_sides_and_the_difference():
    form = load_form("2021")
    cells = {"received": 3, "carried_in": 1, "granted": 3, "concluded": 3}
    values = {f"applications.{row}.{column}": n for row, n in cells.items() for column in ("natural_person", "total")}
    (person, total) = identity_findings(form, Statistics("2021", dict.fromkeys(form.cells, 0) | values))

    assert (person.code, person.where) == ("applications-balance", "applications.received.natural_person")
    assert total.where == "applications.received.total"
    assert "3 ＋ 二、上年结转政府信息公开申请数量 1 ＝ 4" in person.message
    assert "相差 1" in person.message


def test_zeros_left_out_of_a_long_formula_are_counted_and_named_in_the_advice():
    form = load_form("2021")
    findings = identity_findings(form, zeros(form, applications__concluded__natural_person=2))
    outcomes = next(finding for finding in findings if finding.code == "applications-outcomes")

    assert "为 0 的 21 格没有列出" in outcomes.message
    assert "2.没有现成信息需要另行制作" in outcomes.suggestion


def test_money_is_compared_exactly():
    form = load_form("2021")
    fees = {"notices": 0, "billed_yuan": Decimal("100.01"), "collected_yuan": Decimal("100.01")}

    held = identity_findings(form, zeros(form, proactive__fees__amount=Decimal("0.010001")), fees=fees)
    broken = identity_findings(
        form, zeros(form, proactive__fees__amount=Decimal("0.0100009999999999999999999999")), fees=fees
    )

    assert held == []
    assert [(finding.code, finding.severity) for finding in broken] == [("fees-not-in-table", Severity.WARNING)]


def test_fees_in_the_table_do_not_ask_for_a_processing_fee():
    form = load_form("2021")
    fees = {"notices": 0, "billed_yuan": 0, "collected_yuan": 0}

    assert identity_findings(form, zeros(form, proactive__fees__amount=50), fees=fees) == []


def test_carry_over_is_an_error_in_the_total_and_a_warning_in_a_column():
    form = load_form("2021")
    prior = zeros(form, applications__carried_out__natural_person=1, applications__carried_out__total=1)

    severities = {finding.where: finding.severity for finding in identity_findings(form, zeros(form), prior=prior)}
    assert severities == {
        "applications.carried_in.natural_person": Severity.WARNING,
        "applications.carried_in.total": Severity.ERROR,
    }


def test_last_year_in_the_older_edition_is_compared_where_the_cells_are_the_same():
    form, older = load_form("2021"), load_form("2019")
    prior = zeros(older, applications__carried_out__total=2)

    assert [finding.where for finding in identity_findings(form, zeros(form), prior=prior)] == [
        "applications.carried_in.total"
    ]


@pytest.mark.parametrize("level", ["镇", "乡", "街道"])
def test_a_township_makes_no_regulations(level: str):
    form = load_form("2021")
    findings = identity_findings(form, zeros(form, proactive__regulations__issued=1), level=level)

    assert [(finding.code, finding.where) for finding in findings] == [
        ("township-regulations", "proactive.regulations.issued")
    ]


def test_a_city_may_make_regulations():
    form = load_form("2021")

    assert identity_findings(form, zeros(form, proactive__regulations__issued=1), level="市") == []


@pytest.mark.parametrize(("amount", "count"), [("3862.673422", 1), ("3862.6734", 0), ("3.52000000", 0), ("0.00001", 1)])
def test_more_than_four_decimals_are_a_warning(amount: str, count: int):
    form = load_form("2021")

    found_codes = [
        finding.code for finding in money_findings(form, zeros(form, proactive__fees__amount=Decimal(amount)))
    ]
    assert found_codes == ["money-precision"] * count
