"""Where everything in a final report comes from: each figure, each sentence, each decision; and who answers for it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from drafter.desk.assessing import Assessed
from drafter.desk.origins import origins
from drafter.desk.trail import FIRST, Entry
from drafter.desk.working import Line, WorkingReport
from drafter.document.blocks import Document, Heading, Paragraph, Signature, Title
from drafter.richtext import Span, Text

PROVENANCE_VERSION = 1
_DECISIONS = ("Return", "HandIn", "Approve", "Finalise", "Reopen")


def provenance(
    key: str, working: WorkingReport, assessed: Assessed, entries: Sequence[Entry], files: Mapping[str, str]
) -> dict[str, Any]:
    """Return the provenance by `schemas/provenance.schema.json`; `files` are the hashes of the files it is of."""
    dossier, document = assessed.dossier, assessed.document
    dropped = (line for line in working.lines if line.dropped)
    return {
        "provenance": PROVENANCE_VERSION,
        "report": key,
        "title": document.title,
        "organ": dossier.organ.name,
        "year": dossier.year,
        "edition": dossier.form.edition,
        "dossier": {"sha256": dossier.sha256},
        "model": working.model,
        "approved_by": working.approved_by,
        "editors": sorted(working.editors),
        "paragraphs": list(_paragraphs(document, working, entries)),
        "cells": list(_cells(document, working, entries)),
        "evidence": origins(working, assessed, entries),
        "dropped": [{"id": line.id, "text": str(line.text), "by": _by(entries, line.id)} for line in dropped],
        "waivers": [asdict(waiver) for waiver in working.waivers],
        "decisions": [{**_signed(entry), "after": entry.after} for entry in entries if entry.action in _DECISIONS],
        "trail": {"entries": len(entries), "head": entries[-1].hash if entries else FIRST},
        "files": dict(files),
    }


def _paragraphs(document: Document, working: WorkingReport, entries: Sequence[Entry]) -> Iterator[dict[str, Any]]:
    """Yield every paragraph of the text with its figures, counted from 1 as the files have them; tables left out."""
    found: list[dict[str, Any]] = []
    for block in document.blocks:
        match block:
            case Title() | Heading():
                found.append({"kind": "heading", **_text(block.text)})
            case Paragraph():
                found.append({"kind": "paragraph", "sentences": list(_sentences(block, working, entries))})
            case Signature():
                found += ({"kind": "signature", **_text(line)} for line in block.lines)
            case _:
                pass
    yield from ({"number": number, **paragraph} for number, paragraph in enumerate(found, start=1))


def _sentences(block: Paragraph, working: WorkingReport, entries: Sequence[Entry]) -> Iterator[dict[str, Any]]:
    start = 0
    for sentence in block.sentences:
        line = working.line(sentence.id)
        end = start + len(str(sentence.text))
        place = {"id": sentence.id, "start": start, "end": end}
        yield {**place, **_text(sentence.text), **(_written(line, entries) if line else {})}
        start = end


def _written(line: Line, entries: Sequence[Entry]) -> dict[str, Any]:
    """Return who wrote a sentence, who changed it, and who accepted its unproved words."""
    return {
        "origin": line.origin,
        "drafted_by": line.wording,
        "drafted": line.drafted,
        "cites": list(line.cites),
        "unproved": list(line.unproved),
        "accepted_by": line.accepted_by,
        "changed": _by(entries, line.id),
    }


def _by(entries: Iterable[Entry], where: str) -> list[dict[str, Any]]:
    """Return who did what to a sentence, also by correcting a cell that it speaks of."""
    return [_signed(entry) for entry in entries if entry.where == where or where in entry.after.get("lines", ())]


def _signed(entry: Entry) -> dict[str, Any]:
    return {"entry": entry.number, "version": entry.version, "at": entry.at, "who": entry.who, "action": entry.action}


def _text(text: Text) -> dict[str, Any]:
    """Return a text with every piece that is not plain words: where it stands, and what it says."""
    return {"text": str(text), "figures": [_figure(span, str(text)) for span in text.spans()]}


def _figure(span: Span, text: str) -> dict[str, Any]:
    place = {"start": span.start, "end": span.end, "text": text[span.start : span.end]}
    return {**place, "kind": span.kind.value, "ref": span.ref}


def _cells(document: Document, working: WorkingReport, entries: Sequence[Entry]) -> Iterator[dict[str, Any]]:
    for grid in document.grids():
        for path, text in grid.values().items():
            corrected = path in working.corrections
            by = {"by": list(_corrected(path, entries))} if corrected else {}
            yield {"path": path, "table": grid.key, "text": text, "corrected": corrected, **by}


def _corrected(path: str, entries: Iterable[Entry]) -> Iterator[dict[str, Any]]:
    for entry in entries:
        if path in entry.after.get("cells", ()):
            yield {**_signed(entry), "reason": entry.after.get("reason", "")}
