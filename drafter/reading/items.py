"""Numbered items in running text: 一是…；二是…, （一）…, 1.…, ①…."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_HAN = "一二三四五六七八九十"
# Each style with the numbers it counts in; a style is only one where it begins at one and goes on in order.
_STYLES: tuple[re.Pattern[str], ...] = (
    re.compile(rf"(?:^|(?<=[。；：，！:;,\s”）)将有为括]))([{_HAN}]{{1,2}})是(?=[^\s。])"),
    re.compile(rf"(?:^|(?<=[。；：:;\s]))[（(]\s*([{_HAN}]{{1,2}})\s*[）)]"),
    re.compile(rf"(?:^|(?<=[。；：:;\s]))([{_HAN}]{{1,2}})、"),
    re.compile(r"(?:^|(?<=[。；：:;\s]))(\d{1,2})\s*[.．、](?!\d)\s*"),
    re.compile(r"(?:^|(?<=[。；：:;\s]))[（(]\s*(\d{1,2})\s*[）)]"),
    re.compile(r"([①②③④⑤⑥⑦⑧⑨⑩])"),
    re.compile(rf"(?:^|(?<=[。；：:;\s]))第([{_HAN}])[，,、]"),
    re.compile(rf"(?:^|(?<=[。；：:;，,\s]))其([{_HAN}])[，,、是]?"),
)


@dataclass(frozen=True, slots=True)
class Item:
    """An item: its text without its number, and where in the whole text it begins and ends."""

    text: str
    start: int
    end: int


def number_of(text: str) -> int:
    """Return the value of an item's number; 0 for what is none."""
    if text.isdigit() and text.isascii():
        return int(text)
    if len(text) == 1 and "①" <= text <= "⑩":
        return ord(text) - ord("①") + 1
    if len(text) == 1 and text in _HAN:
        return _HAN.index(text) + 1
    return 10 + _HAN.index(text[1]) + 1 if len(text) == 2 and text[0] == "十" and text[1] in _HAN else 0


def items_of(text: str) -> list[Item]:
    """Return the outermost numbered items of a text; none where it is not numbered from one on, in order."""
    found = [series for style in _STYLES if (series := list(_series(style, text)))]
    if not found:
        return []
    marks = min(found, key=lambda series: (series[0].start(), -len(series)))
    ends = [*(mark.start() for mark in marks[1:]), len(text)]
    return [Item(text[mark.end() : end], mark.start(), end) for mark, end in zip(marks, ends, strict=True)]


def starts_numbered(text: str) -> bool:
    """Return whether a text begins with the number of an item, whichever."""
    return any(match.start() == 0 for style in _STYLES if (match := style.search(text[:12])))


def _series(style: "re.Pattern[str]", text: str) -> "Iterator[re.Match[str]]":
    """Yield the marks of one style that count on from one."""
    wanted = 1
    for match in style.finditer(text):
        if number_of(match[1]) == wanted:
            yield match
            wanted += 1
