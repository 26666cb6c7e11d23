"""Narratives of drafts, run records and published reports.

Of our own drafts only those sentences count that tell what was done, as a model, an editor or the clerk worded it.
Template sentences are the same for all by design, and a sentence that rests on nothing but the tables is rightly equal
where the figures are.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from drafter.audit.audited import Audited
from drafter.audit.passages import body
from drafter.contracts import violations
from drafter.form.profile import load_profile
from drafter.reading.report import PublishedReport
from drafter.richtext import PieceKind
from drafter.runs.pipeline import Report
from drafter.runs.sameness.body import SECTIONS
from drafter.runs.sameness.narrative import Narrative, Passage
from drafter.writing.stock.voice import TEMPLATE

_TAILS = ("人民政府", "街道办事处", "办事处")


def narrative_of_draft(key: str, report: Report) -> Narrative:
    """Return the narrative of a report just drafted."""
    organ, facts = report.dossier.organ, report.ledger.facts
    passages = tuple(
        Passage(sentence.id, section, str(sentence.text))
        for section in SECTIONS
        for paragraph in report.draft.sections.get(section, ())
        for sentence in paragraph.sentences
        if _is_own(sentence.origin, sentence.cites, facts)
    )
    texts = (
        piece.text
        for sentence in report.draft.sentences()
        for piece in sentence.text.pieces
        if piece.kind is PieceKind.ORGAN
    )
    return Narrative(key, _names((organ.name, organ.short, organ.county, *texts)), passages)


def narrative_of_record(key: str, record: Mapping[str, Any]) -> Narrative:
    """Return the narrative of a run record: the same as that of the draft it records."""
    facts = {fact["id"] for fact in record["facts"]}
    passages = tuple(
        Passage(sentence["id"], sentence["section"], sentence["text"])
        for section in SECTIONS
        for sentence in record["sentences"]
        if sentence["section"] == section and _is_own(sentence["origin"], sentence["cites"], facts)
    )
    organ = record["dossier"]
    return Narrative(key, _names((organ["organ"], organ["county"], *_named(record["sentences"]))), passages)


def narrative_of_published(key: str, report: PublishedReport) -> Narrative:
    """Return the narrative of a report that somebody published."""
    audited = Audited(report, report.year, report.form, load_profile("default"))
    passages, numbers = [], dict.fromkeys(SECTIONS, 0)
    for passage in body(audited, *SECTIONS):
        numbers[passage.section] += 1
        passages.append(Passage(f"{passage.section}.{numbers[passage.section]}", passage.section, passage.text))
    contact = report.contact
    return Narrative(
        key, _names((contact.organ, contact.short, contact.county, contact.office, contact.website)), tuple(passages)
    )


def narrative_of_last_year(key: str, path: Path) -> Narrative | None:
    """Return last year's narrative under `KEY@YEAR`, from a run record or a published report.

    None where the file holds no narrative: a dossier, or bare statistics. Raises InputError for a report that cannot
    be read.
    """
    if path.suffix.lower() == ".json":
        record = _record(path)
        return narrative_of_record(f"{key}@{record['dossier']['year']}", record) if record else None
    if path.suffix.lower() in (".yaml", ".yml", ".xlsx", ".et", ".xls"):
        return None
    from drafter.reading.published import read_report

    report = read_report(path)
    return narrative_of_published(f"{key}@{report.year}", report) if report.year else None


def _record(path: Path) -> dict[str, Any] | None:
    try:
        tree = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    is_record = isinstance(tree, dict) and "record" in tree and not violations("run-record", tree)
    return tree if is_record else None


def _is_own(origin: str, cites: Iterable[str], facts: Mapping[str, Any] | set[str]) -> bool:
    """Return whether a sentence tells something that its writer answers for: more than the tables."""
    return origin != TEMPLATE and any(cite not in facts for cite in cites)


def _named(sentences: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    for sentence in sentences:
        for span in sentence["spans"]:
            if span["kind"] == PieceKind.ORGAN.value:
                yield sentence["text"][span["start"] : span["end"]]


def _names(found: Iterable[str]) -> tuple[str, ...]:
    """Return names with their short forms, each once, in an order of their own."""
    names = {name for name in found if len(name) > 1}
    names |= {name.removesuffix(tail) for name in names for tail in _TAILS if len(name) > len(tail) + 1}
    return tuple(sorted(names))
