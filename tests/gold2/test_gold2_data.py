"""The second gold set is what it claims to be; the checks are those of the first, less what is its style."""

import re
from collections import Counter
from pathlib import Path

import pytest

from tests.gold import build, verify
from tests.gold.test_gold_data import CATALOGUE, FLAT, LONGEST, NOT_VISIBLE, PAIRS, SIDES, prose_of, shared

ROOT = Path(__file__).parent
CLEAN = [build.build_clean(number, ROOT) for number in build.clean_ids(ROOT)]
FAULTY = [build.build_faulty(number, ROOT) for number in build.faulty_ids(ROOT)]
MANY = ("D01", "D04", "D08", "E01", "F01", "F04", "G03", "C01", "C02", "C03")
clean_reports = pytest.mark.parametrize("report", CLEAN, ids=lambda report: report.id)
faulty_reports = pytest.mark.parametrize("report", FAULTY, ids=lambda report: report.id)


def test_there_are_enough_of_both() -> None:
    assert len(CLEAN) == 30
    assert len(FAULTY) >= 94
    assert len({report.base for report in FAULTY}) == len(CLEAN)


def test_every_visible_rule_is_seeded_and_the_commonest_more_than_once() -> None:
    counts = Counter(report.expected.rule for report in FAULTY if report.expected)
    assert counts.keys() == CATALOGUE - NOT_VISIBLE.keys()
    assert {rule for rule in MANY if counts[rule] < 2} == set()


def test_the_clean_reports_are_of_every_kind() -> None:
    assert {report.year for report in CLEAN} == set(range(2019, 2026))
    assert {report.organ["level"] for report in CLEAN} == {"镇", "乡", "街道"}
    assert {report.format for report in CLEAN} == {"md", "txt"}


@clean_reports
def test_a_clean_report_adds_up(report: build.Report) -> None:
    assert verify.identities(report.cells, report.year) == []
    assert verify.claims(report, ROOT) == []
    if report.prior:
        assert verify.across(report.cells, report.prior_cells, report.year) == []


@clean_reports
def test_a_clean_report_is_whole(report: build.Report) -> None:
    data = build.case("clean", report.id, ROOT)
    heads = [line for line in prose_of(report) if re.match(r"[一二三四五六]、[^。]+$", line)]
    assert [head[0] for head in heads] == list("一二三四五六")
    for aspect in ("公开", "申请", "管理", "平台", "考核", "评议"):
        assert aspect in data["overview"]
    assert re.search(r"责任|追责", data["overview"])
    if report.year >= 2021:
        assert "信息处理费" in data["other"]


@clean_reports
def test_a_clean_report_is_well_written(report: build.Report) -> None:
    data = build.case("clean", report.id, ROOT)
    for left, right in PAIRS:
        assert report.text.count(left) == report.text.count(right), left
    for line in prose_of(report):
        assert not FLAT.search(line), line
        assert all(len(sentence) <= LONGEST for sentence in re.split(r"[。；：]", line)), line
    ends = [line for key in ("overview", "improvement", "other") for line in data[key].splitlines() if line.strip()]
    heads = [line for line in ends if re.fullmatch(r"\s*(### |\*\*)?（[一二三四五]）[^。：]{2,16}(\*\*)?", line)]
    assert [line for line in ends if not line.endswith(("。", "：")) and line not in heads] == []


@faulty_reports
def test_a_faulty_report_has_one_change(report: build.Report) -> None:
    data = build.case("faulty", report.id, ROOT)
    base = build.build_clean(report.base or "", ROOT)
    if data["change"]:
        assert report.text != base.text
    else:
        assert report.text == base.text
        assert len([side for side in SIDES if data.get(side)]) == 1
    if {"in", "old"} <= data["change"].keys():
        head = shared(base.text, report.text)
        tail = shared(base.text[: head - 1 : -1], report.text[: head - 1 : -1])
        assert len(base.text) - head - tail <= len(data["change"]["old"]) + 2
        assert len(report.text) - head - tail <= len(data["change"]["new"]) + 2


@faulty_reports
def test_a_faulty_report_says_what_is_expected_and_where(report: build.Report) -> None:
    expected = report.expected
    assert expected is not None
    assert expected.rule in CATALOGUE
    assert set(expected.also) <= CATALOGUE - {expected.rule}
    assert expected.quote in report.text
    parts = {*build.PROSE, "document"}
    paths = build.paths_of(build.form_of(report.year))
    for place in expected.where:
        assert place in parts or any(path == place or path.startswith(f"{place}.") for path in paths), place


@faulty_reports
def test_only_faults_of_arithmetic_break_an_identity(report: build.Report) -> None:
    expected = report.expected
    assert expected is not None
    try:
        broken = verify.identities(report.cells, report.year)
    except ArithmeticError:
        assert expected.rule in {"B07", "B08", "C05"}
        return
    if expected.rule in {"C01", "C02", "C03", "C04"}:
        assert broken
    elif expected.rule not in {"B08", "B16"}:
        assert broken == []
