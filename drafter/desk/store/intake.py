"""Take in the reports that lie in a folder: new ones, and those that were drafted again."""

import json
import os
import signal
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from hashlib import sha256
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from drafter.desk.risk import QueueRow
from drafter.desk.store.changes import DRAFTED, Change, Conflict, Stored
from drafter.desk.store.engine import writing
from drafter.desk.store.packing import Packed, packed, unpacked
from drafter.desk.store.saving import keep_source, saved
from drafter.desk.store.store import Store
from drafter.desk.store.tables import asides, reports, sources
from drafter.desk.working import WorkingReport
from drafter.errors import DrafterError, InputError
from drafter.infile import read_regular

RECORD = "report.json"
ALONE = "_"
"""The key of the report that lies in the folder itself and not in one below it."""
MOST_BYTES = 20_000_000
FEWEST_TO_SPREAD, CHUNK = 40, 10
KIND = "报告记录"
AT_ONCE = 50
"""So many reports are written in one transaction: a disk is slow to promise, and a lock must be short."""
DRAFTER = "起草"
"""Who brings in a draft."""

Opener = Callable[[str, Mapping[str, Any]], tuple[WorkingReport, QueueRow]]
"""What makes a report and its row in the queue of its key and its run record; raises DrafterError where it cannot.

It is sent to other processes, and so is a function of a module.
"""

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Seen:
    """What is remembered of a folder between two looks at it."""

    digests: dict[Path, tuple[tuple[int, int, int], str]] = field(default_factory=dict)
    """Of every file its state (time, size, number) when it was read last, and the hash of what it held."""
    refused: set[tuple[str, str]] = field(default_factory=set)
    """Key and hash of what could not be opened: it is told once, and looked at again when it has changed."""


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What became of the reports of a folder, by key."""

    new: tuple[str, ...] = ()
    redrafted: tuple[str, ...] = ()
    """Drafted again, and nobody had worked on it: the new draft lies on the desk."""
    aside: tuple[str, ...] = ()
    """Drafted again after people had worked on it: theirs stays, the new draft is kept beside it."""
    problems: tuple[tuple[str, str], ...] = ()
    """What could not be taken in, and why."""


@dataclass(frozen=True, slots=True)
class _Found:
    key: str
    digest: str
    change: Change
    content: Packed


@dataclass(frozen=True, slots=True)
class _Problem:
    key: str
    digest: str
    message: str


def take_in(
    store: Store, out: Path, opener: Opener, progress: Progress | None = None, seen: Seen | None = None
) -> TakenIn:
    """Take in what is new in a folder; a report as it is known already is not opened.

    `progress` is told now and then how many of how many are done, and ends it by raising: what is kept by then stays.
    With what was `seen` before, only files that have changed are read.
    """
    seen = Seen() if seen is None else seen
    known = _known(store) | seen.refused
    pending = [(key, path) for key, path in records(out) if (key, _digest(path, seen)) not in known]
    fates: dict[str, list[str]] = {"new": [], "redrafted": [], "aside": []}
    problems: list[tuple[str, str]] = []
    with _workers(len(pending)) as spread:
        for group in _grouped(spread(partial(_read, opener), pending)):
            refused = [item for item in group if isinstance(item, _Problem)]
            problems += [(item.key, item.message) for item in refused]
            seen.refused.update((item.key, item.digest) for item in refused if item.digest)
            _keep(store, [item for item in group if isinstance(item, _Found)], fates)
            if progress:
                progress(len(problems) + sum(map(len, fates.values())), len(pending))
    return TakenIn(tuple(fates["new"]), tuple(fates["redrafted"]), tuple(fates["aside"]), tuple(problems))


def redraft_of(store: Store, key: str) -> Stored | None:
    """Return the newer draft that is kept beside a report, as version 0; None where there is none."""
    wanted = select(sources.c.content, asides.c.state).join_from(asides, sources).where(asides.c.report == key)
    with store.engine.connect() as connection:
        row = connection.execute(wanted).one_or_none()
    return None if row is None else Stored(key, 0, unpacked(row.content, row.state))


def take_redraft(store: Store, key: str, expected: int, change: Change) -> int | Conflict | None:
    """Put the newer draft in the place of a report, because somebody said so; None where there is none any more."""
    content = packed(change.working)
    with writing(store.engine) as connection:
        record = connection.execute(select(asides.c.record).where(asides.c.report == key)).scalar_one_or_none()
        if record is None:
            return None
        version = saved(connection, key, expected, replace(change, record=record), content, store.now())
        if not isinstance(version, Conflict):
            connection.execute(delete(asides).where(asides.c.report == key))
    return version


def records(out: Path) -> Iterator[tuple[str, Path]]:
    """Yield the run records of a folder and of those below it, hidden ones and links left out."""
    for place, folders, files in os.walk(out):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        if RECORD in files:
            folder = Path(place).relative_to(out)
            yield folder.as_posix() if folder.parts else ALONE, Path(place, RECORD)


def _known(store: Store) -> set[tuple[str, str]]:
    """Return key and hash of the run records that lie on the desk, or beside a report of it."""
    with store.engine.connect() as connection:
        wanted = (select(reports.c.key, reports.c.record), select(asides.c.report, asides.c.record))
        return {(row[0], row[1]) for columns in wanted for row in connection.execute(columns)}


def _digest(path: Path, seen: Seen) -> str:
    """Return the hash of a file; empty where it cannot be read, which is told when it is opened."""
    try:
        status = path.stat()
        state = (status.st_mtime_ns, status.st_size, status.st_ino)
        if path not in seen.digests or seen.digests[path][0] != state:
            seen.digests[path] = state, sha256(read_regular(path, MOST_BYTES, kind=KIND)).hexdigest()
    except (OSError, InputError):
        return ""
    return seen.digests[path][1]


def _read(opener: Opener, place: tuple[str, Path]) -> _Found | _Problem:
    """Return a report of a folder, ready to be kept: everything but the keeping can be done in another process."""
    (key, path), digest = place, ""
    try:
        content = read_regular(path, MOST_BYTES, kind=KIND)
        digest = sha256(content).hexdigest()
        working, row = opener(key, _tree(path, content))
    except DrafterError as error:
        return _Problem(key, digest, str(error))
    after = {"record": digest, "model": working.model}
    return _Found(key, digest, Change(working, row, DRAFTER, DRAFTED, after=after, record=digest), packed(working))


def _tree(path: Path, content: bytes) -> Mapping[str, Any]:
    try:
        tree = json.loads(content)
    except ValueError as error:
        raise InputError(path, "不是完整的 JSON，请重新起草这份报告") from error
    if not isinstance(tree, dict):
        raise InputError(path, "不是报告记录，请重新起草这份报告")
    return tree


@contextmanager
def _workers(count: int) -> Iterator[Callable[..., Iterable[Any]]]:
    """Give what applies a function to many: for a county or more, processes on every core."""
    if count < FEWEST_TO_SPREAD or (os.cpu_count() or 1) == 1:
        yield map
        return
    # Spawned, not forked: the desk runs threads.
    # Ctrl+C is for the desk alone, which then ends them.
    pool = ProcessPoolExecutor(
        os.cpu_count(), get_context("spawn"), initializer=signal.signal, initargs=(signal.SIGINT, signal.SIG_IGN)
    )
    try:
        yield partial(pool.map, chunksize=CHUNK)
    finally:
        pool.shutdown(cancel_futures=True)


def _grouped(items: Iterable[_Found | _Problem]) -> Iterator[list[_Found | _Problem]]:
    iterator = iter(items)
    while group := list(islice(iterator, AT_ONCE)):
        yield group


def _keep(store: Store, found: list[_Found], fates: dict[str, list[str]]) -> None:
    if not found:
        return
    with writing(store.engine) as connection:
        for item in found:
            fates[_keep_one(connection, item, store.now())].append(item.key)


def _keep_one(connection: Connection, item: _Found, at: str) -> str:
    state = select(reports.c.version, reports.c.is_edited).where(reports.c.key == item.key)
    version, is_edited = connection.execute(state).one_or_none() or (0, False)
    if is_edited:
        _keep_aside(connection, item, at)
        return "aside"
    saved(connection, item.key, version, item.change, item.content, at)
    return "redrafted" if version else "new"


def _keep_aside(connection: Connection, item: _Found, at: str) -> None:
    keep_source(connection, item.content)
    connection.execute(delete(asides).where(asides.c.report == item.key))
    fields = {"record": item.digest, "at": at, "source": item.content.source_digest, "state": item.content.state}
    connection.execute(insert(asides).values(report=item.key, **fields))
