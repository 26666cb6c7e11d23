"""The verdict on an edited sentence: the same checks as for a model's, against the same evidence."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from drafter.desk.evidence import CLAUSE_STOPS, approved_words, clauses_of, evidence_of, own_clauses
from drafter.desk.grounds import Grounds
from drafter.desk.leads import moved_figures
from drafter.desk.reading import Slotted, slotted
from drafter.desk.turning import turned_clauses
from drafter.desk.working import Fault, Line
from drafter.richtext import PieceKind
from drafter.writing.checks.judge import judge
from drafter.writing.checks.verdict import Claim, State, Unproved, Verdict, Violation, verdict
from drafter.writing.model.masking import Material, material
from drafter.writing.model.placing import placement_faults
from drafter.writing.reply import Item
from drafter.writing.stock.voice import CLERK

ALWAYS = frozenset({"numeral", "slot-malformed", "slot-unknown", "slot-repeated", "hidden-character"})
"""Faults that no source excuses."""
PHRASES = ("{{p:", "{{g:", "{{d:")
_STOPS = "，。；！？：、,;:"


@dataclass(frozen=True, slots=True)
class Judgement:
    """A sentence as it was read, and the verdict on it."""

    read: Slotted
    verdict: Verdict


def judged(grounds: Grounds, line: Line) -> Line:
    """Return a line with the state, the unproved words and the faults that its text has now; nobody has accepted it."""
    found = judgement(grounds, line)
    read, state = found.read, found.verdict.state
    faults = (
        Fault(item.code, read.words(item.start, item.end), read.told(item.message)) for item in found.verdict.violations
    )
    unproved = (read.words(item.start, item.end) for item in found.verdict.unproved if state is State.AMBER)
    return replace(
        line,
        state=state.value,
        unproved=tuple(dict.fromkeys(unproved)),
        faults=tuple(dict.fromkeys(faults)),
        accepted_by="",
    )


def judgement(grounds: Grounds, line: Line) -> Judgement:
    """Return the verdict on a line by what it cites, figures of notes where they belong, phrases where they can stand.

    Approved wording can prove a word, never convict one: what it finds counts only where the clerk's texts find it too.
    Nobody is convicted either for a clause that is the clerk's or the stock writer's own.
    """
    read = slotted(line.text, grounds.phrases)
    told, approved = evidence_of(grounds, line), approved_words(grounds, line)
    claim = _claim(grounds, line, read, told)
    found = judge(claim)
    if approved:
        found = _both(found, judge(replace(claim, notes=(*claim.notes, *approved))))
    own = own_clauses(grounds, line, told)
    violations = [item for item in found.violations if item.code in ALWAYS or not _is_own(read, item, own)]
    unproved = [item for item in found.unproved if not _is_own(read, item, own)]
    moved = (*_placement(grounds, line, claim, told), *moved_figures(grounds, read))
    return Judgement(read, verdict([*violations, *moved, *turned_clauses(read, own)], unproved))


def _is_own(read: Slotted, item: Violation | Unproved, own: frozenset[str]) -> bool:
    """Return whether what is at fault stands in whole clauses that the clerk or the stock writer wrote so."""
    text = read.text
    start = max(text.rfind(mark, 0, item.start) for mark in CLAUSE_STOPS) + 1
    ends = [place for mark in CLAUSE_STOPS if (place := text.find(mark, max(item.end - 1, item.start))) >= 0]
    clauses = clauses_of(read.words(start, min(ends, default=len(text))))
    return bool(clauses) and own.issuperset(clauses)


def claimed(grounds: Grounds, line: Line) -> Claim:
    """Return a line as it is claimed on its notes alone."""
    return _claim(grounds, line, slotted(line.text, grounds.phrases), evidence_of(grounds, line))


def _both(strict: Verdict, lenient: Verdict) -> Verdict:
    violations = [
        item
        for item in lenient.violations
        if any(item.code == other.code and _overlap(item, other) for other in strict.violations)
    ]
    return verdict(violations, [item for item in lenient.unproved if any(_overlap(item, o) for o in strict.unproved)])


def _overlap(item: Violation | Unproved, other: Violation | Unproved) -> bool:
    return other.start <= item.start and item.end <= other.end


def _claim(grounds: Grounds, line: Line, read: Slotted, told: tuple[str, ...]) -> Claim:
    organ = grounds.dossier.organ
    return Claim(
        text=read.text,
        notes=tuple(grounds.texts[source] for source in told),
        planned=bool(told) and grounds.planned.issuperset(told),
        kind=_kind(grounds, line, told),
        slots=read.slots,
        level=organ.level,
        reported=True,
        own_names=tuple(name for name in (organ.name, organ.short, organ.county, organ.office, organ.website) if name),
    )


def _kind(grounds: Grounds, line: Line, told: tuple[str, ...]) -> str:
    if not told:
        return "stat" if line.text.refs(PieceKind.FACT) else "frame"
    if grounds.planned.issuperset(told):
        return "plan"
    return "problem" if any(source.startswith("P") for source in told) else "deed"


def _placement(grounds: Grounds, line: Line, claim: Claim, told: tuple[str, ...]) -> Iterator[Violation]:
    """Yield every figure that was moved to the words of another, and every phrase in the middle of a clause."""
    cited = tuple(found for source in told if (found := _material(source, grounds.texts[source])))
    for fault in placement_faults(Item(claim.kind, "", (), claim.text), cited):
        is_phrase = fault.words.startswith(PHRASES)
        if fault.code == "figure-moved" or (is_phrase and not _is_stock(grounds, line, fault, claim)):
            yield fault


@lru_cache(maxsize=4096)
def _material(source: str, text: str) -> Material | None:
    return material(source, text)


def _is_stock(grounds: Grounds, line: Line, fault: Violation, claim: Claim) -> bool:
    """Return whether the stock writer itself puts a phrase behind these words: 行政复议 before its results."""
    before = claim.text[: fault.start]
    clause = before[max(before.rfind(mark) for mark in _STOPS) + 1 :] + fault.words
    return any(
        clause in slotted(sentence.text, grounds.phrases).text
        for sentence in grounds.stock.sentences()
        if sentence.origin != CLERK and sentence.id.partition(".")[0] == line.section
    )
