"""Characters as lines of text, and lines as paragraphs: all by where they stand."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from drafter.reading.formats.pages.marks import Glyph

WIDE_GAP = 0.9
"""In heights of the type: a wider gap parts columns; a narrower one is the setting of the line."""
WORD_GAP = 0.18
_HEADING = re.compile(r"[一二三四五六七]\s*、|[（(][一二三四五六七八九十][）)]")


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of text on a page."""

    text: str
    left: float
    right: float
    middle: float
    size: float
    page: int


def text_lines(glyphs: Iterable[Glyph], page: int) -> list[TextLine]:
    """Return the lines of some characters, from the top."""
    return [line for row in _rows(glyphs) if (line := _line(row, page)).text]


def plain_text(glyphs: Iterable[Glyph]) -> str:
    """Return some characters as text, a line for each line."""
    return "\n".join(line.text for line in text_lines(glyphs, 0))


def _rows(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    rows: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda glyph: -glyph.middle[1]):
        # Against the first of the row: against the last, a slope of superscripts would join two rows.
        if rows and abs(rows[-1][0].middle[1] - glyph.middle[1]) < 0.45 * max(glyph.size, rows[-1][0].size):
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    return rows


def _line(row: list[Glyph], page: int) -> TextLine:
    row = _once(sorted(row, key=lambda glyph: glyph.left))
    size = median(glyph.size for glyph in row)
    parts = [row[0].text]
    for before, glyph in pairwise(row):
        parts += [_gap(before, glyph, size), glyph.text]
    middle = median(glyph.middle[1] for glyph in row)
    return TextLine("".join(parts), row[0].left, max(glyph.right for glyph in row), middle, size, page)


def _once(row: list[Glyph]) -> list[Glyph]:
    """Return the characters without those drawn twice in one place, which is how some programs print bold."""
    kept: list[Glyph] = []
    for glyph in row:
        is_again = any(
            other.text == glyph.text and abs(other.left - glyph.left) < 0.25 * (glyph.right - glyph.left)
            for other in kept[-2:]
        )
        if not is_again:
            kept.append(glyph)
    return kept


def _gap(before: Glyph, after: Glyph, size: float) -> str:
    gap = after.left - before.right
    if gap > WIDE_GAP * size:
        return "\t"
    if gap > WORD_GAP * size and before.text.isascii() and after.text.isascii():
        return " "
    return ""


def joins(above: TextLine, below: TextLine, left: float, right: float) -> bool:
    """Return whether a line goes on the paragraph of the line above: that one is full and this one is not indented."""
    # A bracket or quotation mark that must not end a line takes two characters down with it.
    is_full = above.right >= right - 2.6 * above.size and not _HEADING.match(below.text)
    is_flush = below.left <= left + 0.9 * below.size
    return is_full and is_flush and abs(above.size - below.size) < 0.15 * above.size and "\t" not in above.text


def text_area(lines: Sequence[TextLine]) -> tuple[float, float]:
    """Return where the lines of the text begin and end: the outermost edges that several lines share."""
    if not lines:
        return 0.0, 0.0
    lefts, rights = sorted(line.left for line in lines), sorted(line.right for line in lines)
    few = len(lines) // 20
    return lefts[min(few, len(lefts) - 1)], rights[-1 - min(few, len(rights) - 1)]
