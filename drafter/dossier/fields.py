"""Judge the fields of a dossier other than its cells, by `schemas/dossier.schema.json`."""

from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any

from drafter.contracts import Violation, violations
from drafter.findings import Finding, Severity
from drafter.yamltree import Path, Tree

_CODES: Mapping[str, str] = {
    "required": "field-missing",
    "additionalProperties": "field-unknown",
    "type": "field-type",
    "minLength": "field-missing",
    "maxLength": "field-length",
    "minItems": "field-length",
    "maxItems": "field-length",
}
_ITEMS: Mapping[str, str] = {
    "notes": "条材料",
    "problems": "个问题",
    "last_year": "个上年问题",
    "doubts": "处来源缺失",
}


def field_findings(tree: Tree) -> list[Finding]:
    """Return a finding for every field that is missing, unknown, or not what the schema of a dossier allows."""
    return [_finding(violation, tree.line(violation.path)) for violation in violations("dossier", tree.value)]


def field_path(path: Path) -> str:
    """Return how findings name a field, such as `organ.name` or `notes.2.text`; lists count from 1."""
    return ".".join(str(part + 1) if isinstance(part, int) else part or "（没有名称）" for part in path)


def item_place(path: Path) -> str:
    """Return which item of a list a path lies in, such as 第 2 条材料的; empty outside lists."""
    if len(path) > 1 and isinstance(path[1], int) and path[0] in _ITEMS:
        return f"第 {path[1] + 1} {_ITEMS[str(path[0])]}的"
    return ""


def _finding(violation: Violation, line: int | None) -> Finding:
    code, text = _CODES.get(violation.rule, "field-value"), violation.text
    label = f"{item_place(violation.path)}“{violation.label}”"
    advice = violation.hint
    if code == "field-unknown":
        name = str(violation.path[-1])
        label, text = f"{item_place(violation.path)}“{name[:40]}”", "不是资料文件里的项目"
        near = get_close_matches(name[:40], violation.limit, n=1, cutoff=0.6)
        advice = (
            f"是不是想写 {near[0]}？请改名或删去。" if near else f"请删去；这里可以写：{'、'.join(violation.limit)}。"
        )
    elif violation.value is None and violation.rule in ("type", "enum"):
        code, text = "field-missing", "没有填"
    elif violation.rule in ("type", "enum", "pattern", "minimum", "maximum"):
        text += f"，现在是“{_shown(violation.value)}”"
    return Finding(code, Severity.ERROR, field_path(violation.path), f"{label}{text}。", advice, line)


def _shown(value: Any) -> str:
    if isinstance(value, dict | list):
        return "一组内容"
    text = {True: "true", False: "false"}[value] if isinstance(value, bool) else str(value)
    return text if len(text) <= 30 else f"{text[:30]}…"
