"""How far a batch is: a live bar on a terminal, a line now and then where it is piped. The only door to rich."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from drafter.cli.console import say

if TYPE_CHECKING:
    from drafter.runs.batch.tally import Observer, Tally

LINE_SECONDS = 10.0


@contextmanager
def shown(total: int) -> "Iterator[Observer]":
    """Yield what shows the progress of a batch of so many townships on standard error."""
    if sys.stderr.isatty():
        with _bar(total) as observer:
            yield observer
    else:
        yield _Lines()


def counts(tally: "Tally") -> str:
    """Return the counts of a batch in one line."""
    names = {"done": "完成", "blocked": "退回", "failed": "失败"}
    parts = [f"{name} {tally.statuses.get(key, 0)}" for key, name in names.items()]  # type: ignore[call-overload]
    if tally.calls or tally.tokens:
        parts.append(f"{tally.tokens:,} tokens")
    if tally.cost is not None:
        parts.append(f"{tally.cost:.2f} 元")
    return "，".join(parts)


class _Lines:
    """Says how far a batch is, at most every ten seconds."""

    def __init__(self) -> None:
        self._said = self._begun = time.monotonic()

    def __call__(self, tally: "Tally") -> None:
        now = time.monotonic()
        if now - self._said < LINE_SECONDS:
            return
        self._said = now
        left = remaining(tally, now - self._begun)
        done, total = tally.share
        checked = f"已检查 {tally.checked}，" if tally.phase == "检查" and tally.checked else ""
        say(f"{tally.phase} {done}/{total}：{checked}{counts(tally)}{left}")


def remaining(tally: "Tally", seconds: float) -> str:
    """Return how long it will still take, at the speed so far; what earlier runs finished took no time."""
    done = tally.ended - tally.kept
    if done <= 0 or tally.ended >= tally.total:
        return ""
    left = int(seconds / done * (tally.total - tally.ended))
    return f"，约剩 {left // 60} 分 {left % 60:02d} 秒"


@contextmanager
def _bar(total: int) -> "Iterator[Observer]":
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[counts]}"))
    begun = time.monotonic()
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("检查", total=total, counts="")

        def update(tally: "Tally") -> None:
            done, of = tally.share
            done += tally.checked if tally.phase == "检查" else 0
            line = counts(tally) + remaining(tally, time.monotonic() - begun)
            progress.update(task, completed=done, total=of, description=tally.phase, counts=line)

        yield update
