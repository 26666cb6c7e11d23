"""The OpenAI adapter: translates, gives up what an endpoint refuses, and never shows the key."""

import asyncio
import json
from collections.abc import Callable
from typing import Any

import httpx2
import pytest

from drafter.errors import BackendError
from drafter.writing.backends.base import Answer, Request, Structure, Usage
from drafter.writing.backends.openai import Endpoint, OpenAIBackend, without_patterns

KEY = "sk-secret-key-of-the-office"
SCHEMA = {
    "$id": "x",
    "type": "object",
    "properties": {"text": {"type": "string", "pattern": "^[^0-9]*$", "maxLength": 9}},
}
REQUEST = Request("规则", "资料", SCHEMA, 100)
Handler = Callable[[httpx2.Request], httpx2.Response]


def completion(content: str | None = "回复", finish: str = "stop", **message: Any) -> httpx2.Response:
    choice = {"index": 0, "finish_reason": finish, "message": {"role": "assistant", "content": content, **message}}
    usage = {
        "prompt_tokens": 7,
        "completion_tokens": 3,
        "total_tokens": 10,
        "prompt_tokens_details": {"cached_tokens": 5},
    }
    body = {"id": "c", "object": "chat.completion", "created": 0, "model": "m-1", "choices": [choice], "usage": usage}
    return httpx2.Response(200, json=body)


def backend(handler: Handler, **endpoint: Any) -> OpenAIBackend:
    settings = Endpoint("http://127.0.0.1:9/v1", "m", KEY, **{"retries": 0, **endpoint})
    return OpenAIBackend(settings, lambda: httpx2.AsyncClient(transport=httpx2.MockTransport(handler)))


def ask(handler: Handler, **endpoint: Any) -> Answer:
    return asyncio.run(backend(handler, **endpoint).complete(REQUEST))


def test_an_answer_carries_text_finish_model_and_tokens() -> None:
    assert ask(lambda _request: completion()) == Answer("回复", "stop", "m-1", Usage(7, 3, 5))


def test_the_request_holds_the_rules_first_and_the_data_last() -> None:
    bodies: list[dict[str, Any]] = []

    def handler(request: httpx2.Request) -> httpx2.Response:
        bodies.append(json.loads(request.content))
        return completion()

    ask(handler)

    assert [message["role"] for message in bodies[0]["messages"]] == ["system", "user"]
    assert bodies[0]["response_format"]["json_schema"]["schema"] == SCHEMA


def test_what_an_endpoint_refuses_is_given_up_and_not_asked_again() -> None:
    formats: list[str] = []

    def handler(request: httpx2.Request) -> httpx2.Response:
        wanted = json.loads(request.content).get("response_format", {})
        has_pattern = "pattern" in json.dumps(wanted)
        formats.append(f"{wanted.get('type', 'text')}{'+pattern' if has_pattern else ''}")
        if wanted.get("type") == "json_schema":
            return httpx2.Response(400, json={"error": {"message": "response_format is not supported"}})
        return completion()

    model = backend(handler)
    asyncio.run(model.complete(REQUEST))
    asyncio.run(model.complete(REQUEST))

    assert formats == ["json_schema+pattern", "json_schema", "json_object", "json_object"]
    assert model.structure is Structure.OBJECT


@pytest.mark.parametrize("status", [400, 401, 403, 404, 409, 429, 500, 503])
def test_an_endpoint_that_fails_is_a_backend_error_without_the_key(status: int) -> None:
    with pytest.raises(BackendError) as caught:
        ask(lambda _request: httpx2.Response(status, json={"error": {"message": f"bad key {KEY}"}}))

    assert KEY not in str(caught.value)
    assert caught.value.__suppress_context__
    assert str(status) in str(caught.value)


def raising(error: Exception) -> Handler:
    def handler(_request: httpx2.Request) -> httpx2.Response:
        raise error

    return handler


@pytest.mark.parametrize(
    "error", [httpx2.ConnectError("down"), httpx2.ReadTimeout("slow"), httpx2.RemoteProtocolError("cut off")]
)
def test_an_endpoint_that_is_down_slow_or_cut_off_is_a_backend_error(error: Exception) -> None:
    with pytest.raises(BackendError):
        ask(raising(error))


@pytest.mark.parametrize(
    "response",
    [
        httpx2.Response(200, text="<html>请登录</html>", headers={"content-type": "text/html"}),
        httpx2.Response(200, content=b"{ not json", headers={"content-type": "application/json"}),
        httpx2.Response(200, json={"id": "c", "object": "chat.completion", "created": 0, "model": "m", "choices": []}),
        httpx2.Response(200, json=[1, 2]),
    ],
)
def test_an_answer_that_is_no_answer_is_a_backend_error(response: httpx2.Response) -> None:
    with pytest.raises(BackendError):
        ask(lambda _request: response)


def test_a_busy_endpoint_is_asked_again_after_the_time_it_names() -> None:
    replies = [httpx2.Response(429, headers={"retry-after-ms": "1"}, json={}), completion()]

    assert ask(lambda _request: replies.pop(0), retries=1).text == "回复"
    assert replies == []


def test_a_refusal_of_the_model_ends_as_filtered() -> None:
    assert ask(lambda _request: completion(None, refusal="不行")).finish == "content_filter"


def test_an_answer_that_was_cut_off_says_so() -> None:
    assert ask(lambda _request: completion("半句", "length")).finish == "length"


def test_the_weaker_schema_has_no_patterns_or_bounds() -> None:
    assert without_patterns(SCHEMA) == {"type": "object", "properties": {"text": {"type": "string"}}}
