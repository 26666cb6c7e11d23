"""A sentence as the quantity checks read it: slots masked, disguises undone, fixed words marked, offsets kept."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache

from drafter.lexicon import always_spans, load_lexicon
from drafter.writing.checks.verdict import Claim, Violation
from drafter.writing.checks.wordlist import load_traditional
from drafter.writing.slots import SLOT

FIGURE, NAME, FIXED = "\ue000", "\ue001", "\ue002"
"""Stand for a slot that holds a figure or a phrase, for a slot that holds a name, and for a fixed word's character.

Characters of the private area are dropped from what is read, so none of these can come from the sentence.
"""
NAMES = frozenset({"o", "law"})
DROPPED = frozenset({"Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp", "Zs", "Mn", "Me"})
STOPS = "，。；！？,;:："


@dataclass(frozen=True)
class Reading:
    """A text made plain, and where each of its characters stood: `raw[offsets[i]]` gave `plain[i]`."""

    raw: str
    plain: str
    """Without spaces and hidden characters; disguised and traditional characters as the usual ones; masked are slots
    and the organ's own names, which may hold a numeral (三里镇)."""
    offsets: tuple[int, ...]
    """One longer than `plain`: the last is the end of the raw text."""
    terms: frozenset[str]
    """Fixed terms that stand in the cited notes."""

    @cached_property
    def counted(self) -> str:
        """Return `plain` with every fixed word masked: what numerals are looked for in."""
        masked = list(self.plain)
        spans = list(always_spans(self.plain))
        spans += [found.span() for found in load_lexicon().echo.finditer(self.plain) if found.group() in self.terms]
        for start, end in spans:
            masked[start:end] = FIXED * (end - start)
        return "".join(masked)

    def violation(self, code: str, span: tuple[int, int], message: str) -> Violation:
        """Return a violation for `plain[start:end]`; `{}` in the message is the words as the sentence has them."""
        start, end = self.offsets[span[0]], self.offsets[span[1] - 1] + 1
        if self.plain[span[1] - 1] in (FIGURE, NAME):
            end = self.offsets[span[1]]
        words = self.raw[start:end]
        return Violation(code, start, end, words, message.replace("{}", words, 1))


def clause_at(text: str, position: int) -> str:
    """Return the clause around a position of a plain text."""
    start = max(text.rfind(mark, 0, position) for mark in STOPS) + 1
    ends = [found for mark in STOPS if (found := text.find(mark, position)) >= 0]
    return text[start : min(ends, default=len(text))]


def read(claim: Claim) -> Reading:
    """Return how the text of a claim is read."""
    return _read(claim.text, terms_of(claim.notes), claim.own_names)


@lru_cache(maxsize=256)
def terms_of(notes: tuple[str, ...]) -> frozenset[str]:
    """Return the fixed terms that stand in notes."""
    return frozenset(found.group() for note in plain_notes(notes) for found in load_lexicon().echo.finditer(note))


@lru_cache(maxsize=256)
def plain_notes(notes: tuple[str, ...]) -> tuple[str, ...]:
    """Return notes made plain as a sentence is."""
    return tuple(_read(note, frozenset(), ()).plain for note in notes)


@lru_cache(maxsize=64)
def _read(text: str, terms: frozenset[str], names: tuple[str, ...]) -> Reading:
    pieces: list[tuple[str, int]] = []
    end = 0
    for match in SLOT.finditer(text):
        pieces += _plain(text, end, match.start())
        pieces.append((NAME if match[1] in NAMES else FIGURE, match.start()))
        end = match.end()
    pieces += _plain(text, end, len(text))
    plain = "".join(item for item, _ in pieces)
    for name in sorted(names, key=len, reverse=True):
        plain = plain.replace(name, FIXED * len(name)) if len(name) > 1 else plain
    return Reading(text, plain, (*(at for _, at in pieces), len(text)), terms)


def _plain(text: str, start: int, end: int) -> Iterable[tuple[str, int]]:
    for at in range(start, end):
        yield from ((character, at) for character in _plain_character(text[at]))


@lru_cache(maxsize=8192)
def _plain_character(character: str) -> str:
    """Return what is read for a character: nothing for a hidden one, itself for punctuation."""
    category = unicodedata.category(character)
    if category in DROPPED:
        return ""
    if character == "％":
        return "%"
    if category[0] == "P":
        return character
    plain = unicodedata.normalize("NFKC", character)
    is_numeral = load_lexicon().is_numeral
    if is_numeral(character) and not any(is_numeral(part) for part in plain):
        plain = character
    plain = re.sub(r"\s", "", plain)
    return "".join(load_traditional().get(part, part) for part in plain)
