"""Default-deny on vocabulary: which stretches of a sentence neither its notes nor the approved wording account for."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from drafter.writing.checks.claim_words import asserted, claim_list
from drafter.writing.checks.kinship import is_kin
from drafter.writing.checks.plans import is_planned
from drafter.writing.checks.register import (
    LONGEST,
    MASK,
    Note,
    approved_rows,
    cut,
    lengths,
    load_register,
    plain,
    read_note,
    written_forms,
)
from drafter.writing.checks.sourcing import sourced_spans
from drafter.writing.checks.told_figures import FIGURE, is_told
from drafter.writing.checks.verdict import Claim, Unproved

_CONTENT = re.compile(r"[^\W_]")
_JOINABLE = 1
_TWO = 2
_FURTHEST = 60
_NEGATORS = frozenset("未无不没")
_TYPED = ("deeds", "roles", "named", "audience", "scope", "place", "cause", "partners", "regularity", "superlatives")
_PARTICLES = frozenset("的了和与及等之其所而则于并已也还以并或在为将由对向从把")
_PLANNED = frozenset(
    [
        "拟",
        "将",
        "拟将",
        "计划",
        "下一步",
        "下一阶段",
        "下阶段",
        "今后",
        "后续",
        "尚需",
        "仍需",
        "还需",
        "打算",
        "日后",
        "届时",
        "拟于",
        "将于",
        "着手",
        "准备",
    ]
)
_UNPROVED, _LOOSE, _PART, _PIECE = 100, 12, 3, 1


@dataclass(frozen=True, slots=True)
class Approved:
    """The lists of `schemas/lexicon/approved.yaml` and `approved_more.yaml`."""

    words: frozenset[str]
    function: frozenset[str]
    """Single characters that may stand where they are words of their own."""
    lengths: Mapping[str, tuple[int, ...]]
    """How long these words, and the forms that notes may license, are that begin with two characters."""


@cache
def load_approved() -> Approved:
    """Return the shipped approved vocabulary."""
    function, rows = approved_rows()
    words = frozenset(word for row in rows for word in row.split())
    return Approved(words, frozenset(function.replace(" ", "")), lengths(words | written_forms(), LONGEST))


@lru_cache(maxsize=2048)
def unproved_marks(text: str, notes: str, names: tuple[str, ...]) -> bytes:
    """Return one byte a character: 1 where nothing accounts for it.

    The cover leaves the fewest characters open, then has the fewest pieces. Pieces are stretches of the notes of two
    characters or more, written forms of the notes' words, approved words, names of the organ, slots and punctuation.
    """
    told = dict(sourced_spans(Claim(text, (notes,))))
    text = plain(text)
    told.update(_figures(text, notes))
    note, approved = read_note(notes), load_approved()
    own = "\n".join(names)
    size = len(text)
    cost, step = [0] * (size + 1), [(1, False)] * (size + 1)
    words = dict(cut(text))
    for start in range(size - 1, -1, -1):
        best = (cost[start + 1] + _UNPROVED, 1, True)
        pieces = _pieces(text, start, note, approved, own, words)
        for end, price in (*pieces, (told.get(start, start), _PIECE)):
            if end == start:
                continue
            if cost[end] + price <= best[0]:
                best = (cost[end] + price, end - start, False)
        cost[start], step[start] = best[0], (best[1], best[2])
    marks, place, alone = bytearray(size), 0, set()
    while place < size:
        length, is_open = step[place]
        marks[place] = is_open
        if length == 1 and text[place] not in _PARTICLES:
            alone.add(place)
        place += length
    _reopen(marks, words, alone)
    return bytes(marks)


def _figures(text: str, notes: str) -> Iterator[tuple[int, int]]:
    """Yield the figures of a text, with their measure words, that the notes give."""
    for match in FIGURE.finditer(text):
        if is_told(text, match.start(), match.end(1), (notes,)):
            yield match.span()


def _pieces(
    text: str, start: int, note: Note, approved: Approved, own: str, words: dict[int, str]
) -> Iterator[tuple[int, int]]:
    first = text[start]
    if first == MASK or not _CONTENT.match(first):
        yield start + 1, 0
        return
    if first in approved.function or (first in "拟将" and is_planned(note.text)):
        yield start + 1, _PIECE if first in _PARTICLES or words.get(start) == first else _PART
    elif (
        (first in note.words and first not in load_register().vague)
        or (words.get(start) == first and _says(note, first))
        or (first in _NEGATORS and _denies(note))
    ):
        yield start + 1, _LOOSE
    word = words.get(start, "")
    if word and _is_known(word, text, note):
        yield start + len(word), _LOOSE
    told = _told_to(text, start, note.text, own)
    yield from ((end, _PIECE) for end in range(start + _TWO, told + 1))
    begin = text[start : start + _TWO]
    for length in approved.lengths.get(begin, ()):
        piece = text[start : start + length]
        if start + length > told and (piece in approved.words or piece in note.licensed):
            yield start + len(piece), _PIECE


def _told_to(text: str, start: int, note: str, own: str) -> int:
    """Return where the longest stretch from a place that stands in the notes or in a name of the organ ends."""
    end = start + 1
    while end < min(len(text), start + _FURTHEST) and (text[start : end + 1] in note or text[start : end + 1] in own):
        end += 1
    return end


def _is_known(word: str, text: str, note: Note) -> bool:
    """Return whether a word that the notes do not have follows from one that they have."""
    if word in _PLANNED and is_planned(note.text):
        return True
    return _grown(word, note) or _handled(word, note) or is_kin(word, text, note) or _backed(word, note)


def _handled(word: str, note: Note) -> bool:
    """Return whether a word is an everyday verb of handling, and the note has a verb of its class."""
    if word not in claim_list("handling").rows:
        return False
    return any(note.says(other) for other in claim_list("deeds").rows.get(word, ()))


def _reopen(marks: bytearray, words: dict[int, str], alone: set[int]) -> None:
    """Open a function character that is only part of a word of which the rest is open: 方 in 大方, 期 in 按期."""
    for start, word in words.items():
        places = range(start, start + len(word))
        if len(word) > 1 and (any(marks[place] for place in places) or word in asserted()):
            for place in alone.intersection(places):
                marks[place] = 1


def _backed(word: str, note: Note) -> bool:
    """Return whether the note has another word of the row of a typed one: 儿童 where it has 娃."""
    if word in claim_list("grave").rows:
        return False
    return any(
        (other in note.words or (len(other) > 1 and note.says(other)))
        for kind in _TYPED
        for other in claim_list(kind).rows.get(word, ())
        if other != word
    )


def _says(note: Note, sign: str) -> bool:
    return sign in note.text or sign in note.licensed


def _denies(note: Note) -> bool:
    return any(sign in note.text for sign in _NEGATORS)


def _grown(word: str, note: Note) -> bool:
    """Return whether a word of two characters holds a single word of the note, and asserts no more than it."""
    grow = load_register().grow
    return len(word) == _TWO and any(sign in grow and sign in note.words for sign in word) and word not in asserted()


def unproved(claim: Claim) -> tuple[Unproved, ...]:
    """Return the words of a sentence that nothing accounts for, in stretches one can read."""
    marks = unproved_marks(claim.text, claim.note, claim.own_names)
    return tuple(Unproved(start, end, claim.text[start:end]) for start, end in stretches(marks, claim.text))


def stretches(marks: bytes, text: str) -> Iterator[tuple[int, int]]:
    """Yield the start and end of every open stretch; a single covered character between two open ones joins them."""
    start = end = -1
    for place, is_open in enumerate(marks):
        if not is_open:
            continue
        between = text[end:place] if end >= 0 else ""
        if end >= 0 and len(between) <= _JOINABLE and all(_CONTENT.match(sign) for sign in between):
            end = place + 1
            continue
        if end >= 0:
            yield start, end
        start, end = place, place + 1
    if end >= 0:
        yield start, end
