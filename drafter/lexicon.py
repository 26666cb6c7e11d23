"""The word list of numerals: which characters count, and which fixed words hold one and yet count nothing."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from drafter.resources import read_text
from drafter.yamltree import parse_own

NUMBER_CATEGORIES = frozenset({"Nd", "No", "Nl"})
SIGNS = frozenset("%％‰‱﹪٪")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The lists of `schemas/lexicon/numerals.yaml`, with the patterns made of them."""

    han: str
    """Ideographs that are numerals wherever they stand."""
    formal: str
    """Ideographs that are numerals beside another numeral or before a measure word."""
    loose: str
    """几 and 半: they count before a measure word or beside a numeral."""
    ordinary: str
    units: tuple[str, ...]
    """Measure words, the longest first."""
    hotlines: tuple[str, ...]
    always: re.Pattern[str]
    echo: re.Pattern[str]

    def is_numeral(self, character: str) -> bool:
        """Return whether a character is a numeral or a per cent sign wherever it stands."""
        if character in self.han or character in SIGNS:
            return True
        if character in self.ordinary or character in self.formal:
            return False
        if unicodedata.category(character) in NUMBER_CATEGORIES or unicodedata.numeric(character, None) is not None:
            return True
        plain = unicodedata.normalize("NFKC", character)
        return plain != character and any(self.is_numeral(part) or part in self.formal for part in plain)


@cache
def load_lexicon() -> Lexicon:
    """Return the shipped lexicon. Its sense of a fixed word is that of GB/T 15835-2011."""
    raw = parse_own(read_text("schemas/lexicon/numerals.yaml")).value
    characters = raw["characters"]
    return Lexicon(
        han=characters["han"],
        formal=characters["formal"],
        loose=characters["loose"],
        ordinary=characters["ordinary"],
        units=tuple(sorted(set(_flat(raw["units"])), key=lambda unit: (-len(unit), unit))),
        hotlines=tuple(raw["hotlines"]),
        always=_pattern(raw["always"]),
        echo=_pattern(raw["echo"]),
    )


def always_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield the start and end of every fixed word that may stand anywhere.

    A word does not begin in the middle of a number: neither 十一线 nor 5万众 nor 第三农 holds one.
    """
    lexicon, end = load_lexicon(), 0
    for match in lexicon.always.finditer(text):
        start = match.start()
        before = text[start - 1] if start > end else ""
        if not (text[start] in lexicon.han and before and (before == "第" or lexicon.is_numeral(before))):
            end = match.end()
            yield start, end


def is_echo(text: str) -> bool:
    """Return whether a text is, as a whole, a fixed term that may be repeated from a cited note."""
    match = load_lexicon().echo.match(text + "”")
    return match is not None and match.end() == len(text)


def _pattern(tier: dict[str, Any]) -> re.Pattern[str]:
    words = sorted(set(_flat(tier["words"])), key=lambda word: (-len(word), word))
    return re.compile("|".join([re.escape(word) for word in words] + [f"(?:{item})" for item in tier["patterns"]]))


def _flat(rows: Iterable[list[str]]) -> list[str]:
    return [word for row in rows for word in row]
