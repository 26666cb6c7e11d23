"""Enumerators: 一是, （一）, 1. and their like, and the numbers they stand for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from drafter.dossier.numerals import read_numeral

_HAN = "[一二三四五六七八九十]{1,3}"
_INLINE = re.compile(
    rf"(?:^|(?<=[。；：，、？！;:,\s“”（()）》*_—]))(?P<number>{_HAN})是(?=\D|[0-9]{{4}}年)(?!否|非)"
    # 问题一是……；二是……: what opens a list needs no stop before it.
    r"|(?<=[题施足板点况法为面下为在有])(?P<first>一)是(?!否|非)"
)
_AT_START = (
    ("（一）", re.compile(rf"^\s*[（(](?P<number>{_HAN})[）)]")),
    ("1.", re.compile(r"^\s*(?P<number>[0-9]{1,2})[.．、](?![0-9])")),
    ("（1）", re.compile(r"^\s*[（(](?P<number>[0-9]{1,2})[）)]")),
    ("第一", re.compile(rf"^\s*第(?P<number>{_HAN})[，、,]")),
)
_DIGITS = re.compile(r"(?<=[：；。])(?P<number>[1-9])[.．、](?=[\u4e00-\u9fff“《])")
_LEAD = re.compile(rf"^\s*(?:[（(]?(?:{_HAN}|[0-9]{{1,2}})[）)、.．]+|{_HAN}是|第{_HAN}[，、,])\s*")


@dataclass(frozen=True, slots=True)
class Enumerator:
    """A number in front of an item: its style, its value and which characters of the line it takes."""

    style: str
    number: int
    start: int
    end: int


def enumerators(text: str) -> Iterator[Enumerator]:
    """Yield the enumerators of a line in their order."""
    for style, pattern in _AT_START:
        if (match := pattern.match(text)) and (number := value_of(match["number"])):
            yield Enumerator(style, number, match.start("number"), match.end())
    for match in _DIGITS.finditer(text):
        yield Enumerator("1.", int(match["number"]), match.start(), match.end())
    for match in _INLINE.finditer(text):
        if number := value_of(match["number"] or match["first"]):
            yield Enumerator("一是", number, match.start(), match.end())


def value_of(numeral: str) -> int | None:
    """Return the value of a whole number in Chinese or Arabic numerals; None for anything else."""
    value = read_numeral(numeral)
    return value if isinstance(value, int) else None


def without_lead(text: str) -> str:
    """Return a line without the enumerator it begins with."""
    return _LEAD.sub("", text).strip()


def has_lead(text: str) -> bool:
    """Return whether a line begins with an enumerator."""
    return _LEAD.match(text) is not None
