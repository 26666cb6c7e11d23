"""The fields of a dossier beside its tables, as the schema of a dossier titles and describes them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from drafter.resources import read_text

DONE, PLANNED = "已完成", "拟开展"
STATUS: Mapping[str, str] = {DONE: "done", PLANNED: "planned"}


@dataclass(frozen=True, slots=True)
class Field:
    """One field: its path in the dossier, how it is titled, what to write, and what it takes."""

    path: tuple[str, ...]
    title: str
    help: str
    required: bool = False
    choices: tuple[str, ...] = ()
    longest: int | None = None
    is_money: bool = False
    is_count: bool = False

    @property
    def name(self) -> str:
        """Return the last part of the path."""
        return self.path[-1]


@cache
def organ_fields() -> tuple[Field, ...]:
    """Return who reports: 机关全称, 机关简称 and so on."""
    return _fields(("organ",), _property("organ"))


@cache
def front_fields() -> tuple[Field, ...]:
    """Return what the sheet 机关信息 asks for: the organ, the year and what concerns the whole dossier."""
    whole = {field.name: field for field in _fields((), _schema())}
    return *organ_fields(), *(whole[name] for name in ("year", "signed", "prior", "profile"))


@cache
def fee_fields() -> tuple[Field, ...]:
    """Return the fields of 信息处理费."""
    return _fields(("fees",), _property("fees"))


@cache
def note_fields() -> tuple[Field, ...]:
    """Return the columns of 工作材料: the parts of the source stand beside the others."""
    item = _property("notes")["items"]
    own = [field for field in _fields((), item) if field.name != "source"]
    source = _fields(("source",), item["properties"]["source"])
    return *own[:-1], *source, own[-1]


@cache
def problem_fields() -> tuple[Field, ...]:
    """Return the columns of 问题与措施."""
    return _fields((), _property("problems")["items"])


@cache
def last_problem_fields() -> tuple[Field, ...]:
    """Return the columns of 上年问题整改."""
    return _fields((), _property("last_year")["items"])


def most(list_name: str) -> int:
    """Return how many items a list of the dossier may hold."""
    return int(_property(list_name)["maxItems"])


@cache
def _schema() -> dict[str, Any]:
    schema: dict[str, Any] = json.loads(read_text("schemas/dossier.schema.json"))
    return schema


def _property(name: str) -> dict[str, Any]:
    found: dict[str, Any] = _schema()["properties"][name]
    return found


def _fields(path: tuple[str, ...], schema: Mapping[str, Any]) -> tuple[Field, ...]:
    return tuple(
        Field(
            path=(*path, name),
            title=item["title"],
            help=item["description"],
            required=name in schema.get("required", ()),
            choices=tuple(STATUS) if name == "status" and "enum" in item else tuple(item.get("enum", ())),
            longest=item.get("maxLength"),
            is_money="number" in item.get("type", ()),
            is_count=item.get("type") == ["integer", "null"],
        )
        for name, item in schema["properties"].items()
    )
