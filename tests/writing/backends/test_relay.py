"""The model that is asked by hand: what was brought in answers, what was not is kept."""

import asyncio
import json
from pathlib import Path

import pytest

from drafter.errors import BackendError
from drafter.writing.backends.base import Answer, Request
from drafter.writing.backends.relay import RelayBackend, batch_line, chat_text, short_id
from drafter.writing.backends.scripted import recorded

REQUEST = Request("规则", "资料", {"type": "object"}, 100)
OTHER = Request("规则", "资料二", {"type": "object"}, 100)


def answer_file(folder: Path, request: Request) -> Path:
    return folder / f"{request.fingerprint('m')}.json"


def test_a_request_without_an_answer_is_kept_and_one_with_an_answer_is_not(tmp_path: Path) -> None:
    answer = Answer("回复", "stop", "m")
    answer_file(tmp_path, REQUEST).write_text(recorded(answer), encoding="utf-8")
    backend = RelayBackend(tmp_path, "m")

    assert asyncio.run(backend.complete(REQUEST)) == answer
    with pytest.raises(BackendError):
        asyncio.run(backend.complete(OTHER))
    assert backend.open == {OTHER.fingerprint("m"): OTHER}


@pytest.mark.parametrize(
    "content", ["", "{", "[]", '{"text": "x"}', '{"text": 5, "finish": "stop", "model": "m", "usage": {}}']
)
def test_an_answer_that_cannot_be_read_is_asked_for_again(tmp_path: Path, content: str) -> None:
    answer_file(tmp_path, REQUEST).write_text(content, encoding="utf-8")
    backend = RelayBackend(tmp_path, "m")

    with pytest.raises(BackendError):
        asyncio.run(backend.complete(REQUEST))
    assert list(backend.open) == [REQUEST.fingerprint("m")]


def test_a_batch_line_holds_the_whole_request_under_its_fingerprint() -> None:
    line = json.loads(batch_line(REQUEST, "m"))

    assert (line["custom_id"], line["method"], line["url"]) == (
        REQUEST.fingerprint("m"),
        "POST",
        "/v1/chat/completions",
    )
    assert [message["content"] for message in line["body"]["messages"]] == ["规则", "资料"]
    assert (line["body"]["model"], line["body"]["max_tokens"]) == ("m", 100)


def test_a_batch_line_is_one_line_whatever_the_request_says() -> None:
    assert "\n" not in batch_line(Request("一\n二\r\n三", "\u2028", {}, 1), "m")


def test_the_text_for_a_chat_holds_rules_and_data_and_nothing_else() -> None:
    assert chat_text(REQUEST) == "规则\n\n资料\n"


def test_a_short_name_is_the_beginning_of_the_fingerprint() -> None:
    fingerprint = REQUEST.fingerprint("m")

    assert fingerprint.startswith(short_id(fingerprint))
    assert short_id(fingerprint) != short_id(OTHER.fingerprint("m"))
