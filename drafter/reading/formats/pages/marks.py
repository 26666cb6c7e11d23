"""What is drawn on a page: characters with their boxes, and straight lines."""

import unicodedata
from collections import Counter
from collections.abc import Iterator
from ctypes import byref, c_float, c_int
from dataclasses import dataclass
from math import pi
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

THIN = 3.0
"""A box narrower than this, in points, is a ruling line."""
SHORTEST = 4.0
MAX_PATHS = 20_000
MAX_SEGMENTS = 4_000
MAX_CHARACTERS = 60_000
_SLANT = 0.03
_ASLANT = 0.02


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character and its box; y grows upwards."""

    text: str
    left: float
    right: float
    bottom: float
    top: float

    @property
    def middle(self) -> tuple[float, float]:
        """Return the middle of the box."""
        return (self.left + self.right) / 2, (self.bottom + self.top) / 2

    @property
    def size(self) -> float:
        """Return the height of the box."""
        return self.top - self.bottom


@dataclass(frozen=True, slots=True)
class Rule:
    """A horizontal or vertical line: where it stands, and from where to where it goes."""

    at: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class PageMarks:
    """A page as drawn."""

    number: int
    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    across: tuple[Rule, ...]
    """Horizontal lines; `at` is their y."""
    down: tuple[Rule, ...]
    """Vertical lines; `at` is their x."""
    images: int


def read_marks(page: "PdfPage", number: int) -> PageMarks:
    """Return what is drawn on a page, turned so that most of its text runs from left to right."""
    from pypdfium2 import raw

    across: list[Rule] = []
    down: list[Rule] = []
    images = 0
    kinds = [raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE]
    for count, drawn in enumerate(page.get_objects(filter=kinds, max_depth=1)):
        if count > MAX_PATHS:
            break
        if drawn.type == raw.FPDF_PAGEOBJ_IMAGE:
            images += 1
        else:
            _add_rules(drawn, across, down)
    quarter, glyphs = _of_main_direction(list(_glyphs(page)))
    left, bottom, right, top = page.get_mediabox()
    marks = PageMarks(number, right - left, top - bottom, tuple(glyphs), tuple(across), tuple(down), images)
    return _turned(marks, quarter) if quarter in {1, 3} else marks


def _of_main_direction(found: list[tuple[Glyph, int]]) -> tuple[int, list[Glyph]]:
    """Return in which of four directions most of the text runs, and its characters; those set aslant are no text."""
    counts = Counter(quarter for _, quarter in found if quarter >= 0)
    main = counts.most_common(1)[0][0] if counts else 0
    return main, [glyph for glyph, quarter in found if quarter == main]


def _turned(marks: PageMarks, quarter: int) -> PageMarks:
    """Return a page whose text runs downwards (1) or upwards (3) turned so that it runs to the right."""
    if quarter == 3:
        glyphs = [Glyph(g.text, g.bottom, g.top, marks.width - g.right, marks.width - g.left) for g in marks.glyphs]
        across = [Rule(marks.width - rule.at, rule.low, rule.high) for rule in marks.down]
        down = [Rule(rule.at, marks.width - rule.high, marks.width - rule.low) for rule in marks.across]
    else:
        glyphs = [Glyph(g.text, marks.height - g.top, marks.height - g.bottom, g.left, g.right) for g in marks.glyphs]
        across = [Rule(rule.at, marks.height - rule.high, marks.height - rule.low) for rule in marks.down]
        down = [Rule(marks.height - rule.at, rule.low, rule.high) for rule in marks.across]
    return PageMarks(marks.number, marks.height, marks.width, tuple(glyphs), tuple(across), tuple(down), marks.images)


def _add_rules(drawn: Any, across: list[Rule], down: list[Rule]) -> None:
    """Add the lines of a path: a thin box is one, a drawn outline is several, a filled area is none."""
    from pypdfium2 import raw

    left, bottom, right, top = drawn.get_bounds()
    wide, high = right - left, top - bottom
    if wide < THIN or high < THIN:
        if wide >= SHORTEST:
            across.append(Rule((bottom + top) / 2, left, right))
        elif high >= SHORTEST:
            down.append(Rule((left + right) / 2, bottom, top))
        return
    mode, stroked = c_int(), c_int()
    raw.FPDFPath_GetDrawMode(drawn.raw, byref(mode), byref(stroked))
    if stroked.value:
        for (x1, y1), (x2, y2) in _segments(drawn):
            if abs(y1 - y2) < _SLANT * abs(x1 - x2) + 0.5 and abs(x1 - x2) >= SHORTEST:
                across.append(Rule((y1 + y2) / 2, min(x1, x2), max(x1, x2)))
            elif abs(x1 - x2) < 0.5 and abs(y1 - y2) >= SHORTEST:
                down.append(Rule((x1 + x2) / 2, min(y1, y2), max(y1, y2)))


Point = tuple[float, float]


def _segments(drawn: Any) -> Iterator[tuple[Point, Point]]:
    """Yield the straight segments of a path in page coordinates."""
    from pypdfium2 import raw

    matrix = drawn.get_matrix()
    start = current = (0.0, 0.0)
    for index in range(min(raw.FPDFPath_CountSegments(drawn.raw), MAX_SEGMENTS)):
        segment = raw.FPDFPath_GetPathSegment(drawn.raw, index)
        x, y = c_float(), c_float()
        raw.FPDFPathSegment_GetPoint(segment, byref(x), byref(y))
        point = matrix.on_point(x.value, y.value)
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            start = point
        elif kind == raw.FPDF_SEGMENT_LINETO:
            yield current, point
        current = point
        if raw.FPDFPathSegment_GetClose(segment):
            yield current, start
            current = start


def _glyphs(page: "PdfPage") -> Iterator[tuple[Glyph, int]]:
    """Yield the characters that the file draws, with their direction in quarters of a turn, -1 for aslant."""
    from pypdfium2 import raw

    text = page.get_textpage()
    box = raw.FS_RECTF()
    for index in range(min(text.count_chars(), MAX_CHARACTERS)):
        code = raw.FPDFText_GetUnicode(text.raw, index)
        # Blanks and line ends that the library adds are guesses; ours are made from the boxes.
        if code <= 0x20 or code in {0xA0, 0x3000, 0xFFFE, 0xFFFF} or raw.FPDFText_IsGenerated(text.raw, index) == 1:
            continue
        if not raw.FPDFText_GetLooseCharBox(text.raw, index, byref(box)) or box.right <= box.left:
            continue
        quarters = raw.FPDFText_GetCharAngle(text.raw, index) / (pi / 2)
        nearest = round(quarters)
        direction = nearest % 4 if abs(quarters - nearest) < _ASLANT else -1
        yield Glyph(_plain(chr(code)), box.left, box.right, box.bottom, box.top), direction


def _plain(sign: str) -> str:
    """Return a character; the radicals that some fonts name instead of characters are the characters."""
    return unicodedata.normalize("NFKC", sign) if "\u2e80" <= sign <= "\u2fdf" else sign
