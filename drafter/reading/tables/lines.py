"""Tables drawn in plain lines: with bars, tabs or blanks between cells, or one cell a line."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from drafter.reading.source import Place, SourceLine
from drafter.reading.tables.glued import glued_tokens, known_labels, run_together
from drafter.reading.tables.marked import split_heads
from drafter.reading.tables.tokens import Kind, Token, kind_of
from drafter.reading.wrapped import PAGE

_RULE = frozenset("|-:+= \t\r")
_BAR = re.compile(r"(?<!\\)\|")
_WIDE_BARS = re.compile(r"[｜│┃￨]")
FEW_BARS = 5
FEW_FIGURES = 12
BROKEN = 3
MOSTLY = 0.7
SHORT = 45
"""Longer lines say nothing of the distance between cells: they are prose."""
UNITS = frozenset({"元", "千元", "万元", "亿元"})


@dataclass(frozen=True, slots=True)
class Line:
    """A line with the index of its block and the empty lines before it."""

    text: str
    block: int
    place: Place
    above: int

    @property
    def gap(self) -> int:
        """Return the number of line ends since the line before."""
        return self.above + 1


def numbered(lines: Sequence[tuple[int, SourceLine]]) -> list[Line]:
    """Return the lines that are not empty. A number of a page counts as one; what rules a table off does not."""
    found, above = [], 0
    for block, line in lines:
        for part in _WIDE_BARS.sub("|", line.text).split("\n"):
            if not part.strip("\r \u3000\xa0\u200b\ufeff\f") or ("--" in part and _RULE.issuperset(part)):
                above += 1
                continue
            found.append(Line(part.strip("\r\f"), block, line.place, above))
            above = 0
    return found


def line_tokens(lines: Sequence[tuple[int, SourceLine]], first_row: int) -> list[Token]:
    """Return the cells that a run of lines shows; rows are numbered on from `first_row`."""
    rows = numbered(lines)
    shape = _shape(rows)
    found: list[Token] = []
    state = _Stream(found, first_row, shape)
    for line in rows:
        state.add(line)
    return found


@dataclass(frozen=True, slots=True)
class Shape:
    """How a run of lines shows its tables."""

    bar_rows: bool
    """Whether a line with bars is a row, and not one cell with its border."""
    closed: bool
    """Whether such rows end in a bar: one that does not goes on in the next line."""
    spaced: bool
    """Whether blanks part the cells of a row."""
    gap: int
    """How many line ends part two cells that stand one a line; 0 where bars part them and line ends mean nothing."""
    pages: frozenset[int]
    """The blocks of the lines that only number pages, where blanks part the cells of a row."""


def _shape(lines: list[Line]) -> Shape:
    barred = [line.text for line in lines if "|" in line.text]
    full = [text for text in barred if _holds_row(text)]
    single = [text for text in barred if _holds_one_value(text)]
    ends = sum(text.rstrip().endswith("|") for text in full)
    spaced = sum(
        _trailing(_with_units(line.text.split())) >= 2
        for line in lines
        if not _BAR.search(line.text) and "\t" not in line.text
    )
    alone = sum(kind_of(line.text) is Kind.FIGURE for line in lines)
    drawn = len(full) + len(single) > 0 or len(barred) >= FEW_BARS
    pages = _pages(lines) if 4 * spaced > alone else frozenset[int]()
    return Shape(
        len(full) > len(single), 2 * ends > len(full), 4 * spaced > alone, 0 if drawn else _usual_gap(lines), pages
    )


def _usual_gap(lines: list[Line]) -> int:
    """Return how many line ends part two cells; figures show it best, because prose is broken into lines as well."""
    plain = [line for line in lines if len(line.text) <= SHORT]
    pairs = list(pairwise(plain))
    of_figures = [after.gap for before, after in pairs if Kind.FIGURE in (kind_of(before.text), kind_of(after.text))]
    gaps = of_figures if len(of_figures) >= FEW_FIGURES else [after.gap for _, after in pairs]
    return max(sorted(set(gaps)), key=lambda gap: (gaps.count(gap), -gap), default=1)


def _pages(lines: list[Line]) -> frozenset[int]:
    """Return the blocks of the numbers that stand alone, if they count on by one: else they may be parts of figures."""
    found = {line.block: int(line.text) for line in lines if line.text.strip().isdecimal() and len(line.text) < 9}
    numbers = list(found.values())
    counts_on = all(after == before + 1 for before, after in pairwise(numbers))
    return frozenset(found) if counts_on else frozenset()


def _cells(text: str) -> list[str]:
    return [cell for cell in _BAR.split(text) if cell.strip()]


def _holds_row(text: str) -> bool:
    """Return whether a line with bars holds a label and a value, or several values."""
    kinds = [kind_of(cell) for cell in _cells(text)]
    return len(kinds) > 1 and any(kind in (Kind.FIGURE, Kind.MARK) for kind in kinds)


def _holds_one_value(text: str) -> bool:
    cells = _cells(text)
    return len(cells) == 1 and kind_of(cells[0]) in (Kind.FIGURE, Kind.MARK)


def _trailing(words: list[str]) -> int:
    """Return how many values end a line of words."""
    count = 0
    for word in reversed(words):
        if kind_of(word) not in (Kind.FIGURE, Kind.MARK):
            break
        count += 1
    return count


def _words(text: str) -> list[str]:
    """Return the cells of a line that blanks part; prose stays as it is.

    Where blanks stand between most characters, they part nothing: labels are found by their words then.
    """
    words = _with_units(text.split())
    values = _trailing(words)
    names = words[: len(words) - values]
    if len(names) >= BROKEN and sum(len(name) == 1 for name in names) >= MOSTLY * len(names):
        return [*known_labels("".join(names)), *words[len(words) - values :]]
    return words if values or len(" ".join(words)) <= SHORT else [text.strip()]


def _with_units(words: list[str]) -> list[str]:
    """Return the words with the unit of an amount joined to it."""
    found: list[str] = []
    for word in words:
        if word in UNITS and found and kind_of(found[-1]) is Kind.FIGURE:
            found[-1] += word
        else:
            found.append(word)
    return found


class _Stream:
    """Turns one line after another into cells."""

    def __init__(self, found: list[Token], row: int, shape: Shape) -> None:
        self.found, self.row, self.shape = found, row, shape
        self.after_bar, self.open_row, self.start = False, False, 0

    def add(self, line: Line) -> None:
        """Add the cells of a line."""
        if PAGE.fullmatch(line.text.strip()):
            self._empties(line)
        elif _BAR.search(line.text):
            self._bars(line)
        elif "\t" in line.text.strip(" "):
            self._row(line, line.text.split("\t"))
        elif self.shape.spaced and (count := _trailing(words := _words(line.text))) and count >= min(2, len(words) - 1):
            self._row(line, words)
        else:
            self._cell(line)

    def _bars(self, line: Line) -> None:
        if not self.shape.bar_rows:
            self._bar_cells(line)
            return
        text = line.text.strip()
        cells = _BAR.split(text)
        cells = cells[1 if text.startswith("|") else 0 : -1 if text.endswith("|") else None]
        self._row(line, cells, goes_on=self.shape.closed and not text.endswith("|"))

    def _bar_cells(self, line: Line) -> None:
        """Add the cells of a line in which a bar is a border: two bars with nothing between them are an empty cell."""
        for number, piece in enumerate(_BAR.split(line.text)):
            if number:
                if self.after_bar:
                    self._token("", line)
                self.after_bar = True
            if piece.strip():
                self._token(piece.strip(), line)

    def _row(self, line: Line, cells: list[str], *, goes_on: bool = False) -> None:
        """Add a line that is a row, or the rest of one that was broken within a cell."""
        self.after_bar = False
        if self.open_row and self.found:
            last = self.found.pop()
            cells = [last.text + cells[0], *cells[1:]]
        else:
            self.row += 1
            self.start = len(self.found)
        offset = len(self.found) - self.start
        row = [
            Token(text.strip(), kind_of(text), line.place, line.block, self.row, offset + number)
            for number, text in enumerate(cells)
        ]
        width = offset + len(row)
        both = [*self.found[self.start :], *row]
        self.found[self.start :] = [
            Token(each.text, each.kind, each.place, each.block, each.row, each.column, 1, width) for each in both
        ]
        self.found[self.start :] = split_heads(self.found[self.start :])
        self.open_row = goes_on

    def _cell(self, line: Line) -> None:
        """Add a line that is one cell, and the empty cells that the lines before it show."""
        self.open_row = False
        if run_together(line.text):
            self.found += glued_tokens(line.text, line.place, line.block)
            return
        self._empties(line)
        if line.block in self.shape.pages:
            return
        for part in _words(line.text) if self.shape.spaced else [line.text.strip()]:
            self._token(part, line)

    def _empties(self, line: Line) -> None:
        if self.shape.gap and self.found and not self.found[-1].row:
            for _ in range(min(line.gap - self.shape.gap, 40)):
                self._token("", line)

    def _token(self, text: str, line: Line) -> None:
        last = self.found[-1] if self.found else None
        if text[:1] in (".", "．", "、") and last and last.kind is Kind.FIGURE and len(last.text) == 1 and not last.row:
            text = self.found.pop().text + text  # a page broke the label after its number
        self.found.append(Token(text, kind_of(text), line.place, line.block))
        self.after_bar = False
