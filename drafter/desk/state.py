"""A report on the desk as JSON and back, exactly: what the store keeps of every version."""

from collections.abc import Mapping
from dataclasses import asdict, fields
from decimal import Decimal
from typing import Any

from drafter.desk.working import AddedNote, Fault, Line, Status, Waiver, WorkingReport
from drafter.form.statistics import Number
from drafter.richtext import Piece, PieceKind, Text


def to_json(working: WorkingReport) -> dict[str, Any]:
    """Return a report as JSON: decimals as exact text, names in order."""
    return {
        "source": working.source,
        "model": working.model,
        "lines": [_line_json(line) for line in working.lines],
        "corrections": {path: number_json(value) for path, value in working.corrections.items()},
        "notes": [asdict(note) for note in working.notes],
        "waivers": [asdict(waiver) for waiver in working.waivers],
        "status": working.status.value,
        "reasons": list(working.reasons),
        "editors": sorted(working.editors),
        "approved_by": working.approved_by,
        "plan": working.plan,
    }


def from_json(raw: Mapping[str, Any]) -> WorkingReport:
    """Return the report that `to_json` wrote."""
    return WorkingReport(
        source=raw["source"],
        model=raw["model"],
        lines=tuple(_line(item) for item in raw["lines"]),
        corrections={path: _number(value) for path, value in raw["corrections"].items()},
        notes=tuple(AddedNote(**item) for item in raw["notes"]),
        waivers=tuple(Waiver(**item) for item in raw["waivers"]),
        status=Status(raw["status"]),
        reasons=tuple(raw["reasons"]),
        editors=frozenset(raw["editors"]),
        approved_by=raw["approved_by"],
        plan=raw["plan"],
    )


def text_json(text: Text) -> list[list[str]]:
    """Return a text as JSON: text, kind and ref of every piece."""
    return [[piece.text, piece.kind.value, piece.ref] for piece in text.pieces]


def text_from_json(raw: list[list[str]]) -> Text:
    """Return the text that `text_json` wrote."""
    return Text(tuple(Piece(text, PieceKind(kind), ref) for text, kind, ref in raw))


def number_json(value: Number | None) -> int | str | None:
    """Return a number as JSON: a decimal as exact text."""
    return str(value) if isinstance(value, Decimal) else value


def _number(raw: int | str | None) -> Number | None:
    return Decimal(raw) if isinstance(raw, str) else raw


def _line_json(line: Line) -> dict[str, Any]:
    tree = {item.name: getattr(line, item.name) for item in fields(Line)}
    faults = [asdict(fault) for fault in line.faults]
    lists = {"cites": list(line.cites), "unproved": list(line.unproved), "faults": faults}
    return {**tree, "text": text_json(line.text), **lists}


def _line(raw: Mapping[str, Any]) -> Line:
    values = dict(raw)
    values["text"] = text_from_json(raw["text"])
    values["cites"], values["unproved"] = tuple(raw["cites"]), tuple(raw["unproved"])
    values["faults"] = tuple(Fault(**item) for item in raw["faults"])
    return Line(**values)
