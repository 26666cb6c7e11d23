"""`drafter batch`: many townships, each by itself, resumable."""

import json
import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from drafter.runs.batch import running
from tests.cli.run import Outcome, Program
from tests.endpoints.model import Model
from tests.endpoints.stub import Server, endpoint, refusing
from tests.runs.batch.inline import Inline
from tests.runs.batch.program import Place, tree
from tests.runs.batch.townships import dossier, write

Batch = Callable[..., Outcome]


@pytest.fixture
def batch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Batch:
    """Return how to run a batch of the dossiers in `in` into `out`."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(running, "Workers", Inline)
    program = Program(monkeypatch, capsys)
    return lambda *arguments: program("batch", "in", "-o", "out", *arguments)


@pytest.fixture
def model() -> Model:
    return Model()


@pytest.fixture
def server(tmp_path: Path, model: Model) -> Iterator[Server]:
    with endpoint(model.behaviour) as running_server:
        Place(tmp_path).settings(running_server.base_url)
        yield running_server


def lines(outcome: Outcome) -> dict[str, dict[str, object]]:
    return {line["key"]: line for line in json.loads(outcome.out)["townships"]}


def test_every_township_gets_its_folder_and_a_blocked_one_stops_nobody(tmp_path: Path, batch: Batch):
    write(tmp_path / "in", 3, blocked=1)

    outcome = batch("--json")

    assert outcome.code == 3
    assert {key: line["status"] for key, line in lines(outcome).items()} == {
        "00000": "done",
        "00001": "done",
        "00002": "blocked",
    }
    names = {path.name for path in (tmp_path / "out" / "00000").iterdir()}
    assert names == {"report.docx", "report.html", "report.md", "report.json"}
    assert not (tmp_path / "out" / "00002").exists()


def test_a_batch_draws_what_a_single_draft_draws(tmp_path: Path, batch: Batch, monkeypatch, capsys):
    write(tmp_path / "in", 1)
    batch()

    Program(monkeypatch, capsys)("draft", "in/00000.yaml", "-o", "single")

    assert tree(tmp_path / "out" / "00000") == tree(tmp_path / "single")


def test_finished_work_is_not_done_again_and_changed_work_is(tmp_path: Path, batch: Batch):
    write(tmp_path / "in", 3)
    batch()
    before = {path: (path.stat().st_ino, path.stat().st_mtime_ns) for path in (tmp_path / "out").glob("0*/*")}
    changed = dossier(1).replace("清泉路8号", "清泉路9号")
    (tmp_path / "in" / "00001.yaml").write_text(changed, encoding="utf-8")

    kept = json.loads(batch("--json").out)["kept"]

    after = {path: (path.stat().st_ino, path.stat().st_mtime_ns) for path in (tmp_path / "out").glob("0*/*")}
    assert kept == 2
    assert {path.parent.name for path in after if after[path] != before[path]} == {"00001"}
    assert "清泉路9号" in (tmp_path / "out" / "00001" / "report.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("change", [["--formats", "docx"], ["--amber", "drop"]], ids=["formats", "amber"])
def test_other_wishes_are_noticed(tmp_path: Path, batch: Batch, change: list[str]):
    write(tmp_path / "in", 1)
    batch()

    assert json.loads(batch("--json", *change).out)["kept"] == 0


def test_a_changed_prompt_is_noticed(tmp_path: Path, batch: Batch, monkeypatch: pytest.MonkeyPatch):
    write(tmp_path / "in", 1)
    batch()
    monkeypatch.setattr("drafter.runs.batch.recipe.folder", lambda _name: tmp_path / "in")

    assert json.loads(batch("--json").out)["kept"] == 0


def test_last_years_file_is_noticed_when_it_changes(tmp_path: Path, batch: Batch):
    write(tmp_path / "in", 1)
    path = tmp_path / "in" / "00000.yaml"
    path.write_text(f"prior: ../last.yaml\n{path.read_text(encoding='utf-8')}", encoding="utf-8")
    (tmp_path / "last.yaml").write_text("year: 2024\nedition: '2021'\n", encoding="utf-8")
    batch()
    assert json.loads(batch("--json").out)["kept"] == 1

    (tmp_path / "last.yaml").write_text("year: 2023\nedition: '2021'\n", encoding="utf-8")

    assert json.loads(batch("--json").out)["kept"] == 0


def test_a_report_that_somebody_deleted_is_made_again(tmp_path: Path, batch: Batch):
    write(tmp_path / "in", 1)
    batch()
    whole = tree(tmp_path / "out" / "00000")
    (tmp_path / "out" / "00000" / "report.docx").unlink()

    batch()

    assert tree(tmp_path / "out" / "00000") == whole


def test_a_report_edited_by_hand_is_kept_that_township_fails_and_others_go_on(tmp_path: Path, batch: Batch):
    write(tmp_path / "in", 2)
    batch()
    (tmp_path / "out" / "00000" / "report.docx").write_bytes(b"edited in Word")
    assert batch().code == 0

    outcome = batch("--json", "--amber", "drop")

    assert outcome.code == 4
    assert lines(outcome)["00000"]["status"] == "failed"
    assert lines(outcome)["00001"]["status"] == "done"
    assert (tmp_path / "out" / "00000" / "report.docx").read_bytes() == b"edited in Word"


def test_failed_townships_are_tried_again_when_they_are_asked_for(tmp_path: Path, batch: Batch):
    write(tmp_path / "in", 1)
    folder = tmp_path / "out" / "00000"
    folder.mkdir(parents=True)
    (folder / "report.docx").write_bytes(b"somebody's")
    assert batch().code == 4
    (folder / "report.docx").unlink()

    assert batch().code == 4
    assert batch("--retry-failed").code == 0


def test_only_some_townships_by_key(tmp_path: Path, batch: Batch):
    write(tmp_path / "in", 3)

    outcome = batch("--json", "--only", "00001", "--only", "00002")

    assert set(lines(outcome)) == {"00001", "00002"}
    assert batch("--only", "nobody").code == 2


def test_what_a_crash_left_in_a_folder_is_cleared_away(tmp_path: Path, batch: Batch):
    write(tmp_path / "in", 1)
    left = tmp_path / "out" / "00000" / ".drafter-abc" / "new"
    left.mkdir(parents=True)
    (left / "report.md").write_bytes(b"half")

    batch()

    assert {path.name for path in (tmp_path / "out" / "00000").iterdir()} >= {"report.json"}
    assert not left.parent.exists()


def test_the_county_gets_its_lists(tmp_path: Path, batch: Batch):
    write(tmp_path / "in", 2, blocked=1)

    batch()

    for name in ("退回清单.xlsx", "总览.xlsx"):
        assert (tmp_path / "out" / name).read_bytes().startswith(b"PK")
    assert not list((tmp_path / "out").glob(".drafter-*"))


def test_two_batches_on_one_folder_refuse_each_other(tmp_path: Path, batch: Batch):
    write(tmp_path / "in", 1)
    with running.opened(tmp_path / "out"):
        assert batch().code == 4


def test_with_a_model_what_was_answered_is_not_asked_again(tmp_path: Path, batch: Batch, server: Server, model: Model):
    write(tmp_path / "in", 3, blocked=1)
    first = batch("--model", "stub", "--json")
    asked = len(server.asked)

    again = batch("--model", "stub", "--json", "--formats", "md")

    assert asked == len(model.came) >= 4
    assert len(server.asked) == asked
    assert lines(first)["00000"]["spent"] == lines(again)["00000"]["spent"]
    record = json.loads((tmp_path / "out" / "00000" / "report.json").read_bytes())
    assert record["spent"]["calls"] == len(record["rounds"]) >= 2
    assert record["spent"]["cost_yuan"] > 0


def test_nothing_is_asked_before_every_dossier_is_checked(
    tmp_path: Path, batch: Batch, server: Server, monkeypatch: pytest.MonkeyPatch
):
    write(tmp_path / "in", 5)
    seen: list[tuple[str, int]] = []
    monkeypatch.setattr(Inline, "before", staticmethod(lambda name: seen.append((name, len(server.asked)))))

    batch("--model", "stub")

    assert [asked for name, asked in seen if name == "check"] == [0] * 5


def test_a_dry_run_asks_nothing_writes_no_report_and_says_what_to_expect(tmp_path: Path, batch: Batch, server: Server):
    write(tmp_path / "in", 4, blocked=1)

    outcome = batch("--model", "stub", "--dry-run", "--json")

    expected = json.loads(outcome.out)
    assert outcome.code == 0
    assert (expected["townships"], expected["blocked"], len(server.asked)) == (3, 1, 0)
    assert expected["calls"] >= 6
    assert expected["cost_yuan"] > 0
    assert tree(tmp_path / "out") == {}
    assert not (tmp_path / "out" / "总览.xlsx").exists()


@pytest.mark.usefixtures("server")
def test_a_dry_run_after_the_batch_expects_nothing_more(tmp_path: Path, batch: Batch):
    write(tmp_path / "in", 2)
    batch("--model", "stub")

    expected = json.loads(batch("--model", "stub", "--dry-run", "--json").out)

    assert (expected["townships"], expected["finished"], expected["calls"]) == (0, 2, 0)


def test_the_budget_leaves_townships_for_a_run_with_a_higher_one(tmp_path: Path, batch: Batch, server: Server):
    write(tmp_path / "in", 6)

    short = batch("--model", "stub", "--json", "--max-tokens", "20000")

    statuses = [line["status"] for line in lines(short).values()]
    assert short.code == 3
    assert set(statuses) == {"done", "pending"} or set(statuses) == {"pending"}
    assert json.loads(short.out)["tokens"] <= 20000
    assert "batch-pending" in [
        finding["code"]
        for line in lines(short).values()
        for finding in line["findings"]  # type: ignore[attr-defined]
    ]
    asked = len(server.asked)
    assert batch("--model", "stub").code == 0
    assert len({item.user for item in server.asked}) == len(server.asked) > asked


def test_a_cost_limit_needs_prices(tmp_path: Path, batch: Batch):
    write(tmp_path / "in", 1)
    (tmp_path / "drafter.toml").write_text('[models.free]\nbase_url = "http://127.0.0.1:9/v1"\nmodel = "m"\n')

    assert batch("--model", "free", "--max-cost", "1").code == 2


def test_an_endpoint_that_refuses_the_key_leaves_all_townships_pending(tmp_path: Path, batch: Batch):
    write(tmp_path / "in", 3)
    with endpoint(refusing(401)) as server:
        Place(tmp_path).settings(server.base_url)
        outcome = batch("--model", "stub", "--json")

    assert outcome.code == 5
    assert {line["status"] for line in lines(outcome).values()} == {"pending"}
    assert len(server.asked) == 1


def test_without_an_answer_the_stock_writer_writes_and_a_retry_asks_again(
    tmp_path: Path, batch: Batch, model: Model, server: Server
):
    write(tmp_path / "in", 1)
    server.behaviour = refusing(413)
    first = lines(batch("--model", "stub", "--json"))["00000"]
    assert first["status"] == "done"
    assert "model-unavailable" in [finding["code"] for finding in first["findings"]]  # type: ignore[attr-defined]
    server.behaviour = model.behaviour
    assert json.loads(batch("--model", "stub", "--json").out)["kept"] == 1

    again = lines(batch("--model", "stub", "--json", "--retry-failed"))["00000"]

    assert "model-unavailable" not in [finding["code"] for finding in again["findings"]]  # type: ignore[attr-defined]


def test_where_a_model_is_required_a_township_without_one_fails(tmp_path: Path, batch: Batch, server: Server):
    write(tmp_path / "in", 1)
    server.behaviour = refusing(413)

    outcome = batch("--model", "stub", "--require-model", "--json")

    assert outcome.code == 5
    assert lines(outcome)["00000"]["status"] == "failed"


@pytest.mark.usefixtures("server")
def test_ctrl_c_keeps_what_is_under_way_and_the_next_run_goes_on(
    tmp_path: Path, batch: Batch, model: Model, monkeypatch: pytest.MonkeyPatch
):
    write(tmp_path / "in", 8)
    model.latency = 0.2
    walked = []

    def before(name: str) -> None:
        walked.append(name)
        if walked.count("advance") == 4:
            os.kill(os.getpid(), signal.SIGINT)

    monkeypatch.setattr(Inline, "before", staticmethod(before))
    outcome = batch("--model", "stub", "--json")
    monkeypatch.setattr(Inline, "before", staticmethod(lambda _name: None))

    assert outcome.code == 130
    assert json.loads(outcome.out)["counts"]["pending"] > 0
    assert batch("--model", "stub").code == 0
    assert max(model.came.values()) == 1


def test_a_bug_in_one_township_is_one_failure(tmp_path: Path, batch: Batch, monkeypatch: pytest.MonkeyPatch):
    write(tmp_path / "in", 3)
    real = running.Engine._in_one_step

    async def step(self: running.Engine, entry: object) -> None:
        if entry.key == "00001":  # type: ignore[attr-defined]
            raise RuntimeError("a bug")
        await real(self, entry)  # type: ignore[arg-type]

    monkeypatch.setattr(running.Engine, "_in_one_step", step)

    outcome = batch("--json")

    assert outcome.code == 4
    assert [line["status"] for line in lines(outcome).values()] == ["done", "failed", "done"]


def test_wrong_calls_are_usage_errors(tmp_path: Path, batch: Batch):
    write(tmp_path / "in", 1)

    assert batch("--model", "nobody").code == 2
    assert batch("--model", "relay:x").code == 2
    assert batch("--via", "batch-api").code == 2
    assert batch("--formats", "odt").code == 2
