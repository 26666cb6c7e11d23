"""A report drafted with a model: replayed it is the same bytes, refused it is the stock writer's, and both are said."""

import asyncio
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from drafter.contracts import violations
from drafter.dossier.intake import load_dossier
from drafter.dossier.model import Dossier
from drafter.errors import BackendError, OutputError
from drafter.findings import Finding, Severity
from drafter.runs.drafting import draft_to_folder, draft_with
from drafter.runs.pipeline import draft_report
from drafter.writing.backends.base import Answer, Backend, Request
from drafter.writing.backends.openai import Endpoint, OpenAIBackend
from drafter.writing.backends.scripted import ReplayBackend, ScriptedBackend, recorded
from drafter.writing.checks.judge import judge
from drafter.writing.checks.verdict import Claim, Verdict, verdict
from drafter.writing.model.writer import ModelUse
from tests.endpoints.stub import answering, endpoint
from tests.sample import dossier

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "lingxi-2025" / "dossier.yaml"
NOTHING = '{"items": []}'


def reply(text: str, cite: str = "N02", topic: str = "主动公开") -> str:
    return json.dumps({"items": [{"kind": "deed", "topic": topic, "cites": [cite], "text": text}]}, ensure_ascii=False)


GOOD = reply("围绕惠农补贴、社会救助等事项编制公开目录。")


def overview_only(text: str) -> Callable[[Request], str]:
    return lambda request: text if "总体情况" in request.user else NOTHING


def use(answers: Callable[[Request], str], **settings: Any) -> ModelUse:
    return ModelUse(ScriptedBackend(answers), judge, **settings)


class Failing:
    """An endpoint that answers `good` requests and then is down."""

    model = "failing"

    def __init__(self, good: int = 0) -> None:
        self.good = good

    async def complete(self, request: Request) -> Answer:
        self.good -= 1
        if self.good < 0:
            raise BackendError("连不上模型接口")
        return Answer(overview_only(GOOD)(request), "stop", self.model)


class Recorder:
    """Asks another model and keeps its answers as the replaying one reads them."""

    def __init__(self, inner: Backend, folder: Path) -> None:
        self.inner, self.folder, self.model = inner, folder, inner.model

    async def complete(self, request: Request) -> Answer:
        answer = await self.inner.complete(request)
        path = self.folder / f"{request.fingerprint(self.model)}.json"
        path.write_text(recorded(answer), encoding="utf-8")
        return answer


def codes(findings: tuple[Finding, ...]) -> set[str]:
    return {finding.code for finding in findings}


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def example() -> tuple[Dossier, list[Finding]]:
    loaded = load_dossier(EXAMPLE)
    assert loaded.dossier is not None
    return loaded.dossier, list(loaded.findings)


def test_replayed_answers_give_the_same_bytes_as_the_model_did(tmp_path: Path) -> None:
    source, findings = example()
    text = reply("编发政策解读材料{{n:N03.1}}，解答医保缴费、危房改造等群众咨询较多的问题。", "N03")
    (tmp_path / "answers").mkdir()
    with endpoint(answering(lambda asked: text if "总体情况" in asked.user else NOTHING)) as server:
        asked = OpenAIBackend(Endpoint(server.base_url, "qwen", "sk-1", timeout_seconds=10, retries=0))
        kept = ModelUse(Recorder(asked, tmp_path / "answers"), judge)
        first = draft_to_folder(source, findings, tmp_path / "first", model=kept)
    for name in ("second", "third"):
        again = ModelUse(ReplayBackend(tmp_path / "answers", "qwen"), judge, required=True)
        draft_to_folder(source, findings, tmp_path / name, model=again)

    assert "模型" in {sentence.origin for sentence in first.draft.sentences()}
    assert contents(tmp_path / "first") == contents(tmp_path / "second") == contents(tmp_path / "third")


def test_an_answer_is_not_replayed_for_another_dossier(tmp_path: Path) -> None:
    source, findings = example()
    (tmp_path / "answers").mkdir()
    kept = ModelUse(Recorder(ScriptedBackend(lambda _request: NOTHING), tmp_path / "answers"), judge)
    draft_with(source, findings, ["md"], kept)

    again = ModelUse(ReplayBackend(tmp_path / "answers", "scripted"), judge, required=True)
    assert draft_with(source, findings, ["md"], again).rounds
    with pytest.raises(BackendError):
        draft_with(dossier(), [], ["md"], again)


@pytest.mark.parametrize("edition", ["2019", "2021"])
def test_the_record_of_a_model_follows_its_schema_and_says_who_wrote_what(tmp_path: Path, edition: str) -> None:
    report = draft_to_folder(dossier(edition), [], tmp_path, model=use(overview_only(GOOD)))
    tree = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))

    assert violations("run-record", tree) == []
    assert tree["model"] == report.model == "scripted"
    assert {sentence["origin"] for sentence in tree["sentences"]} == {"模型", "模板", "材料原文"}
    assert [entry["number"] for entry in tree["rounds"]] == [0, 0]
    assert all(entry["error"] == "" for entry in tree["rounds"])


def test_rounds_that_failed_are_recorded_with_why(tmp_path: Path) -> None:
    draft_to_folder(dossier(), [], tmp_path, model=ModelUse(Failing(), judge))
    tree = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))

    assert violations("run-record", tree) == []
    assert [entry["error"] for entry in tree["rounds"]] == ["连不上模型接口"] * 2


@pytest.mark.parametrize("answer", ["", "抱歉，我不能协助。", "{", "[]", "[" * 400 + "]" * 400, '{"items": [{}]}'])
def test_a_reply_of_which_nothing_can_be_used_is_said(answer: str) -> None:
    report = draft_with(dossier(), [], ["md"], use(lambda _request: answer))

    found = [finding for finding in report.findings if finding.code == "model-unavailable"]
    assert [finding.severity for finding in found] == [Severity.WARNING]
    with pytest.raises(BackendError):
        draft_with(dossier(), [], ["md"], use(lambda _request: answer, required=True))


def test_a_reply_that_leaves_all_to_the_clerk_is_an_answer() -> None:
    report = draft_with(dossier(), [], ["md"], use(lambda _request: NOTHING, required=True))

    assert "model-unavailable" not in codes(report.findings)


def test_what_a_model_wrote_before_it_failed_stands_and_the_rest_is_said() -> None:
    report = draft_with(dossier(), [], ["md"], ModelUse(Failing(good=1), judge))

    assert "模型" in {sentence.origin for sentence in report.draft.sentences()}
    assert "model-unavailable" in codes(report.findings)


def test_a_required_model_that_fails_halfway_leaves_no_file(tmp_path: Path) -> None:
    with pytest.raises(BackendError):
        draft_to_folder(dossier(), [], tmp_path / "out", model=ModelUse(Failing(good=1), judge, required=True))

    assert not (tmp_path / "out").exists()


def test_a_draft_that_the_last_scan_refuses_gives_way_to_the_stock_writers(tmp_path: Path) -> None:
    def blind(_claim: Claim) -> Verdict:
        return verdict([], [])

    wrong = use(overview_only(reply("编制公开目录九十九个。")))
    report = draft_to_folder(dossier(), [], tmp_path, model=ModelUse(wrong.backend, blind))

    assert "model-draft-refused" in codes(report.findings)
    assert "模型" not in {sentence.origin for sentence in report.draft.sentences()}
    assert "九十九" not in (tmp_path / "report.md").read_text(encoding="utf-8")
    stock = draft_report(dossier(), [])
    assert report.files == stock.files
    record = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    assert record["rounds"][0]["sentences"][0]["text"] == "编制公开目录九十九个。"


def test_nothing_that_was_found_is_lost_where_the_stock_writer_steps_in() -> None:
    class Half(Failing):
        async def complete(self, request: Request) -> Answer:
            if "总体情况" not in request.user:
                raise BackendError("断了")
            return Answer(reply("编制公开目录九十九个。"), "stop", self.model)

    own = Finding("note-year", Severity.WARNING, "N01", "年份")
    report = draft_with(dossier(), [own], ["md"], ModelUse(Half(), lambda _claim: verdict([], [])))

    assert {"model-draft-refused", "model-unavailable", "note-year"} <= codes(report.findings)


def test_without_a_model_the_report_is_the_stock_writers(tmp_path: Path) -> None:
    report = draft_to_folder(dossier(), [], tmp_path)

    assert (report.model, report.rounds) == ("stock", ())
    assert report.files == draft_report(dossier(), []).files


def test_a_dossier_that_blocks_leaves_no_file_with_a_model_either(tmp_path: Path) -> None:
    error = Finding("cell-null", Severity.ERROR, "applications.received.total", "未填")
    report = draft_to_folder(dossier(), [error], tmp_path / "out", model=use(overview_only(GOOD)))

    assert report.files == {}
    assert not (tmp_path / "out").exists()


def test_files_edited_by_hand_are_kept_from_a_model_too(tmp_path: Path) -> None:
    draft_to_folder(dossier(), [], tmp_path)
    (tmp_path / "report.md").write_text("edited", encoding="utf-8")

    with pytest.raises(OutputError):
        draft_to_folder(dossier(), [], tmp_path, model=use(overview_only(GOOD)))
    assert (tmp_path / "report.md").read_text(encoding="utf-8") == "edited"


def test_progress_is_told_of_every_round() -> None:
    told: list[tuple[str, int]] = []
    draft_with(
        dossier(),
        [],
        ["md"],
        use(overview_only(reply("多次。")), progress=lambda done: told.append((done.section, done.number))),
    )

    assert told == [("overview", 0), ("overview", 1), ("improvement", 0)]


def test_two_drafts_of_one_endpoint_need_no_new_backend() -> None:
    with endpoint(answering(NOTHING)) as server:
        backend = OpenAIBackend(Endpoint(server.base_url, "qwen", "", timeout_seconds=10, retries=0))
        for _ in range(2):
            draft_with(dossier(), [], ["md"], ModelUse(backend, judge, required=True))

    assert len(server.asked) == 4


def test_two_requests_may_be_under_way_at_once() -> None:
    async def outer() -> str | None:
        with endpoint(answering(GOOD)) as server:
            backend = OpenAIBackend(Endpoint(server.base_url, "qwen", "", timeout_seconds=10, retries=0))
            both = await asyncio.gather(*(backend.complete(Request("规则", text, {}, 9)) for text in ("一", "二")))
            return both[0].text if both[0].text == both[1].text else None

    assert asyncio.run(outer()) == GOOD
