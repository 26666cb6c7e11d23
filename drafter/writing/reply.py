"""Read what a model returned. Whatever the endpoint promises, it is validated here, and each way to fail has a code."""

import json
import re
from collections import Counter
from dataclasses import dataclass
from typing import Any

from drafter.contracts import violations

MOST_CHARACTERS = 200_000
MOST_DEPTH = 8
LEAST_CHINESE = 0.5
LOOP = 3
FENCE = re.compile(r"^\s*```[a-zA-Z]*\s*\n(.*?)\n?```\s*$", re.DOTALL)
REFUSAL = re.compile(
    r"抱歉|对不起|很遗憾|无法(?:完成|满足|提供|协助)|不能(?:完成|满足|提供|协助)|作为(?:一个)?(?:AI|人工智能)"
    r"|I(?:'m| am) sorry|I can(?:'|no)t|as an AI",
    re.IGNORECASE,
)
HAN = re.compile("[\u4e00-\u9fff]")
SLOT = re.compile(r"\{\{.*?\}\}")


@dataclass(frozen=True, slots=True)
class Item:
    """One sentence of a reply."""

    kind: str
    topic: str
    cites: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class ReplyFailure:
    """Why a reply, or an item of it, cannot be used; `item` is its place in the reply, counted from 0."""

    code: str
    message: str
    item: int | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """The items that can be judged, and what could not be used."""

    items: tuple[Item, ...]
    failures: tuple[ReplyFailure, ...]


def read_reply(text: str | None, finish: str = "stop") -> Reply:
    """Return the items of a reply. `finish` is the endpoint's reason for ending: stop, length or content_filter.

    Codes: reply-empty, reply-refused, reply-truncated, reply-too-large, reply-not-json, reply-duplicate-key,
    reply-not-finite, reply-not-text, reply-too-deep, reply-schema, reply-repeats, reply-language. A reply that was cut
    off is not mended: half a sentence may say the opposite of the whole.
    """
    words = text or ""
    unusable = _whole_failure(words, finish)
    if unusable:
        return Reply((), (unusable,))
    try:
        value = _json(_unfenced(words))
    except _BadJsonError as error:
        if error.code == "reply-not-json" and REFUSAL.search(words):
            return _failed("reply-refused", "模型拒绝回答")
        return _failed(error.code, error.message)
    return _items(value)


def _whole_failure(text: str, finish: str) -> ReplyFailure | None:
    """Return why a reply is not even read, None where it is."""
    if finish == "content_filter":
        return ReplyFailure("reply-refused", "模型拒绝回答")
    if not text.strip():
        return ReplyFailure("reply-empty", "模型没有返回内容")
    if len(text) > MOST_CHARACTERS:
        return ReplyFailure("reply-too-large", f"模型返回了 {len(text)} 个字符，超过上限 {MOST_CHARACTERS}")
    if finish == "length":
        return ReplyFailure("reply-truncated", "模型的回复没有写完就中断了")
    return None


class _BadJsonError(ValueError):
    def __init__(self, code: str, message: str) -> None:
        self.code, self.message = code, message
        super().__init__(message)


def _failed(code: str, message: str) -> Reply:
    return Reply((), (ReplyFailure(code, message),))


def _unfenced(text: str) -> str:
    """Return the JSON of a reply that wraps it in a Markdown fence, as models without a JSON mode do."""
    match = FENCE.match(text)
    return match[1] if match else text


def _json(text: str) -> Any:
    try:
        value = json.loads(text, parse_constant=_refuse_constant, object_pairs_hook=_unique)
        too_deep = _depth(value) > MOST_DEPTH
        if not too_deep:
            json.dumps(value, ensure_ascii=False).encode()
    except json.JSONDecodeError as error:
        raise _BadJsonError("reply-not-json", f"模型的回复不是 JSON（第 {error.lineno} 行）") from error
    except RecursionError as error:
        raise _BadJsonError("reply-too-deep", "模型的回复嵌套太深") from error
    except UnicodeEncodeError as error:
        raise _BadJsonError("reply-not-text", "模型的回复里有半个字符") from error
    except _BadJsonError:
        raise
    except ValueError as error:
        raise _BadJsonError("reply-not-json", "模型的回复里有长得不能读的数字") from error
    if too_deep:
        raise _BadJsonError("reply-too-deep", "模型的回复嵌套太深")
    return value


def _refuse_constant(name: str) -> Any:
    raise _BadJsonError("reply-not-finite", f"模型的回复里有 {name}")


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    result = dict(pairs)
    if len(result) != len(pairs):
        raise _BadJsonError("reply-duplicate-key", "模型的回复里有重复的项目")
    return result


def _depth(value: Any) -> int:
    children = list(value.values()) if isinstance(value, dict) else value if isinstance(value, list) else []
    return 1 + max((_depth(child) for child in children), default=0)


def _items(value: Any) -> Reply:
    """Return the items that satisfy the schema; what is wrong outside the items makes the whole reply unusable."""
    failures: list[ReplyFailure] = []
    wrong: set[int] = set()
    for violation in violations("section-reply", value):
        place = violation.path[1] if len(violation.path) > 1 and violation.path[0] == "items" else None
        message = f"{violation.label or '回复'}{violation.text}"
        if not isinstance(place, int):
            return _failed("reply-schema", message)
        if place not in wrong:
            failures.append(ReplyFailure("reply-schema", message, place))
        wrong.add(place)
    counts = Counter(item["text"].strip() for i, item in enumerate(value["items"]) if i not in wrong)
    items = []
    for place, item in enumerate(value["items"]):
        if place in wrong:
            continue
        failure = _unusable(item["text"], counts, place)
        if failure:
            failures.append(failure)
        else:
            items.append(Item(item["kind"], item["topic"], tuple(item["cites"]), item["text"].strip()))
    return Reply(tuple(items), tuple(failures))


def _unusable(text: str, counts: Counter[str], place: int) -> ReplyFailure | None:
    words = SLOT.sub("", text).strip()
    if counts[text.strip()] >= LOOP or _is_a_loop(words):
        return ReplyFailure("reply-repeats", f"模型反复写同一句话：{text[:20]}", place)
    letters = [character for character in words if character.isalpha()]
    if letters and sum(1 for letter in letters if HAN.match(letter)) < LEAST_CHINESE * len(letters):
        return ReplyFailure("reply-language", f"不是中文：{text[:20]}", place)
    return None


def _is_a_loop(words: str) -> bool:
    """Return whether a stretch of four characters or more follows on itself three times or more."""
    return re.search(r"(.{4,40}?)\1{2,}", words) is not None
