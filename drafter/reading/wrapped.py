"""Paragraphs out of a text whose lines are those of a page: broken in mid-sentence, numbers of pages between them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from drafter.reading.headings import is_subheading
from drafter.reading.script import compact
from drafter.reading.source import SourceLine

PAGE = re.compile(
    r"[Pp]\.?\s?\d{1,4}|[-—–－·~_]{1,3}\s*\d{1,4}\s*[-—–－·~_]{1,3}|第\s*\d+\s*页(?:\s*[,，/]?\s*共\s*\d+\s*页)?"
)
"""A line that only numbers a page."""
_NUMBER = re.compile(r"\s*\d{1,3}\s*")
LONG = 12
"""Shorter lines may be labels of a table or names, and say nothing of how lines end."""
FEW = 8
MOSTLY = 0.4
FULL = 0.85
"""A line is full that is so much of the longest: a heading of a lower level hardly ever is."""
_END = re.compile(r"[。！？!?][”』」）)》]{0,2}$")
_OPEN = re.compile(r"[，、,；;：:（(《“〔]$")
_DATE = re.compile(r"(?:20\d\d|二[〇○Ｏ0零][一二三四五六七八九十〇○]{2})年.{1,3}月.{1,3}日")


def is_wrapped(lines: Iterable[SourceLine]) -> bool:
    """Return whether many lines of prose end within a sentence, as only those of a page do."""
    prose = [line.text.strip() for line in lines if len(compact(line.text)) >= LONG]
    broken = sum(not _END.search(text) for text in prose)
    return broken >= FEW and broken >= MOSTLY * len(prose)


def without_page_numbers(lines: Sequence[SourceLine]) -> list[SourceLine]:
    """Return the lines but those that only number a page; a bare number is one where all bare numbers count on."""
    bare = [int(line.text) for line in lines if _NUMBER.fullmatch(line.text)]
    counts_on = len(bare) > 1 and all(after == before + 1 for before, after in pairwise(bare))
    return [
        line
        for line in lines
        if not PAGE.fullmatch(line.text.strip()) and not (counts_on and _NUMBER.fullmatch(line.text))
    ]


def unwrapped(lines: Sequence[SourceLine]) -> tuple[SourceLine, ...]:
    """Return the paragraphs of some lines, each at the place of its first."""
    width = max((len(compact(line.text)) for line in lines), default=0)
    found: list[SourceLine] = []
    last = ""
    for line in lines:
        text = line.text.strip()
        if found and _goes_on(last, text, width):
            found[-1] = replace(found[-1], text=found[-1].text + text)
        else:
            found.append(replace(line, text=text))
        last = text
    return tuple(found)


def _goes_on(before: str, text: str, width: int) -> bool:
    """Return whether a line goes on what the line before did not end."""
    is_heading = is_subheading(before) and len(compact(before)) < FULL * width and not _OPEN.search(before)
    return not (_END.search(before) or is_heading or _DATE.fullmatch(compact(text)))
