"""Few numbers for a text, chosen by the text alone: two texts that share enough share some of them.

Two kinds. A sample of the 5-grams, one in two by its hash, stands for how many 5-grams two texts share. The stretches
of as many characters as a long run has stand for long runs: texts that share one are told for it, so that no pair is
compared in vain. (Shorter, winnowed ones would be fewer, but turns of speech share them: the pairs to compare would
grow with the square of the texts.)
"""

from zlib import crc32

from drafter.audit.similarity import LONG_RUN, SIZE
from drafter.runs.sameness.body import BETWEEN

SAMPLED = 2
_BITS = (1 << 40) - 1
"""So many texts have so many stretches that 32 bits would be the same for some that differ."""
_WIDTH = 2
"""Bytes of a masked character: all are ideographs of the basic plane."""


def sampled(text: str) -> set[int]:
    """Return the hashes of one in `SAMPLED` of the 5-grams of masked sentences."""
    chosen: set[int] = set()
    for words in text.split(BETWEEN):
        chosen.update(number for number in _hashes(words, SIZE) if not number % SAMPLED)
    return chosen


def stretches(text: str) -> set[int]:
    """Return the hashes of all stretches of `LONG_RUN` characters of masked sentences.

    They differ from process to process, and decide nothing but who is compared: never who is not.
    """
    chosen: set[int] = set()
    for words in text.split(BETWEEN):
        chosen.update(hash(words[place : place + LONG_RUN]) & _BITS for place in range(len(words) - LONG_RUN + 1))
    return chosen


def _hashes(words: str, size: int) -> list[int]:
    """Return a hash for every stretch of a size; unlike `hash` it is the same in every process."""
    coded = words.encode("utf-16-le")
    length = size * _WIDTH
    return [crc32(coded[place : place + length]) for place in range(0, len(coded) - length + 1, _WIDTH)]
