"""The gold set is what it claims to be; how well the audit does on it is tested elsewhere."""

import re
import sys
from collections import Counter

import pytest

from tests.gold import build, verify

SIZES = {"A": 16, "B": 16, "C": 11, "D": 15, "E": 6, "F": 7, "G": 10, "H": 6, "I": 3, "J": 4}
CATALOGUE = {f"{letter}{number:02d}" for letter, size in SIZES.items() for number in range(1, size + 1)}
NOT_VISIBLE = {"J03": "Word styles: a text has none"}
TWICE = ("D01", "D04", "D08", "E01", "F01", "F02", "F04", "A01", "B02", "C01", "C02", "I01")
PAIRS = ("（）", "“”", "《》", "〈〉", "〔〕")
SIDES = ("prior", "siblings", "path", "published", "versions")
LONGEST = 120
HAN = r"[\u4e00-\u9fff]"
FLAT = re.compile(rf"{HAN}[,;:!?()]|[,;:!?()]{HAN}|{HAN} ({HAN}|\d)|\d {HAN}")

CLEAN = [build.build_clean(number) for number in build.clean_ids()]
FAULTY = [build.build_faulty(number) for number in build.faulty_ids()]
clean_reports = pytest.mark.parametrize("report", CLEAN, ids=lambda report: report.id)
faulty_reports = pytest.mark.parametrize("report", FAULTY, ids=lambda report: report.id)


def prose_of(report: build.Report) -> list[str]:
    lines = [line.strip() for line in report.text.splitlines() if line.strip()]
    return [re.sub(r"^#+ ", "", line).replace("**", "") for line in lines if not line.startswith("|")]


def shared(one: str, other: str) -> int:
    """How many characters two texts have in common from the start."""
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def test_there_are_enough_of_both() -> None:
    assert len(CLEAN) >= 45
    assert len(FAULTY) >= 84


def test_every_rule_of_the_catalogue_is_seeded_or_said_to_be_invisible() -> None:
    assert len(CATALOGUE) == 94
    seeded = {report.expected.rule for report in FAULTY if report.expected}
    assert seeded == CATALOGUE - NOT_VISIBLE.keys()


def test_the_rules_that_matter_most_are_seeded_in_more_than_one_disguise() -> None:
    counts = Counter(report.expected.rule for report in FAULTY if report.expected)
    assert {rule: counts[rule] for rule in TWICE if counts[rule] < 2} == {}


def test_the_clean_reports_are_of_every_kind() -> None:
    assert {report.year for report in CLEAN} == set(range(2019, 2026))
    assert {report.organ["level"] for report in CLEAN} == {"镇", "乡", "街道"}
    assert {report.format for report in CLEAN} == {"md", "txt"}
    sizes = [len("".join(build.case("clean", report.id)["overview"].split())) for report in CLEAN]
    assert min(sizes) < 150
    assert max(sizes) > 800


def test_no_two_clean_reports_share_a_sentence_of_their_own() -> None:
    sections = ("overview", "improvement")
    seen: dict[str, str] = {}
    for report in CLEAN:
        for key in sections:
            for sentence in re.split(r"[。；\n]", build.case("clean", report.id)[key]):
                if len(sentence.strip()) > 24:
                    assert sentence not in seen, f"{report.id} and {seen.get(sentence)}: {sentence}"
                    seen[sentence] = report.id


@clean_reports
def test_a_clean_report_adds_up(report: build.Report) -> None:
    assert verify.identities(report.cells, report.year) == []
    assert verify.claims(report) == []
    if report.prior:
        assert verify.across(report.cells, report.prior_cells, report.year) == []


@clean_reports
def test_a_clean_report_is_whole(report: build.Report) -> None:
    lines = prose_of(report)
    assert lines[0] == f"{report.organ['name']}{report.year}年政府信息公开工作年度报告"
    heads = [line for line in lines if re.match(r"[一二三四五六]、[^。]+$", line)]
    assert [head[0] for head in heads] == list("一二三四五六")
    overview = build.case("clean", report.id)["overview"]
    for aspect in ("公开", "申请", "管理", "平台", "考核", "评议"):
        assert aspect in overview
    assert re.search(r"责任|追责", overview)
    if report.year >= 2021:
        assert "费" in build.case("clean", report.id)["other"]
    assert len(re.findall(r"\d+", overview)) >= 3


@clean_reports
def test_a_clean_report_is_well_written(report: build.Report) -> None:
    data = build.case("clean", report.id)
    for left, right in PAIRS:
        assert report.text.count(left) == report.text.count(right), left
    lines = prose_of(report)
    for line in lines:
        assert not FLAT.search(line), line
        assert all(len(sentence) <= LONGEST for sentence in re.split(r"[。；：]", line)), line
    ends = [line for key in ("overview", "improvement", "other") for line in data[key].splitlines() if line.strip()]
    heads = [line for line in ends if re.fullmatch(r"\s*(### |\*\*)?（[一二三四五]）[^。：]{2,16}(\*\*)?", line)]
    assert [line for line in ends if not line.endswith(("。", "：")) and line not in heads] == []


@clean_reports
def test_a_clean_report_names_no_other_organ_of_its_county(report: build.Report) -> None:
    text = report.text.replace(report.organ["short"], "")
    others = set(report.gazetteer) - {report.organ["short"]}
    assert [name for name in others if name in text and name.endswith(("镇", "乡", "街道"))] == []


@faulty_reports
def test_a_faulty_report_has_one_change(report: build.Report) -> None:
    data = build.case("faulty", report.id)
    base = build.build_clean(report.base or "")
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


def test_the_reports_can_be_written_out_to_be_read(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(sys, "stdout", sys.stderr)
    assert build.main([str(tmp_path)]) == 0
    assert len(list((tmp_path / "clean").iterdir())) == len(CLEAN)
    assert len(list((tmp_path / "faulty").iterdir())) > len(FAULTY)
