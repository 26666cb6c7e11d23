"""The fourth gold set is what it claims to be. How the audit does on it is measured: nothing is tuned to it."""

import re
from collections import Counter
from pathlib import Path

import pytest

from tests.gold import build, verify
from tests.gold.test_gold_data import CATALOGUE, FLAT, NOT_VISIBLE, PAIRS, SIDES, prose_of

ROOT = Path(__file__).parent
CLEAN = [build.build_clean(number, ROOT) for number in build.clean_ids(ROOT)]
FAULTY = [build.build_faulty(number, ROOT) for number in build.faulty_ids(ROOT)]
COMMONEST = ("C01", "C02", "D01", "D03", "D04", "E01", "F01", "F04", "G03")
clean_reports = pytest.mark.parametrize("report", CLEAN, ids=lambda report: report.id)
faulty_reports = pytest.mark.parametrize("report", FAULTY, ids=lambda report: report.id)


def test_every_visible_rule_is_seeded_and_the_commonest_more_than_twice() -> None:
    counts = Counter(report.expected.rule for report in FAULTY if report.expected)
    assert counts.keys() == CATALOGUE - NOT_VISIBLE.keys()
    assert [rule for rule in COMMONEST if counts[rule] < 3] == []


@clean_reports
def test_a_clean_report_adds_up_and_is_well_written(report: build.Report) -> None:
    assert verify.identities(report.cells, report.year) == []
    assert verify.claims(report, ROOT) == []
    if report.prior:
        assert verify.across(report.cells, report.prior_cells, report.year) == []
    for left, right in PAIRS:
        assert report.text.count(left) == report.text.count(right), left
    assert [line for line in prose_of(report) if FLAT.search(line)] == []


@faulty_reports
def test_a_faulty_report_has_one_change_and_says_where(report: build.Report) -> None:
    data = build.case("faulty", report.id, ROOT)
    expected = report.expected
    assert expected is not None
    if data["change"]:
        assert report.text != build.build_clean(report.base or "", ROOT).text
    else:
        assert len([side for side in SIDES if data.get(side)]) == 1
    assert expected.quote in report.text
    assert set(expected.also) <= CATALOGUE - {expected.rule}
    paths = build.paths_of(build.form_of(report.year))
    for place in expected.where:
        known = place in {*build.PROSE, "document"}
        assert known or any(re.match(rf"{re.escape(place)}(\.|$)", path) for path in paths), place


@faulty_reports
def test_only_faults_of_arithmetic_break_an_identity(report: build.Report) -> None:
    rule = report.expected.rule if report.expected else ""
    try:
        broken = verify.identities(report.cells, report.year)
    except ArithmeticError:
        assert rule in {"B07", "B08", "C05"}
        return
    assert bool(broken) == (rule in {"C01", "C02", "C03", "C04", "B16"})
