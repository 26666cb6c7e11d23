"""`drafter draft --model`: whatever the endpoint does, a draft completes or the program says why, and no key leaks."""

import json
import logging
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from drafter.contracts import violations
from tests.cli.run import Outcome, Program
from tests.endpoints import stub
from tests.endpoints.stub import Asked, Behaviour, endpoint

ROOT = Path(__file__).resolve().parents[2]
DOSSIER = ROOT / "examples" / "lingxi-2025" / "dossier.yaml"
MADE = ["report.docx", "report.html", "report.json", "report.md"]
KEY = "sk-office-7f3a91c2d4e5"
SECONDS = 0.6
SPARE_SECONDS = 6.0
"""What a draft may take beyond its requests, on a busy machine."""

GOOD = {
    "N03": "编发政策解读材料{{n:N03.1}}，解答医保缴费、危房改造等群众咨询较多的问题。",
    "N09": "编制行政规范性文件目录，文件制发、废止后同步更新。",
}
TOPICS = {"N03": "主动公开", "N09": "政府信息管理"}


def reply(**texts: str) -> str:
    items = [
        {"kind": "deed", "topic": TOPICS[note], "cites": [note], "text": text} for note, text in (texts or GOOD).items()
    ]
    return json.dumps({"items": items}, ensure_ascii=False)


def good(asked: Asked) -> str:
    return reply() if "主动公开" in asked.user else '{"items": []}'


@contextmanager
def down() -> Iterator[str]:
    """Yield an address at which nothing listens."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        yield f"http://127.0.0.1:{taken.getsockname()[1]}/v1"


class Office:
    """A folder with a `drafter.toml`, in which the program runs."""

    def __init__(self, program: Program, folder: Path) -> None:
        self.program, self.folder = program, folder
        self.out = folder / "out"

    def draft(self, base_url: str, *arguments: str, **settings: Any) -> Outcome:
        values = {"base_url": base_url, "model": "qwen", "key_env": "OFFICE_KEY", "structure": "json_object"}
        lines = [
            f"{name} = {json.dumps(value)}"
            for name, value in {**values, "timeout_seconds": SECONDS, "retries": 0, **settings}.items()
        ]
        (self.folder / "drafter.toml").write_text("\n".join(["[models.office]", *lines]), encoding="utf-8")
        return self.program("draft", DOSSIER, "--model", "office", "-o", self.out, *arguments)

    def names(self) -> list[str]:
        return sorted(path.name for path in self.out.iterdir()) if self.out.exists() else []

    def record(self) -> dict[str, Any]:
        tree: dict[str, Any] = json.loads((self.out / "report.json").read_text(encoding="utf-8"))
        return tree

    def codes(self) -> set[str]:
        return {finding["code"] for finding in self.record()["findings"]}

    def origins(self) -> set[str]:
        return {sentence["origin"] for sentence in self.record()["sentences"]}


@pytest.fixture
def office(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> Office:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("OFFICE_KEY", KEY)
    caplog.set_level(logging.DEBUG)
    return Office(Program(monkeypatch, capsys), tmp_path)


def leaks(office: Office, outcome: Outcome, logged: str) -> list[str]:
    """Return where the key stands, of all that a run left or said."""
    said = {"stdout": outcome.out, "stderr": outcome.err, "log": logged}
    places = [name for name, text in said.items() if KEY in text]
    files = [path for path in office.folder.rglob("*") if path.is_file()]
    return [*places, *(str(path) for path in files if KEY.encode() in unpacked(path))]


def unpacked(path: Path) -> bytes:
    """Return the content of a file, of a Word file that of its parts."""
    import zipfile

    if path.suffix != ".docx":
        return path.read_bytes()
    with zipfile.ZipFile(path) as archive:
        return b"".join(archive.read(name) for name in archive.namelist())


def huge_garbage() -> bytes:
    return b"\x00\xff{]" * 500


DEEP = "[" * 200_000
BAD: dict[str, Behaviour] = {
    "drip": stub.dripping,
    "hang": stub.hanging,
    "cut off": stub.cut_off,
    "401": stub.refusing(401),
    "403": stub.refusing(403),
    "400": stub.refusing(400),
    "429": stub.refusing(429),
    "429, come back in an hour": stub.refusing(429, retry_after="3600"),
    "500": stub.refusing(500),
    "503": stub.refusing(503, content_type="text/html"),
    "garbage": stub.raw(huge_garbage()),
    "garbage as text": stub.raw(huge_garbage(), content_type="text/plain; charset=utf-16"),
    "nothing": stub.raw(b""),
    "a gateway's page": stub.raw("<html>请登录</html>".encode(), content_type="text/html"),
    "said to be compressed": stub.raw(stub.completion("{}"), content_encoding="gzip"),
    "elsewhere for ever": stub.going_round,
    "10 MB": stub.flooding,
    "brackets": stub.raw(DEEP.encode()),
    "a list": stub.raw(b"[1, 2]"),
    "no choices": stub.raw(stub.completion("", choices=[])),
    "choices of text": stub.raw(stub.completion("", choices="stop")),
    "choices of nothing": stub.raw(stub.completion("", choices=[None])),
    "no message": stub.raw(stub.completion("", choices=[{"index": 0, "finish_reason": "stop"}])),
    "parts": stub.raw(stub.completion([{"type": "text", "text": "{}"}])),
    "the key": stub.echoing,
    "an empty reply": stub.answering(""),
    "a refusal": stub.answering("抱歉，我不能协助。"),
    "half a reply": stub.answering(
        '{"items": [', choices=json.loads(stub.completion('{"items": [', "length"))["choices"]
    ),
    "text in place of JSON": stub.answering("好的，下面是报告：全年公开信息500条。"),
    "brackets in a reply": stub.answering(DEEP),
}


@pytest.mark.parametrize("name", BAD)
def test_whatever_the_endpoint_does_the_draft_is_made_and_says_so(
    office: Office, caplog: pytest.LogCaptureFixture, name: str
) -> None:
    began = time.monotonic()
    with endpoint(BAD[name]) as server:
        outcome = office.draft(server.base_url)

    assert time.monotonic() - began < 2 * SECONDS + SPARE_SECONDS
    assert outcome.code == 0, outcome.err
    assert office.names() == MADE
    assert "model-unavailable" in office.codes()
    assert "model-unavailable" in outcome.out
    assert office.origins() == {"模板", "材料原文"}
    assert violations("run-record", office.record()) == []
    assert server.asked
    assert leaks(office, outcome, caplog.text) == []


@pytest.mark.parametrize("name", BAD)
def test_a_required_model_that_cannot_be_had_exits_5_with_one_line_and_no_file(
    office: Office, caplog: pytest.LogCaptureFixture, name: str
) -> None:
    with endpoint(BAD[name]) as server:
        outcome = office.draft(server.base_url, "--require-model")

    assert outcome.code == 5
    assert outcome.err.startswith("错误：")
    assert outcome.err.count("\n") == 1
    assert outcome.out == ""
    assert office.names() == []
    assert leaks(office, outcome, caplog.text) == []


@pytest.mark.parametrize(("arguments", "code"), [([], 0), (["--require-model"], 5)])
def test_an_endpoint_that_is_down_is_said(office: Office, arguments: list[str], code: int) -> None:
    with down() as base_url:
        outcome = office.draft(base_url, *arguments)

    assert outcome.code == code
    assert office.names() == ([] if code else MADE)
    assert "model-unavailable" in outcome.out or outcome.err.count("\n") == 1


def test_a_name_that_no_machine_has_is_an_endpoint_that_is_down(office: Office) -> None:
    outcome = office.draft("http://nowhere.invalid:1/v1", timeout_seconds=5)

    assert outcome.code == 0
    assert "model-unavailable" in office.codes()


def test_what_the_stock_writer_makes_is_what_stands_where_the_model_fails(office: Office) -> None:
    office.program("draft", DOSSIER, "-o", office.folder / "stock")
    with endpoint(stub.refusing(500)) as server:
        office.draft(server.base_url)

    for name in ("report.docx", "report.html", "report.md"):
        assert (office.out / name).read_bytes() == (office.folder / "stock" / name).read_bytes()


def test_an_earlier_draft_stays_as_it_is_where_the_model_is_required(office: Office) -> None:
    with endpoint(stub.answering(good)) as server:
        office.draft(server.base_url)
    before = {path.name: path.read_bytes() for path in office.out.iterdir()}
    with endpoint(stub.cut_off) as server:
        assert office.draft(server.base_url, "--require-model").code == 5

    assert {path.name: path.read_bytes() for path in office.out.iterdir()} == before


def test_a_request_with_the_towns_material_follows_no_redirect(office: Office) -> None:
    with endpoint(stub.answering(good)) as other, endpoint(stub.redirecting(f"{other.base_url}/x")) as server:
        outcome = office.draft(server.base_url)

    assert other.asked == []
    assert "base_url" in outcome.out


def test_of_10_mb_only_what_is_allowed_is_read(office: Office) -> None:
    sent: list[int] = []

    def flooding(handler: stub.Handler, _asked: Asked) -> None:
        handler.start(200, 50 * stub.HUGE)
        try:
            for _ in range(50):
                handler.wfile.write(b" " * stub.HUGE)
                sent.append(stub.HUGE)
        finally:
            handler.close_connection = True

    with endpoint(flooding) as server:
        office.draft(server.base_url, timeout_seconds=20)

    assert sum(sent) <= 4 * stub.HUGE
    assert len(server.asked) == 2


@pytest.mark.parametrize("headers", [{}, {"retry_after": "1"}, {"retry_after_ms": "20"}], ids=["plain", "s", "ms"])
def test_a_busy_endpoint_is_asked_again_and_then_answers(office: Office, headers: dict[str, str]) -> None:
    def busy_once(handler: stub.Handler, asked: Asked) -> None:
        behave = stub.refusing(429, **headers) if len(handler.server.asked) == 1 else stub.answering(good)
        behave(handler, asked)

    with endpoint(busy_once) as server:
        office.draft(server.base_url, retries=1, timeout_seconds=10)

    assert "模型" in office.origins()
    assert "model-unavailable" not in office.codes()
    assert len(server.asked) == 3


def test_a_busy_endpoint_is_asked_as_often_as_the_settings_say(office: Office) -> None:
    with endpoint(stub.refusing(429, retry_after_ms="1")) as server:
        office.draft(server.base_url, retries=2, timeout_seconds=10)

    assert len(server.asked) == 2 * 3


def test_retries_end_with_the_time_that_a_request_may_take(office: Office) -> None:
    began = time.monotonic()
    with endpoint(stub.refusing(429, retry_after="60")) as server:
        outcome = office.draft(server.base_url, retries=10)

    assert outcome.code == 0
    assert time.monotonic() - began < 2 * SECONDS + SPARE_SECONDS
    assert len(server.asked) == 2


def test_a_reply_cut_off_once_is_asked_for_again(office: Office) -> None:
    def once(handler: stub.Handler, asked: Asked) -> None:
        behave = stub.cut_off if len(handler.server.asked) == 1 else stub.answering(good)
        behave(handler, asked)

    with endpoint(once) as server:
        office.draft(server.base_url, retries=1, timeout_seconds=10)

    assert "模型" in office.origins()


def test_the_key_goes_to_the_endpoint_and_nowhere_else(office: Office, caplog: pytest.LogCaptureFixture) -> None:
    with endpoint(stub.answering(good)) as server:
        outcome = office.draft(server.base_url)

    assert {asked.headers["authorization"] for asked in server.asked} == {f"Bearer {KEY}"}
    assert KEY not in json.dumps([asked.body for asked in server.asked])
    assert leaks(office, outcome, caplog.text) == []


@pytest.mark.parametrize("behaviour", [stub.answering(good), stub.refusing(401), stub.cut_off])
def test_even_the_sdks_own_log_shows_no_key(tmp_path: Path, behaviour: Behaviour) -> None:
    with endpoint(behaviour) as server:
        settings = (
            f'[models.office]\nbase_url = "{server.base_url}"\nmodel = "m"\nkey_env = "OFFICE_KEY"\nretries = 0\n'
        )
        (tmp_path / "drafter.toml").write_text(settings, encoding="utf-8")
        done = subprocess.run(
            [sys.executable, "-m", "drafter", "draft", str(DOSSIER), "--model", "office", "-o", str(tmp_path / "out")],
            check=False,
            capture_output=True,
            encoding="utf-8",
            cwd=tmp_path,
            env={
                **os.environ,
                "PYTHONPATH": str(ROOT),
                "PYTHONIOENCODING": "utf-8",
                "OPENAI_LOG": "debug",
                "OFFICE_KEY": KEY,
            },
        )

    assert done.returncode == 0, done.stderr
    assert "openai._base_client" in done.stderr, "the log was on"
    assert KEY not in done.stdout + done.stderr
    assert [path for path in tmp_path.rglob("*") if path.is_file() and KEY.encode() in unpacked(path)] == []


def test_a_good_reply_stands_in_the_report_with_its_sources(office: Office) -> None:
    with endpoint(stub.answering(good)) as server:
        outcome = office.draft(server.base_url, "--require-model")

    assert outcome.code == 0, outcome.err
    record = office.record()
    assert violations("run-record", record) == []
    assert record["model"] == "qwen"
    own = {sentence["cites"][0]: sentence for sentence in record["sentences"] if sentence["origin"] == "模型"}
    assert set(own) == set(GOOD)
    (span,) = own["N03"]["spans"]
    assert own["N03"]["text"][span["start"] : span["end"]] == "11篇"
    assert (span["kind"], span["ref"]) == ("fact", "N03.1")
    assert own["N03"]["cites"] == ["N03", "N03.1"]
    assert own["N03"]["text"] in (office.out / "report.md").read_text(encoding="utf-8")


def test_every_round_is_recorded_with_its_tokens_and_verdicts(office: Office) -> None:
    wrong = reply(N03="编发政策解读材料多次，还有11篇。", N09=GOOD["N09"])

    def repaired(asked: Asked) -> str:
        return wrong if "主动公开" in asked.user else '{"items": []}'

    with endpoint(stub.answering(repaired)) as server:
        office.draft(server.base_url)

    rounds = office.record()["rounds"]
    assert [(entry["section"], entry["number"]) for entry in rounds] == [
        ("overview", 0),
        ("overview", 1),
        ("improvement", 0),
    ]
    assert {entry["model"] for entry in rounds} == {"qwen-stub"}
    assert {tuple(entry["tokens"]) for entry in rounds} == {(900, 120, 640)}
    assert len({entry["fingerprint"] for entry in rounds}) == 3
    states = {sentence["cites"][0]: sentence["state"] for sentence in rounds[0]["sentences"]}
    assert states["N03"] == "red"
    assert states["N09"] != "red"
    assert rounds[0]["sentences"][0]["codes"]


def test_drafting_again_with_the_same_replies_leaves_the_same_bytes(office: Office) -> None:
    with endpoint(stub.answering(good)) as server:
        office.draft(server.base_url)
        first = {path.name: path.read_bytes() for path in office.out.iterdir()}
        office.draft(server.base_url)

    assert {path.name: path.read_bytes() for path in office.out.iterdir()} == first


HOSTILE: dict[str, Callable[[Asked], str] | str] = {
    "half a character": '{"items":[{"kind":"deed","topic":"主动公开","cites":["N03"],"text":"\\ud800半个字。"}]}',
    "half a character in a topic": '{"items":[{"kind":"deed","topic":"\\udfff","cites":["\\ud800"],"text":"写。"}]}',
    "a null": '{"items":[{"kind":"deed","topic":"主动公开","cites":["N03"],"text":"\\u0000编发材料。"}]}',
    "a duplicate key": '{"items":[],"items":[]}',
    "a big number": '{"items":[{"kind":"deed","topic":"x","cites":[' + "9" * 5000 + '],"text":"写。"}]}',
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_reply_is_recorded_and_never_crashes(office: Office, name: str) -> None:
    with endpoint(stub.answering(HOSTILE[name])) as server:
        outcome = office.draft(server.base_url)

    assert outcome.code == 0, outcome.err
    assert violations("run-record", office.record()) == []
    assert office.origins() == {"模板", "材料原文"}


@pytest.mark.parametrize(
    "changes",
    [
        {"usage": None},
        {"usage": {"prompt_tokens": -5, "completion_tokens": "7", "prompt_tokens_details": 3}},
        {"usage": {"prompt_tokens": 1.5, "completion_tokens": True}},
        {"model": None},
        {"model": "\ud800"},
        {"model": ["a"]},
        {"model": "m" * 100_000},
    ],
)
def test_what_an_endpoint_says_of_itself_is_checked_before_it_is_recorded(
    office: Office, changes: dict[str, Any]
) -> None:
    with endpoint(stub.answering(good, **changes)) as server:
        outcome = office.draft(server.base_url)

    assert outcome.code == 0, outcome.err
    assert violations("run-record", office.record()) == []
    assert "模型" in office.origins()
    assert all(len(entry["model"]) <= 80 for entry in office.record()["rounds"])


def test_doubtful_words_are_kept_for_a_person_or_dropped(office: Office) -> None:
    doubtful = reply(N09="编制行政规范性文件目录卷册，文件制发、废止后同步更新。")
    with endpoint(stub.answering(lambda asked: doubtful if "主动公开" in asked.user else '{"items": []}')) as server:
        office.draft(server.base_url)
        kept = (office.codes(), office.origins())
        office.draft(server.base_url, "--amber", "drop")

    assert "sentence-amber" in kept[0]
    assert "模型" in kept[1]
    assert "sentence-amber" not in office.codes()
    assert "模型" not in office.origins()


def test_a_key_that_no_header_can_hold_is_said_without_it(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OFFICE_KEY", f"{KEY}\u5bc6")
    with endpoint(stub.answering(good)) as server:
        outcome = office.draft(server.base_url)

    assert outcome.code == 2
    assert server.asked == []
    assert "密钥" in outcome.err
    assert KEY not in outcome.err
