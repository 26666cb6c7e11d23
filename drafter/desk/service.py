"""The desk: reports are opened, acted on and saved here; the pages and the command call nothing below it."""

from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Lock
from typing import Any

from drafter.desk.account import Account
from drafter.desk.acting import act
from drafter.desk.actions import Action, Edit, Undo
from drafter.desk.assessing import Assessed, assess
from drafter.desk.opening import open_record
from drafter.desk.outcome import Done, Refused
from drafter.desk.redraft import taken
from drafter.desk.risk import QueueRow, summary
from drafter.desk.siblings import nearest_likeness
from drafter.desk.state import number_json
from drafter.desk.store.changes import DRAFTED, Change, Conflict, Stored
from drafter.desk.store.comparing import keep_likeness
from drafter.desk.store.intake import Progress, Seen, TakenIn, records, redraft_of, take_in, take_redraft
from drafter.desk.store.queue import Asked, CountyLine, Page, Queued
from drafter.desk.store.store import Store
from drafter.desk.store.unsaved import Unsaved, drafts_of, drop_draft, keep_draft
from drafter.desk.trail import Entry
from drafter.desk.working import Status, WorkingReport

KEPT = 64
"""So many assessed reports are kept: as many as a few editors have open, whatever the length of the queue."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A version of a report with all that follows from it."""

    key: str
    version: int
    working: WorkingReport
    assessed: Assessed
    queued: Queued
    """Its row in the queue, as it is now."""


@dataclass(frozen=True, slots=True)
class Saved:
    """An action that was taken and kept."""

    opened: Opened
    done: Done


class Desk:
    """Everything that can be done at a desk. None stands for a report that is not there or not theirs to see."""

    def __init__(
        self,
        store: Store,
        *,
        two_person: bool = False,
        kept: int = KEPT,
    ) -> None:
        self.store, self.two_person, self.kept = store, two_person, kept
        self._assessed: OrderedDict[tuple[str, int], Assessed] = OrderedDict()
        self._seen = Seen()
        self._lock = Lock()

    def take_in(self, out: Path, progress: Progress | None = None) -> TakenIn:
        """Take in what is new in a folder since the last call.

        `progress` is told how many of how many are done, and ends it by raising.
        """
        first = not self._seen.digests
        taken_in = take_in(self.store, out, opened_record, progress, self._seen)
        if first or taken_in.new or taken_in.redrafted:
            keep_likeness(self.store, nearest_likeness(records(out)))
        return taken_in

    def queue(self, asked: Asked, account: Account) -> Page:
        """Return the page of the queue that somebody asked for."""
        return self.store.queue(asked, account)

    def keys(self, asked: Asked, account: Account) -> tuple[str, ...]:
        """Return the keys of all that a filter leaves, in the order of the queue: what comes before and after one."""
        return self.store.keys(asked, account)

    def board(self, account: Account) -> tuple[CountyLine, ...]:
        """Return every county that somebody may see."""
        return self.store.board(account)

    def open(self, key: str, account: Account) -> Opened | None:
        """Return a report as it is now."""
        return self._opened(account, key, self.store.load)

    def at_version(self, key: str, version: int, account: Account) -> Opened | None:
        """Return a report as it was at a version."""
        return self._opened(account, key, lambda key: self.store.at_version(key, version))

    def redraft(self, key: str, account: Account) -> WorkingReport | None:
        """Return what the report would be with the newer draft that is kept beside it; None where there is none."""
        newer, present = redraft_of(self.store, key), self.store.load(key)
        if self._queued(key, account) is None or newer is None or present is None:
            return None
        return taken(newer.working, present.working)

    def trail(self, key: str, account: Account) -> tuple[Entry, ...] | None:
        """Return the trail of a report, oldest first."""
        return None if self._queued(key, account) is None else self.store.trail(key)

    def broken_at(self, key: str, account: Account) -> int | None:
        """Return the number of the first entry of a trail that does not hold; None where all do."""
        return None if self._queued(key, account) is None else self.store.broken_at(key)

    def do(self, key: str, expected: int, action: Action, account: Account) -> Saved | Refused | Conflict | None:
        """Take an action on the version that its author has seen, and keep it with its entry in the trail."""
        opened = self.open(key, account)
        if opened is None:
            return None
        if opened.version != expected:
            return self.store.conflict(key, expected)
        earlier = self.store.earlier_for_undo(key) if isinstance(action, Undo) else None
        before = earlier.working if earlier else None
        done = act(opened.working, action, account, two_person=self.two_person, earlier=before)
        if isinstance(done, Refused):
            return done
        assessed = assess(done.working)
        change = self._change(opened.queued.row, done, assessed, account.name, type(action).__name__)
        version = self.store.save(key, expected, change)
        if isinstance(version, Conflict):
            return version
        if isinstance(action, Edit):
            self.drop_draft(key, action.line, account)
        return Saved(self._kept(Stored(key, version, done.working), assessed, opened.queued), done)

    def take_redraft(self, key: str, expected: int, account: Account) -> Saved | Refused | Conflict | None:
        """Put the newer draft in the place of the report, with what stays of people's work."""
        opened, working = self.open(key, account), self.redraft(key, account)
        if opened is None or working is None:
            return None
        if opened.working.status in (Status.APPROVED, Status.FINAL):
            return Refused("is-approved", f"这份报告已经{opened.working.status}，要用新起草的一稿，请先重新打开")
        assessed = assess(working)
        done = Done(working, "", _outline(opened.working), _outline(working))
        change = self._change(opened.queued.row, done, assessed, account.name, DRAFTED)
        version = take_redraft(self.store, key, expected, change)
        if version is None or isinstance(version, Conflict):
            return version
        return Saved(self._kept(Stored(key, version, working), assessed, opened.queued), done)

    def keep_draft(self, key: str, line: str, account: Account, version: int, content: str) -> bool:
        """Keep what somebody has typed at a sentence and not saved."""
        return self._queued(key, account) is not None and keep_draft(
            self.store, (key, line, account.name), version, content
        )

    def drafts_of(self, key: str, account: Account) -> Mapping[str, Unsaved]:
        """Return what somebody has typed and not saved in a report, by line."""
        return drafts_of(self.store, key, account.name)

    def drop_draft(self, key: str, line: str, account: Account) -> None:
        """Forget what somebody has typed at a sentence."""
        drop_draft(self.store, (key, line, account.name))

    def _queued(self, key: str, account: Account) -> Queued | None:
        queued = self.store.row(key)
        return queued if queued and account.may_see(queued.row.organ) else None

    def _opened(self, account: Account, key: str, load: Callable[[str], Stored | None]) -> Opened | None:
        queued = self._queued(key, account)
        stored = load(key) if queued else None
        if queued is None or stored is None:
            return None
        return Opened(key, stored.version, stored.working, self._assessed_of(stored), queued)

    def _assessed_of(self, stored: Stored) -> Assessed:
        place = (stored.key, stored.version)
        with self._lock:
            if place in self._assessed:
                self._assessed.move_to_end(place)
                return self._assessed[place]
        assessed = assess(stored.working)
        self._keep(place, assessed)
        return assessed

    def _keep(self, place: tuple[str, int], assessed: Assessed) -> None:
        with self._lock:
            self._assessed[place] = assessed
            self._assessed.move_to_end(place)
            while len(self._assessed) > self.kept:
                self._assessed.popitem(last=False)

    def _kept(self, stored: Stored, assessed: Assessed, before: Queued) -> Opened:
        self._keep((stored.key, stored.version), assessed)
        return Opened(stored.key, stored.version, stored.working, assessed, self.store.row(stored.key) or before)

    def _change(self, row: QueueRow, done: Done, assessed: Assessed, who: str, action: str) -> Change:
        after = replace(summary(done.working, assessed, row.likeness), key=row.key)
        return Change(done.working, after, who, action, done.where, done.before, done.after)


def opened_record(key: str, record: Mapping[str, Any]) -> tuple[WorkingReport, QueueRow]:
    """Return the report of a run record, and its row in the queue. Raises InputError where it cannot be opened."""
    working = open_record(record)
    return working, replace(summary(working, assess(working)), key=key)


def _outline(working: WorkingReport) -> dict[str, Any]:
    """Return what a redraft may take away, as the trail keeps it."""
    return {
        "lines": {line.id: str(line.text) for line in working.lines if not line.dropped},
        "corrections": {path: number_json(value) for path, value in working.corrections.items()},
        "status": working.status.value,
    }
