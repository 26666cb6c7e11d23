"""Run a batch from outside its event loop: the lock, the journal, the processes and Ctrl-C."""

import asyncio
import signal
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import TypeVar

from drafter.findings import Finding, Severity
from drafter.runs.batch.batch import Batch
from drafter.runs.batch.engine import Engine, Outcome
from drafter.runs.batch.estimate import Estimate, estimated
from drafter.runs.batch.journal import Journal
from drafter.runs.batch.keeping import Summaries
from drafter.runs.batch.lock import locked
from drafter.runs.batch.tally import Observer
from drafter.runs.batch.workers import Workers

Result = TypeVar("Result")
SIGNALS = (signal.SIGINT, signal.SIGTERM)


@dataclass(frozen=True, slots=True)
class Opened:
    """An OUT that nobody else writes to while this lasts."""

    state: Path
    journal: Journal


@contextmanager
def opened(out: Path) -> Iterator[Opened]:
    """Yield OUT with its journal. Raises OutputError where another batch has it, or it cannot be written."""
    with locked(out) as state:
        journal = Journal(state)
        try:
            yield Opened(state, journal)
        finally:
            journal.close()


def run_batch(batch: Batch, at: Opened, observer: Observer) -> Outcome:
    """Return what a run of a batch did. Ctrl-C ends it soon and in order; a second one at once."""
    return _with_engine(batch, at, observer, lambda engine: engine.run())


def look_ahead(batch: Batch, at: Opened, observer: Observer) -> Estimate:
    """Return what drafting the batch would take; every dossier is checked and no model is asked."""
    return _with_engine(batch, at, observer, estimated)


def summaries(batch: Batch, at: Opened, reason: str = "") -> Summaries:
    """Return the lines of all townships; those that were not reached say why."""
    left = None
    if reason:
        advice = "用同样的命令再运行一次，会从这里接着做；因为上限停下的，先调高上限"
        left = Finding("batch-pending", Severity.WARNING, "batch", f"还没有起草：{reason}", advice)
    return Summaries(batch.entries, at.journal, left)


def _with_engine(batch: Batch, at: Opened, observer: Observer, work: Callable[[Engine], Awaitable[Result]]) -> Result:
    async def within() -> Result:
        engine = Engine(batch, at.journal, workers, observer)
        with _signals(engine):
            return await work(engine)

    with Workers(batch.processes) as workers:
        return asyncio.run(within())


@contextmanager
def _signals(engine: Engine) -> Iterator[None]:
    """Let the first Ctrl-C end the batch in order, and the second at once."""
    loop, task, came = asyncio.get_running_loop(), asyncio.current_task(), list[int]()

    def ended(_number: int, _frame: FrameType | None) -> None:
        came.append(_number)
        first = len(came) == 1
        loop.call_soon_threadsafe(engine.interrupt if first or task is None else task.cancel)

    before = {number: signal.signal(number, ended) for number in SIGNALS}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
