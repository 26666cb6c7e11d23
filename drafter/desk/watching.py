"""Take reports in behind the open desk: the first ones while it starts, later ones as they are drafted."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread

from drafter.desk.service import Desk
from drafter.desk.store.intake import TakenIn
from drafter.errors import DrafterError

SECONDS = 20
"""How often the folder is looked through; files that have not changed are not read."""

Say = Callable[[TakenIn], None]


class _Stopped(Exception):
    """The desk is closing."""


@contextmanager
def watching(desk: Desk, out: Path, say: Say, seconds: float = SECONDS) -> Iterator[None]:
    """Take in what lies in a folder and what comes into it, as long as this lasts.

    `say` is told, from another thread, whenever something came of it; what could not be taken in, once.
    """
    stop = Event()
    thread = Thread(target=_watch, args=(desk, out, say, stop, seconds), name="drafter-desk-watching", daemon=True)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()


def _watch(desk: Desk, out: Path, say: Say, stop: Event, seconds: float) -> None:
    told: set[tuple[str, str]] = set()

    def go_on(_done: int, _all: int) -> None:
        if stop.is_set():
            raise _Stopped

    while not stop.is_set():
        try:
            taken = desk.take_in(out, go_on)
        except _Stopped:
            return
        except DrafterError as error:
            taken = TakenIn(problems=(("", str(error)),))
        fresh = tuple(problem for problem in taken.problems if problem not in told)
        told.update(fresh)
        if taken.new or taken.redrafted or taken.aside or fresh:
            say(TakenIn(taken.new, taken.redrafted, taken.aside, fresh))
        stop.wait(seconds)
