"""What is wrong with a dossier, a draft or a report, as data."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding weighs: an error blocks, a warning asks, an info tells."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """Return 0 for info, 1 for warning, 2 for error."""
        return ("info", "warning", "error").index(self.value)


@dataclass(frozen=True, slots=True)
class Finding:
    """One problem, where it is and what to do about it."""

    code: str
    """Stable and kebab-case; tests and scripts rely on it."""
    severity: Severity
    where: str
    """A cell path, a note id, a section, or a field of the dossier (`organ.name`)."""
    message: str
    """Plain Chinese a clerk can act on."""
    suggestion: str = ""
    line: int | None = None
    """The line in the file that was read, counted from 1, where there is one."""
    address: str = ""
    """The cell of the workbook that was read, as WPS and Excel write it: 表三!D7."""

    def to_json(self) -> dict[str, str | int | None]:
        """Return the finding as a JSON object with every field present."""
        return asdict(self)


def at_or_above(findings: Iterable[Finding], severity: Severity) -> list[Finding]:
    """Return the findings that weigh as much as `severity` or more, in their order."""
    return [finding for finding in findings if finding.severity.rank >= severity.rank]


def blocking(findings: Iterable[Finding]) -> list[Finding]:
    """Return the errors: what keeps a draft from being written."""
    return at_or_above(findings, Severity.ERROR)


def sorted_findings(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings, errors first, then by line and place; those with an address stay in their order."""
    return sorted(findings, key=_order)


def _order(finding: Finding) -> tuple[int, int, str, str]:
    place = ("", "") if finding.address else (finding.where, finding.code)
    return -finding.severity.rank, finding.line or 0, *place
