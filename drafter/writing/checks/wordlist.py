"""The word lists of quantities, as patterns: which words claim how much or how often, and which only look so."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from drafter.lexicon import load_lexicon
from drafter.resources import read_text
from drafter.yamltree import parse_own

BLANK = "\ue003"
"""Stands for a character of a harmless word while a list is looked for."""


@dataclass(frozen=True, slots=True)
class Hit:
    """Words of a text that a list names: `text[start:end]`."""

    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class WordList:
    """One list of `schemas/lexicon/quantities.yaml`."""

    harmless: re.Pattern[str]
    words: re.Pattern[str]
    patterns: tuple[re.Pattern[str], ...]
    """A pattern blames its group 1 where it has one, else all that it matched."""
    same: Mapping[str, re.Pattern[str]]
    """For a word, what a note may say instead of it."""
    kin: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]
    """For words that hold the first, what a note may say instead of them: for those that only patterns find."""
    told: re.Pattern[str]
    """What a note says, in whatever words, of the kind of the list."""

    def hits(self, text: str) -> Iterator[Hit]:
        """Yield the words of a text that the list names and that are not part of a harmless word."""
        masked = self.masked(text)
        for pattern in (self.words, *self.patterns):
            group = 1 if pattern.groups else 0
            yield from (Hit(*found.span(group), text[slice(*found.span(group))]) for found in pattern.finditer(masked))

    def masked(self, text: str) -> str:
        """Return a text with its harmless words blanked."""
        return self.harmless.sub(lambda found: BLANK * len(found.group()), text)

    def stands_in(self, words: str, notes: tuple[str, ...], *, kin: bool = True) -> bool:
        """Return whether plain notes hold the words, or words of the same sense, or, where that will do, kin."""
        told = [pattern for held, pattern in self.kin if kin and held.search(words)]
        told += [self.same[words]] if words in self.same else []
        return any(words in note or any(form.search(note) for form in told) for note in self._masked(notes))

    def _masked(self, notes: tuple[str, ...]) -> tuple[str, ...]:
        return _masked_notes(self, notes)

    def __hash__(self) -> int:
        """Return the identity: a list is loaded once."""
        return id(self)


@lru_cache(maxsize=1024)
def _masked_notes(words: WordList, notes: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(words.masked(note) for note in notes)


@cache
def load_word_list(name: str) -> WordList:
    """Return a list by its name in `schemas/lexicon/quantities.yaml`."""
    raw = _lexicon()[name]
    rows = raw.get("same", [])
    words = [*_flat(raw.get("words", [])), *(word for row in rows for word in row["words"])]
    echoes = [*rows, *raw.get("echo", [])]
    harmless = sorted(_flat(raw.get("harmless", [])), key=len, reverse=True) + raw.get("harmless_patterns", [])
    return WordList(
        harmless=re.compile("|".join(harmless) or "(?!)"),
        words=re.compile(by_first_character(words)),
        patterns=tuple(re.compile(_expanded(item)) for item in raw.get("patterns", [])),
        same={word: _said_as(row) for row in echoes for word in row["words"]},
        kin=tuple((re.compile(row["words"]), re.compile(row["notes"])) for row in raw.get("kin", [])),
        told=re.compile(raw.get("told", "(?!)")),
    )


def _said_as(row: dict[str, list[str]]) -> re.Pattern[str]:
    """Return the pattern of all that a note may say for the words of a row."""
    return re.compile("|".join([*map(re.escape, row["words"]), *row.get("notes", [])]))


@cache
def load_pattern(name: str) -> re.Pattern[str]:
    """Return a single pattern of the lexicon by its name."""
    return re.compile(_expanded(_lexicon()["single"][name]))


@cache
def load_traditional() -> Mapping[str, str]:
    """Return the usual character for each traditional one that quantity words are written with."""
    pairs: str = _lexicon()["traditional"]
    return {pair[0]: pair[1] for pair in pairs.split()}


def by_first_character(words: Iterable[str]) -> str:
    """Return a pattern of words, the longest first, that fails fast where no word begins."""
    ends: defaultdict[str, set[str]] = defaultdict(set)
    for word in words:
        ends[word[0]].add(word[1:])
    branches = [
        re.escape(first) + "(?:" + "|".join(map(re.escape, sorted(rest, key=lambda end: (-len(end), end)))) + ")"
        for first, rest in sorted(ends.items())
    ]
    return "|".join(branches) or "(?!)"


@cache
def _lexicon() -> dict[str, Any]:
    """Return the lexicon's lists by name."""
    lists: dict[str, Any] = parse_own(read_text("schemas/lexicon/quantities.yaml")).value
    return lists


def _expanded(pattern: str) -> str:
    """Return a pattern with <UNIT> and the lexicon's own <NAMES> written out."""
    parts = {"UNIT": "(?:" + "|".join(load_lexicon().units) + ")", **_lexicon()["parts"]}
    return re.sub("<([A-Z]+)>", lambda found: _expanded(parts[found[1]]), pattern)


def _flat(rows: Iterable[list[str]]) -> list[str]:
    return [word for row in rows for word in row]
