"""A rule: its number in the catalogue, its code, how much it weighs, where it comes from, and what it looks for."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from drafter.audit.audited import Audited
from drafter.audit.spot import Observation, Spot
from drafter.findings import Finding, Severity

LOST = "可能是转换丢失，请对照原件。"
"""What is said of a fault that may not be in the report itself; it then weighs no more than a warning."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that may be wrong with a report."""

    id: str
    """The number in the catalogue, such as D04."""
    code: str
    """The code of its findings, kebab-case."""
    severity: Severity
    source: str
    """Where the rule comes from: notice and article, standard, or practice."""
    find: Callable[[Audited], Iterable[Spot]]

    def observations(self, audited: Audited) -> Iterator[Observation]:
        """Yield what the rule finds wrong with a report."""
        for spot in self.find(audited):
            line = spot.place.line if spot.place else None
            severity, suggestion = spot.severity or self.severity, spot.suggestion
            if spot.conversion_suspect:
                severity = min(severity, Severity.WARNING, key=lambda level: level.rank)
                suggestion = f"{LOST}{suggestion}"
            finding = Finding(self.code, severity, spot.where, spot.message, suggestion, line)
            yield Observation(finding, self.id, self.source, spot.place, spot.quote, spot.mark, spot.conversion_suspect)
