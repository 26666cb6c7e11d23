"""Which words are light: they say nothing that could be false, and so add little to a sentence wherever they stand."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from drafter.resources import read_text
from drafter.writing.checks.claim_words import asserted
from drafter.writing.checks.kinship import bound
from drafter.writing.checks.register import cut, load_register
from drafter.yamltree import parse_own

_WANTS = "不够"
_SHORT = 3


@cache
def _lists() -> dict[str, Any]:
    lists: dict[str, Any] = parse_own(read_text("schemas/lexicon/light.yaml")).value
    return lists


@cache
def light_words() -> frozenset[str]:
    """Return the words of `schemas/lexicon/light.yaml`."""
    return frozenset(word for row in _lists()["words"] for word in row.split())


@cache
def _wanting() -> frozenset[str]:
    """Return what may be said to be wanting of what a note complains of."""
    return frozenset(_lists()["wanting"].split())


@cache
def _heavy() -> frozenset[str]:
    """Return the characters of which a word may hold none if its other part is to prove it."""
    return load_register().turning | frozenset(_lists()["heavy"].replace(" ", ""))


def words_between(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """Yield the words that begin in a stretch of a text; 不够 with what is wanting is one."""
    words = [(place, word) for place, word in cut(text) if start <= place < end]
    while words:
        place, word = words.pop(0)
        if word == _WANTS and words and words[0][1] in _wanting():
            word += words.pop(0)[1]
        yield place, word


def is_light(word: str, marks: bytes) -> bool:
    """Return whether a word, open where its marks say so, is light, or half proved and in no way another thing."""
    if word in light_words() or (word.startswith(_WANTS) and word.removeprefix(_WANTS) in _wanting()):
        return True
    if len(word) == 1:
        return word in _lists()["lone"]
    if all(marks) or not 1 < len(word) <= _SHORT or word in asserted() or word in bound():
        return False
    return _heavy().isdisjoint(sign for sign, is_open in zip(word, marks, strict=True) if is_open)
