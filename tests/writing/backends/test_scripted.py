"""The scripted and the replaying model: shipped, and used by the tests in place of patches."""

import asyncio
from pathlib import Path

import pytest

from drafter.errors import BackendError
from drafter.writing.backends.base import Answer, Request, Usage
from drafter.writing.backends.scripted import ReplayBackend, ScriptedBackend, recorded

REQUEST = Request("规则", "资料", {"type": "object"}, 100)


def test_a_script_is_answered_in_turn_and_ends() -> None:
    backend = ScriptedBackend(["一", "二"])

    assert [asyncio.run(backend.complete(REQUEST)).text for _ in range(2)] == ["一", "二"]
    with pytest.raises(BackendError):
        asyncio.run(backend.complete(REQUEST))
    assert backend.requests == [REQUEST] * 3


def test_a_function_answers_by_the_request() -> None:
    backend = ScriptedBackend(lambda request: request.user)

    assert asyncio.run(backend.complete(REQUEST)).text == "资料"


def test_a_recorded_answer_is_replayed_for_the_same_request_only(tmp_path: Path) -> None:
    answer = Answer("回复", "stop", "m-1", Usage(10, 5, 2))
    (tmp_path / f"{REQUEST.fingerprint('m')}.json").write_text(recorded(answer), encoding="utf-8")
    backend = ReplayBackend(tmp_path, "m")

    assert asyncio.run(backend.complete(REQUEST)) == answer
    for other in (Request("规则", "资料2", {"type": "object"}, 100), Request("规则", "资料", {}, 100)):
        with pytest.raises(BackendError):
            asyncio.run(backend.complete(other))
    with pytest.raises(BackendError):
        asyncio.run(ReplayBackend(tmp_path, "another").complete(REQUEST))


@pytest.mark.parametrize("content", ["", "{", "[]", '{"text": "x"}'])
def test_a_broken_record_is_a_backend_error(tmp_path: Path, content: str) -> None:
    (tmp_path / f"{REQUEST.fingerprint('m')}.json").write_text(content, encoding="utf-8")

    with pytest.raises(BackendError):
        asyncio.run(ReplayBackend(tmp_path, "m").complete(REQUEST))
