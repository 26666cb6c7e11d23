"""Words that share a telling character with the notes: 审定 where the note has 定下, 遮挡 where it has 遮.

Written words are mostly made of two characters, spoken ones of one, and the shared one carries the sense. It does not
where the character has many senses (发, 通, 公), makes a person of a thing (村 → 村民), or was told already.
"""

from functools import lru_cache

from drafter.writing.checks.claim_words import asserted, claim_list
from drafter.writing.checks.register import Note, load_register

_TWO = 2
_BOUND = ("roles", "named", "audience", "scope", "place", "partners", "superlatives", "effects", "regularity", "cause")


def is_kin(word: str, text: str, note: Note) -> bool:
    """Return whether a word of a sentence is the written form of a character that the note has.

    A character of the note stands for no more words than it has places there.
    """
    if len(word) != _TWO or word in bound() or not set(word).isdisjoint(load_register().turning - set(note.text)):
        return False
    vague = load_register().vague
    return any(
        sign not in vague and 0 < text.count(sign) <= note.text.count(sign) and _is_free(word, sign, note)
        for sign in word
    )


def _is_free(word: str, sign: str, note: Note) -> bool:
    """Return whether a deed stays within what the note tells: 检查 for 查, but not 督查."""
    if word not in asserted():
        return True
    return any(note.says(other) for other in claim_list("deeds").rows.get(word, ()))


@lru_cache(maxsize=1)
def bound() -> frozenset[str]:
    """Return the words that no likeness proves: actors, things, places, effects, praise and habit."""
    return frozenset().union(*(claim_list(kind).rows for kind in _BOUND))
