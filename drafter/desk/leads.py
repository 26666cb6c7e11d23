"""The words that lead to a figure of the tables, 废止 to one cell, 现行有效 to another: a figure keeps to its own."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from drafter.desk.grounds import Grounds
from drafter.desk.reading import Part, Slotted
from drafter.dossier.facts import Fact
from drafter.richtext import PieceKind
from drafter.writing.bank import Phrase, load_bank
from drafter.writing.checks.verdict import Violation
from drafter.writing.slots import HOLE

SHORTEST = 2
_STOPS = re.compile("[，。；！？：、（）]")


@cache
def leads() -> Mapping[str, frozenset[str]]:
    """Return the words right before a figure in the phrase bank, with the facts whose figure they lead to."""
    found: dict[str, set[str]] = {}
    bank = load_bank()
    for phrase in bank.phrases.values():
        for words, fact in _of_phrase(phrase):
            found.setdefault(words, set()).add(fact)
    for group in bank.groups.values():
        for part in group.parts:
            found.setdefault(part.label, set()).add(part.fact)
    return {words: frozenset(facts) for words, facts in found.items() if len(words) >= SHORTEST}


def led_to(before: str) -> frozenset[str]:
    """Return the facts whose figure the words before a place lead to; none where no such words stand there."""
    return leads().get(_lead_in(before), frozenset())


def moved_figures(grounds: Grounds, read: Slotted) -> Iterator[Violation]:
    """Yield every figure of the tables behind words that lead to the figure of another cell."""
    before, at = "", 0
    for part in read.parts:
        fact = _table_fact(grounds, part)
        words = _lead_in(before)
        if fact and words and fact.id not in leads()[words]:
            owner = next(iter(sorted(leads()[words])))
            label = grounds.ledger[owner].label if owner in grounds.ledger.facts else words
            message = f"“{part.shown}”放错了地方：“{words}”说的是{label}，这个数是{fact.label}"
            yield Violation("figure-moved", at, at + len(part.read), part.shown, message)
        at += len(part.read)
        before = "" if part.slot.startswith(("n:", "p:", "g:", "d:")) else before + part.shown


def _of_phrase(phrase: Phrase) -> Iterator[tuple[str, str]]:
    """Yield the words before each figure; where words follow it too, those before do not say it alone: 尚有3件结转."""
    for form in phrase.forms["many"]:
        end = 0
        for hole in HOLE.finditer(form):
            words = _STOPS.split(form[end : hole.start()])[-1] + (hole[3] or "")
            if _STOPS.match(form, hole.end()) or hole.end() == len(form):
                yield words, phrase.fact if hole[1] == "n" else phrase.others[hole[1]]
            end = hole.end()


def _table_fact(grounds: Grounds, part: Part) -> Fact | None:
    """Return the fact of a chip that stands by itself; None for phrases, figures of notes and comparisons."""
    piece = part.pieces[0]
    fact = grounds.ledger.facts.get(piece.ref) if piece.kind is PieceKind.FACT and part.slot.startswith("n:") else None
    return fact if fact and not fact.text and fact.kind in ("count", "money", "change") else None


def _lead_in(before: str) -> str:
    """Return the longest words of the bank that a clause ends with, empty where it ends with none."""
    clause = _STOPS.split(before)[-1]
    return max((words for words in leads() if clause.endswith(words)), key=len, default="")
