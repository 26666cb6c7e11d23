"""Ten editors at once lose nothing and double nothing, also when the desk is killed under their hands."""

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from drafter.desk.service import Desk
from drafter.desk.store.store import Store
from tests.desk import office
from tests.desk.editing import EDITORS, answers, run, wrongs
from tests.desk.reports import write

ROOT = Path(__file__).resolve().parents[2]
KEYS = ("灵溪镇", "青石镇", "白沙镇", "清河镇", "松岭镇", "柏塘镇")
SECONDS = 10
KILLS = 2


@pytest.fixture
def out(tmp_path: Path) -> Path:
    for key in KEYS:
        write(tmp_path, key)
    store = Store.beside(tmp_path)
    Desk(store).take_in(tmp_path)
    store.close()
    return tmp_path


def test_ten_editors_at_once_lose_nothing_and_double_nothing(out: Path):
    log = out / "answers"
    counts = run(out, SECONDS, log)
    store = Store.beside(out)

    assert list(wrongs(store, KEYS, answers(log), kills=0)) == []
    assert len({answer.who for answer in answers(log)}) == EDITORS
    assert counts["Saved"] == len(answers(log)) == sum(len(store.trail(key)) - 1 for key in KEYS)
    assert counts["Conflict"] > 0
    store.close()


def test_what_was_told_is_there_after_a_kill(out: Path):
    log = out / "answers"
    for _ in range(KILLS):
        before = len(answers(log))
        program = subprocess.Popen([sys.executable, "-m", "tests.desk.editing", str(out), "60", str(log)], cwd=ROOT)
        while len(answers(log)) == before:
            time.sleep(0.05)
        time.sleep(random.Random().uniform(0.2, 1.5))  # noqa: S311
        program.send_signal(signal.SIGKILL)
        program.wait()
        store = Store.beside(out)
        assert list(wrongs(store, KEYS, answers(log), KILLS)) == []
        store.close()

    assert len(answers(log)) >= KILLS


def test_ten_browsers_lose_nothing_when_the_server_is_killed_and_started_again(out: Path):
    result = office.run(out, SECONDS, kills=1)

    assert result["wrongs"] == []
    assert result["editors told"] == EDITORS
    assert result["counts"]["late"] > 0
    assert result["counts"]["gone"] > 0
