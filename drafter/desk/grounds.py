"""What a report on the desk rests on: its dossier as corrected, the notes added to it, and every figure it may show."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from drafter.desk.phrasing import Said, phrases_of
from drafter.desk.working import AddedNote, WorkingReport
from drafter.dossier.building import canonical_json
from drafter.dossier.facts import Ledger
from drafter.dossier.ledger import build_ledger, written_texts
from drafter.dossier.model import Dossier, Note, Source
from drafter.dossier.passages import Passage
from drafter.dossier.tree import load_source
from drafter.dossier.wording import wording_findings
from drafter.errors import InputError
from drafter.findings import Finding
from drafter.writing.choice import Plan
from drafter.writing.draft import Draft
from drafter.writing.stock.voice import Voice
from drafter.writing.stock.writer import stock_voice, write_stock

KEPT = 32
"""How many reports' grounds are kept: an editor asks for the same ones again and again."""
UNUSABLE = "起草记录里的资料不合现在的规范，请用现在的版本重新起草"


@dataclass(frozen=True, slots=True)
class Grounds:
    """A dossier with everything wrong with it, its facts, and the voice that says them."""

    dossier: Dossier
    findings: tuple[Finding, ...]
    ledger: Ledger
    voice: Voice
    texts: Mapping[str, str]
    """Everything the clerk or an editor gave as evidence, by id."""
    planned: frozenset[str]
    """Ids of the texts that tell of a plan."""
    stock: Draft
    """The draft that the stock writer makes of it."""
    phrases: tuple[Said, ...]
    """Every stock phrase that is true of the ledger, in all its wordings."""


@dataclass(frozen=True)
class _Basis:
    """What grounds follow from; reports that agree in the key have the same grounds."""

    key: str
    working: WorkingReport = field(compare=False)


def grounds_of(working: WorkingReport) -> Grounds:
    """Return what a report rests on. Raises InputError where its dossier no longer satisfies the schema."""
    notes = [[note.id, note.aspect, note.text, note.source, note.by] for note in working.notes]
    return _grounds(_Basis(canonical_json([working.source, dict(working.corrections), notes, working.plan]), working))


@lru_cache(maxsize=KEPT)
def _grounds(basis: _Basis) -> Grounds:
    working = basis.working
    loaded = load_source(working.source, working.corrections)
    if loaded.dossier is None:
        raise InputError("report.json", UNUSABLE)
    added = tuple(_note(note) for note in working.notes)
    dossier = replace(loaded.dossier, notes=(*loaded.dossier.notes, *added))
    ledger, plan = build_ledger(dossier), Plan(working.plan)
    findings = (*loaded.findings, *(found for note in working.notes for found in note_findings(note)))
    return Grounds(
        dossier=dossier,
        findings=findings,
        ledger=ledger,
        voice=stock_voice(dossier, ledger, plan),
        texts=dict(written_texts(dossier)),
        planned=frozenset(_plans(dossier)),
        stock=write_stock(dossier, ledger, plan),
        phrases=phrases_of(ledger),
    )


def note_findings(note: AddedNote) -> tuple[Finding, ...]:
    """Return what is wrong with the wording of a note that was handed in on the desk."""
    return tuple(wording_findings(Passage(note.id, f"材料 {note.id} ", note.text, ("notes", 0, "text"), None)))


def _note(added: AddedNote) -> Note:
    return Note(added.id, added.aspect, added.text, Source(kind=added.source, person=added.by))


def _plans(dossier: Dossier) -> list[str]:
    """Return the ids of what is only planned: planned notes, measures, and notes on 改进."""
    plans = [note.id for note in dossier.notes if note.planned or note.aspect == "改进"]
    return [*plans, *(f"{problem.id}.measure" for problem in dossier.problems)]
