"""The example of a county: twelve townships, each for a reason."""

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from drafter.dossier.intake import load_dossier
from drafter.findings import Severity, at_or_above
from drafter.runs.batch import running
from drafter.runs.batch.discovery import find_entries
from drafter.runs.batch.entry import Entry
from drafter.runs.batch.overview.rollup import roll_ups
from drafter.runs.batch.summarising import of_dossier, of_report
from drafter.runs.batch.summary import Status, Summary
from drafter.runs.pipeline import Report, draft_report
from tests.cli.run import Program
from tests.runs.batch.inline import Inline

COUNTY = Path(__file__).resolve().parents[2] / "examples" / "county"
BLOCKED = {"shimen": {"applicants-sum", "applications-balance"}, "tianba": {"cell-null"}}
COPIED = ("liuxi", "shatang")
HOSTILE = "heiyan"
WARNED = {"baishi": {"jump-from-last-year"}, "yunwu": {"to-fill"}, HOSTILE: {"note-withheld"}}
WITH_LAST_YEAR = {"chengguan", "hekou", "baishi", "songping", "nanmen"}


@cache
def entries() -> dict[str, Entry]:
    return {entry.key: entry for entry in find_entries(COUNTY, COUNTY / "out").entries}


@cache
def report(key: str) -> Report:
    loaded = load_dossier(entries()[key].source)
    assert loaded.dossier is not None
    return draft_report(loaded.dossier, loaded.findings)


@cache
def summary(key: str) -> Summary:
    loaded = load_dossier(entries()[key].source)
    found = of_dossier(entries()[key], loaded.dossier, loaded.findings)
    return found if found.status is Status.BLOCKED else of_report(entries()[key], report(key))


def own_words(key: str) -> Iterator[str]:
    """Yield what a township's clerk wrote, without figures."""
    loaded = load_dossier(entries()[key].source)
    assert loaded.dossier is not None
    for note in loaded.dossier.notes:
        yield re.sub("[0-9]+", "", note.text)


def test_there_are_twelve_townships_of_every_kind():
    levels = [load_dossier(entry.source).dossier.organ.level for entry in entries().values()]

    assert (levels.count("镇"), levels.count("乡"), levels.count("街道")) == (7, 3, 2)


@pytest.mark.parametrize("key", sorted(set(entries())))
def test_a_status_is_as_documented(key: str):
    assert summary(key).status is (Status.BLOCKED if key in BLOCKED else Status.DONE)


@pytest.mark.parametrize("key", sorted(set(entries())))
def test_findings_are_the_documented_ones_only(key: str):
    found = {finding.code for finding in at_or_above(summary(key).findings, Severity.WARNING)}

    assert found == BLOCKED.get(key, WARNED.get(key, set()))


def test_last_year_is_there_where_documented():
    found = {key for key, entry in entries().items() if load_dossier(entry.source).dossier.prior}

    assert found == WITH_LAST_YEAR


def test_two_clerks_copied_the_same_notes_and_all_others_wrote_their_own():
    words = {key: {text for text in own_words(key) if len(text) > 20} for key in entries()}

    assert len(words[COPIED[0]] & words[COPIED[1]]) >= 7
    for key, own in words.items():
        others = [text for other, texts in words.items() if other not in (key, *COPIED) for text in texts]
        assert not own & set(others)


def test_nothing_hostile_of_a_note_is_rendered():
    files = report(HOSTILE).files
    raw = entries()[HOSTILE].source.read_text(encoding="utf-8")
    texts = files["report.html"].decode() + files["report.md"].decode()

    planted = (
        "<script",
        "</p><p>黑岩镇",
        "HYPERLINK",
        "evil.example",
        "智能审稿",
        "全县首位",
        "全国政务公开先进",
        "百分之百",
        "x202e",
        "calc",
        "onerror",
    )
    assert all(part in raw for part in planted)
    assert [part for part in planted if part in texts] == []


def test_the_hostile_township_still_says_its_own_notes():
    cited = {source for sentence in report(HOSTILE).draft.sentences() for source in sentence.cites}

    assert {f"N{number:02d}" for number in range(1, 9)} <= cited
    assert not cited & {f"N{number:02d}" for number in range(9, 15)}


def test_there_is_a_tiny_township_all_zero_and_a_rich_one_with_reviews_and_suits():
    tiny, rich = summary("songping").statistics, summary("chengguan").statistics

    assert set(tiny.values()) == {0}
    assert rich["disputes.review.total"] > 0
    assert rich["disputes.litigation_direct.total"] > 0


def test_the_county_lacks_the_cells_that_one_township_left_blank():
    (roll_up,) = roll_ups([summary(key) for key in entries()])

    assert {path: found.names for path, found in roll_up.incomplete.items()} == dict.fromkeys(
        ("proactive.penalties.decisions", "applications.concluded.natural_person", "applications.concluded.total"),
        ("田坝乡人民政府",),
    )


def test_of_a_year_s_publishing_the_county_knows_what_notes_say_outright():
    known = {key: summary(key).published for key in entries()}

    assert {key for key, value in known.items() if value is None} == {"yunwu"}
    assert known["chengguan"] == 1268


def test_a_batch_of_the_county_names_those_that_copied_and_sends_two_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setattr(running, "Workers", Inline)
    outcome = Program(monkeypatch, capsys)("batch", COUNTY, "-o", tmp_path, "--formats", "md", "--json")
    lines = {line["key"]: line for line in json.loads(outcome.out)["townships"]}
    alike = {key for key, line in lines.items() if "same-as-sibling" in {item["code"] for item in line["findings"]}}

    assert outcome.code == 3
    assert {key for key, line in lines.items() if line["status"] == "blocked"} == set(BLOCKED)
    assert alike == set(COPIED)
    assert [key for key, line in lines.items() if line["plan_offered"]] == [max(COPIED)]
    assert json.loads(outcome.out)["files"] == ["退回清单.xlsx", "总览.xlsx", "总览.html"]
