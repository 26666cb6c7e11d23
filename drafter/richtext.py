"""Text that remembers where every figure in it comes from.

A `Text` is a run of pieces. Plain pieces hold words; the others hold what code rendered: a fact of the ledger, a
figure that stands in a clerk's note, the name of a law, a date of the report, an ordinal, a gap to be filled.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum


class PieceKind(StrEnum):
    """What a piece of text is."""

    PLAIN = "plain"
    FACT = "fact"
    """A figure of the ledger; `ref` is the fact id (a cell path, a derived id, or a note figure `N01.1`)."""
    TERM = "term"
    """A fixed term with a numeral in it that stands so in the cited note (三审三校); `ref` is the note id."""
    LAW = "law"
    """The name, number or article of a law or notice; `ref` is its id in the law ledger."""
    DATE = "date"
    """A date or year that code derived from the report year; `ref` is `report.year`, `period.from` …"""
    ORDINAL = "ordinal"
    """A number that code gave to an item: 一是, （二）."""
    ORGAN = "organ"
    """A name, address, number or link of the organ block; `ref` is the field, such as `organ.phone`."""
    GAP = "gap"
    """【待补：…】: something the dossier does not say; `ref` says what."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text with one origin."""

    text: str
    kind: PieceKind = PieceKind.PLAIN
    ref: str = ""


@dataclass(frozen=True, slots=True)
class Span:
    """Where a piece stands in the plain text: `text[start:end]`."""

    start: int
    end: int
    kind: PieceKind
    ref: str


@dataclass(frozen=True, slots=True)
class Text:
    """A line of pieces."""

    pieces: tuple[Piece, ...] = ()

    def __str__(self) -> str:
        """Return the text a reader sees."""
        return "".join(piece.text for piece in self.pieces)

    def __add__(self, other: "Text | str") -> "Text":
        """Return both, one after the other."""
        return joined((self, other))

    def spans(self) -> Iterator[Span]:
        """Yield a span for every piece that is not plain."""
        start = 0
        for piece in self.pieces:
            end = start + len(piece.text)
            if piece.kind is not PieceKind.PLAIN:
                yield Span(start, end, piece.kind, piece.ref)
            start = end

    def refs(self, kind: PieceKind) -> list[str]:
        """Return the refs of the pieces of one kind, in their order."""
        return [piece.ref for piece in self.pieces if piece.kind is kind]


def plain(text: str) -> Text:
    """Return a text of one plain piece."""
    return Text((Piece(text),)) if text else Text()


def piece(text: str, kind: PieceKind, ref: str = "") -> Text:
    """Return a text of one piece."""
    return Text((Piece(text, kind, ref),))


def joined(parts: "Iterable[Text | str]") -> Text:
    """Return the parts one after the other, neighbouring plain pieces made one."""
    pieces: list[Piece] = []
    for part in parts:
        for item in (Piece(part),) if isinstance(part, str) else part.pieces:
            if not item.text:
                continue
            if pieces and item.kind is PieceKind.PLAIN and pieces[-1].kind is PieceKind.PLAIN:
                pieces[-1] = Piece(pieces[-1].text + item.text)
            else:
                pieces.append(item)
    return Text(tuple(pieces))
