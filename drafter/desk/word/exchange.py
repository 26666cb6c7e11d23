"""Word files at the desk: a report out for review, an edited file in, and what somebody takes of it."""

from collections.abc import Iterable
from dataclasses import dataclass

from drafter.desk.account import Account
from drafter.desk.outcome import Refused
from drafter.desk.service import Desk, Opened
from drafter.desk.store.changes import Conflict
from drafter.desk.word.export import Exported, review_docx
from drafter.desk.word.imported import Imported, Proposal, taking_order
from drafter.desk.word.importing import import_docx
from drafter.desk.word.notices import notices_of
from drafter.desk.word.reading import version_of

NOT_THERE = Refused("not-carried", "这一句在新的位置没有采用，原来的也就没有删去")


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of taking proposals one after the other."""

    opened: Opened
    """The report after the last one that was taken."""
    taken: tuple[Proposal, ...]
    refused: tuple[tuple[Proposal, Refused], ...]
    conflict: Conflict | None = None
    """Where somebody else saved in between: what was taken before that stays, the rest was not tried."""


def review_of(opened: Opened) -> bytes:
    """Return the file for review of a report as it was opened."""
    exported = Exported(opened.key, opened.version)
    return review_docx(opened.assessed.document, exported, notices_of(opened.assessed))


def imported(desk: Desk, opened: Opened, content: bytes, name: str, account: Account) -> Imported:
    """Return what an edited file proposes. Raises InputError for what is no Word file, or a hostile one."""
    version = version_of(content, name, opened.key)
    then = desk.at_version(opened.key, version, account) if version else None
    return import_docx(content, opened.working, name=name, then=then.working if then else None)


def taken(desk: Desk, opened: Opened, proposals: Iterable[Proposal], account: Account) -> Taken:
    """Return what came of taking proposals, each saved as an action of its own with its entry in the trail.

    Words that were moved are struck out in their old place only where they were taken in their new one.
    """
    proposals = list(proposals)
    carried = {proposal.carries: proposal for proposal in proposals if not proposal.rests_on}
    done: list[Proposal] = []
    refused: list[tuple[Proposal, Refused]] = []
    for proposal in taking_order(proposals):
        first = carried.get(proposal.rests_on) if proposal.rests_on else None
        if first and first not in done:
            refused.append((proposal, NOT_THERE))
            continue
        outcome = desk.do(opened.key, opened.version, proposal.action, account)
        if outcome is None or isinstance(outcome, Conflict):
            return Taken(opened, tuple(done), tuple(refused), outcome)
        if isinstance(outcome, Refused):
            refused.append((proposal, outcome))
        else:
            opened = outcome.opened
            done.append(proposal)
    return Taken(opened, tuple(done), tuple(refused))
