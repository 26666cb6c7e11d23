"""Which lines are headings of the first level, and which of the six sections each opens."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import cache

from drafter.form.editions import editions, load_form
from drafter.reading.script import compact, simplified
from drafter.reading.source import SourceLine

LONGEST = 45
"""A line longer than this, blanks left out, is no heading, unless text is glued to one."""
OPENING = 300
"""So much of a line tells whether it is, or opens with, a heading."""
ALIKE = 0.74
_ORDINAL = re.compile(
    r"\s*[*#_]*\s*(?:(?P<main>[一二三四五六七八九十]{1,3})\s*[、.．，,：:]|第(?P<part>[一二三四五六七八九十]{1,3})部分\s*[、：:]?"
    r"|(?P<bracket>[（(]\s*[一二三四五六七八九十]{1,3}\s*[）)])|(?P<digit>\d{1,2})\s*[、.．]\s*(?!\d))\s*"
)
# The leader and the page number of a table of contents.
_PAGE = re.compile(r"(?:\t|[.…·]{2,}|\s{3,})[\s.…·]*\d{1,3}\s*$")
_SENTENCE = re.compile(r"[。；;！？!?]")
# Labels of the tables that open like headings.
_TABLE_LABELS = re.compile(
    r"^(?:本(?:年度?)?$|本年新收|上年结转|本年度办理结果|结转下年度|予以公开|部分公开|不予公开|无法提供|不予处理|其他处理|总计)"
)
# What sections were called before 2019, and what clerks call them since (domain.md, A03).
_WORDINGS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("disputes", re.compile(r"复议.{0,14}诉讼|诉讼.{0,6}申诉")),
    (
        "improvement",
        re.compile(
            r"(?:问题|不足).{0,12}(?:改进|整改|措施|打算)|存在.{0,6}(?:问题|不足)(?!的)|下一步.{0,6}(?:打算|工作|措施)"
        ),
    ),
    ("other", re.compile(r"其[他它].{0,6}(?:报告|说明).{0,3}(?:事项|情况|内容)|^其[他它]事项")),
    ("applications", re.compile(r"(?:依申请|申请公开|公开申请).{0,10}(?:情况|办理|工作)|依申请公开$")),
    ("proactive", re.compile(r"主动公开.{0,12}(?:情况|工作)")),
    ("overview", re.compile(r"^(?:总体|工作|基本|整体|主要工作|工作总体|概)(?:.{0,8}(?:情况|概况)|述|况)")),
)


@dataclass(frozen=True, slots=True)
class Found:
    """A heading: where it stands among the lines, which section it opens, and the text that is glued to it."""

    at: int
    key: str
    ordinal: str
    title: str
    line: SourceLine
    glued: str = ""
    taken: int = 1
    """How many lines it takes: a heading broken over two is one."""
    is_certain: bool = True


@cache
def titles() -> dict[str, str]:
    """Return every title and alias of every edition, without blanks, with the key of its section."""
    sections = [section for edition in editions() for section in load_form(edition).sections]
    return {compact(title): section.key for section in sections for title in (section.title, *section.aliases)}


def find_headings(lines: Sequence[SourceLine]) -> list[Found]:
    """Return the headings of the first level in order; a list of the parts before the report itself is not one."""
    found = list(_candidates(lines))
    return _without_contents(found, lines)


def _candidates(lines: Sequence[SourceLine]) -> Iterator[Found]:
    known_level = _level_of_sections(lines)
    at = 0
    while at < len(lines):
        following = lines[at + 1] if at + 1 < len(lines) else None
        heading = _heading(at, lines[at], following, known_level)
        if heading is not None:
            yield heading
        at += heading.taken if heading else 1


def _level_of_sections(lines: Sequence[SourceLine]) -> int | None:
    """Return the deepest markup level at which a title of the form stands."""
    levels = [line.level for line in lines if line.level and compact(_split(line.text[:OPENING])[1]) in titles()]
    return max(levels, default=None)


def _split(text: str) -> tuple[str, str, str]:
    """Return how a line is numbered (main, bracket, digit or nothing), its title, and its ordinal as written."""
    text = _PAGE.sub("", text)
    match = _ORDINAL.match(text)
    if not match:
        return "", text.strip().strip("*#_ "), ""
    kind = "main" if match["main"] or match["part"] else "bracket" if match["bracket"] else "digit"
    ordinal = match["main"] or match["part"] or match["bracket"] or match["digit"]
    return kind, text[match.end() :].strip().strip("*#_ "), ordinal


def _heading(at: int, line: SourceLine, following: SourceLine | None, level: int | None) -> Found | None:
    kind, title, ordinal = _split(line.text[:OPENING])
    bare = compact(title).rstrip("：。")
    if not bare or _TABLE_LABELS.match(bare):
        return None
    if bare in titles():
        return Found(at, titles()[bare], ordinal, title, line)
    if found := _glued(at, line, kind, title, ordinal) or _broken(at, line, following, (kind, title, ordinal)):
        return found
    if kind in {"bracket", "digit"}:
        # （二）依申请公开 is a part of 总体情况, however it is marked.
        return None
    is_marked = line.level is not None and (level is None or line.level <= level)
    if len(bare) > LONGEST or _SENTENCE.search(title.rstrip("。")) or not (kind == "main" or is_marked):
        return None
    key = _likely(bare)
    is_unknown = len(bare) <= 30 and kind == "main" and (level is None or is_marked)
    return Found(at, key, ordinal, title, line, is_certain=False) if key or is_unknown else None


def _glued(at: int, line: SourceLine, kind: str, title: str, ordinal: str) -> Found | None:
    """Return a heading whose text goes on in the same line, such as 一、总体情况2025年，我镇."""
    if kind != "main":
        return None
    bare = compact(title)
    key = max((name for name in titles() if bare.startswith(name)), key=len, default="")
    if not key:
        return None
    end = _end_of(line.text, title, key)
    heading, rest = line.text[:end], line.text[end:].lstrip(" \t：:。")
    if rest[:1] in {"、", "，", ",", "；", ";", "和", "及", "等"}:
        return None
    return Found(at, titles()[key], ordinal, _split(heading)[1], replace(line, text=heading), rest)


def _end_of(text: str, title: str, key: str) -> int:
    """Return where in a line the title ends, blanks in it counted."""
    at = text.index(title)
    length = 0
    while length < len(key) and at < len(text):
        length += len(compact(text[at]))
        at += 1
    return at


def _broken(at: int, line: SourceLine, following: SourceLine | None, split: tuple[str, str, str]) -> Found | None:
    """Return a heading that is broken over two lines."""
    kind, title, ordinal = split
    if following is None or len(compact(title)) < 4 or not (kind or line.level):
        return None
    whole = compact(title) + compact(following.text)
    if whole not in titles():
        return None
    text = line.text.rstrip() + following.text.strip()
    return Found(at, titles()[whole], ordinal, title + following.text.strip(), replace(line, text=text), taken=2)


def _likely(bare: str) -> str:
    """Return the section that a title most likely means; empty where none."""
    scores = {name: SequenceMatcher(None, name, bare, autojunk=False).ratio() for name in titles()}
    best = max(scores, key=lambda name: scores[name])
    if scores[best] >= ALIKE:
        return titles()[best]
    return next((key for key, wording in _WORDINGS if wording.search(bare)), "")


def _without_contents(found: list[Found], lines: Sequence[SourceLine]) -> list[Found]:
    """Return the headings without a table of contents: three in a row with nothing between, named again later."""
    runs: list[list[Found]] = []
    for heading in found:
        if runs and not any(line.text.strip() for line in lines[runs[-1][-1].at + runs[-1][-1].taken : heading.at]):
            runs[-1].append(heading)
        else:
            runs.append([heading])
    last = {heading.key: heading.at for heading in found}
    dropped: set[int] = set()
    for run in runs:
        # The last of the list may be followed by the first of the report itself.
        again = [heading.at for heading in run if last[heading.key] > heading.at and not heading.glued]
        if len(run) >= 3 and len(again) >= len(run) - 1:
            dropped.update(again)
    return [heading for heading in found if heading.at not in dropped]


def opens_section(text: str) -> bool:
    """Return whether a line is numbered as a section and named as one, by a title of the form or in other words."""
    kind, title, _ = _split(text[:OPENING])
    bare = compact(title).rstrip("：。")
    if kind != "main" or not bare or len(bare) > LONGEST or _TABLE_LABELS.match(bare) or _SENTENCE.search(title):
        return False
    return bare in titles() or bool(_likely(bare))


def is_subheading(text: str) -> bool:
    """Return whether a line is a heading of a lower level on a line of its own, such as （一）主动公开."""
    kind, title, _ = _split(text)
    return bool(kind) and len(compact(title)) <= LONGEST and not _SENTENCE.search(simplified(title))
