"""Correct the statistics as data; tables and sentences follow."""

from drafter.desk.actions import Correct
from drafter.desk.outcome import Done, Refused
from drafter.desk.working import WorkingReport


def correct(working: WorkingReport, action: Correct) -> Done | Refused:  # noqa: ARG001
    """Return the report with cells corrected."""
    return Refused("unknown", "更正单元格还没有接上")
