"""A sentence of the desk as the checks read it: a slot for every chip and phrase, and back again in its own words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from drafter.desk.phrasing import Run, Said, runs
from drafter.richtext import Piece, PieceKind, Text
from drafter.writing.slots import SLOT

NAMES = {PieceKind.LAW: "law", PieceKind.ORGAN: "o", PieceKind.ORDINAL: "o", PieceKind.GAP: "o", PieceKind.DATE: "t"}
LONGEST_REF = 64
_HINT = re.compile(r"（\{\{[a-z]+:…\}\}）|，形如 \{\{[^}]*\}\}")


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a sentence: how the checks read it, what it says, and its slot where it is one."""

    read: str
    shown: str
    slot: str = ""
    pieces: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class Slotted:
    """A sentence with slots."""

    parts: tuple[Part, ...]

    @property
    def text(self) -> str:
        """Return the sentence as the checks read it."""
        return "".join(part.read for part in self.parts)

    @property
    def slots(self) -> frozenset[str]:
        """Return the slots that stand in the sentence."""
        return frozenset(part.slot for part in self.parts if part.slot)

    def words(self, start: int, end: int) -> str:
        """Return what a reader sees of `text[start:end]`; a slot that is touched is shown whole."""
        shown, at = [], 0
        for part in self.parts:
            left, right = max(start - at, 0), min(end - at, len(part.read))
            if left < right:
                shown.append(part.shown if part.slot else part.read[left:right])
            at += len(part.read)
        return "".join(shown)

    def told(self, message: str) -> str:
        """Return a message of the checks in the words of the desk, where a slot is a chip with its text."""
        shown = {part.slot: part.shown for part in self.parts if part.slot}
        named = SLOT.sub(lambda found: shown.get(f"{found[1]}:{found[2]}", found[0]), _HINT.sub("", message))
        return named.replace("占位符", "标签")


def slotted(text: Text, phrases: Sequence[Said]) -> Slotted:
    """Return a sentence as the checks read it; the number of an item it opens with is code's and left out."""
    stretches = runs(without_lead(text), phrases)
    return Slotted(tuple(_part(number, run) for number, run in enumerate(stretches)))


def without_lead(text: Text) -> Text:
    """Return a text without the number of the item it opens with: that is code's, and says nothing."""
    is_lead = text.pieces and text.pieces[0].kind is PieceKind.ORDINAL
    return Text(text.pieces[1:]) if is_lead else text


def _part(number: int, run: Run) -> Part:
    piece = run.pieces[0]
    if run.said:
        return Part(f"{{{{{run.said.slot}}}}}", str(run.said.text), run.said.slot, run.pieces)
    if piece.kind in (PieceKind.PLAIN, PieceKind.TERM):
        return Part(piece.text, piece.text, "", run.pieces)
    name = NAMES.get(piece.kind, "n")
    ref = piece.ref if piece.kind is PieceKind.FACT and len(piece.ref) <= LONGEST_REF else f"at{number}"
    return Part(f"{{{{{name}:{ref}}}}}", piece.text, f"{name}:{ref}", run.pieces)
