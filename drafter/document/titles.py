"""Break a long title where its sense breaks."""

from drafter.document.blocks import Document
from drafter.richtext import Piece, Text

LINE_EMS = 20.0
"""How many 2号 characters stand on a line of the text area: 156 mm at 22 pt."""


def title_lines(document: Document, title: Text) -> tuple[Text, ...]:
    """Return the title in one line, or, where it is too long for one, the organ above and what follows below.

    Source: GB/T 9704-2012 §7.3.1, a title is broken between words, its lines balanced.
    """
    if not document.organ or not str(title).startswith(document.organ) or ems(str(title)) <= LINE_EMS:
        return (title,)
    lines = _split(title, len(document.organ))
    return lines if all(line.pieces for line in lines) else (title,)


def ems(text: str) -> float:
    """Return the width of a text in characters, ASCII counted as half."""
    return sum(0.5 if character.isascii() else 1.0 for character in text)


def _split(text: Text, place: int) -> tuple[Text, Text]:
    first: list[Piece] = []
    second: list[Piece] = []
    for piece in text.pieces:
        head, tail = piece.text[: max(place, 0)], piece.text[max(place, 0) :]
        first += [Piece(head, piece.kind, piece.ref)] if head else []
        second += [Piece(tail, piece.kind, piece.ref)] if tail else []
        place -= len(piece.text)
    return Text(tuple(first)), Text(tuple(second))
