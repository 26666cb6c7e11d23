"""Write a change: the version, the row of the queue and the sealed entry of the trail, in one transaction."""

import json
from dataclasses import asdict, replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, insert, select, update

from drafter.desk.store.changes import DRAFTED, Change, Conflict
from drafter.desk.store.packing import Packed
from drafter.desk.store.tables import entries, reports, sources, versions, words
from drafter.desk.trail import FIRST, Entry
from drafter.dossier.building import canonical_json


def saved(connection: Connection, key: str, expected: int, change: Change, content: Packed, at: str) -> int | Conflict:
    """Keep a change of the expected version and return the new one; a report that is not there yet has version 0.

    `content` is the changed report, packed before the transaction began: others wait for a transaction that writes.
    """
    columns = (reports.c.version, reports.c.entries, reports.c.head, reports.c.is_edited)
    seen = connection.execute(select(*columns).where(reports.c.key == key)).one_or_none()
    version, number, head, was_edited = seen or (0, 0, FIRST, False)
    if version != expected:
        return too_late(connection, key, expected)
    entry = _sealed(key, number + 1, version + 1, at, change, (content.digest, head))
    fields = {
        **asdict(change.row),
        "key": key,
        "version": entry.version,
        "entries": entry.number,
        "head": entry.hash,
        "is_edited": was_edited or change.action != DRAFTED,
        "changed_at": at,
    }
    if change.record is not None:
        fields["record"] = change.record
    if seen is None:
        connection.execute(insert(reports).values(fields))
    else:
        # Where writers do not wait for each other, this says who was first: one update alone finds the old version.
        update_of = update(reports).where(reports.c.key == key, reports.c.version == version).values(fields)
        if connection.execute(update_of).rowcount != 1:
            return too_late(connection, key, expected)
    _keep(connection, key, entry, content)
    _keep_words(connection, key, change)
    return entry.version


def too_late(connection: Connection, key: str, expected: int) -> Conflict:
    """Return what happened to a report since a version."""
    version = connection.execute(select(reports.c.version).where(reports.c.key == key)).scalar_one_or_none() or 0
    return Conflict(key, expected, version, trail_of(connection, key, entries.c.version > expected))


def trail_of(connection: Connection, key: str, *conditions: ColumnElement[bool]) -> tuple[Entry, ...]:
    """Return the entries of a report that satisfy the conditions, oldest first."""
    wanted = select(entries).where(entries.c.report == key, *conditions).order_by(entries.c.number)
    return tuple(_entry(row._asdict()) for row in connection.execute(wanted))


def contents_of(key: str) -> Select[tuple[bytes, bytes, int]]:
    """Return the statement for the packed versions of a report: source, state, version."""
    columns = select(sources.c.content, versions.c.state, versions.c.version)
    return columns.join_from(versions, sources).where(versions.c.report == key)


def keep_source(connection: Connection, content: Packed) -> None:
    """Keep what a report was drafted from, once."""
    known = select(sources.c.digest).where(sources.c.digest == content.source_digest)
    if connection.execute(known).one_or_none() is None:
        connection.execute(insert(sources).values(digest=content.source_digest, content=content.source))


def _sealed(key: str, number: int, version: int, at: str, change: Change, bound: tuple[str, str]) -> Entry:
    # Before and after are hashed as they will be read back.
    before, after = (json.loads(canonical_json(side)) for side in (change.before, change.after))
    state, head = bound
    entry = Entry(key, number, version, at, change.who, change.action, change.where, before, after, head, state=state)
    return replace(entry, hash=entry.sealed())


def _keep(connection: Connection, key: str, entry: Entry, content: Packed) -> None:
    keep_source(connection, content)
    version = {"report": key, "version": entry.version, "source": content.source_digest, "state": content.state}
    connection.execute(insert(versions).values(version))
    sides = {"before": canonical_json(entry.before), "after": canonical_json(entry.after)}
    connection.execute(insert(entries).values({**asdict(entry), **sides}))


def _keep_words(connection: Connection, key: str, change: Change) -> None:
    row = change.row
    text = "\n".join(
        [row.organ, row.county, row.title, *(str(line.text) for line in change.working.lines if not line.dropped)]
    ).lower()
    if connection.execute(update(words).where(words.c.report == key).values(words=text)).rowcount == 0:
        connection.execute(insert(words).values(report=key, words=text))


def _entry(row: dict[str, Any]) -> Entry:
    return Entry(**{**row, "before": json.loads(row["before"]), "after": json.loads(row["after"])})
