"""The trail of a report: every decision with who, when, before and after, each entry bound to the one before it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from drafter.dossier.building import canonical_json

FIRST = "0" * 64
"""What the first entry of a report is bound to."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the trail."""

    report: str
    """The report's key: its folder relative to OUT."""
    number: int
    """Counted from 1 within the report, without gaps."""
    version: int
    """The version of the report that the action made."""
    at: str
    """When, in UTC, as 2026-01-05T08:30:00.123456Z."""
    who: str
    action: str
    """The name of the action, such as `Edit`; `Draft` where a draft of a run came in."""
    where: str
    """A line id, a cell path, a finding's place, or empty for the whole report."""
    before: Mapping[str, Any]
    after: Mapping[str, Any]
    previous: str
    """The hash of the entry before."""
    hash: str = ""
    state: str = ""
    """The hash of the whole report as the action left it, so that a stored version cannot be changed unseen."""

    def sealed(self) -> str:
        """Return the hash that this entry must have: over all its fields and the hash before it."""
        fields = [self.report, self.number, self.version, self.at, self.who, self.action, self.where]
        content = [*fields, self.before, self.after, self.state, self.previous]
        return sha256(canonical_json(content).encode()).hexdigest()


def broken_at(entries: Iterable[Entry]) -> int | None:
    """Return the number of the first entry of a report's trail that does not follow from those before it."""
    previous = FIRST
    for number, entry in enumerate(entries, start=1):
        if entry.number != number or entry.previous != previous or entry.hash != entry.sealed():
            return number
        previous = entry.hash
    return None
