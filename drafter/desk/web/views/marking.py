"""Cut a text into stretches that a page can show: chips where code wrote, marks where a person must look."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from drafter.richtext import PieceKind, Text


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
