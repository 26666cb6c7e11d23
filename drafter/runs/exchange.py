"""Exchange the files of a folder for new ones so that a crash at any moment leaves the old state or the new one.

The new files are written and flushed beside the old ones, in a folder `.drafter-…`. A note in it then says what is to
be done: that is the moment at which the exchange counts as made. What a crash leaves undone, `recover` does from the
note; without a note nothing has happened yet, and what lies there is thrown away.
"""

import json
import os
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

PREFIX = ".drafter-"
NOTE = "exchange.json"
NEW, OLD = "new", "old"


@dataclass(frozen=True, slots=True)
class Exchange:
    """What is to be done: files put in place in this order, files that were there before, files taken away."""

    placed: tuple[str, ...]
    earlier: tuple[str, ...]
    removed: tuple[str, ...]
    undone: bool = False
    """Whether it goes back: a file could not be replaced, so all are as before."""


def exchange(folder: Path, files: Mapping[str, bytes], order: Sequence[str], removed: Sequence[str]) -> None:
    """Put all files in place in their order and take some away; where one cannot be, all stay as they were."""
    recover(folder)
    done = False
    staging = Path(tempfile.mkdtemp(prefix=PREFIX, dir=folder))
    try:
        for name in (NEW, OLD):
            (staging / name).mkdir()
        for name in order:
            _flushed(staging / NEW / name, files[name])
        touched = [name for name in (*order, *removed) if (folder / name).is_file()]
        for name in touched:
            shutil.copy2(folder / name, staging / OLD / name)
        plan = Exchange(tuple(order), tuple(touched), tuple(removed))
        _note(staging, plan)
        try:
            _redo(folder, staging, plan)
            done = True
        except OSError:
            back = Exchange(plan.placed, plan.earlier, plan.removed, undone=True)
            _note(staging, back)
            _undo(folder, staging, back)
            done = True
            raise
    finally:
        # Interrupted half-way, the note and what it speaks of stay for `recover`.
        if done or not (staging / NOTE).exists():
            _thrown_away(staging)


def recover(folder: Path) -> None:
    """Finish what a crash left half done in a folder, and clear away what it left lying there."""
    for staging in sorted(folder.glob(f"{PREFIX}*")):
        with suppress(FileNotFoundError, ValueError, TypeError, KeyError):
            tree = json.loads((staging / NOTE).read_text(encoding="utf-8"))
            plan = Exchange(tuple(tree["placed"]), tuple(tree["earlier"]), tuple(tree["removed"]), tree["undone"])
            (_undo if plan.undone else _redo)(folder, staging, plan)
        _thrown_away(staging)


def _redo(folder: Path, staging: Path, plan: Exchange) -> None:
    for name in plan.placed:
        with suppress(FileNotFoundError):  # placed before the crash
            (staging / NEW / name).replace(folder / name)
    for name in plan.removed:
        (folder / name).unlink(missing_ok=True)
    _flush_names(folder)


def _undo(folder: Path, staging: Path, plan: Exchange) -> None:
    for name in (*plan.placed, *plan.removed):
        if name in plan.earlier:
            with suppress(FileNotFoundError):  # put back before the crash
                (staging / OLD / name).replace(folder / name)
        elif (folder / name).is_file():
            (folder / name).unlink()
    _flush_names(folder)


def _thrown_away(staging: Path) -> None:
    """Take away a folder of ours, its note last: while the note is there, doing it again changes nothing."""
    if not staging.exists():
        return
    for name in (NEW, OLD):
        shutil.rmtree(staging / name, ignore_errors=True)
    shutil.rmtree(staging, ignore_errors=True)


def _note(staging: Path, plan: Exchange) -> None:
    _flushed(staging / f"{NOTE}.new", json.dumps(asdict(plan), ensure_ascii=False).encode())
    for name in (NEW, OLD):
        _flush_names(staging / name)
    (staging / f"{NOTE}.new").replace(staging / NOTE)
    _flush_names(staging)
    _flush_names(staging.parent)


def _flushed(path: Path, content: bytes) -> None:
    """Write a file and wait until the disk has it: a name that outlives its content would pass for a report."""
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _flush_names(folder: Path) -> None:
    """Wait until the disk has the names in a folder, on systems where a folder can be opened."""
    if hasattr(os, "O_DIRECTORY"):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
