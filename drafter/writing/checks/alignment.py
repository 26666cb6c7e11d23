"""What a sentence adds to its notes, and what it only puts in other words.

A paraphrase replaces words of the note, an invention adds to them. So what a clause has open is held against what the
note has left over: the content characters of the clauses it tells that stand nowhere in the sentence, in any form.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from drafter.writing.checks.claim_words import shared
from drafter.writing.checks.register import cut, load_register, parts, plain, stems
from drafter.writing.checks.verdict import Claim
from drafter.writing.checks.vocabulary import load_approved, unproved_marks
from drafter.writing.checks.weights import is_light, words_between

_CLAUSE = re.compile("[^，。；：！？,;\n]+")
_APPENDED = re.compile("[并且还同会]|此外|另外|期间|随后|进而")
_FRAME = re.compile(
    "经(?:过|由)?[一-鿿]{2,4}(?:后)?|"
    "(?:从|在)?[^，。；]{2,10}(?:方面看?|工作中|过程中|环节)"
    "|(?:[我本](?:镇|乡|街道|单位|机关))?(?:为|为了|在)?(?:进一步|认真|切实|持续|不断)?(?:做好|抓好|规范|加强|推进|改进|重视)[^，。；]{2,14}(?:工作|管理)"
)
_CONTENT = re.compile(r"[^\W_\d]")
_ADDED = 4
_AFTER_AND = 2


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of a sentence: how many characters nothing accounts for, and how many of its notes are left over."""

    start: int
    end: int
    opened: int
    light: int
    """How many of those are of light words."""
    left: int
    appended: bool
    """Whether it begins as an addition does: 并, 同时, 还."""

    @property
    def weight(self) -> int:
        """Return its surplus without its light words: what makes it an addition."""
        return self.surplus - self.light

    @property
    def surplus(self) -> int:
        """Return how many characters more it says than it can have replaced."""
        return self.opened - self.left


def clause_of(claim: Claim, place: int) -> Clause:
    """Return the clause of a claim around a place."""
    clauses = align(claim.text, claim.note, claim.own_names)
    return next((clause for clause in clauses if place < clause.end), clauses[-1])


def is_added(claim: Claim, place: int, least: int = _ADDED) -> bool:
    """Return whether the clause around a place says so much more than the notes that words there are an addition.

    In a report, where no person need look, a clause that shares no word with its notes may have nothing open at all.
    """
    clause = clause_of(claim, place)
    if claim.reported and clause.opened and not shared(claim.text[clause.start : clause.end], plain(claim.note)):
        return True
    return clause.weight >= (min(least, _AFTER_AND) if clause.appended else least)


def may_replace(claim: Claim, place: int, least: int = _ADDED) -> bool:
    """Return whether a word may stand for words of the notes: its clause adds little, and of theirs something is left.

    Where nothing is left and anything is open, it is an addition.
    """
    clause = clause_of(claim, place)
    return not is_added(claim, place, least) and (clause.left > 0 or clause.opened == 0)


def is_frame(clause: str) -> bool:
    """Return whether a clause only says of which work the sentence speaks: 在平台建设方面, 为做好…工作."""
    return _FRAME.fullmatch(clause) is not None


@lru_cache(maxsize=1024)
def align(text: str, note: str, names: tuple[str, ...]) -> tuple[Clause, ...]:
    """Return the clauses of a sentence, each with what it has open and what its clauses of the note have left over.

    A clause of the note belongs to the clause of the sentence that shares most with it; what shares nothing with any
    may have become any of them.
    """
    marks, text, note = unproved_marks(text, note, names), plain(text), plain(note)
    spans = [match.span() for match in _CLAUSE.finditer(text)] or [(0, len(text))]
    left, free = [0] * len(spans), 0
    for match in _CLAUSE.finditer(note):
        shares = [_shared(match[0], text[start:end]) for start, end in spans]
        rest = _left_over(match[0], text)
        if max(shares) == 0:
            free += rest
        else:
            left[shares.index(max(shares))] += rest
    return tuple(
        Clause(
            start,
            end,
            sum(marks[start:end]),
            _light(text, start, end, marks),
            rest + free,
            bool(place and _APPENDED.match(text, start)),
        )
        for place, ((start, end), rest) in enumerate(zip(spans, left, strict=True))
    )


def _light(text: str, start: int, end: int, marks: bytes) -> int:
    """Return how many open characters of a stretch are of light words."""
    opened = ((word, marks[at : at + len(word)]) for at, word in words_between(text, start, end))
    return sum(sum(found) for word, found in opened if any(found) and is_light(word, found))


def _shared(told: str, said: str) -> int:
    """Return how many pairs of characters of a clause of the note stand in a clause of the sentence."""
    return sum(told[place : place + 2] in said for place in range(len(told) - 1))


def _left_over(told: str, text: str) -> int:
    """Return how many content characters of a clause of the note stand nowhere in the sentence, in any form."""
    return sum(_open_signs(word, text) for _, word in cut(told))


def _open_signs(word: str, text: str) -> int:
    register, approved = load_register(), load_approved()
    if len(word) > 1 and (word in approved.words or word in text):
        return 0
    if any(form in text for part in parts(word) for stem in stems(part) for form in register.forms.get(stem, ())):
        return 0
    return sum(1 for sign in word if sign not in text and sign not in register.particles and _CONTENT.match(sign))
