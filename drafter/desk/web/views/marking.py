"""Cut a text into stretches that a page can show: chips where code wrote, marks where a person must look."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from drafter.desk.differences import ADDED, REMOVED, SAME
from drafter.desk.differences import Stretch as Run
from drafter.richtext import PieceKind, Text

_TAIL, _HEAD = re.compile(r"[0-9.]+\Z"), re.compile(r"\A[0-9.]+")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a sentence with one origin and one mark."""

    text: str
    kind: str = PieceKind.PLAIN.value
    ref: str = ""
    mark: str = ""
    """`unproved` or `fault`, or empty."""


def stretches(text: Text, marks: Iterable[tuple[str, str]] = ()) -> tuple[Stretch, ...]:
    """Return the pieces of a text, plain ones cut at the words that are marked: pairs of words and mark.

    A figure is never cut: where a marked word reaches into it, the whole figure is marked.
    """
    marked = _marked(str(text), marks)
    found: list[Stretch] = []
    start = 0
    for piece in text.pieces:
        end = start + len(piece.text)
        if piece.kind is PieceKind.PLAIN:
            found += [Stretch(part, mark=mark) for part, mark in _runs(piece.text, marked[start:end])]
        elif piece.text:
            mark = next((mark for mark in marked[start:end] if mark), "")
            found.append(Stretch(piece.text, piece.kind.value, piece.ref, mark))
        start = end
    return tuple(found)


def _marked(text: str, marks: Iterable[tuple[str, str]]) -> list[str]:
    """Return the mark of every character; of two marks on one character the first stays."""
    marked = [""] * len(text)
    for words, mark in marks:
        start = text.find(words) if words else -1
        while start >= 0:
            for place in range(start, start + len(words)):
                marked[place] = marked[place] or mark
            start = text.find(words, start + len(words))
    return marked


def _runs(text: str, marked: list[str]) -> Iterator[tuple[str, str]]:
    start = 0
    for place in range(1, len(text) + 1):
        if place == len(text) or marked[place] != marked[start]:
            yield text[start:place], marked[start]
            start = place


def whole_figures(runs: Sequence[Run]) -> tuple[Run, ...]:
    """Return differences in which a figure that changed is struck out and written whole: 14 became 15, not 4 5."""
    found: list[Run] = []
    left, removed, added = "", "", ""
    for place, run in enumerate(runs):
        if run.kind != SAME:
            removed += run.text if run.kind == REMOVED else ""
            added += run.text if run.kind == ADDED else ""
            continue
        text = run.text
        if (removed or added) and (shared := _HEAD.search(text)) and _touches(removed, added, left):
            removed, added, text = removed + shared[0], added + shared[0], text[shared.end() :]
        found += _change(left + removed, left + added)
        left, removed, added = "", "", ""
        follows = place + 1 < len(runs)
        if follows and (shared := _TAIL.search(text)) and _continues(runs[place + 1 : place + 3]):
            left, text = shared[0], text[: shared.start()]
        found += [Run(SAME, text)] if text else []
    found += _change(left + removed, left + added)
    return tuple(found)


def _touches(removed: str, added: str, left: str) -> bool:
    """Return whether a change ends in the middle of a figure."""
    return any(bool(_TAIL.search(side or left)) for side in (removed, added))


def _continues(runs: Iterable[Run]) -> bool:
    """Return whether a change begins in the middle of a figure."""
    return any(run.kind != SAME and bool(_HEAD.search(run.text)) for run in runs)


def _change(removed: str, added: str) -> list[Run]:
    if removed == added:
        return [Run(SAME, removed)] if removed else []
    return [Run(kind, text) for kind, text in ((REMOVED, removed), (ADDED, added)) if text]
