"""Processes that do the computing, so that the event loop is never late and all cores are used."""

import asyncio
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.connection import wait
from types import TracebackType
from typing import TypeVar

from drafter.errors import DrafterError

Result = TypeVar("Result")


class WorkerDied(DrafterError):
    """A process ended while it worked on a township, and did so again when it was alone with it."""


class Workers:
    """A pool that outlives the death of a process: what was lost is done again, alone, so that one failure stays one.

    Processes touch no file under OUT: only the process that holds its lock does.
    """

    def __init__(self, count: int | None = None) -> None:
        self.count = count or os.cpu_count() or 1
        self._pool = _pool(self.count)
        self._alone = asyncio.Lock()

    def __enter__(self) -> "Workers":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pool.shutdown(wait=True, cancel_futures=True)

    async def run(self, work: Callable[..., Result], *arguments: object) -> Result:
        """Return the result of a function in one of the processes. Raises WorkerDied where it ends the process."""
        pool = self._pool
        try:
            return await asyncio.wrap_future(pool.submit(work, *arguments))
        except BrokenProcessPool:
            if self._pool is pool:
                self._pool = _pool(self.count)
                pool.shutdown(wait=False, cancel_futures=True)
        async with self._alone:
            with _pool(1) as own:
                try:
                    return await asyncio.wrap_future(own.submit(work, *arguments))
                except BrokenProcessPool:
                    raise WorkerDied("程序处理这份资料时意外退出，可能是内存不够；其他机关不受影响") from None


def _pool(count: int) -> ProcessPoolExecutor:
    # Spawned everywhere: a fork of a process with threads may hang, and Windows has no other way.
    return ProcessPoolExecutor(count, multiprocessing.get_context("spawn"), initializer=_begin)


def _begin() -> None:
    """Leave Ctrl-C to the process that started this one, end with it, and load what every draft needs."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()
    import drafter.runs.batch.work  # noqa: F401


def _end_with(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)
