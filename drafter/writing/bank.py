"""The phrase bank: for every figure, how it is said in each form, with variants."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from drafter.resources import read_text
from drafter.yamltree import parse_own

FORMS = ("none", "zero", "one", "many")
COMPARISONS = ("up", "up_percent", "down", "down_percent", "same", "from_zero")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A fact's phrase: its variants by form, and the other facts its holes name."""

    id: str
    label: str
    fact: str
    others: Mapping[str, str]
    forms: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a breakdown."""

    fact: str
    label: str


@dataclass(frozen=True, slots=True)
class Group:
    """A breakdown; where one part is the whole, `sole` is said of a total of one and `whole` of a larger one."""

    id: str
    label: str
    total: str
    parts: tuple[Part, ...]
    sole: tuple[str, ...]
    whole: tuple[str, ...]
    several: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bank:
    """All phrases and breakdowns."""

    phrases: Mapping[str, Phrase]
    groups: Mapping[str, Group]


@cache
def load_bank() -> Bank:
    """Return the bank of `prompts/phrases.yaml`, every phrase with all its forms."""
    raw = parse_own(read_text("prompts/phrases.yaml")).value
    return Bank(
        {key: _phrase(key, item, raw["defaults"]) for key, item in raw["phrases"].items()},
        {key: _group(key, item) for key, item in raw["groups"].items()},
    )


def _phrase(key: str, raw: dict[str, Any], defaults: dict[str, Any]) -> Phrase:
    forms = {**defaults, "none": raw["zero"], "one": raw["many"], **raw}
    kept = {name: tuple(forms[name]) for name in FORMS + COMPARISONS}
    return Phrase(key, raw["label"], raw["fact"], raw.get("with", {}), kept)


def _group(key: str, raw: dict[str, Any]) -> Group:
    parts = tuple(Part(item["fact"], item["label"]) for item in raw["parts"])
    return Group(key, raw["label"], raw["total"], parts, tuple(raw["sole"]), tuple(raw["all"]), tuple(raw["list"]))
