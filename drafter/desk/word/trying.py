"""What would come of each proposal of an edited file: the same checks as for an edit on the page, and nothing kept."""

from collections.abc import Iterable
from dataclasses import dataclass

from drafter.desk.account import Account
from drafter.desk.acting import act
from drafter.desk.outcome import Done, Refused
from drafter.desk.word.imported import Proposal
from drafter.desk.working import Line, WorkingReport


@dataclass(frozen=True, slots=True)
class Tried:
    """A proposal with what would come of it alone."""

    proposal: Proposal
    outcome: Done | Refused

    @property
    def line(self) -> Line | None:
        """Return the sentence as it would stand: green, amber with its unproved words, or red with its faults."""
        return self.outcome.working.line(self.outcome.where) if isinstance(self.outcome, Done) else None


def tried(proposals: Iterable[Proposal], working: WorkingReport, account: Account) -> tuple[Tried, ...]:
    """Return each proposal as it would come out if it were taken alone."""
    return tuple(Tried(proposal, act(working, proposal.action, account)) for proposal in proposals)
