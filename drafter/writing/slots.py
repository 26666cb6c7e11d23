"""Fill slots: `{{p:app_new}}` in a template becomes a rendered text. One pass: what is filled in is final."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from drafter.errors import ShippedDataError
from drafter.richtext import Text, joined

SLOT = re.compile(r"\{\{([a-z]{1,4}):([a-zA-Z0-9_.]{1,64})\}\}")
HOLE = re.compile(r"\{([a-z_]+)(?::([^{}:|]+)(?:\|([^{}:|]+))?)?\}")
_BRACES = re.compile(r"[{}｛｝]")


def fill_slots(template: str, render: Callable[[str, str], Text]) -> Text:
    """Return a template of ours with every slot rendered by `render(kind, ref)`."""
    return _fill(template, SLOT, lambda match: render(match[1], match[2]))


@dataclass(frozen=True, slots=True)
class Hole:
    """A hole of a phrase form: {name}, {name:words where the fact is 0}, or {name:those|words before a figure}."""

    name: str
    zero: str
    lead: str


def fill_holes(form: str, render: Callable[[Hole], Text]) -> Text:
    """Return a form of the phrase bank with every hole rendered."""
    return _fill(form, HOLE, lambda match: render(Hole(match[1], match[2] or "", match[3] or "")))


def _fill(template: str, pattern: re.Pattern[str], render: Callable[[re.Match[str]], Text]) -> Text:
    parts: list[Text | str] = []
    end = 0
    for match in pattern.finditer(template):
        parts += [_literal(template[end : match.start()], template), render(match)]
        end = match.end()
    return joined([*parts, _literal(template[end:], template)])


def _literal(text: str, template: str) -> str:
    if _BRACES.search(text):
        raise ShippedDataError(f"模板写错了占位符：{template}")
    return text
