"""Keep every version of every report with the decision that made it: all of a change, or nothing."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Engine, select

from drafter.desk.account import Account
from drafter.desk.store import engine as database
from drafter.desk.store.changes import CHANGES_CONTENT, DRAFTED, UNDONE, Change, Clock, Conflict, Stored, now, stamp
from drafter.desk.store.packing import digest_of, packed, unpacked
from drafter.desk.store.queue import Asked, CountyLine, Page, Queued, board_of, keys_of, page_of, row_of
from drafter.desk.store.saving import contents_of, saved, too_late, trail_of
from drafter.desk.store.tables import reports, versions
from drafter.desk.trail import Entry, broken_at


class Store:
    """The reports of a desk in a database. Safe for several threads and several processes."""

    def __init__(self, engine: Engine, clock: Clock = now) -> None:
        self.engine, self.clock = engine, clock

    @classmethod
    def open(cls, url: str | URL, clock: Clock = now) -> "Store":
        """Return the store at a URL, its tables made or brought up to date."""
        return cls(database.opened(url), clock)

    @classmethod
    def beside(cls, out: Path, clock: Clock = now) -> "Store":
        """Return the store that lies beside the reports of a folder."""
        return cls.open(database.file_url(out / ".drafter" / "desk.sqlite3"), clock)

    def close(self) -> None:
        """Give up the connections."""
        self.engine.dispose()

    def now(self) -> str:
        """Return the time as the store writes it."""
        return stamp(self.clock())

    def load(self, key: str) -> Stored | None:
        """Return a report as it is now; None where there is no such report."""
        return self._read(key, select(reports.c.version).where(reports.c.key == key).scalar_subquery())

    def at_version(self, key: str, version: int) -> Stored | None:
        """Return a report as it was at a version."""
        return self._read(key, version)

    def earlier_for_undo(self, key: str) -> Stored | None:
        """Return the report as it was before the last change that is not taken back yet; None where there is none."""
        with self.engine.connect() as connection:
            version = _before_last_change(trail_of(connection, key))
        return None if version is None else self.at_version(key, version)

    def trail(self, key: str) -> tuple[Entry, ...]:
        """Return the entries of a report, oldest first."""
        with self.engine.connect() as connection:
            return trail_of(connection, key)

    def broken_at(self, key: str) -> int | None:
        """Return the number of the first entry that does not hold: its place in the chain, or the version it made.

        One more than there are entries where the end is cut off; None where all is as it was written.
        """
        with self.engine.connect() as connection:
            trail = trail_of(connection, key)
            kept = {row.version: digest_of(row.content, row.state) for row in connection.execute(contents_of(key))}
            wanted = select(reports.c.entries, reports.c.version, reports.c.head).where(reports.c.key == key)
            end = connection.execute(wanted).one()
        if (broken := broken_at(trail)) is not None:
            return broken
        wrong = (entry.number for entry in trail if kept.get(entry.version) != entry.state)
        last = [(entry.number, entry.version, entry.hash) for entry in trail[-1:]]
        return next(wrong, None if last == [tuple(end)] else len(trail) + 1)

    def save(self, key: str, expected: int, change: Change) -> int | Conflict:
        """Keep a change of the version that its author has seen, and return the new version."""
        content = packed(change.working)
        with database.writing(self.engine) as connection:
            return saved(connection, key, expected, change, content, self.now())

    def conflict(self, key: str, expected: int) -> Conflict:
        """Return what happened to a report since the version that somebody saw."""
        with self.engine.connect() as connection:
            return too_late(connection, key, expected)

    def queue(self, asked: Asked, account: Account) -> Page:
        """Return the page of the queue that somebody asked for."""
        with self.engine.connect() as connection:
            return page_of(connection, asked, account)

    def keys(self, asked: Asked, account: Account) -> tuple[str, ...]:
        """Return the keys of all that a filter leaves, in the order of the queue, whatever the page."""
        with self.engine.connect() as connection:
            return keys_of(connection, asked, account)

    def board(self, account: Account) -> tuple[CountyLine, ...]:
        """Return every county that somebody may see, by name."""
        with self.engine.connect() as connection:
            return board_of(connection, account)

    def row(self, key: str) -> Queued | None:
        """Return a report as it stands in the queue; None where there is no such report."""
        with self.engine.connect() as connection:
            return row_of(connection, key)

    def _read(self, key: str, version: Any) -> Stored | None:
        with self.engine.connect() as connection:
            row = connection.execute(contents_of(key).where(versions.c.version == version)).one_or_none()
        return None if row is None else Stored(key, row.version, unpacked(row.content, row.state))


def _before_last_change(trail: Iterable[Entry]) -> int | None:
    """Return the version before the last change that still stands: each undo has taken back one.

    A change to what was there already is none: nothing would come of taking it back.
    """
    standing: list[int] = []
    for entry in trail:
        if entry.action == DRAFTED:
            standing.clear()
        elif entry.action in CHANGES_CONTENT and entry.before != entry.after:
            standing.append(entry.version - 1)
        elif entry.action == UNDONE and standing:
            standing.pop()
    return standing[-1] if standing else None
