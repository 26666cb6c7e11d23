"""What is kept and what is refused: a version of a report, a change to it, and a change that came too late."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from drafter.desk.risk import QueueRow
from drafter.desk.trail import Entry
from drafter.desk.working import WorkingReport

DRAFTED = "Draft"
"""The action of an entry by which a draft of a run came in."""
UNDONE = "Undo"
CHANGES_CONTENT = frozenset({"Edit", "Insert", "Drop", "AddNote", "Correct"})
"""The actions that an undo takes back."""

Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class Stored:
    """A version of a report."""

    key: str
    version: int
    working: WorkingReport


@dataclass(frozen=True, slots=True)
class Change:
    """What is to be saved: the report as it becomes, its row in the queue, and what the trail says of it."""

    working: WorkingReport
    row: QueueRow
    who: str
    action: str
    where: str = ""
    before: Mapping[str, Any] = field(default_factory=dict)
    after: Mapping[str, Any] = field(default_factory=dict)
    record: str | None = None
    """The hash of the run record that the report was drafted by, where one comes in."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Somebody else was faster: nothing is saved, and what they did is here to be shown."""

    key: str
    expected: int
    version: int
    since: tuple[Entry, ...]
    """What happened since the version that was expected, oldest first."""

    @property
    def message(self) -> str:
        """Return what happened, for whoever was too late."""
        if not self.since:
            return "没有保存：这份报告的版本对不上，请刷新页面后再试"
        who = "、".join(dict.fromkeys(entry.who for entry in self.since))
        return f"没有保存：您打开之后，{who}已经改过这份报告。您写的内容还留着，请看过改动后再保存"


def now() -> datetime:
    """Return the time."""
    return datetime.now(UTC)


def stamp(moment: datetime) -> str:
    """Return a moment as the store writes it: in UTC, of one length, so that the order of text is that of time."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
