"""What an action did, in a few words: for whoever did it, for whoever comes after, and for the trail."""

from collections.abc import Iterator, Mapping
from typing import Any

from drafter.desk.outcome import Done
from drafter.desk.trail import Entry

NAMES: Mapping[str, str] = {
    "Draft": "起草稿送到审核台",
    "Edit": "修改句子",
    "Insert": "加了一句",
    "Drop": "删去或恢复句子",
    "Lock": "锁定或解锁句子",
    "Accept": "认可用词",
    "AddNote": "补充材料",
    "Correct": "更正数据",
    "Waive": "确认提醒",
    "Return": "退回",
    "HandIn": "改好送审",
    "Approve": "通过",
    "Finalise": "定稿",
    "Reopen": "重新打开",
    "Undo": "撤销",
    "Redraft": "换用新的起草稿",
    "Import": "读回 Word 文件",
}


def name_of(entry: Entry) -> str:
    """Return what an entry of the trail is called; a switch is called by the way it was turned."""
    if entry.action == "Drop":
        return "删去句子" if entry.after.get("dropped") else "恢复句子"
    if entry.action == "Lock":
        return "锁定句子" if entry.after.get("locked") else "解锁句子"
    if entry.action == "Waive" and not entry.after:
        return "收回对提醒的确认"
    return NAMES.get(entry.action, entry.action)


def lines_of(entry: Entry) -> Iterator[tuple[str, str, str]]:
    """Yield what an entry changed: what it is, as it was, as it became. All of it is text to be escaped."""
    for field in sorted({*entry.before, *entry.after}):
        if field in ("pieces", "dropped", "locked", "cites"):
            continue
        before, after = entry.before.get(field), entry.after.get(field)
        if isinstance(before, Mapping) or isinstance(after, Mapping):
            yield from _both(field, before or {}, after or {})
        elif before != after:
            yield FIELDS.get(field, field), shown(before), shown(after)


def changes_of(done: Done) -> Iterator[str]:
    """Yield what a correction changed: every cell, then every sentence, before and after."""
    for field in ("cells", "lines"):
        before, after = done.before.get(field, {}), done.after.get(field, {})
        for key in dict.fromkeys((*before, *after)):
            if before.get(key) != after.get(key):
                yield f"{key}：{shown(before.get(key))} → {shown(after.get(key))}"


FIELDS: Mapping[str, str] = {
    "text": "正文",
    "origin": "来源",
    "state": "检查结果",
    "status": "状态",
    "reason": "理由",
    "reasons": "退回理由",
    "accepted_by": "认可人",
    "approved_by": "通过人",
    "unproved": "没有依据的词",
    "message": "提醒",
    "source": "出处",
    "aspect": "方面",
    "by": "谁",
    "cells": "数据",
    "lines": "句子",
    "notes": "材料",
    "model": "起草方式",
}


def shown(value: Any) -> str:
    """Return a value of the trail as people read it."""
    if value is None:
        return "—"
    if isinstance(value, list | tuple):
        return "；".join(shown(item) for item in value)
    if isinstance(value, Mapping):
        return "；".join(f"{key}：{shown(item)}" for key, item in value.items())
    states = {"green": "有据", "amber": "待认可", "red": "没有通过检查"}
    return states.get(str(value), str(value))


def _both(field: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    name = FIELDS.get(field, field)
    for key in dict.fromkeys((*before, *after)):
        if before.get(key) != after.get(key):
            yield f"{name} {key}", shown(before.get(key)), shown(after.get(key))
