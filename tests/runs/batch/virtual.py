"""An event loop whose clock runs as fast as it can: waiting takes no time."""

import asyncio
import selectors
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

Result = TypeVar("Result")


class _Selector(selectors.SelectSelector):
    """Never waits: what would have been waited for has passed on the loop's clock."""

    def __init__(self) -> None:
        super().__init__()
        self.now = 0.0

    def select(self, timeout: float | None = None) -> Any:
        self.now += max(timeout or 0.0, 0.0)
        return super().select(0)


class VirtualLoop(asyncio.SelectorEventLoop):
    """Time passes only where everybody waits."""

    def __init__(self) -> None:
        self.virtual = _Selector()
        super().__init__(self.virtual)

    def time(self) -> float:
        return self.virtual.now


def run(work: Callable[[], Awaitable[Result]]) -> Result:
    """Return what a coroutine returns on such a loop."""
    with asyncio.Runner(loop_factory=VirtualLoop) as runner:

        async def within() -> Result:
            return await work()

        return runner.run(within())


def now() -> float:
    return asyncio.get_running_loop().time()
