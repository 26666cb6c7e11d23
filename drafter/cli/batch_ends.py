"""What became of the townships of a batch, gathered in one walk: there may be as many as in a country."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from drafter.cli.fail_on import FailOn, fails

if TYPE_CHECKING:
    from drafter.runs.batch.summary import Summary

CODES = {"clean": 0, "findings": 3, "failed": 4, "model": 5, "interrupted": 130}
MOST_SHOWN = 20


@dataclass(slots=True)
class Ends:
    """Counts of townships, a line for those that were sent back or failed, and the exit codes that they ask for."""

    statuses: Counter[str] = field(default_factory=Counter)
    shown: list[str] = field(default_factory=list)
    more: int = 0
    """How many more were sent back or failed."""
    offered: int = 0
    """How many were drafted by another plan too."""
    taken: int = 0
    """How many of the second drafts were taken."""
    codes: set[int] = field(default_factory=set)

    def add(self, line: "Summary", fail_on: FailOn, *, require_model: bool) -> None:
        """Count a township."""
        self.statuses[line.status.value] += 1
        self.offered += line.plan_offered > 0
        self.taken += line.plan > 0
        self.codes.add(_code(line, fail_on, require_model=require_model))
        if line.status not in ("blocked", "failed"):
            return
        if len(self.shown) < MOST_SHOWN:
            self.shown.append(_shown(line))
        else:
            self.more += 1


def ends_of(lines: "Iterable[Summary]", fail_on: FailOn, *, require_model: bool) -> Ends:
    """Return what became of the townships."""
    ends = Ends()
    for line in lines:
        ends.add(line, fail_on, require_model=require_model)
    return ends


def _code(line: "Summary", fail_on: FailOn, *, require_model: bool) -> int:
    if line.status == "failed":
        lacks = require_model and any(finding.code == "model-unavailable" for finding in line.findings)
        return CODES["model"] if lacks else CODES["failed"]
    if line.status == "blocked" or fails(line.findings, fail_on):
        return CODES["findings"] if fail_on is not FailOn.NEVER else CODES["clean"]
    return CODES["clean"]


def _shown(line: "Summary") -> str:
    errors = [finding for finding in line.findings if finding.severity == "error"]
    first = f"{errors[0].message}{f'（等 {len(errors)} 处）' if len(errors) > 1 else ''}" if errors else ""
    return f"[{'退回' if line.status == 'blocked' else '失败'}] {line.name}：{line.error or first}"
