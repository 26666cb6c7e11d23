"""Put a task into words: the request for a draft and the request for a repair."""

import json
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from drafter.resources import read_text
from drafter.writing.backends.base import Request
from drafter.writing.model.judging import Judged
from drafter.writing.model.outline import Slot, Task, Topic
from drafter.writing.prompting import RepairContext, RulesContext, SectionContext, filled
from drafter.writing.stock.voice import Voice

# Where an endpoint enforces patterns, no digit can be decoded outside a slot, and a text is one sentence.
NO_DIGIT = r"^(?:[^0-9０-９{}\"\\\n。]|\{\{[a-z]{1,3}:[A-Za-z0-9_.]{1,40}\}\}){6,120}。$"
BASE_TOKENS, TOKENS_A_SENTENCE = 400, 160


def draft_request(voice: Voice, task: Task) -> Request:
    """Return the request for a section: frozen rules, then the form, then this township's data."""
    data = {"topics": [_topic(topic) for topic in task.topics]}
    avoid = _json(list(task.avoid)) if task.avoid else ""
    context = SectionContext(voice.dossier.form.edition, task.title, voice.dossier.organ.self_name, _json(data), avoid)
    sentences = sum(len(topic.materials) + len(topic.must) for topic in task.topics) + len(task.topics)
    return _request(filled(context), sentences)


def repair_request(voice: Voice, task: Task, failed: Iterable[tuple[int, Judged]]) -> Request:
    """Return the request to rewrite the sentences that failed, each with what is wrong."""
    sentences = [_failed(task, number, judged) for number, judged in failed]
    data = _json({"sentences": sentences})
    context = RepairContext(voice.dossier.form.edition, task.title, voice.dossier.organ.self_name, data)
    return _request(filled(context), len(sentences))


def _request(user: str, sentences: int) -> Request:
    return Request(filled(RulesContext()), user, request_schema(), BASE_TOKENS + TOKENS_A_SENTENCE * sentences)


@cache
def request_schema() -> Mapping[str, Any]:
    """Return the reply's schema with the pattern that keeps digits out."""
    schema: dict[str, Any] = json.loads(read_text("schemas/section-reply.schema.json"))
    schema["properties"]["items"]["items"]["properties"]["text"]["pattern"] = NO_DIGIT
    return schema


def _topic(topic: Topic) -> dict[str, Any]:
    return {
        "topic": topic.key,
        "title": topic.title,
        "must": [_shown(slot) for slot in topic.must],
        "slots": [_slot(slot) for slot in topic.slots if not slot.id.startswith("n:")],
        "materials": [{"id": item.id, "text": item.masked, "planned": item.planned} for item in topic.materials],
    }


def _failed(task: Task, number: int, judged: Judged) -> dict[str, Any]:
    topic = task.topic(judged.item.topic)
    slots = [slot for slot in topic.slots if slot.id in judged.claim.slots] if topic else []
    cited = [item for item in topic.materials if item.id in judged.item.cites] if topic else []
    return {
        "no": str(number),
        "kind": judged.item.kind,
        "cites": list(judged.item.cites),
        "text": judged.item.text,
        "wrong": [{"words": fault.words, "why": fault.message} for fault in judged.verdict.violations],
        "slots": [_slot(slot) for slot in slots],
        "materials": [{"id": item.id, "text": item.masked} for item in cited],
    }


def _slot(slot: Slot) -> dict[str, str]:
    return {"slot": _shown(slot.id), "meaning": slot.label, "hint": slot.hint}


def _shown(slot_id: str) -> str:
    return f"{{{{{slot_id}}}}}"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, indent=None, separators=(",", ":"))
