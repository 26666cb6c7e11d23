"""Few numbers for a text, chosen by the text alone: two texts that share enough share some of them.

Two kinds. A sample of the 5-grams, one in two by its hash, stands for how many 5-grams two texts share. Winnowed
17-grams (the smallest of every four neighbours) stand for long stretches: a stretch of 20 characters that two texts
share always gives them one in common. Schleimer, Wilkerson, Aiken: Winnowing, SIGMOD 2003.
"""

from zlib import crc32

from drafter.audit.similarity import LONG_RUN, SIZE
from drafter.runs.sameness.body import BETWEEN

SAMPLED = 2
LONG = 17
WINDOW = LONG_RUN - LONG + 1
_WIDTH = 2
"""Bytes of a masked character: all are ideographs of the basic plane."""


def sampled(text: str) -> set[int]:
    """Return the hashes of one in `SAMPLED` of the 5-grams of masked sentences."""
    chosen: set[int] = set()
    for words in text.split(BETWEEN):
        chosen.update(number for number in _hashes(words, SIZE) if not number % SAMPLED)
    return chosen


def winnowed(text: str) -> set[int]:
    """Return the hashes that stand for the stretches of `LONG_RUN` characters and more of masked sentences."""
    chosen: set[int] = set()
    for words in text.split(BETWEEN):
        numbers = _hashes(words, LONG)
        chosen.update(min(numbers[place : place + WINDOW]) for place in range(len(numbers) - WINDOW + 1))
    return chosen


def _hashes(words: str, size: int) -> list[int]:
    """Return a hash for every stretch of a size; unlike `hash` it is the same in every process."""
    coded = words.encode("utf-16-le")
    length = size * _WIDTH
    return [crc32(coded[place : place + length]) for place in range(0, len(coded) - length + 1, _WIDTH)]
