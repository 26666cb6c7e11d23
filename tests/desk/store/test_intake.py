"""Reports of a folder come onto the desk; what people did is never overwritten."""

import json
import shutil
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from drafter.desk.account import ALONE
from drafter.desk.store import intake
from drafter.desk.store.changes import Conflict
from drafter.desk.store.intake import redraft_of, take_in, take_redraft
from drafter.desk.store.queue import Asked
from drafter.desk.store.store import Store
from drafter.errors import InputError
from tests.desk.store.sample import drafted, edited, row, working


def opener(key: str, record: Mapping[str, Any]):
    if "source" not in record:
        raise InputError(key, "请重新起草")
    return replace(working(f"{key}人民政府"), model=record["source"]), row(key)


def write(out: Path, folder: str, source: str = "第一稿") -> None:
    path = out / folder / "report.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"source": source}), encoding="utf-8")


@pytest.fixture
def out(tmp_path: Path) -> Path:
    for folder in ("甲镇", "东县/乙镇"):
        write(tmp_path, folder)
    return tmp_path


def test_every_report_of_a_folder_is_taken_in_once(store: Store, out: Path):
    first, second = take_in(store, out, opener), take_in(store, out, opener)

    assert set(first.new) == {"甲镇", "东县/乙镇"}
    assert second == type(second)()
    assert store.trail("甲镇")[0].action == "Draft"


def test_a_report_in_the_folder_itself_has_a_key_that_an_address_can_hold(store: Store, tmp_path: Path):
    write(tmp_path, "")

    assert take_in(store, tmp_path, opener).new == ("_",)


def test_hidden_folders_are_left_out(store: Store, tmp_path: Path):
    write(tmp_path, ".drafter/甲镇")

    assert take_in(store, tmp_path, opener).new == ()


@pytest.mark.parametrize("content", [b"", b"{", b"[1]", b"\xff\xfe", b"{}"])
def test_what_cannot_be_opened_is_told_and_stops_nothing(store: Store, out: Path, content: bytes):
    (out / "甲镇" / "report.json").write_bytes(content)
    taken = take_in(store, out, opener)

    assert taken.new == ("东县/乙镇",)
    assert [key for key, _ in taken.problems] == ["甲镇"]


def test_a_new_draft_takes_the_place_of_one_that_nobody_touched(store: Store, out: Path):
    take_in(store, out, opener)
    write(out, "甲镇", "第二稿")

    assert take_in(store, out, opener).redrafted == ("甲镇",)
    assert (store.load("甲镇").version, store.load("甲镇").working.model) == (2, "第二稿")
    assert redraft_of(store, "甲镇") is None


def touched(store: Store, out: Path) -> None:
    take_in(store, out, opener)
    store.save("甲镇", 1, edited(store.load("甲镇").working, "甲镇", "人改过的。"))
    write(out, "甲镇", "第二稿")


def test_a_new_draft_of_a_report_that_people_worked_on_is_kept_beside_it(store: Store, out: Path):
    touched(store, out)
    taken = take_in(store, out, opener)

    assert (taken.aside, taken.redrafted) == (("甲镇",), ())
    assert str(store.load("甲镇").working.lines[0].text) == "人改过的。"
    assert redraft_of(store, "甲镇").working.model == "第二稿"
    assert {queued.row.key: queued.has_redraft for queued in store.queue(Asked(), ALONE).rows} == {
        "甲镇": True,
        "东县/乙镇": False,
    }
    assert take_in(store, out, opener) == type(taken)()


def test_only_the_newest_draft_is_kept_beside_a_report(store: Store, out: Path):
    touched(store, out)
    take_in(store, out, opener)
    write(out, "甲镇", "第三稿")
    take_in(store, out, opener)

    assert redraft_of(store, "甲镇").working.model == "第三稿"


def test_a_new_draft_is_taken_by_name_and_then_lies_beside_the_report_no_longer(store: Store, out: Path):
    touched(store, out)
    take_in(store, out, opener)
    change = replace(drafted("甲镇"), working=redraft_of(store, "甲镇").working, who="张三")

    assert isinstance(take_redraft(store, "甲镇", 1, change), Conflict)
    assert redraft_of(store, "甲镇") is not None
    assert take_redraft(store, "甲镇", 2, change) == 3
    assert (redraft_of(store, "甲镇"), store.load("甲镇").working.model) == (None, "第二稿")
    assert take_redraft(store, "甲镇", 3, change) is None
    assert take_in(store, out, opener) == type(take_in(store, out, opener))()
    assert store.broken_at("甲镇") is None


def test_a_report_whose_folder_is_gone_stays_on_the_desk(store: Store, out: Path):
    take_in(store, out, opener)
    shutil.rmtree(out / "甲镇")
    take_in(store, out, opener)

    assert store.load("甲镇") is not None


def test_many_reports_are_opened_in_other_processes_with_the_same_result(
    store: Store, out: Path, monkeypatch: pytest.MonkeyPatch
):
    write(out, "丙镇")
    (out / "丙镇" / "report.json").write_text("{}", encoding="utf-8")
    monkeypatch.setattr(intake, "FEWEST_TO_SPREAD", 1)
    told: list[tuple[int, int]] = []
    taken = take_in(store, out, opener, lambda *counts: told.append(counts))

    assert (set(taken.new), [key for key, _ in taken.problems]) == ({"甲镇", "东县/乙镇"}, ["丙镇"])
    assert store.load("甲镇").working.model == "第一稿"
    assert told == [(3, 3)]
