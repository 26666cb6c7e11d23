"""How far a batch is, for whoever shows it."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from drafter.runs.batch.summary import Status

AGAIN = "改写"
"""The phase in which some are drafted by another plan."""


@dataclass(slots=True)
class Tally:
    """The count of townships by what became of them, and what was spent in this run."""

    total: int
    phase: str = "检查"
    checked: int = 0
    kept: int = 0
    """Finished in an earlier run, and still valid."""
    statuses: Counter[Status] = field(default_factory=Counter)
    offered: int = 0
    """How many are drafted by another plan too, because they are too much like others."""
    weighed: int = 0
    """Of how many the better draft has been chosen."""
    calls: int = 0
    tokens: int = 0
    cost: float | None = None
    waiting: bool = False
    """Whether the endpoint has asked for a pause."""

    @property
    def share(self) -> tuple[int, int]:
        """Return how far the phase is: how many of how many."""
        return (self.weighed, self.offered) if self.phase == AGAIN else (self.ended, self.total)

    @property
    def ended(self) -> int:
        """Return how many townships are through."""
        return self.statuses.total()


Observer = Callable[[Tally], None]


def unseen(_tally: Tally) -> None:
    """Show nothing."""
