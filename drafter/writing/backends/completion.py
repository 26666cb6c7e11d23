"""Read the body of a chat completion. Whatever stands in it, the outcome is an answer or a BackendError."""

import json
from typing import Any

from drafter.errors import BackendError
from drafter.writing.backends.base import Answer, Usage

MOST_NAME = 80


def read_completion(body: bytes, model: str) -> Answer:
    """Return the answer that a body holds; `model` is the name where the body gives none.

    Raises BackendError for a body that is no chat completion: a gateway's page, broken JSON, another shape.
    """
    try:
        tree = json.loads(body.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise BackendError("模型接口的回答读不出来，多半是网关页面") from None
    choices = _part(tree, "choices", list)
    message = _part(choices[0] if choices else None, "message", dict)
    if message is None or not _is_text(message.get("content")):
        raise BackendError("模型接口的回答不是约定的格式")
    finish = "content_filter" if message.get("refusal") else _name(choices[0].get("finish_reason")) or "stop"
    return Answer(message.get("content"), finish, _name(tree.get("model")) or model, _usage(tree.get("usage")))


def _is_text(content: Any) -> bool:
    """Return whether a content is none, or text that a file can hold: half of a pair of code units is not."""
    if not isinstance(content, str):
        return content is None
    return content.encode("utf-8", "replace").decode() == content


def _part(tree: Any, key: str, kind: type) -> Any:
    part = tree.get(key) if isinstance(tree, dict) else None
    return part if isinstance(part, kind) else None


def _usage(tree: Any) -> Usage:
    details = _part(tree, "prompt_tokens_details", dict)
    return Usage(_count(tree, "prompt_tokens"), _count(tree, "completion_tokens"), _count(details, "cached_tokens"))


def _count(tree: Any, key: str) -> int:
    """Return a count of tokens, 0 where there is none that could be one."""
    count = _part(tree, key, int)
    return count if count is not None and not isinstance(count, bool) and count > 0 else 0


def _name(value: Any) -> str:
    """Return a name that can stand in the run record: short, and of characters that can be shown."""
    return value if isinstance(value, str) and len(value) <= MOST_NAME and value.isprintable() else ""
