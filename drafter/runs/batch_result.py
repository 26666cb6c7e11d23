"""A line of an OpenAI Batch output: which request it is for, and the answer or why there is none."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from drafter.writing.backends.base import Answer, Usage


@dataclass(frozen=True, slots=True)
class Result:
    """What a line says; the name is somebody else's word until it is compared with what was asked."""

    name: str
    answer: Answer | None
    failure: str = ""


def read_result(line: str, model: str) -> Result | None:
    """Return what a line says, None where it is no line of a batch output; `model` is the name where it gives none."""
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        return None
    name = value.get("custom_id") if isinstance(value, dict) else None
    if not isinstance(name, str):
        return None
    failure = _batch_failure(value)
    if failure:
        return Result(name, None, failure)
    answer = _batch_answer(value["response"]["body"], model)
    return Result(name, answer) if answer else Result(name, None, "这一行里没有模型的回复")


def shown(text: object) -> str:
    """Return words of others fit to be shown: one short line without control characters."""
    words = "".join(character if character.isprintable() else "?" for character in str(text)[:61])
    return f"{words[:60]}…" if len(words) > 60 else words


def _batch_failure(value: Mapping[str, Any]) -> str:
    """Return why the endpoint did not answer a line, empty where it did."""
    error, response = value.get("error"), value.get("response")
    if error:
        code = error.get("code") if isinstance(error, dict) else error
        return "批量请求过期，没有做" if code == "batch_expired" else f"批量请求没有成功（{shown(code)}）"
    if not isinstance(response, dict) or not isinstance(response.get("body"), dict):
        return "这一行里没有模型的回复"
    code = response.get("status_code", 200)
    return "" if code == 200 else f"批量请求没有成功（{shown(code)}）"


def _batch_answer(body: Mapping[str, Any], model: str) -> Answer | None:
    """Return the first choice of a chat completion, None where there is none."""
    choices = body.get("choices")
    choice = choices[0] if isinstance(choices, list) and choices else None
    message = choice.get("message") if isinstance(choice, dict) else None
    if not isinstance(choice, dict) or not isinstance(message, dict):
        return None
    content, finish, named = message.get("content"), choice.get("finish_reason"), body.get("model")
    if message.get("refusal"):
        finish = "content_filter"
    return Answer(
        content if isinstance(content, str) else "",
        finish if isinstance(finish, str) else "stop",
        shown(named) if isinstance(named, str) and named else model,
        _usage(body.get("usage")),
    )


def _usage(value: Any) -> Usage:
    tokens = value if isinstance(value, dict) else {}
    details = tokens.get("prompt_tokens_details")
    cached = details.get("cached_tokens") if isinstance(details, dict) else 0
    return Usage(_count(tokens.get("prompt_tokens")), _count(tokens.get("completion_tokens")), _count(cached))


def _count(value: Any) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 10**12 else 0
