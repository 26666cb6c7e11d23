"""A crash between any two system calls leaves the old files or the new ones."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from drafter.runs.exchange import exchange, recover

EVENTS = ("open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.listdir", "os.scandir", "shutil.", "tempfile.")
OLD = {"report.docx": b"old", "report.md": b"old", "report.pdf": b"old", "report.json": b"old"}
NEW = {"report.docx": b"new", "report.html": b"new", "report.md": b"new", "report.json": b"new"}
ORDER = ("report.docx", "report.html", "report.md", "report.json")


class Crash(BaseException):
    """The process is gone: from here on no system call is made."""


class Crashing:
    """Lets so many system calls on a folder pass and none after them."""

    def __init__(self) -> None:
        self.left: int | None = None
        self.folder = ""
        sys.addaudithook(self)

    def __call__(self, event: str, arguments: tuple[object, ...]) -> None:
        if self.left is None or not event.startswith(EVENTS) or not str(arguments[:1]).count(self.folder):
            return
        if self.left == 0:
            raise Crash
        self.left -= 1


# A hook cannot be taken away again: one serves all tests, and rests between them.
CRASHING = Crashing()


@contextmanager
def dying_after(calls: int, folder: Path) -> Iterator[None]:
    CRASHING.left, CRASHING.folder = calls, str(folder)
    try:
        yield
    finally:
        CRASHING.left = None


def crashes(calls: int, folder: Path, work: Callable[[], None]) -> bool:
    """Return whether the work came to its end before the crash."""
    try:
        with dying_after(calls, folder):
            work()
    except Crash:
        return True
    return False


def prepared(folder: Path, files: dict[str, bytes]) -> Path:
    folder.mkdir()
    for name, content in files.items():
        (folder / name).write_bytes(content)
    (folder / "批注.docx").write_bytes(b"somebody's own")
    return folder


def state(folder: Path) -> dict[str, bytes]:
    found = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert found.pop("批注.docx") == b"somebody's own"
    return found


def replace(folder: Path) -> Callable[[], None]:
    return lambda: exchange(folder, NEW, ORDER, ["report.pdf"])


@pytest.mark.parametrize("before", [OLD, {}], ids=["over an earlier report", "into a new folder"])
def test_a_crash_anywhere_leaves_the_old_state_or_the_new(tmp_path: Path, before: dict[str, bytes]):
    seen = []
    calls = 0
    while crashes(calls, folder := prepared(tmp_path / str(calls), before), replace(folder)):
        recover(folder)
        seen.append(state(folder))
        calls += 1

    assert calls > 20
    assert all(found in (before, NEW) for found in seen)
    assert seen[0] == before
    assert seen[-1] == NEW
    assert state(folder) == NEW


def test_a_crash_while_recovering_from_a_crash_loses_nothing_either(tmp_path: Path):
    number = 0
    for calls in range(8, 60, 3):
        again = 0
        while True:
            folder = prepared(tmp_path / str(number), OLD)
            number += 1
            crashes(calls, folder, replace(folder))
            if not crashes(again, folder, lambda place=folder: recover(place)):
                break
            recover(folder)
            assert state(folder) in (OLD, NEW)
            again += 2

    assert number > 100


def test_where_a_file_cannot_be_replaced_a_crash_leaves_the_old_state(tmp_path: Path):
    calls = 0
    while True:
        folder = prepared(tmp_path / str(calls), OLD)
        (folder / "report.html").mkdir()  # a folder of that name cannot be replaced by a file
        (folder / "report.html" / "inside").write_bytes(b"keep")
        try:
            died = crashes(calls, folder, replace(folder))
        except OSError:
            died = False
        if died:
            # The next run meets the same obstacle; what it may not do is mix the two states.
            try:
                recover(folder)
            except OSError:
                (folder / "report.html" / "inside").unlink()
                (folder / "report.html").rmdir()
                recover(folder)
                assert state(folder) == NEW
                calls += 1
                continue
        found = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
        assert found == {**OLD, "批注.docx": b"somebody's own"}
        if not died:
            break
        calls += 1

    assert calls > 20


def test_leftovers_of_a_run_that_never_got_to_its_note_are_cleared_away(tmp_path: Path):
    (tmp_path / ".drafter-abc" / "new").mkdir(parents=True)
    (tmp_path / ".drafter-abc" / "new" / "report.md").write_bytes(b"half")

    recover(tmp_path)

    assert list(tmp_path.iterdir()) == []
