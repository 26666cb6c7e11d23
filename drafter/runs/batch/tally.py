"""How far a batch is, for whoever shows it."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from drafter.runs.batch.summary import Status


@dataclass(slots=True)
class Tally:
    """The count of townships by what became of them, and what was spent in this run."""

    total: int
    phase: str = "检查"
    checked: int = 0
    kept: int = 0
    """Finished in an earlier run, and still valid."""
    statuses: Counter[Status] = field(default_factory=Counter)
    calls: int = 0
    tokens: int = 0
    cost: float | None = None
    waiting: bool = False
    """Whether the endpoint has asked for a pause."""

    @property
    def ended(self) -> int:
        """Return how many townships are through."""
        return self.statuses.total()


Observer = Callable[[Tally], None]


def unseen(_tally: Tally) -> None:
    """Show nothing."""
