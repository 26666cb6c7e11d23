"""Take a newer draft of a report that people worked on, and keep of their work what the draft does not replace."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from drafter.desk.working import Line, Status, WorkingReport
from drafter.form.statistics import Number, value_at


def taken(newer: WorkingReport, present: WorkingReport) -> WorkingReport:
    """Return the newer draft with what stays of the present report.

    Locked sentences stay as they are, at their place; added notes and waivers stay, for a waiver holds only for the
    very finding it was given for. A corrected cell stays corrected where the clerk has handed in the same value as
    before. All else is the draft's, and the review begins again.
    """
    return replace(
        newer,
        lines=_with_locked(newer.lines, present.lines),
        corrections=_still_needed(newer.source, present),
        notes=present.notes,
        waivers=present.waivers,
        editors=present.editors,
        status=Status.PENDING,
    )


def _with_locked(newer: tuple[Line, ...], present: tuple[Line, ...]) -> tuple[Line, ...]:
    locked = {line.id: line for line in present if line.locked}
    lines = [locked.get(line.id, line) for line in newer]
    drafted = {line.id for line in newer}
    for number, line in enumerate(present):
        if line.id in locked and line.id not in drafted:
            lines.insert(_place(lines, present[:number], line), line)
    return tuple(lines)


def _place(lines: list[Line], before: tuple[Line, ...], line: Line) -> int:
    """Return where a sentence goes that the draft does not have: behind the nearest one before it, in its section."""
    places = {item.id: place for place, item in enumerate(lines, start=1)}
    known = [places[item.id] for item in before if item.section == line.section and item.id in places]
    ends = [place for place, item in enumerate(lines, start=1) if item.section == line.section]
    return known[-1] if known else ends[-1] if ends else len(lines)


def _still_needed(source: Mapping[str, Any], present: WorkingReport) -> dict[str, Number | None]:
    def handed_in(tree: Mapping[str, Any], path: str) -> Any:
        return value_at(tree, f"dossier.statistics.{path}")

    return {
        path: value
        for path, value in present.corrections.items()
        if handed_in(source, path) == handed_in(present.source, path)
    }
