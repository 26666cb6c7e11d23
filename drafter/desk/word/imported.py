"""What an edited Word file proposes: each change as an action to take or leave. Nothing of it has been taken."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from drafter.desk.actions import Action, Drop, Insert
from drafter.desk.word.export import Exported
from drafter.findings import Finding


class Change(StrEnum):
    """What was done to a sentence or a cell."""

    EDITED = "改写"
    INSERTED = "新增"
    DROPPED = "删去"
    MOVED = "移动"
    """Two proposals with the same `moved`: the sentence out of its old place, and into its new one."""
    JOINED = "并入"
    """Made part of another sentence, which is edited so: struck out only where that is taken."""
    CORRECTED = "数据"


@dataclass(frozen=True, slots=True)
class Proposal:
    """A change of the file that can be taken or left."""

    change: Change
    action: Action
    where: str
    """The line, or the first cell; for a new sentence the line it stands behind."""
    before: str
    after: str
    authors: tuple[str, ...] = ()
    """Who made it, where the file tracked it."""
    at: str = ""
    """When the last of them did, as the file says."""
    stale: bool = False
    """Whether the desk's own text changed, too, since the file was written: taking it overwrites that."""
    moved: str = ""
    """The line that was moved."""
    into: str = ""
    """The line that it was made part of."""

    @property
    def rests_on(self) -> str:
        """Return the line whose words this one strikes out in one place because they stand in another; else nothing."""
        return (self.into or self.moved) if isinstance(self.action, Drop) else ""

    @property
    def carries(self) -> str:
        """Return the line whose words this one puts into another place or another sentence."""
        return self.moved if isinstance(self.action, Insert) else self.where


@dataclass(frozen=True, slots=True)
class ImportedComment:
    """A comment that somebody wrote in the file, at the line or cell it was hung on."""

    author: str
    at: str
    text: str
    quote: str
    line: str = ""
    cell: str = ""


@dataclass(frozen=True, slots=True)
class Imported:
    """What came out of an edited file."""

    proposals: tuple[Proposal, ...]
    comments: tuple[ImportedComment, ...]
    problems: tuple[Finding, ...]
    """What was changed in the file and cannot be taken, and what could not be read for certain."""
    exported: Exported | None = None
    """Which report and version the file says it was written from."""


def taking_order(proposals: Iterable[Proposal]) -> list[Proposal]:
    """Return proposals in the order to take them in, so that what is put in stands in the order of the file.

    Every new sentence goes directly behind its neighbour, so of several behind the same one the last goes first. What
    is struck out because it stands elsewhere now goes last.
    """
    ordered = sorted(proposals, key=lambda proposal: bool(proposal.rests_on))
    places: dict[str, list[int]] = {}
    for number, proposal in enumerate(ordered):
        if isinstance(proposal.action, Insert):
            places.setdefault(proposal.action.after, []).append(number)
    result = list(ordered)
    for numbers in places.values():
        for number, other in zip(numbers, reversed(numbers), strict=True):
            result[number] = ordered[other]
    return result
