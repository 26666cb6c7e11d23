"""What a batch may spend, those requests counted that are under way."""

import asyncio
from dataclasses import dataclass

from drafter.writing.backends.base import Usage
from drafter.writing.backends.prices import Prices


@dataclass(frozen=True, slots=True)
class Most:
    """The most tokens and 元 for everything in one OUT, all runs together; None for as much as it takes."""

    tokens: int | None = None
    cost: float | None = None


class Budget:
    """Keeps what was spent and what is under way below the most. It belongs to one event loop."""

    def __init__(self, most: Most, prices: Prices | None, spent: Usage) -> None:
        self.most, self.prices = most, prices
        self.tokens = spent.prompt + spent.completion
        self.cost = prices.cost(spent) if prices else 0.0
        self._held_tokens, self._held_cost = 0, 0.0
        self._changed = asyncio.Condition()

    async def hold(self, worst: Usage, *, wait: bool = True) -> bool:
        """Set aside what a request may cost at most; return False where there is not enough left for it.

        What others have set aside and do not use comes back: with `wait` it is waited for before the answer is no.
        """
        tokens, cost = self._weight(worst)
        async with self._changed:
            while not self._fits(tokens, cost):
                if not (wait and self._held_tokens):
                    return False
                await self._changed.wait()
            self._held_tokens += tokens
            self._held_cost += cost
        return True

    async def settle(self, worst: Usage, used: Usage | None) -> None:
        """Give back what was set aside, and count what was used."""
        tokens, cost = self._weight(worst)
        async with self._changed:
            self._held_tokens -= tokens
            self._held_cost -= cost
            if used is not None:
                self.add(used)
            self._changed.notify_all()

    def add(self, used: Usage) -> None:
        """Count what an answer took."""
        tokens, cost = self._weight(used)
        self.tokens += tokens
        self.cost += cost

    def _weight(self, usage: Usage) -> tuple[int, float]:
        return usage.prompt + usage.completion, self.prices.cost(usage) if self.prices else 0.0

    def _fits(self, tokens: int, cost: float) -> bool:
        fits = self.most.tokens is None or self.tokens + self._held_tokens + tokens <= self.most.tokens
        return fits and (self.most.cost is None or self.cost + self._held_cost + cost <= self.most.cost)
