"""The verdict on an edited sentence: the same checks as for a model's, against the same evidence."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from drafter.desk.grounds import Grounds
from drafter.desk.phrasing import Run, runs
from drafter.desk.working import Fault, Line
from drafter.dossier.facts import Fact
from drafter.form.model import Form
from drafter.richtext import PieceKind, Text
from drafter.writing.bank import load_bank
from drafter.writing.checks.judge import judge
from drafter.writing.checks.verdict import Claim, State, Verdict, Violation, verdict
from drafter.writing.model.masking import Material, material
from drafter.writing.model.placing import placement_faults
from drafter.writing.reply import Item
from drafter.writing.slots import HOLE
from drafter.writing.stock.voice import CLERK, TEMPLATE

NAMES = {PieceKind.LAW: "law", PieceKind.ORGAN: "o", PieceKind.ORDINAL: "o", PieceKind.GAP: "o", PieceKind.DATE: "t"}
COMMON = "全年，年内，本年度，本年，其中，包括"
"""What may stand before a figure of the tables, as it does in every stock sentence."""
LONGEST_REF = 64
_STOPS = "，。；！？：、,;:"


@dataclass(frozen=True, slots=True)
class Judgement:
    """A claim that was made of a sentence, and the verdict on it."""

    claim: Claim
    verdict: Verdict


def judged(grounds: Grounds, line: Line) -> Line:
    """Return a line with the state, the unproved words and the faults that its text has now; nobody has accepted it."""
    found = judgement(grounds, line).verdict
    return replace(
        line,
        state=found.state.value,
        unproved=tuple(dict.fromkeys(item.words for item in found.unproved)) if found.state is State.AMBER else (),
        faults=tuple(dict.fromkeys(Fault(item.code, item.words, item.message) for item in found.violations)),
        accepted_by="",
    )


def judgement(grounds: Grounds, line: Line) -> Judgement:
    """Return the verdict on a line; what the drafting commands wrote and nobody changed is not judged again."""
    claim = claim_of(grounds, line)
    found = judge(claim)
    moved = [fault for fault in _placement(grounds, line, claim) if not _is_stock(grounds, line, fault, claim)]
    return Judgement(claim, verdict([*found.violations, *moved], found.unproved) if moved else found)


def claim_of(grounds: Grounds, line: Line) -> Claim:
    """Return a line as the checks read it: a slot for every chip and phrase, and the evidence it may rest on."""
    organ = grounds.dossier.organ
    parts = tuple(_written(runs(_without_lead(line.text), grounds.phrases)))
    cited = evidence_of(grounds, line)
    return Claim(
        text="".join(text for text, _ in parts),
        notes=(*(grounds.texts[source] for source in cited), *_stock_words(grounds, line)),
        planned=bool(cited) and grounds.planned.issuperset(cited),
        kind=_kind(grounds, line, cited),
        slots=frozenset(slot for _, slot in parts if slot),
        level=organ.level,
        reported=True,
        own_names=tuple(name for name in (organ.name, organ.short, organ.county, organ.office, organ.website) if name),
    )


def evidence_of(grounds: Grounds, line: Line) -> tuple[str, ...]:
    """Return the ids of the texts a line rests on: those it cites, and those whose figures it shows."""
    shown = [
        source
        for fact in _facts(grounds, line.text)
        for source in fact.sources
        if fact.text and source in grounds.texts
    ]
    return tuple(dict.fromkeys((*(source for source in line.cites if source in grounds.texts), *shown)))


def _facts(grounds: Grounds, text: Text) -> Iterator[Fact]:
    for ref in text.refs(PieceKind.FACT):
        if fact := grounds.ledger.facts.get(ref):
            yield fact


def _without_lead(text: Text) -> Text:
    """Return a text without the number of the item it opens with: that is code's, and says nothing."""
    is_lead = text.pieces and text.pieces[0].kind is PieceKind.ORDINAL
    return Text(text.pieces[1:]) if is_lead else text


def _written(stretches: Iterable[Run]) -> Iterator[tuple[str, str]]:
    """Yield each stretch as the checks read it, with its slot where it is one."""
    for number, run in enumerate(stretches):
        piece = run.pieces[0]
        if run.said:
            yield f"{{{{{run.said.slot}}}}}", run.said.slot
        elif piece.kind in (PieceKind.PLAIN, PieceKind.TERM):
            yield piece.text, ""
        else:
            name = NAMES.get(piece.kind, "n")
            ref = piece.ref if piece.kind is PieceKind.FACT and len(piece.ref) <= LONGEST_REF else f"at{number}"
            yield f"{{{{{name}:{ref}}}}}", f"{name}:{ref}"


def _kind(grounds: Grounds, line: Line, cited: tuple[str, ...]) -> str:
    if cited and grounds.planned.issuperset(cited):
        return "plan"
    if cited:
        return "problem" if any(source.startswith("P") for source in cited) else "deed"
    return "stat" if line.text.refs(PieceKind.FACT) else "frame"


def _stock_words(grounds: Grounds, line: Line) -> Iterator[str]:
    """Yield the approved wording about the tables' figures that a line shows, and of its place in the report."""
    tables = [fact for fact in _facts(grounds, line.text) if not fact.text]
    if tables:
        yield COMMON
        yield from dict.fromkeys(words for fact in tables for words in _wordings(grounds.dossier.form, fact.id))
    if line.wording == TEMPLATE or tables:
        yield from _frames(grounds, line.section, line.aspect)


@lru_cache(maxsize=4096)
def _said_of(fact_id: str) -> tuple[str, ...]:
    """Return how the phrase bank speaks of a fact that is not 0, without figures."""
    bank, found = load_bank(), list[str]()
    for phrase in bank.phrases.values():
        if fact_id == phrase.fact or fact_id in phrase.others.values():
            found += [HOLE.sub(lambda hole: hole[3] or "", form) for form in phrase.forms["many"]]
    for group in bank.groups.values():
        found += [part.label for part in group.parts if part.fact == fact_id]
    return tuple(found)


def _wordings(form: Form, fact_id: str) -> Iterator[str]:
    kind, _, compared = fact_id.partition(".")
    base = compared if kind in ("prior", "change", "percent") else fact_id
    yield from _said_of(base)
    cell = form.cells.get(base)
    if cell:
        yield cell.row_label
        yield cell.column_label
    if fact_id.startswith("prior."):
        yield "上年，上年度"


def _frames(grounds: Grounds, section: str, aspect: str) -> Iterator[str]:
    """Yield the stock sentences of a place in the report, without anything that follows from figures."""
    for paragraph in grounds.stock.sections.get(section, ()):
        if paragraph.aspect != aspect:
            continue
        for sentence in paragraph.sentences:
            if sentence.origin == TEMPLATE:
                yield "".join(_free_words(runs(sentence.text, grounds.phrases)))


def _free_words(stretches: Iterable[Run]) -> Iterator[str]:
    for run in stretches:
        piece = run.pieces[0]
        if run.said is None and piece.kind is not PieceKind.FACT:
            yield piece.text


def _placement(grounds: Grounds, line: Line, claim: Claim) -> Iterator[Violation]:
    """Yield every figure that was moved to the words of another, and every phrase in the middle of a clause."""
    cited = tuple(found for source in evidence_of(grounds, line) if (found := _material(source, grounds.texts[source])))
    yield from placement_faults(Item(claim.kind, "", (), claim.text), cited)


@lru_cache(maxsize=4096)
def _material(source: str, text: str) -> Material | None:
    return material(source, text)


def _is_stock(grounds: Grounds, line: Line, fault: Violation, claim: Claim) -> bool:
    """Return whether the stock writer itself puts a phrase behind these words: 行政复议 before its results."""
    if fault.code != "phrase-bent":
        return False
    before = claim.text[: fault.start]
    clause = before[max(before.rfind(mark) for mark in _STOPS) + 1 :] + fault.words
    return any(
        clause in "".join(text for text, _ in _written(runs(sentence.text, grounds.phrases)))
        for sentence in grounds.stock.sentences()
        if sentence.origin != CLERK and sentence.id.partition(".")[0] == line.section
    )
