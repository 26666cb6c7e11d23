"""A batch: what is drafted, how, within which bounds."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from drafter.runs.batch.budget import Most
from drafter.runs.batch.entry import Entry
from drafter.runs.batch.pace import Limits
from drafter.runs.batch.recipe import Recipe
from drafter.runs.batch.work import Job
from drafter.writing.backends.base import Backend
from drafter.writing.backends.batch_api import BatchApi
from drafter.yamltree import Tree


@dataclass(frozen=True, slots=True)
class Asking:
    """The model of a batch and its bounds."""

    backend: Backend
    limits: Limits
    most: Most
    api: BatchApi | None = None
    """The Batch interface, where requests go by post."""


@dataclass(frozen=True, slots=True)
class Batch:
    """What one run is asked to do."""

    out: Path
    entries: tuple[Entry, ...]
    recipe: Recipe
    asking: Asking | None = None
    """None where the stock writer writes."""
    trees: Mapping[str, Tree] | None = None
    unclear: Mapping[str, str] | None = None
    retry_failed: bool = False
    processes: int | None = None
    everyone: tuple[Entry, ...] | None = None
    """All townships that there are, where only some are to be drafted: they are compared with all others."""

    @property
    def siblings(self) -> tuple[Entry, ...]:
        """Return those that the drafts are compared with."""
        return self.entries if self.everyone is None else self.everyone

    def job(self, entry: Entry) -> Job:
        """Return the work on a township."""
        tree = (self.trees or {}).get(entry.key)
        return Job(entry, self.recipe, tree, (self.unclear or {}).get(entry.key, ""))
