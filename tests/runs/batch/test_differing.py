"""Townships too much alike in a batch: who is offered another plan, when it is taken back, and what is said."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from drafter.contracts import violations
from drafter.dossier.intake import load_dossier
from drafter.runs.batch import running
from drafter.runs.batch.told import packed, told_of, unpacked
from drafter.runs.drafting import draft_to_folder
from tests.cli.run import Outcome, Program
from tests.endpoints.model import Model
from tests.endpoints.stub import endpoint
from tests.runs.batch.inline import Inline
from tests.runs.batch.program import Place, tree
from tests.runs.batch.townships import dossier, write

Batch = Callable[..., Outcome]


@pytest.fixture
def batch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Batch:
    """Return how to run a batch of the dossiers in `in`, of which the last copied the one before it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(running, "Workers", Inline)
    write(tmp_path / "in", 3, every=3)
    program = Program(monkeypatch, capsys)
    return lambda *more: program("batch", "in", "-o", "out", "--formats", "md", "--json", *more)


def record(folder: Path, key: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / "out" / key / "report.json").read_text(encoding="utf-8"))
    return found


def codes(outcome: Outcome) -> dict[str, set[str]]:
    return {line["key"]: {item["code"] for item in line["findings"]} for line in json.loads(outcome.out)["townships"]}


def test_of_two_that_copied_one_is_offered_another_plan_and_both_are_named(tmp_path: Path, batch: Batch):
    outcome = batch()

    assert outcome.code == 3
    assert [record(tmp_path, key).get("plan_offered") for key in ("00000", "00001", "00002")] == [None, None, 1]
    assert violations("run-record", record(tmp_path, "00002")) == []
    said = codes(outcome)
    assert {key for key, found in said.items() if "same-as-sibling" in found} == {"00001", "00002"}


def test_both_drafts_tell_the_same_facts(tmp_path: Path, batch: Batch):
    batch()
    loaded = load_dossier(tmp_path / "in" / "00002.yaml")
    assert loaded.dossier is not None
    draft_to_folder(loaded.dossier, loaded.findings, tmp_path / "single", ("md",))

    single = json.loads((tmp_path / "single" / "report.json").read_text(encoding="utf-8"))

    assert record(tmp_path, "00002")["facts"] == single["facts"]
    told = [{cite for sentence in tree["sentences"] for cite in sentence["cites"]} for tree in (single,)]
    assert told == [{cite for sentence in record(tmp_path, "00002")["sentences"] for cite in sentence["cites"]}]


def test_an_offer_is_not_made_twice_and_taken_back_when_nothing_speaks_for_it(tmp_path: Path, batch: Batch):
    batch()
    path = tmp_path / "out" / "00002" / "report.json"
    before = path.stat().st_mtime_ns
    assert json.loads(batch().out)["kept"] == 3
    assert path.stat().st_mtime_ns == before

    (tmp_path / "in" / "00001.yaml").write_text(dossier(77), encoding="utf-8")
    outcome = batch()

    assert outcome.code == 0
    assert "plan_offered" not in record(tmp_path, "00002")


def test_only_one_township_is_held_against_all_others(tmp_path: Path, batch: Batch):
    batch()
    whole = tree(tmp_path / "out" / "00002")

    outcome = batch("--only", "00002")

    assert "same-as-sibling" in codes(outcome)["00002"]
    assert tree(tmp_path / "out" / "00002") == whole


def test_a_file_edited_by_hand_meanwhile_stays(tmp_path: Path, batch: Batch):
    batch()
    path = tmp_path / "out" / "00002" / "report.md"
    path.write_text("edited", encoding="utf-8")
    (tmp_path / "in" / "00001.yaml").write_text(dossier(77), encoding="utf-8")

    outcome = batch()

    assert outcome.code == 0
    assert path.read_text(encoding="utf-8") == "edited"


def test_a_model_is_told_what_to_avoid_and_asked_once(tmp_path: Path, batch: Batch):
    model = Model()
    with endpoint(model.behaviour) as server:
        Place(tmp_path).settings(server.base_url)
        batch("--model", "stub")
        users = [asked.body["messages"][-1]["content"] for asked in server.asked]
        asked = model.came.total()
        batch("--model", "stub")

    avoiding = [user for user in users if "别的单位已经用了的说法" in user]
    assert avoiding
    assert len(avoiding) == len(set(avoiding))
    assert model.came.total() == asked
    assert record(tmp_path, "00002")["plan_offered"] == 1
    calls = [record(tmp_path, key)["spent"]["calls"] for key in ("00001", "00002")]
    assert calls[1] > calls[0]


def test_a_draft_is_held_against_last_years_report(tmp_path: Path):
    (tmp_path / "a.yaml").write_text(dossier(1), encoding="utf-8")
    loaded = load_dossier(tmp_path / "a.yaml")
    assert loaded.dossier is not None
    report = draft_to_folder(loaded.dossier, loaded.findings, tmp_path / "last", ("md",))

    told = told_of("a", report, tmp_path / "last" / "report.json")

    assert [(item.right, item.band) for item in told.last_year] == [("a@2025", "block")] * 2
    assert unpacked(packed(told)) == told
    assert told_of("a", report, tmp_path / "a.yaml").last_year == ()
