"""Batch by post: expired and failed lines are sent again, doubles change nothing, a killed run polls on."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from drafter.runs.batch import posting, running
from drafter.writing.backends.batch_api import BatchApi
from tests.cli.run import Outcome, Program
from tests.endpoints.post import Office, post_office
from tests.runs.batch.inline import Inline
from tests.runs.batch.program import Place, tree
from tests.runs.batch.townships import write

Batch = Callable[..., Outcome]


class Killed(BaseException):
    """The process is gone."""


@pytest.fixture
def batch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Batch:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(running, "Workers", Inline)
    monkeypatch.setattr(posting, "FIRST_POLL_SECONDS", 0.02)
    program = Program(monkeypatch, capsys)
    return lambda *more: program("batch", "in", "-o", "out", "--model", "stub", "--via", "batch-api", "--json", *more)


def counts(outcome: Outcome) -> dict[str, int]:
    found: dict[str, int] = json.loads(outcome.out)["counts"]
    return found


def test_all_rounds_of_all_townships_go_by_post(tmp_path: Path, batch: Batch):
    write(tmp_path / "in", 4, blocked=1)
    office = Office()
    with post_office(office) as server:
        Place(tmp_path).settings(server.base_url)
        outcome = batch()

    assert counts(outcome) == {"done": 3, "blocked": 1, "failed": 0, "pending": 0}
    assert 2 <= len(office.batches) <= 3
    assert set(office.asked.values()) == {1}
    assert list((tmp_path / "out" / ".drafter" / "post").iterdir()) == []


def test_what_expired_or_failed_is_sent_again_and_the_rest_is_kept(tmp_path: Path, batch: Batch):
    write(tmp_path / "in", 4)
    office = Office(expires={0: 0.3}, errors={0: 0.2, 1: 0.5}, repeats=True, refuses=3)
    with post_office(office) as server:
        Place(tmp_path).settings(server.base_url)
        outcome = batch()

    assert counts(outcome)["done"] == 4
    findings = [item["code"] for line in json.loads(outcome.out)["townships"] for item in line["findings"]]
    assert "model-unavailable" not in findings
    assert max(office.asked.values()) <= posting.MOST_SENDS
    assert min(office.asked.values()) == 1


def test_what_never_comes_is_given_up_and_written_without_a_model(tmp_path: Path, batch: Batch):
    write(tmp_path / "in", 1)
    office = Office(errors={0: 1.0, 1: 1.0, 2: 1.0, 3: 1.0})
    with post_office(office) as server:
        Place(tmp_path).settings(server.base_url)
        outcome = batch()

    assert counts(outcome)["done"] == 1
    assert set(office.asked.values()) == {posting.MOST_SENDS}
    assert "model-unavailable" in [item["code"] for item in json.loads(outcome.out)["townships"][0]["findings"]]


@pytest.mark.parametrize("method", ["upload", "create", "state", "download"])
@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
def test_a_run_that_is_killed_goes_on_where_it_was_and_posts_nothing_twice(
    tmp_path: Path, batch: Batch, monkeypatch: pytest.MonkeyPatch, method: str, after: bool
):
    write(tmp_path / "in", 2)
    office = Office()
    real = getattr(BatchApi, method)
    left = [1]

    async def dying(*arguments: object) -> object:
        if not left:
            return await real(*arguments)
        left.pop()
        if after:
            await real(*arguments)
        raise Killed

    monkeypatch.setattr(BatchApi, method, dying)
    with post_office(office) as server:
        Place(tmp_path).settings(server.base_url)
        with pytest.raises(Killed):
            batch()
        outcome = batch()
        again = batch()

    assert counts(outcome)["done"] == 2
    assert json.loads(again.out)["kept"] == 2
    assert set(office.asked.values()) == {1}


def test_by_post_and_at_once_the_files_say_the_same(tmp_path: Path, batch: Batch, monkeypatch: pytest.MonkeyPatch):
    write(tmp_path / "in", 2)
    with post_office(Office(repeats=True)) as server:
        Place(tmp_path).settings(server.base_url)
        batch()
    first = tree(tmp_path / "out")
    (tmp_path / "out").rename(tmp_path / "first")
    monkeypatch.setattr(posting, "MOST_LINES", 1)
    with post_office(Office()) as server:
        Place(tmp_path).settings(server.base_url)
        batch()

    assert tree(tmp_path / "out") == first


def test_files_are_split_where_they_are_too_long(tmp_path: Path, batch: Batch, monkeypatch: pytest.MonkeyPatch):
    write(tmp_path / "in", 3)
    monkeypatch.setattr(posting, "MOST_LINES", 2)
    office = Office()
    with post_office(office) as server:
        Place(tmp_path).settings(server.base_url)
        outcome = batch()

    assert counts(outcome)["done"] == 3
    assert len(office.batches) >= 3
    assert set(office.asked.values()) == {1}


def test_an_endpoint_without_such_an_interface_ends_the_batch(tmp_path: Path, batch: Batch):
    write(tmp_path / "in", 1)
    Place(tmp_path).settings("http://127.0.0.1:9/v1")

    outcome = batch()

    assert outcome.code == 5
    assert counts(outcome)["pending"] == 1


def test_the_budget_holds_by_post_too(tmp_path: Path, batch: Batch):
    write(tmp_path / "in", 4)
    office = Office()
    with post_office(office) as server:
        Place(tmp_path).settings(server.base_url)
        short = batch("--max-tokens", "7000")
        assert counts(short)["pending"] > 0
        assert json.loads(short.out)["tokens"] <= 7000
        assert counts(batch())["done"] == 4
    assert set(office.asked.values()) == {1}
