"""A report as a row of the queue, and how much it asks for a look: the riskiest comes first.

The risk is one number in which a heavier kind of trouble always outweighs any amount of a lighter one, in this order:
errors and refused sentences; likeness to a neighbour from `ALIKE` on; 【待补】; sentences to accept; jumps against last
year; other open warnings. Within a kind more is riskier, up to `MOST`.
"""

from dataclasses import dataclass, replace

from drafter.audit.similarity import VERY_ALIKE
from drafter.desk.assessing import Assessed
from drafter.desk.working import WorkingReport
from drafter.findings import Severity

MOST = 99
"""Beyond so many of a kind more make no difference."""
ALIKE = VERY_ALIKE
"""From this likeness on a report asks whether it was copied; 1 is the same text. The measure is that of a batch."""
JUMPS = frozenset({"jump-from-last-year", "unit-slip"})


@dataclass(frozen=True, slots=True)
class QueueRow:
    """What the queue shows of a report."""

    key: str
    """Empty until the store gives it."""
    organ: str
    county: str
    level: str
    year: int
    status: str
    errors: int
    """Open errors, refused sentences not among them."""
    warnings: int
    """Open warnings, jumps, 【待补】 and sentences to accept not among them."""
    ambers: int
    reds: int
    gaps: int
    jumps: int
    """Open jumps against last year."""
    likeness: float | None
    """Likeness to the nearest sibling, 0 to 1; None where nothing was compared."""
    risk: int
    title: str

    @property
    def is_alike(self) -> bool:
        """Return whether the report is so like another that somebody must ask."""
        return self.likeness is not None and self.likeness >= ALIKE

    def compared(self, likeness: float | None) -> "QueueRow":
        """Return the row after the report was compared with its siblings."""
        counted = replace(self, likeness=likeness)
        copied = round((counted.likeness or 0) * MOST) if counted.is_alike else 0
        risk = _risk(self.errors + self.reds, copied, self.gaps, self.ambers, self.jumps, self.warnings)
        return replace(counted, risk=risk)


def summary(working: WorkingReport, assessed: Assessed, likeness: float | None = None) -> QueueRow:
    """Return the row of a report, its key left empty."""
    codes = [(finding.severity, finding.code) for finding in assessed.open_findings]
    errors = sum(severity is Severity.ERROR and code != "sentence-red" for severity, code in codes)
    jumps = sum(severity is not Severity.ERROR and code in JUMPS for severity, code in codes)
    counted = JUMPS | {"to-fill", "sentence-amber"}
    warnings = sum(severity is Severity.WARNING and code not in counted for severity, code in codes)
    ambers, reds, gaps = len(assessed.ambers), len(assessed.reds), len(assessed.gaps)
    organ = assessed.dossier.organ
    row = QueueRow(
        key="",
        organ=organ.name,
        county=organ.county,
        level=organ.level,
        year=assessed.dossier.year,
        status=working.status.value,
        errors=errors,
        warnings=warnings,
        ambers=ambers,
        reds=reds,
        gaps=gaps,
        jumps=jumps,
        likeness=None,
        risk=0,
        title=assessed.document.title,
    )
    return row.compared(likeness)


def _risk(*counts: int) -> int:
    """Return the counts, heaviest first, as the digits of one number."""
    risk = 0
    for count in counts:
        risk = risk * (MOST + 1) + min(count, MOST)
    return risk
