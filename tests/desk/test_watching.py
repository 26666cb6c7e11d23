"""Reports come onto the open desk as they are drafted."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from drafter.desk.account import ALONE
from drafter.desk.actions import Drop
from drafter.desk.service import Desk
from drafter.desk.store import intake
from drafter.desk.store.intake import TakenIn
from drafter.desk.store.store import Store
from drafter.desk.watching import watching
from tests.desk.reports import record, write

SECONDS = 20


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    store = Store.beside(tmp_path)
    yield Desk(store)
    store.close()


class Told:
    """What was said of the folder, and a wait for the next of it."""

    def __init__(self) -> None:
        self.all: list[TakenIn] = []

    def __call__(self, taken: TakenIn) -> None:
        self.all.append(taken)

    def next(self, count: int) -> TakenIn:
        end = time.monotonic() + SECONDS
        while len(self.all) < count:
            assert time.monotonic() < end, self.all
            time.sleep(0.01)
        return self.all[count - 1]


def test_what_lies_there_what_comes_and_what_is_drafted_again(desk: Desk, tmp_path: Path):
    write(tmp_path, "灵溪镇")
    told = Told()
    with watching(desk, tmp_path, told, seconds=0.01):
        assert told.next(1).new == ("灵溪镇",)
        write(tmp_path, "青石镇")
        assert told.next(2).new == ("青石镇",)
        desk.do("灵溪镇", 1, Drop("overview.3"), ALONE)
        write(tmp_path, "灵溪镇", record("灵溪镇", note="年内新增乡村振兴栏目2个"))
        assert told.next(3).aside == ("灵溪镇",)

    assert len(told.all) == 3
    assert desk.open("灵溪镇", ALONE).queued.has_redraft


def test_a_problem_is_told_once_until_it_is_another(desk: Desk, tmp_path: Path):
    path = write(tmp_path, "旧镇", b"{}")
    told = Told()
    with watching(desk, tmp_path, told, seconds=0.01):
        assert [key for key, _ in told.next(1).problems] == ["旧镇"]
        time.sleep(0.2)
        path.write_bytes(b"not json")
        told.next(2)

    assert [len(taken.problems) for taken in told.all] == [1, 1]


def test_a_desk_that_closes_stops_taking_in_and_keeps_what_it_has(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(intake, "AT_ONCE", 1)
    for number in range(30):
        write(tmp_path, f"{number:02}", record("灵溪镇"))
    with watching(desk, tmp_path, Told()):
        while desk.open("00", ALONE) is None:
            time.sleep(0.01)

    assert 1 <= sum(desk.open(f"{number:02}", ALONE) is not None for number in range(30)) < 30
