"""Tables from their ruling lines: lines that touch make a table, squares without a line between them are one cell."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from drafter.reading.formats.pages.lines import plain_text
from drafter.reading.formats.pages.marks import Glyph, PageMarks, Rule
from drafter.reading.source import SourceCell

NEAR = 2.5
"""Lines nearer than this, in points, are one; ends nearer than this touch."""
MAX_RULES = 1_500


@dataclass(frozen=True, slots=True)
class PageTable:
    """A table on a page: its edges, its cells, and the characters that are its own."""

    left: float
    right: float
    bottom: float
    top: float
    cells: tuple[SourceCell, ...]
    glyphs: frozenset[int]
    """Which characters of the page lie in it, by their place in the page's order."""


def page_tables(marks: PageMarks) -> list[PageTable]:
    """Return the tables of a page, from the top."""
    across, down = _merged(marks.across[:MAX_RULES]), _merged(marks.down[:MAX_RULES])
    found = [_table(rules_across, rules_down, marks) for rules_across, rules_down in _groups(across, down)]
    return sorted((table for table in found if table is not None), key=lambda table: -table.top)


def _merged(rules: Iterable[Rule]) -> list[Rule]:
    """Return lines with the pieces of one line put together."""
    merged: list[Rule] = []
    for rule in sorted(rules, key=lambda rule: (round(rule.at / NEAR), rule.low)):
        last = merged[-1] if merged else None
        if last and abs(last.at - rule.at) < NEAR and rule.low <= last.high + NEAR:
            merged[-1] = Rule(last.at, min(last.low, rule.low), max(last.high, rule.high))
        else:
            merged.append(rule)
    return merged


def _groups(across: list[Rule], down: list[Rule]) -> Iterator[tuple[list[Rule], list[Rule]]]:
    """Yield sets of lines that cross or touch each other, directly or by others."""
    parents = list(range(len(across) + len(down)))

    def root(item: int) -> int:
        while parents[item] != item:
            parents[item] = parents[parents[item]]
            item = parents[item]
        return item

    for i, flat in enumerate(across):
        for j, upright in enumerate(down):
            touches_x = flat.low - NEAR <= upright.at <= flat.high + NEAR
            if touches_x and upright.low - NEAR <= flat.at <= upright.high + NEAR:
                parents[root(i)] = root(len(across) + j)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for item in range(len(parents)):
        lists = groups.setdefault(root(item), ([], []))
        if item < len(across):
            lists[0].append(across[item])
        else:
            lists[1].append(down[item - len(across)])
    yield from groups.values()


def _table(across: list[Rule], down: list[Rule], marks: PageMarks) -> PageTable | None:
    if len(across) < 2 or not down:
        return None
    ys = _places([rule.at for rule in across])
    xs = _places([rule.at for rule in down] + [min(r.low for r in across), max(r.high for r in across)])
    if len(ys) < 2 or len(xs) < 3:
        # One box is a frame around text, not a table.
        return None
    regions = _regions(xs, ys, across, down)
    inside = [
        (number, place) for number, glyph in enumerate(marks.glyphs) if (place := _square(xs, ys, glyph)) is not None
    ]
    texts: dict[int, list[Glyph]] = {}
    for number, (row, column) in inside:
        texts.setdefault(regions[row][column], []).append(marks.glyphs[number])
    cells = tuple(_cells(regions, texts))
    return PageTable(xs[0], xs[-1], ys[0], ys[-1], cells, frozenset(number for number, _ in inside))


def _places(values: list[float]) -> list[float]:
    """Return where lines stand, those near each other as one."""
    places: list[list[float]] = []
    for value in sorted(values):
        if places and value - places[-1][-1] < NEAR:
            places[-1].append(value)
        else:
            places.append([value])
    return [sum(near) / len(near) for near in places]


def _regions(xs: list[float], ys: list[float], across: list[Rule], down: list[Rule]) -> list[list[int]]:
    """Return for each square of the grid, rows from the top, the number of the cell it belongs to."""
    height, width = len(ys) - 1, len(xs) - 1
    parents = list(range(height * width))

    def root(item: int) -> int:
        while parents[item] != item:
            parents[item] = parents[parents[item]]
            item = parents[item]
        return item

    upright = _by_place(xs, down)
    flat = _by_place(ys, across)
    for row in range(height):
        y = (ys[height - row] + ys[height - row - 1]) / 2
        for column in range(width):
            x, square = (xs[column] + xs[column + 1]) / 2, row * width + column
            if column + 1 < width and not _covers(upright.get(column + 1, ()), y):
                parents[root(square + 1)] = root(square)
            if row + 1 < height and not _covers(flat.get(height - row - 1, ()), x):
                parents[root(square + width)] = root(square)
    return [[root(row * width + column) for column in range(width)] for row in range(height)]


def _by_place(places: list[float], rules: list[Rule]) -> dict[int, list[Rule]]:
    found: dict[int, list[Rule]] = {}
    for rule in rules:
        nearest = min(range(len(places)), key=lambda at: abs(places[at] - rule.at))
        found.setdefault(nearest, []).append(rule)
    return found


def _covers(rules: Iterable[Rule], at: float) -> bool:
    return any(rule.low <= at <= rule.high for rule in rules)


def _square(xs: list[float], ys: list[float], glyph: Glyph) -> tuple[int, int] | None:
    x, y = glyph.middle
    column, above = bisect_right(xs, x) - 1, bisect_right(ys, y) - 1
    if 0 <= column < len(xs) - 1 and 0 <= above < len(ys) - 1:
        return len(ys) - 2 - above, column
    return None


def _cells(regions: list[list[int]], texts: dict[int, list[Glyph]]) -> Iterator[SourceCell]:
    """Yield the cells, each at its first square and as large as the rectangle around its squares."""
    squares: dict[int, list[tuple[int, int]]] = {}
    for row, line in enumerate(regions):
        for column, region in enumerate(line):
            squares.setdefault(region, []).append((row, column))
    for region, places in squares.items():
        top, left = min(row for row, _ in places), min(column for _, column in places)
        bottom, right = max(row for row, _ in places), max(column for _, column in places)
        text = plain_text(texts.get(region, ()))
        yield SourceCell(text, top, left, bottom - top + 1, right - left + 1)
