"""Ask a model for all townships of a batch: the one owner of retries, and nothing that was answered is asked again."""

import asyncio
import random
import time
from dataclasses import dataclass
from hashlib import sha256

from drafter.errors import BackendError, DeniedError, PassingError
from drafter.runs.batch.budget import Budget
from drafter.runs.batch.journal import Journal, Kept
from drafter.runs.batch.pace import Pace, StoppedError
from drafter.runs.batch.tokens import expected, worst
from drafter.writing.backends.base import Answer, Backend, Request, Usage
from drafter.writing.reply import read_reply

MOST_TRIES = 6
"""How often a request is sent that gets no answer; that the endpoint is busy does not count."""
MOST_READINGS = 2
"""How often a request is asked whose answer cannot be read at all: a second one may be better, a third never was."""
FIRST_WAIT_SECONDS, LONGEST_WAIT_SECONDS = 0.5, 20.0
AWAY_AFTER = 24
"""After so many failures in a row, with no answer between them, the endpoint is not there."""
BUSY_SECONDS = 900.0
"""So long an endpoint may be busy without a single answer before the batch ends for now."""

OUT_OF_BUDGET = "已到 --max-tokens 或 --max-cost 的上限，没有再问模型"
AWAY = "模型接口一直没有回答，停止了提问"
INTERRUPTED = "运行被中断"


@dataclass(slots=True)
class Counts:
    """What was asked in this run."""

    answered: int = 0
    from_journal: int = 0
    failed: int = 0
    refused: int = 0
    unreadable: int = 0


class Asker:
    """Asks one model. It belongs to one event loop; only `complete` of its backend talks to the endpoint."""

    def __init__(self, backend: Backend, address: str, journal: Journal, pace: Pace, budget: Budget) -> None:
        self._backend, self._address, self._journal = backend, address, journal
        self.pace, self.budget, self.counts = pace, budget, Counts()
        self.reason = ""
        """Why no more is asked, empty while it is."""
        self.is_away = False
        """Whether it is because the endpoint lets nobody in, or does not answer."""
        self._random = random.Random()  # noqa: S311
        self._failures, self._last_answer = 0, time.monotonic()
        self._shared: dict[str, asyncio.Task[Answer | str]] = {}
        self._under_way: set[asyncio.Task[Kept]] = set()

    async def ask(self, fingerprint: str, request: Request) -> Answer | str:
        """Return the answer to a request, or why there is none. Raises StoppedError where it was not asked.

        Two townships that ask the same at the same time are asked for once.
        """
        task = self._shared.get(fingerprint)
        if task is None:
            task = asyncio.create_task(self._asked(fingerprint, request))
            self._shared[fingerprint] = task
            task.add_done_callback(lambda _task: self._shared.pop(fingerprint, None))
        return await asyncio.shield(task)

    def knows(self, fingerprint: str) -> bool:
        """Return whether a request has been answered already."""
        kept = self._journal.answer(self._key(fingerprint))
        return kept is not None and kept.is_final

    def _key(self, fingerprint: str) -> str:
        return sha256(f"{fingerprint} {self._address}".encode()).hexdigest()

    def stop(self, reason: str) -> None:
        """Ask nothing more; what is under way is waited for by `finish`."""
        self.reason = self.reason or reason
        self.pace.stop()

    async def finish(self, grace_seconds: float) -> None:
        """Wait for the answers under way, for so long, and keep them."""
        if self._under_way:
            await asyncio.wait(self._under_way, timeout=grace_seconds)
        for task in [*self._under_way, *self._shared.values()]:
            task.cancel()

    async def _asked(self, fingerprint: str, request: Request) -> Answer | str:
        key = self._key(fingerprint)
        kept = self._journal.answer(key)
        if kept is not None and kept.is_final:
            self.counts.from_journal += 1
            return kept.answer
        tries = 0
        while True:
            try:
                kept = await self._once(key, request, kept)
                if kept.is_final:
                    return kept.answer
            except PassingError as error:
                tries += not error.busy
                if tries >= MOST_TRIES:
                    return str(error)
                if not error.busy:
                    await self._back_off(tries)
            except DeniedError:
                raise StoppedError from None
            except BackendError as error:
                return str(error)

    async def _once(self, key: str, request: Request, earlier: Kept | None) -> Kept:
        """Send a request once and return its answer as it was recorded."""
        most = worst(request)
        if not await self.budget.hold(most):
            self.stop(OUT_OF_BUDGET)
            raise StoppedError
        used: Usage | None = None
        try:
            sent_at = await self.pace.turn(_tokens(expected(request)))
            # A task of its own: what has been sent is waited for and kept, whatever becomes of who asked.
            task = asyncio.create_task(self._sent(key, request, earlier, sent_at))
            self._under_way.add(task)
            task.add_done_callback(self._under_way.discard)
            kept = await asyncio.shield(task)
            used = kept.answer.usage
            return kept
        finally:
            await self.budget.settle(most, used)

    async def _sent(self, key: str, request: Request, earlier: Kept | None, sent_at: float) -> Kept:
        try:
            answer = await self._backend.complete(request)
        except PassingError as error:
            self._missed(sent_at, error)
            raise
        except DeniedError as error:
            # Before the gate opens for the next: it would fare no better.
            self._away(str(error))
            self.pace.failed()
            raise
        except BaseException:
            self.pace.failed()
            raise
        self.pace.answered(_tokens(answer.usage), _tokens(expected(request)))
        self._failures, self._last_answer = 0, time.monotonic()
        self.counts.answered += 1
        reply = read_reply(answer.text, answer.finish)
        is_unreadable = bool(reply.failures) and not reply.items
        self.counts.unreadable += is_unreadable
        calls = earlier.calls if earlier else 0
        is_final = not is_unreadable or calls + 1 >= MOST_READINGS
        return await asyncio.to_thread(self._journal.keep, key, answer, is_final=is_final)

    def _missed(self, sent_at: float, error: PassingError) -> None:
        """Take note of a request that got no answer, and stop asking where the endpoint seems to be away."""
        if error.busy:
            self.counts.refused += 1
            self.pace.refused(sent_at, error.wait_seconds)
            if time.monotonic() - self._last_answer > BUSY_SECONDS:
                self._away(f"{AWAY}：{error}")
            return
        self.counts.failed += 1
        self._failures += 1
        self.pace.failed()
        if self._failures >= AWAY_AFTER:
            self._away(f"{AWAY}：{error}")

    def _away(self, reason: str) -> None:
        self.is_away = self.is_away or not self.reason
        self.stop(reason)

    async def _back_off(self, tries: int) -> None:
        most = min(LONGEST_WAIT_SECONDS, FIRST_WAIT_SECONDS * 2 ** (tries - 1))
        await asyncio.sleep(most * (0.5 + self._random.random() / 2))


def _tokens(usage: Usage) -> int:
    return usage.prompt + usage.completion
