"""Words too light to be held against a sentence where they can only have taken the place of words of its notes.

A paraphrase needs words that no list of pairs foresees: 形成 for 弄出来, 跟进 for 跟上. They say nothing that could be
false, so where their clause adds nothing (it has no more open than its notes have left over) they are proved. The same
holds of a word of which the notes give the other part, and of the frame that only names the work at hand.
"""

from collections.abc import Iterator
from functools import cache

from drafter.resources import read_text
from drafter.writing.checks.alignment import Clause, align, is_frame
from drafter.writing.checks.claim_words import asserted
from drafter.writing.checks.kinship import bound
from drafter.writing.checks.register import cut, load_register, plain
from drafter.writing.checks.verdict import Claim, Unproved
from drafter.writing.checks.vocabulary import stretches, unproved_marks
from drafter.yamltree import parse_own

_TWO = 2
_ONE, _SHORT = 2, 3
"""Characters of one word."""


@cache
def light_words() -> frozenset[str]:
    """Return the words of `schemas/lexicon/light.yaml`."""
    rows = parse_own(read_text("schemas/lexicon/light.yaml")).value["words"]
    return frozenset(word for row in rows for word in row.split())


@cache
def light_signs() -> frozenset[str]:
    """Return the characters of which a word may hold none if its other part is to prove it."""
    return frozenset(parse_own(read_text("schemas/lexicon/light.yaml")).value["heavy"].replace(" ", ""))


def unproved(claim: Claim) -> Iterator[Unproved]:
    """Yield the words of a sentence that nothing accounts for, in stretches one can read."""
    marks = bytearray(unproved_marks(claim.text, claim.note, claim.own_names))
    if any(marks) and claim.note:
        for clause in align(claim.text, claim.note, claim.own_names):
            _lighten(marks, plain(claim.text), clause)
    for start, end in stretches(bytes(marks), claim.text):
        yield Unproved(start, end, claim.text[start:end])


def _lighten(marks: bytearray, text: str, clause: Clause) -> None:
    """Clear the light words of a clause that adds nothing, or that adds nothing but one of them."""
    if not clause.opened:
        return
    words = list(_words(text, clause))
    opened = [(start, word) for start, word in words if any(marks[start : start + len(word)])]
    light = [(start, word) for start, word in opened if _is_light(word, marks[start : start + len(word)])]
    is_only_light = light == opened and clause.surplus <= _ONE and not clause.appended
    if clause.surplus <= 0 or is_only_light or is_frame(text[clause.start : clause.end]):
        for start, word in light:
            marks[start : start + len(word)] = bytes(len(word))


def _words(text: str, clause: Clause) -> Iterator[tuple[int, str]]:
    """Yield the words of a clause; 不够 with what is wanting is one."""
    words = [(start, word) for start, word in cut(text) if clause.start <= start < clause.end]
    while words:
        start, word = words.pop(0)
        if word == "不够" and words and words[0][1] in _wanting():
            word += words.pop(0)[1]
        yield start, word


def _is_light(word: str, marks: bytes) -> bool:
    return word in light_words() or _is_half(word, marks) or (word[:_TWO] == "不够" and word[_TWO:] in _wanting())


@cache
def _wanting() -> frozenset[str]:
    """Return what may be said to be wanting of what a note complains of."""
    return frozenset(parse_own(read_text("schemas/lexicon/light.yaml")).value["wanting"].split())


def _is_half(word: str, marks: bytes) -> bool:
    """Return whether only a part of a plain word is open, and no character of it makes it another thing."""
    if all(marks) or not 1 < len(word) <= _SHORT or word in asserted() or word in bound():
        return False
    open_signs = {sign for sign, is_open in zip(word, marks, strict=True) if is_open}
    return open_signs.isdisjoint(load_register().turning | light_signs())
