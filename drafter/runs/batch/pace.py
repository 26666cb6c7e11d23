"""How fast requests go out: one gate for all of a batch, so that one refusal makes everybody wait and nobody rush.

Requests pass the gate one by one. It holds them back while as many are under way as may be, while a minute's budget
is used up, and while the endpoint has asked for a pause. After a refusal half as many may be under way; every answer
lets one more. At first only one is: it fills the endpoint's prompt cache for all others. They wait until it is
answered, but no longer than its prompt can take to be read: that is all that the cache needs.
"""

import asyncio
import random
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

MINUTE = 60.0
CATCH_UP_SECONDS = 0.25
"""How late a request may be and still not shift all that come after it: the gate is never the bottleneck."""
FIRST_PAUSE_SECONDS, LONGEST_PAUSE_SECONDS = 0.5, 60.0
WARM_SECONDS = 2.0
"""So long an endpoint may take to read the first prompt; writing the reply takes it many times as long."""
SPREAD = 0.2
"""After a pause the first requests go out over so much of it, at random distances."""


class StoppedError(Exception):
    """No more requests are sent: the budget is spent, the endpoint is away, or the user has had enough."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What an endpoint allows: requests under way at once, requests and tokens a minute; None where it does not say."""

    concurrency: int
    requests_per_minute: int | None = None
    tokens_per_minute: int | None = None


class Pace:
    """The gate. It belongs to one event loop."""

    def __init__(self, limits: Limits, clock: Callable[[], float] = time.monotonic, seed: int | None = None) -> None:
        self.limits = limits
        self.under_way = 0
        self.pauses = 0
        self._clock, self._random = clock, random.Random(seed)  # noqa: S311
        self._window = 1.0
        self._is_warm = False
        self._first_at: float | None = None
        self._gate, self._changed = asyncio.Lock(), asyncio.Event()
        self._next_request = self._next_tokens = self._next_gentle = self._paused_until = 0.0
        self._refusals, self._gentle, self._spread = 0, 0, 0.0
        self._stopped = False

    async def turn(self, tokens: int) -> float:
        """Wait until a request of so many tokens may be sent, and return when. Raises StoppedError after `stop`."""
        async with self._gate:
            while not self._stopped:
                self._changed.clear()
                now = self._clock()
                wait = self._wait(now)
                if wait is None or wait > 0:
                    with suppress(TimeoutError):
                        await asyncio.wait_for(self._changed.wait(), wait)
                    continue
                self._take(now, tokens)
                return now
        raise StoppedError

    def answered(self, tokens: int, estimated: int) -> None:
        """Take note of an answer: the endpoint lives, and one more request may be under way."""
        self.under_way -= 1
        self._refusals = 0
        if self._is_warm:
            self._window = min(float(self.limits.concurrency), self._window + 1)
        else:
            self._warm()
        if self.limits.tokens_per_minute:
            self._next_tokens += (tokens - estimated) * MINUTE / self.limits.tokens_per_minute
        self._changed.set()

    def failed(self) -> None:
        """Take note of a request that got no answer, through no fault of its time."""
        self.under_way -= 1
        self._changed.set()

    def refused(self, sent_at: float, wait_seconds: float | None) -> None:
        """Take note that the endpoint is busy: everybody pauses, for as long as it asks or ever longer.

        Requests that were sent before the pause began are refused for the same reason: they do not make it longer,
        unless the endpoint says so.
        """
        self.under_way -= 1
        now = self._clock()
        if sent_at >= self._paused_until or not self._refusals:
            self.pauses += 1
            self._refusals += 1
            self._window = max(1.0, self._window / 2)
            own = min(LONGEST_PAUSE_SECONDS, FIRST_PAUSE_SECONDS * 2 ** (self._refusals - 1))
            seconds = own if wait_seconds is None else wait_seconds
            self._pause(now, seconds * (1 + SPREAD * self._random.random()))
        elif wait_seconds is not None and now + wait_seconds > self._paused_until:
            self._pause(now, wait_seconds)
        self._changed.set()

    def stop(self) -> None:
        """Let nobody through any more."""
        self._stopped = True
        self._changed.set()

    def _warm(self) -> None:
        self._is_warm = True
        self._window = float(self.limits.concurrency)

    def _pause(self, now: float, seconds: float) -> None:
        self._paused_until = now + seconds
        self._gentle = max(2, int(self._window))
        self._spread = seconds * SPREAD / self._gentle

    def _wait(self, now: float) -> float | None:
        """Return how long the next request must wait, None while it waits for another to end."""
        if self._window == 1 and self._first_at is not None and not self._is_warm and not self._refusals:
            if now < self._first_at + WARM_SECONDS:
                return self._first_at + WARM_SECONDS - now
            self._warm()
        if self.under_way >= max(1, int(self._window)):
            return None
        return max(self._paused_until, self._next_gentle, self._next_request, self._next_tokens) - now

    def _take(self, now: float, tokens: int) -> None:
        self.under_way += 1
        if self._first_at is None:
            self._first_at = now
        if self.limits.requests_per_minute:
            start = max(self._next_request, now - CATCH_UP_SECONDS)
            self._next_request = start + MINUTE / self.limits.requests_per_minute
        if self.limits.tokens_per_minute:
            start = max(self._next_tokens, now - CATCH_UP_SECONDS)
            self._next_tokens = start + tokens * MINUTE / self.limits.tokens_per_minute
        if self._gentle > 0:
            self._gentle -= 1
            self._next_gentle = now + self._spread * 2 * self._random.random()
