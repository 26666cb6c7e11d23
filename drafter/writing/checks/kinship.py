"""Words that share a telling character with the notes: 审定 where the note has 定下, 遮挡 where it has 遮.

Written words are mostly made of two characters, spoken ones of one, and the shared one carries the sense. It does not
where the character has many senses (发, 通, 公), makes a person of a thing (村 → 村民), or was told already.
"""

from functools import lru_cache

from drafter.writing.checks.claim_words import asserted, claim_list
from drafter.writing.checks.register import Note, load_register

_TWO, _LONG = 2, (3, 4)
_BOUND = (
    "grave",
    "roles",
    "named",
    "audience",
    "scope",
    "place",
    "partners",
    "superlatives",
    "effects",
    "regularity",
    "cause",
)


def is_kin(word: str, text: str, note: Note) -> bool:
    """Return whether a word of a sentence is the written form of a character that the note has.

    A character of the note stands for no more words than it has places there.
    """
    if word in bound() or not set(word).isdisjoint(load_register().turning - set(note.text)):
        return False
    if len(word) in _LONG:
        return word not in asserted() and any(word[at : at + _TWO] in note.text for at in range(len(word) - 1))
    vague = load_register().vague
    return len(word) == _TWO and any(
        sign not in vague and 0 < text.count(sign) <= note.text.count(sign) and _is_free(word, note) for sign in word
    )


def _is_free(word: str, note: Note) -> bool:
    """Return whether a deed stays within what the note tells: 检查 for 查, but not 督查."""
    if word not in asserted():
        return True
    return any(note.says(other) for other in claim_list("deeds").rows.get(word, ()))


@lru_cache(maxsize=1)
def bound() -> frozenset[str]:
    """Return the words that no likeness proves: actors, things, places, effects, praise and habit."""
    return frozenset().union(*(claim_list(kind).rows for kind in _BOUND))
