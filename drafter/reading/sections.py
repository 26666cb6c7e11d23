"""A report's lines as title, preamble, sections and closing lines."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from drafter.reading.headings import find_headings
from drafter.reading.report import ReadSection
from drafter.reading.script import compact, simplified
from drafter.reading.source import SourceBlock, SourceLine
from drafter.reading.wrapped import unwrapped, without_page_numbers

_TITLE = re.compile(r"(?:年度?报告|年报|公开(?:工作)?(?:情况)?报告|工作报告)(?:[（(].{0,14}[）)])?$")
_TITLE_PIECE = re.compile(r"政府|镇$|乡$|街道|办事处|委员会|20\d\d年|二[〇○0零]..年|信息公开|公开工作")
LONGEST_TITLE = 70
LONGEST_PIECE = 40
_NOT_TITLE = re.compile(r"[。；;，,]|[:：]|^\d{4}-\d")
_DATE = re.compile(
    r"^\s*(?:20\d\d\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日|20\d\d[-./]\d{1,2}[-./]\d{1,2}|二[〇○Ｏ0零][一二三四五六七八九十〇○]{2,3}年.{1,3}月.{1,3}日)\s*$"
)
_ORGAN = re.compile(r"(?:政府|办事处|办公室|委员会|局|镇|乡|街道|中心)\s*$")
_LAST_LINES = 6


@dataclass(frozen=True, slots=True)
class Parts:
    """The lines of a report, each in its place."""

    title: SourceLine | None
    preamble: tuple[SourceLine, ...]
    sections: tuple[ReadSection, ...]
    signature: tuple[SourceLine, ...]


def split_report(blocks: Sequence[SourceBlock], in_tables: Iterable[int], *, is_page_text: bool = False) -> Parts:
    """Return the parts of a report; `in_tables` are the indexes of blocks that belong to its official tables.

    `is_page_text` says that a line is a line of a page, not a paragraph: those that go on are put together.
    """
    hidden = set(in_tables)
    lines = [
        block
        for at, block in enumerate(blocks)
        if isinstance(block, SourceLine) and at not in hidden and block.text.strip()
    ]
    lines = without_page_numbers(lines) if is_page_text else lines
    found = find_headings(lines)
    first = found[0].at if found else len(lines)
    title, before = _title(lines[:first])
    before = _paragraphs(before, is_page_text)
    sections = []
    for number, heading in enumerate(found):
        end = found[number + 1].at if number + 1 < len(found) else len(lines)
        own = _paragraphs(lines[heading.at + heading.taken : end], is_page_text)
        if heading.glued:
            own = (replace(heading.line, text=heading.glued, level=None), *own)
        sections.append(ReadSection(heading.key, heading.ordinal, heading.title, heading.line.level, heading.line, own))
    if not sections:
        return Parts(title, before, (), ())
    body, signature = _signature(sections[-1].lines)
    sections[-1] = replace(sections[-1], lines=body)
    return Parts(title, before, tuple(sections), signature)


def _paragraphs(lines: Sequence[SourceLine], is_page_text: bool) -> tuple[SourceLine, ...]:
    return unwrapped(lines) if is_page_text else tuple(lines)


def _title(lines: Sequence[SourceLine]) -> tuple[SourceLine | None, tuple[SourceLine, ...]]:
    """Return the title, put together where it is broken over lines, and the lines after it."""
    for at, line in enumerate(lines):
        for taken in (1, 2):
            pieces = lines[at : at + taken]
            if len(pieces) == taken and _is_title("".join(piece.text for piece in pieces)):
                start = _start_of_title(lines, at)
                text = "".join(piece.text.strip() for piece in lines[start : at + taken])
                return replace(lines[start], text=text, level=line.level), tuple(lines[at + taken :])
    return None, tuple(lines)


def _is_title(text: str) -> bool:
    if len(text) > 4 * LONGEST_TITLE:
        return False
    bare = compact(text)
    return bool(len(bare) <= LONGEST_TITLE and _TITLE.search(bare) and not _NOT_TITLE.search(bare))


def _start_of_title(lines: Sequence[SourceLine], at: int) -> int:
    """Return where a title begins whose end stands at a place: the organ may stand in a line above."""
    start = at
    while start and at - start < 2:
        text, bare = lines[start - 1].text, compact(lines[start - 1].text)
        whole = "".join(compact(line.text) for line in lines[start : at + 1])
        is_complete = bool(re.search(r"政府|镇|乡|街道|办", whole.split("信息公开")[0])) and "年" in whole[:-6]
        if is_complete or len(bare) > LONGEST_PIECE or _NOT_TITLE.search(bare) or not _TITLE_PIECE.search(bare):
            break
        if _DATE.match(simplified(text)):
            break
        start -= 1
    return start


def _signature(lines: tuple[SourceLine, ...]) -> tuple[tuple[SourceLine, ...], tuple[SourceLine, ...]]:
    """Return the lines of the last section and the closing lines: who signs, and the date."""
    for at in range(len(lines) - 1, max(len(lines) - _LAST_LINES, 0) - 1, -1):
        if not _DATE.match(simplified(lines[at].text)):
            continue
        start = at
        while start and at - start < 2 and _is_organ(lines[start - 1].text):
            start -= 1
        # What follows the date is the page's, not the report's.
        return lines[:start], lines[start : at + 1]
    return lines, ()


def _is_organ(text: str) -> bool:
    bare = simplified(text).strip()
    return len(bare) <= LONGEST_PIECE and bool(_ORGAN.search(bare)) and not _NOT_TITLE.search(bare)
