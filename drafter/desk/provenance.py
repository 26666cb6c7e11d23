"""Where everything in a final report comes from: each figure, each sentence, each decision; and who answers for it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from drafter.desk.assessing import Assessed
from drafter.desk.state import number_json
from drafter.desk.trail import FIRST, Entry
from drafter.desk.working import AddedNote, Line, WorkingReport
from drafter.document.blocks import Document, Heading, Paragraph, Signature, Title
from drafter.dossier.facts import Fact
from drafter.dossier.ledger import written_texts
from drafter.dossier.model import Dossier
from drafter.richtext import Text

PROVENANCE_VERSION = 1
_DECISIONS = ("Return", "HandIn", "Approve", "Finalise", "Reopen")


def provenance(
    key: str, working: WorkingReport, assessed: Assessed, entries: Sequence[Entry], files: Mapping[str, str]
) -> dict[str, Any]:
    """Return the provenance by `schemas/provenance.schema.json`; `files` are the hashes of the files it is of."""
    dossier, document = assessed.dossier, assessed.document
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
        "paragraphs": list(_paragraphs(working, assessed, entries)),
        "cells": list(_cells(document, working, entries)),
        "evidence": _evidence(working, assessed),
        "dropped": [
            {"id": line.id, "text": str(line.text), "by": _by(entries, line.id)} for line in working.lines if line.dropped
        ],
        "waivers": [
            {
                "code": waiver.code,
                "where": waiver.where,
                "message": waiver.message,
                "reason": waiver.reason,
                "by": waiver.by,
            }
            for waiver in working.waivers
        ],
        "decisions": [
            {**_signed(entry), "after": entry.after} for entry in entries if entry.action in _DECISIONS
        ],
        "trail": {"entries": len(entries), "head": entries[-1].hash if entries else FIRST},
        "files": dict(files),
    }


def _paragraphs(working: WorkingReport, assessed: Assessed, entries: Sequence[Entry]) -> Iterator[dict[str, Any]]:
    """Yield every paragraph of the text with its figures, counted from 1 as the files have them; tables left out."""
    number = 0
    for block in assessed.document.blocks:
        match block:
            case Title() | Heading():
                number += 1
                yield {"number": number, "kind": "heading", **_text(block.text, assessed)}
            case Paragraph():
                number += 1
                yield {"number": number, "kind": "paragraph", "sentences": _sentences(block, working, assessed, entries)}
            case Signature():
                for line in block.lines:
                    number += 1
                    yield {"number": number, "kind": "signature", **_text(line, assessed)}
            case _:
                pass


def _sentences(
    block: Paragraph, working: WorkingReport, assessed: Assessed, entries: Sequence[Entry]
) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    start = 0
    for sentence in block.sentences:
        line = working.line(sentence.id)
        end = start + len(str(sentence.text))
        place = {"id": sentence.id, "start": start, "end": end}
        found.append({**place, **_text(sentence.text, assessed), **_written(line, entries)})
        start = end
    return found


def _written(line: Line | None, entries: Sequence[Entry]) -> dict[str, Any]:
    """Return who wrote a sentence, who changed it, and who accepted its unproved words."""
    if line is None:
        return {}
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
    """Return who did what at a place, or to it by correcting a cell."""
    return [_signed(entry) for entry in entries if entry.where == where or where in entry.after.get("lines", ())]


def _signed(entry: Entry) -> dict[str, Any]:
    return {"entry": entry.number, "version": entry.version, "at": entry.at, "who": entry.who, "action": entry.action}


def _text(text: Text, assessed: Assessed) -> dict[str, Any]:
    """Return a text with every piece that is not plain words: where it stands, and what it says."""
    return {
        "text": str(text),
        "figures": [
            {
                "start": span.start,
                "end": span.end,
                "text": str(text)[span.start : span.end],
                "kind": span.kind.value,
                "ref": span.ref,
            }
            for span in text.spans()
        ],
    }


def _cells(document: Document, working: WorkingReport, entries: Sequence[Entry]) -> Iterator[dict[str, Any]]:
    for grid in document.grids():
        for path, text in grid.values().items():
            cell: dict[str, Any] = {"path": path, "table": grid.key, "text": text, "corrected": path in working.corrections}
            if path in working.corrections:
                cell["by"] = [
                    {**_signed(entry), "reason": entry.after.get("reason", "")}
                    for entry in entries
                    if path in entry.after.get("cells", ())
                ]
            yield cell


def _evidence(working: WorkingReport, assessed: Assessed) -> dict[str, Any]:
    """Return every fact that the text shows, and everything the facts and sentences rest on, by id."""
    wanted = [span.ref for line in working.lines if not line.dropped for span in line.text.spans()]
    wanted += [cited for line in working.lines if not line.dropped for cited in line.cites]
    found: dict[str, Any] = {}
    waiting = list(dict.fromkeys(wanted))
    texts = dict(written_texts(assessed.dossier))
    added = {note.id: note for note in working.notes}
    while waiting:
        name = waiting.pop(0)
        if name in found:
            continue
        if fact := assessed.ledger.facts.get(name):
            found[name] = _fact(fact)
            waiting += [source for source in fact.sources if source != name]
        elif name in texts:
            found[name] = {"kind": "note", "text": texts[name], "given": _given(name, assessed.dossier, added)}
    return found


def _fact(fact: Fact) -> dict[str, Any]:
    return {
        "kind": "fact",
        "label": fact.label,
        "value": number_json(fact.value),
        "unit": fact.unit,
        "text": fact.text,
        "sources": list(fact.sources),
    }


def _given(name: str, dossier: Dossier, added: Mapping[str, AddedNote]) -> dict[str, str]:
    """Return where a note comes from and who gave it."""
    if name in added:
        return {"source": added[name].source, "by": added[name].by}
    note = next((note for note in dossier.notes if note.id == name), None)
    if note is None:
        return {"source": "资料文件"}
    source = {"kind": note.source.kind, "file": note.source.file, "date": note.source.date, "person": note.source.person}
    return {part: value for part, value in source.items() if value} or {"source": "资料文件"}


