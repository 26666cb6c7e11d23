"""E03: words of another time, such as campaigns that are over and congresses that were still to come."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from drafter.audit.audited import Audited
from drafter.audit.passages import body
from drafter.audit.rule import Rule
from drafter.audit.spot import Spot
from drafter.findings import Severity
from drafter.resources import read_text
from drafter.yamltree import parse_own

_REACH = 14


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words with the report years in which they may stand, and words around them that make them right."""

    words: re.Pattern[str]
    first_year: int
    last_year: int | None
    unless: re.Pattern[str] | None


@cache
def phrases() -> tuple[Phrase, ...]:
    """Return the phrases of `schemas/audit/phrases.yaml`."""
    rows = parse_own(read_text("schemas/audit/phrases.yaml")).value
    return tuple(
        Phrase(
            re.compile(row["words"]),
            row["from"],
            row.get("to"),
            re.compile(row["unless"]) if row.get("unless") else None,
        )
        for row in rows
    )


@cache
def _outdated(year: int) -> tuple[tuple[Phrase, ...], re.Pattern[str] | None]:
    """Return the phrases that a report of a year should not have, with one pattern of them all."""
    found = tuple(
        item for item in phrases() if year < item.first_year or (item.last_year is not None and year > item.last_year)
    )
    return found, re.compile("|".join(item.words.pattern for item in found)) if found else None


def _find(audited: Audited) -> Iterator[Spot]:
    if audited.year is None:
        return
    outdated, any_of_them = _outdated(audited.year)
    for passage in body(audited):
        if any_of_them is None or not any_of_them.search(passage.text):
            continue
        for item in outdated:
            for match in item.words.finditer(passage.text):
                around = passage.text[max(0, match.start() - _REACH) : match.end() + _REACH]
                if item.unless is None or not item.unless.search(around):
                    yield passage.spot(
                        _message(item, match.group(), audited.year), match.span(), "请核对是否沿用了往年的文字"
                    )


def _message(item: Phrase, words: str, year: int) -> str:
    if year < item.first_year:
        return f"“{words}”是{item.first_year}年才有的提法，报告年度是{year}年"
    return f"“{words}”是{item.last_year}年及以前的提法，报告年度是{year}年"


STALE = Rule("E03", "phrase-of-another-time", Severity.WARNING, "常见差错：沿用往年主题", _find)
