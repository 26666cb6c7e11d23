"""A rule: its number in the catalogue, its code, how much it weighs, where it comes from, and what it looks for."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from drafter.audit.audited import Audited
from drafter.audit.spot import Observation, Spot
from drafter.findings import Finding, Severity


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
            severity = spot.severity or self.severity
            finding = Finding(self.code, severity, spot.where, spot.message, spot.suggestion, line)
            yield Observation(finding, self.id, self.source, spot.place, spot.quote, spot.mark, spot.conversion_suspect)
