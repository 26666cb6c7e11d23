"""The word lists of the typed checks, and how a word of one is looked for and looked up in the notes."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType

from drafter.resources import read_text
from drafter.writing.checks.register import Note, approved_rows, cut, plain, read_note
from drafter.writing.checks.verdict import Claim, Violation
from drafter.yamltree import parse_own

_PHRASE = 3
_HALF = 2
_STOP = re.compile("[，。；：！？,;\n]")


@dataclass(frozen=True, slots=True)
class ClaimList:
    """The words of one kind of claim; words of one row stand for each other, and none is asserted by another row."""

    rows: Mapping[str, frozenset[str]]
    """Every word with the words of its row (its own included)."""


@cache
def claim_list(kind: str) -> ClaimList:
    """Return a list of `schemas/lexicon/claims.yaml`. In `loose` lists a row is a class; else each word for itself."""
    raw = parse_own(read_text("schemas/lexicon/claims.yaml")).value[kind]
    rows: dict[str, set[str]] = {}
    for row in raw.get("alone", []):
        for word in row.split():
            rows.setdefault(word, set()).add(word)
    for row in raw.get("classes", []):
        group = row.split()
        for word in group:
            rows.setdefault(word, set()).update(group)
    for row in raw.get("backed", []):
        word, _, others = row.partition(" ← ")
        rows.setdefault(word, {word}).update(others.split())
    return ClaimList(MappingProxyType({word: frozenset(group) for word, group in rows.items()}))


@cache
def asserted() -> frozenset[str]:
    """Return every word that any list of claims holds."""
    raw = parse_own(read_text("schemas/lexicon/claims.yaml")).value
    return frozenset[str]().union(*(claim_list(kind).rows for kind in raw if kind != "opposites"))


@cache
def approved_words() -> frozenset[str]:
    """Return the words that assert nothing and so are never a claim."""
    return frozenset(word for row in approved_rows()[1] for word in row.split())


def clause_at(text: str, place: int) -> str:
    """Return the clause around a place."""
    start = max((match.end() for match in _STOP.finditer(text, 0, place)), default=0)
    stop = _STOP.search(text, place)
    return text[start : stop.start() if stop else len(text)]


def shared(clause: str, note: str) -> bool:
    """Return whether a clause has a word of the notes, in any form, other than approved wording."""
    words = [word for _, word in cut(clause)]
    if any(len(word) > 1 and word not in approved_words() and word in read_note(note).licensed for word in words):
        return True
    rest = "".join(word if word not in approved_words() else "\n" for word in words)
    return any(rest[at : at + 2] in note for at in range(len(rest) - 1) if "\n" not in rest[at : at + 2])


@dataclass(frozen=True, slots=True)
class Found:
    """A word of a list in a sentence."""

    start: int
    end: int
    word: str
    phrase: str = ""
    """The set phrase that holds it: a note that says the phrase says the word."""


def found(text: str, kind: str) -> tuple[Found, ...]:
    """Return the words of a list that stand in a text as words of it, or inside a set phrase of it."""
    return _found(plain(text)).get(kind, ())


@cache
def _kinds() -> Mapping[str, tuple[str, ...]]:
    """Return the lists that hold each word, but for approved words."""
    raw = parse_own(read_text("schemas/lexicon/claims.yaml")).value
    kinds: dict[str, list[str]] = {}
    for kind in raw:
        for word in claim_list(kind).rows if kind != "opposites" else ():
            if word not in approved_words():
                kinds.setdefault(word, []).append(kind)
    return MappingProxyType({word: tuple(names) for word, names in kinds.items()})


@lru_cache(maxsize=1024)
def _found(text: str) -> Mapping[str, tuple[Found, ...]]:
    """Return the words of every list at once: a text is cut and looked through once for all of them."""
    kinds: dict[str, list[Found]] = {}
    for start, phrase in cut(text):
        names = _kinds().get(phrase, ())
        for kind in names:
            kinds.setdefault(kind, []).append(Found(start, start + len(phrase), phrase, phrase))
        if len(phrase) > _PHRASE and phrase not in approved_words():
            for inner, word in cut(phrase, _PHRASE):
                item = Found(start + inner, start + inner + len(word), word, phrase)
                for kind in _kinds().get(word, ()) if len(word) > 1 else ():
                    if kind not in names:
                        kinds.setdefault(kind, []).append(item)
    return MappingProxyType({kind: tuple(items) for kind, items in kinds.items()})


def unsupported(claim: Claim, kind: str) -> Iterator[Found]:
    """Yield the words of a list that the sentence has and its notes have not, in any form or class."""
    note, rows, text = read_note(claim.note), claim_list(kind).rows, plain(claim.text)
    for item in found(claim.text, kind):
        if note.says(item.phrase) or any(item.word in name for name in claim.own_names):
            continue
        is_said = any(note.says(word) for word in rows[item.word]) or item.word in note.joined
        is_said = is_said or _in_parts(item.word, note)
        if not is_said and not note.allows(text, item.start, item.end):
            yield item


def _in_parts(word: str, note: Note) -> bool:
    """Return whether a word of two words stands in the notes in other order: 领导分管 for 分管领导."""
    halves = (word[:_HALF], word[_HALF:])
    return len(word) == _HALF * 2 and all(half in note.text for half in halves) and halves[1] + halves[0] in note.text


def refused(claim: Claim, item: Found, code: str, message: str) -> Violation:
    """Return the violation for a word found; `{}` in the message is the word."""
    return Violation(
        code, item.start, item.end, claim.text[item.start : item.end], message.format(claim.text[item.start : item.end])
    )
