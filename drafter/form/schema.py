"""Write a form as a JSON Schema of its statistics."""

from typing import Any

from drafter.form.model import Cell, Form, Kind

MAX_COUNT = 999_999_999
MAX_MONEY = 99_999_999
"""In 万元. Bounds against slips of the keyboard: no township comes near them."""


def statistics_schema(form: Form) -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of the nested statistics of a form; every cell has its official label."""
    edition = {"const": form.edition, "title": "格式版本"}
    schema: dict[str, Any] = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"statistics-{form.edition}.schema.json",
        "title": f"统计数据（{form.notice.number}格式）",
        "description": f"{form.notice.title}（{form.notice.number}）表格的全部数据；null 是未填，0 是填报为零。",
        **_group({"edition": edition}),
    }
    for cell in form.cells.values():
        _add(schema, form, cell)
    return schema


def _add(schema: dict[str, Any], form: Form, cell: Cell) -> None:
    """Put a cell at its path, and the groups that lead to it."""
    node, (top, *parents), key = schema, cell.path.split(".")[:-1], cell.path.rsplit(".", 1)[1]
    for depth, name in enumerate((top, *parents)):
        if name not in node["properties"]:
            node["properties"][name] = _group({}) | ({"title": form.table(cell.table).name} if depth == 0 else {})
            node["required"].append(name)
        node = node["properties"][name]
    node["properties"][key] = {"title": cell.label, **_value(cell)}
    node["required"].append(key)


def _group(properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "additionalProperties": False,
        "required": list(properties),
        "properties": properties,
    }


def _value(cell: Cell) -> dict[str, Any]:
    if cell.kind is Kind.MONEY:
        return {"type": ["number", "null"], "minimum": 0, "maximum": MAX_MONEY}
    if cell.kind is Kind.CHANGE:
        return {"type": ["integer", "null"], "minimum": -MAX_COUNT, "maximum": MAX_COUNT}
    return {"type": ["integer", "null"], "minimum": 0, "maximum": MAX_COUNT}
