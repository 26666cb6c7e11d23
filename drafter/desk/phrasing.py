"""The stock phrases that stand in a text: which stretch is `p:app_new`, in which of its forms."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from drafter.dossier.facts import Ledger
from drafter.richtext import Piece, PieceKind, Text
from drafter.writing.bank import load_bank
from drafter.writing.choice import Choice
from drafter.writing.phrases import Speaker

T = TypeVar("T")
MOST_VARIANTS = 4
SHORTEST = 4
"""A phrase without a figure of its own is known by this many characters or more."""


@dataclass(frozen=True, slots=True)
class Nth(Choice):
    """Chooses the same variant everywhere, so that every wording of a phrase can be had."""

    number: int = 0

    def pick(self, key: str, variants: Sequence[T]) -> T:  # noqa: ARG002
        """Return the variant of this number, counted round."""
        return variants[self.number % len(variants)]


@dataclass(frozen=True, slots=True)
class Said:
    """A phrase as it is said of a ledger: in which of its variants, with its pieces."""

    slot: str
    """Such as `p:app_new`, `g:app_results` or `d:app_new`."""
    variant: int
    text: Text

    @property
    def form(self) -> str:
        """Return what must stay the same for the words around a phrase to stay true: its words without its figures."""
        words = (item.text if item.kind is PieceKind.PLAIN or not _counts(item) else "\0" for item in self.text.pieces)
        return "".join(words)


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a text: one piece, or the pieces of a phrase."""

    pieces: tuple[Piece, ...]
    said: Said | None = None


def phrases_of(ledger: Ledger) -> tuple[Said, ...]:
    """Return every phrase in every wording that is true of a ledger, longest first."""
    found: dict[tuple[str, str], Said] = {}
    for number in range(MOST_VARIANTS):
        for slot, text in _slots(Speaker(ledger, Nth("", number=number))):
            if len(str(text)) >= SHORTEST or any(_counts(item) for item in text.pieces):
                found.setdefault((slot, str(text)), Said(slot, number, text))
    return tuple(sorted(found.values(), key=lambda said: -len(str(said.text))))


def say(ledger: Ledger, slot: str, variant: int) -> Text:
    """Return a phrase in one of its wordings; empty where there is nothing to say."""
    speaker, (kind, _, ref) = Speaker(ledger, Nth("", number=variant)), slot.partition(":")
    return {"p": speaker.phrase, "g": speaker.breakdown, "d": speaker.comparison}[kind](ref)


def runs(text: Text, phrases: Sequence[Said]) -> tuple[Run, ...]:
    """Return a text in stretches: every phrase that is true of the ledger as one, every other piece by itself."""
    found: list[Run] = []
    places = list(_places(text))
    start, visible = 0, str(text)
    opening: dict[str, list[Said]] = {}
    for item in phrases:
        opening.setdefault(str(item.text)[:1], []).append(item)
    while start < len(visible):
        fitting = opening.get(visible[start], ())
        said = next((item for item in fitting if _stands(item.text, visible, places, start)), None)
        if said:
            found.append(Run(said.text.pieces, said))
            start += len(str(said.text))
            continue
        piece, offset = places[start]
        if piece.kind is PieceKind.PLAIN:
            found = _grown(found, visible[start])
            start += 1
        else:
            found.append(Run((piece,)))
            start += len(piece.text) - offset
    return tuple(found)


def _grown(found: list[Run], character: str) -> list[Run]:
    last = found[-1] if found else None
    if last and last.said is None and last.pieces[0].kind is PieceKind.PLAIN:
        return [*found[:-1], Run((Piece(last.pieces[0].text + character),))]
    return [*found, Run((Piece(character),))]


def _slots(speaker: Speaker) -> Iterator[tuple[str, Text]]:
    bank = load_bank()
    for key, phrase in bank.phrases.items():
        if phrase.fact in speaker.ledger.facts:
            yield f"p:{key}", speaker.phrase(key)
            yield f"d:{key}", speaker.comparison(key)
    for key in bank.groups:
        yield f"g:{key}", speaker.breakdown(key)


def _places(text: Text) -> Iterator[tuple[Piece, int]]:
    for piece in text.pieces:
        yield from ((piece, offset) for offset in range(len(piece.text)))


def _stands(phrase: Text, visible: str, places: list[tuple[Piece, int]], start: int) -> bool:
    """Return whether a phrase stands at a place, every figure of it a piece of the same fact."""
    if not phrase.pieces or not visible.startswith(str(phrase), start):
        return False
    at = start
    for item in phrase.pieces:
        piece, offset = places[at]
        if item.kind is PieceKind.PLAIN:
            if any(places[at + step][0].kind is not PieceKind.PLAIN for step in range(len(item.text))):
                return False
        elif piece.ref != item.ref or piece.text != item.text or offset != 0:
            return False
        at += len(item.text)
    return True


def _counts(item: Piece) -> bool:
    return item.kind is PieceKind.FACT and any(character.isdecimal() for character in item.text)
