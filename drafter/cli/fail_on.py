"""From which severity on a command returns 3."""

from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from drafter.findings import Finding


class FailOn(StrEnum):
    """From which severity on the command fails."""

    ERROR = "error"
    WARNING = "warning"
    NEVER = "never"


def fails(findings: Iterable["Finding"], fail_on: FailOn) -> bool:
    """Return whether a finding weighs enough for the command to return 3."""
    from drafter.findings import Severity, at_or_above

    return fail_on is not FailOn.NEVER and bool(at_or_above(findings, Severity(fail_on.value)))
