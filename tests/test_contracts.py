import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from drafter.contracts import RULES, violations, violations_of
from drafter.errors import ShippedDataError

SCHEMAS = Path(__file__).resolve().parent.parent / "schemas"
OWN = ("dossier", "statistics-2019", "statistics-2021")
NOT_RULES = {"$schema", "$id", "title", "description", "properties", "items"}
SCHEMA = {
    "type": "object",
    "title": "一份",
    "additionalProperties": False,
    "required": ["name", "count"],
    "properties": {
        "name": {
            "type": "string",
            "title": "名称",
            "description": "例如 甲。",
            "minLength": 1,
            "maxLength": 3,
            "pattern": "^[^0-9]*$",
        },
        "count": {"type": ["integer", "null"], "title": "件数", "minimum": 0, "maximum": 9},
        "amount": {"type": "number", "title": "金额"},
        "kind": {"enum": ["镇", "乡"], "title": "类别"},
        "list": {
            "type": "array",
            "title": "清单",
            "minItems": 1,
            "maxItems": 12,
            "items": {"type": "integer", "title": "一项"},
        },
    },
}


def found(instance: Any) -> list[tuple[tuple[str | int, ...], str]]:
    return [(violation.path, violation.rule) for violation in violations_of(SCHEMA, instance)]


def valid(**fields: Any) -> dict[str, Any]:
    return {"name": "甲", "count": 1} | fields


def subschemas(schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield schema
    for item in [*schema.get("properties", {}).values(), *([schema["items"]] if "items" in schema else [])]:
        yield from subschemas(item)


@pytest.mark.parametrize("amount", [1, Decimal("0.1"), Decimal("3862.673422"), 0.5])
def test_decimals_are_numbers(amount: Any):
    assert found(valid(amount=amount)) == []


@pytest.mark.parametrize("field", ["count", "amount"])
@pytest.mark.parametrize("value", [True, False, "1"])
def test_booleans_and_texts_are_not(field: str, value: Any):
    assert found(valid(**{field: value})) == [((field,), "type")]


@pytest.mark.parametrize("value", [Decimal("3.0"), 3.0, Decimal(3)])
def test_an_integer_is_written_without_a_point(value: Any):
    assert found(valid(count=value)) == [(("count",), "type")]


@pytest.mark.parametrize(
    ("instance", "path", "rule"),
    [
        ([], (), "type"),
        (valid(name=""), ("name",), "minLength"),
        (valid(name="甲乙丙丁"), ("name",), "maxLength"),
        (valid(name="甲1"), ("name",), "pattern"),
        (valid(count=-1), ("count",), "minimum"),
        (valid(count=10), ("count",), "maximum"),
        (valid(kind="县"), ("kind",), "enum"),
        (valid(list=[]), ("list",), "minItems"),
        (valid(list=[1] * 13), ("list",), "maxItems"),
    ],
)
def test_every_rule_has_a_chinese_text(instance: Any, path: tuple[str, ...], rule: str):
    (violation,) = violations_of(SCHEMA, instance)

    assert (violation.path, violation.rule) == (path, rule)
    assert any("\u4e00" <= character <= "\u9fff" for character in violation.text)


def test_every_missing_and_every_unknown_property_is_named_itself():
    assert found({"b": 1, "a": 2}) == [
        (("a",), "additionalProperties"),
        (("b",), "additionalProperties"),
        (("count",), "required"),
        (("name",), "required"),
    ]


def test_a_violation_carries_label_hint_limit_and_value():
    (violation,) = violations_of(SCHEMA, valid(name="甲乙丙丁"))

    assert (violation.label, violation.hint, violation.limit, violation.value) == ("名称", "例如 甲。", 3, "甲乙丙丁")


def test_a_missing_property_carries_its_own_label():
    (violation,) = violations_of(SCHEMA, {"count": 1})

    assert (violation.label, violation.hint) == ("名称", "例如 甲。")


def test_items_are_sorted_by_their_number():
    items = [1] * 12
    items[2] = items[10] = "x"  # type: ignore[call-overload]

    assert found(valid(list=items)) == [(("list", 2), "type"), (("list", 10), "type")]


def test_a_rule_without_a_text_is_a_bug_of_ours():
    with pytest.raises(ShippedDataError):
        violations_of({"multipleOf": 2}, 3)


def test_an_unknown_schema_is_a_bug_of_ours():
    with pytest.raises(ShippedDataError):
        violations("nothing", {})


@pytest.mark.parametrize("name", OWN)
def test_our_schemas_use_no_rule_without_a_text(name: str):
    schema = json.loads((SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8"))

    assert {key for part in subschemas(schema) for key in part} - NOT_RULES <= RULES


def test_every_field_of_a_dossier_has_a_chinese_title_and_description():
    schema = json.loads((SCHEMAS / "dossier.schema.json").read_text(encoding="utf-8"))
    bare = [part for part in subschemas(schema) if not part.get("title") or not part.get("description")]

    assert bare == []


def test_the_aspects_of_the_dossier_are_those_of_the_forms():
    from drafter.form.editions import editions, load_form

    schema = json.loads((SCHEMAS / "dossier.schema.json").read_text(encoding="utf-8"))
    aspects = schema["properties"]["notes"]["items"]["properties"]["aspect"]["enum"]

    for edition in editions():
        assert aspects == [*(aspect.key for aspect in load_form(edition).aspects), "问题", "改进", "其他"]


def test_the_levels_of_the_dossier_are_those_of_the_model():
    from drafter.dossier.model import LEVELS

    schema = json.loads((SCHEMAS / "dossier.schema.json").read_text(encoding="utf-8"))

    assert tuple(schema["properties"]["organ"]["properties"]["level"]["enum"]) == LEVELS
