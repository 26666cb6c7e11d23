"""What an action did, in a few words: for whoever did it, for whoever comes after, and for the trail."""

from collections.abc import Iterator, Mapping
from typing import Any

from drafter.desk.trail import Entry
from drafter.desk.working import WorkingReport
from drafter.form.model import Form

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


def lines_of(entry: Entry, names: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """Yield what an entry changed: what it is, as it was, as it became. `names` are those of sentences and cells."""
    for field in dict.fromkeys((*entry.after, *entry.before)):
        is_context = entry.after and field not in entry.after
        if field in ("pieces", "dropped", "locked", "cites", "where", "code", "id") or is_context:
            continue
        before, after = entry.before.get(field), entry.after.get(field)
        if isinstance(before, Mapping) or isinstance(after, Mapping):
            yield from _both(names, before or {}, after or {})
        elif before != after:
            yield FIELDS.get(field, field), shown(before), shown(after)


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
    "broken": "还不平的勾稽关系",
    "record": "起草记录",
    "corrections": "更正",
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


def _both(
    names: Mapping[str, str], before: Mapping[str, Any], after: Mapping[str, Any]
) -> Iterator[tuple[str, str, str]]:
    for key in dict.fromkeys((*before, *after)):
        if before.get(key) != after.get(key):
            yield names.get(key, key), shown(before.get(key)), shown(after.get(key))


def names_of(working: WorkingReport, form: Form) -> dict[str, str]:
    """Return what people call the sentences and cells of a report, by id and path."""
    cells = {path: cell.label for path, cell in form.cells.items()}
    return cells | {line.id: f"第 {number} 句" for number, line in enumerate(working.lines, start=1)}
