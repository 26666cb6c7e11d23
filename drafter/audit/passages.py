"""The prose of a report by sentences, cleared of odd blanks and widths, with the way back to what stands there."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from drafter.audit.audited import Audited
from drafter.audit.spot import Spot
from drafter.findings import Severity
from drafter.reading.source import Place, SourceFormat, SourceLine

Lines = tuple[tuple[str, SourceLine], ...]

_WIDE = dict(zip("０１２３４５６７８９％．;?!()", "0123456789%.；？！（）", strict=True))
_UNSEEN = frozenset("\u200b\u200c\u200d\ufeff\u00ad")
SENTENCE = re.compile("[^。！？]+[。！？]*[”’）》」]*|[。！？]+")
_SUBHEAD = re.compile(
    r"(?:（[一二三四五六七八九十]{1,2}）|[1-9]\d?(?:[.、]|）)(?!\d)|[一二三四五六七八九十]{1,2}、|第[一二三四五六]部分[：、]?)"
    r"(?P<title>[^。：，；]{2,24})(?:[。：]|$)"
)
_LONGEST_TOPIC = 24
_WRAPPED = frozenset({SourceFormat.PDF, SourceFormat.TEXT, SourceFormat.MARKDOWN})
_FULL_LINE = 20
_STOPS = re.compile("[。！？；：…][”’）》】]*$")
_OPENS = re.compile(
    "（?[一二三四五六七八九十]{1,2}[）、]|[（(]?[1-9]\\d?[)）.、．]|[一二三四五六七八九十]是|第[一二三四五六七八九十]|[①-⑩]|附|注：|【"
)
_HAN = re.compile("[一-鿿]")


@dataclass(frozen=True, slots=True)
class Cleared:
    """A text without blanks inside Chinese and with one width of sign; `at` gives where each character stood."""

    text: str
    at: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence of a report, or a heading."""

    section: str
    topic: str
    """The sub-heading it stands under, cleared; empty where there is none."""
    text: str
    """Cleared: what rules read."""
    raw: str
    """As it stands: what is quoted."""
    at: tuple[int, ...]
    """Where in `raw` each character of `text` stands."""
    place: Place
    line: int
    """The number of its line in the prose, so that neighbours in a paragraph are known."""
    is_heading: bool

    def mark(self, start: int, end: int) -> tuple[int, int]:
        """Return which characters of `raw` a stretch of `text` is."""
        return (self.at[start], self.at[end - 1] + 1) if start < end else (0, len(self.raw))

    def spot(
        self,
        message: str,
        span: tuple[int, int] | None = None,
        suggestion: str = "",
        severity: Severity | None = None,
        *,
        where: str = "",
        suspect: bool = False,
    ) -> Spot:
        """Return a spot at a stretch of `text`, at the whole sentence where no stretch is given."""
        start, end = span or (0, len(self.text))
        return Spot(
            message,
            suggestion,
            where or self.section,
            self.place,
            self.raw,
            self.mark(start, end),
            severity,
            conversion_suspect=suspect,
        )

    def around(self, start: int, end: int, reach: int = 8) -> str:
        """Return a stretch of `text` with a few characters on either side, for a message."""
        return self.text[max(0, start - reach) : end + reach]


def passages(audited: Audited, *sections: str) -> tuple[Passage, ...]:
    """Return the sentences and headings of a report in order; of some sections only where they are named."""
    is_wrapped = audited.report.source.format in _WRAPPED
    found = _passages(tuple(audited.prose()), is_wrapped=is_wrapped)
    return tuple(passage for passage in found if passage.section in sections) if sections else found


def body(audited: Audited, *sections: str) -> tuple[Passage, ...]:
    """Return the sentences without the headings and the title."""
    return tuple(item for item in passages(audited, *sections) if not item.is_heading and item.section != "title")


def paragraphs(audited: Audited, *sections: str) -> Iterator[tuple[Passage, ...]]:
    """Yield the sentences of each line of running text."""
    group: list[Passage] = []
    for passage in body(audited, *sections):
        if group and group[0].line != passage.line:
            yield tuple(group)
            group = []
        group.append(passage)
    if group:
        yield tuple(group)


def text_of(group: tuple[Passage, ...]) -> str:
    """Return the sentences of a paragraph as one text."""
    return "".join(passage.text for passage in group)


def located(group: tuple[Passage, ...], start: int, end: int) -> tuple[Passage, tuple[int, int]]:
    """Return the sentence of a paragraph that a stretch of its text ends in, and the stretch within it."""
    offset = 0
    for passage in group:
        if end <= offset + len(passage.text):
            return passage, (max(0, start - offset), end - offset)
        offset += len(passage.text)
    return group[-1], (0, len(group[-1].text))


@lru_cache(maxsize=4096)
def cleared(raw: str) -> Cleared:
    """Return a text as rules read it."""
    kept = list(_kept(raw))
    return Cleared("".join(character for _, character in kept), tuple(place for place, _ in kept))


def _kept(raw: str) -> Iterator[tuple[int, str]]:
    """Yield the characters that stay, in their usual width, with their places."""
    for place, character in enumerate(raw):
        # Most characters are ideographs, which stand as they are.
        if "一" <= character <= "鿿":
            yield place, character
            continue
        before, after = raw[place - 1 : place], raw[place + 1 : place + 4]
        is_blank = character.isspace() or character in _UNSEEN
        if is_blank and not (before.isascii() and before.isalnum() and after[:1].isascii() and after[:1].isalnum()):
            continue
        yield place, _usual(character, before, after)


def _usual(character: str, before: str, after: str) -> str:
    """Return a character in the width that Chinese text uses where it stands."""
    is_code = after[:1].isascii() and after[:1].isalnum()
    if character.isspace():
        return " "
    if character in ",:":
        is_number = before.isdigit() and after[: 3 if character == "," else 1].isdigit()
        return character if is_number or after.startswith("//") else {",": "，", ":": "："}[character]
    if character == ".":
        return "。" if _HAN.match(before) and not is_code else character
    if character in "<>" and _HAN.search(before + after[:2]):
        return "〈" if character == "<" else "〉"
    return character if character in "?;!" and is_code else _WIDE.get(character, character)


# Every rule asks for the same lines: they are read once a report.
@lru_cache(maxsize=8)
def _passages(lines: Lines, *, is_wrapped: bool) -> tuple[Passage, ...]:
    found: list[Passage] = []
    topic, last_section = "", ""
    for number, (section, group) in enumerate(
        _joined(lines) if is_wrapped else ((key, (line,)) for key, line in lines)
    ):
        topic = topic if section == last_section else ""
        last_section = section
        text = cleared(group[0].text).text
        is_heading = len(group) == 1 and (section == "title" or _is_heading(group[0], text, section))
        if title := _title(text, section, is_heading=is_heading):
            topic = title
        found += _sentences(section, topic, group, number, is_heading=is_heading)
    return tuple(found)


def _joined(lines: Lines) -> Iterator[tuple[str, tuple[SourceLine, ...]]]:
    """Yield paragraphs of a text whose lines end where the page ends: a full line without a stop goes on."""
    group: list[SourceLine] = []
    key = ""
    for section, line in lines:
        if group and not (section == key and _goes_on(group[-1], line, section)):
            yield key, tuple(group)
            group = []
        key = section
        group.append(line)
    if group:
        yield key, tuple(group)


def _goes_on(line: SourceLine, following: SourceLine, section: str) -> bool:
    text, after = cleared(line.text).text, cleared(following.text).text
    if section in ("title", "signature") or len(text) < _FULL_LINE or _STOPS.search(text) or _OPENS.match(after):
        return False
    return not _is_heading(line, text, section) and not _is_heading(following, after, section)


def _is_heading(line: SourceLine, text: str, section: str) -> bool:
    if line.level is not None:
        return True
    match = _SUBHEAD.match(text)
    is_item = section == "improvement" and text[:1].isdigit()
    return match is not None and match.end() == len(text) and not text.endswith("。") and not is_item


def _title(text: str, section: str, *, is_heading: bool) -> str:
    """Return what a line says it is about, empty where it does not."""
    match = _SUBHEAD.match(text)
    if match and not (section == "improvement" and text[:1].isdigit()):
        return match["title"]
    return text[:_LONGEST_TOPIC] if is_heading else ""


def _sentences(
    section: str, topic: str, group: tuple[SourceLine, ...], number: int, *, is_heading: bool
) -> Iterator[Passage]:
    raw = "".join(line.text for line in group)
    clear = cleared(raw)
    for match in SENTENCE.finditer(clear.text):
        first, last = clear.at[match.start()], clear.at[match.end() - 1] + 1
        at = tuple(place - first for place in clear.at[match.start() : match.end()])
        place = _place_of(group, first)
        yield Passage(section, topic, match.group(), raw[first:last], at, place, number, is_heading)


def _place_of(group: tuple[SourceLine, ...], start: int) -> Place:
    """Return the place of the line in which a character of joined lines stands."""
    for line in group:
        if start < len(line.text):
            return line.place
        start -= len(line.text)
    return group[-1].place
