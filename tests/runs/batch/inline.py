"""Workers that work in threads of this process: for tests of all but the processes themselves."""

import asyncio
from collections.abc import Callable
from typing import Any


class Inline:
    """Takes the place of `Workers`; `before` is told of every piece of work."""

    before: Callable[[str], None] = staticmethod(lambda _name: None)
    done: list[str]

    def __init__(self, count: int | None = None) -> None:
        self.count = count or 2
        self.done = []

    def __enter__(self) -> "Inline":
        return self

    def __exit__(self, *_error: object) -> None:
        """Leave nothing behind."""

    async def run(self, work: Callable[..., Any], *arguments: object) -> Any:
        self.before(work.__name__)
        return await asyncio.to_thread(work, *arguments)
