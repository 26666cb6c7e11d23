"""Put a township's files in place and record it: the only writer under OUT, and the order that a crash cannot split."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from drafter.errors import OutputError
from drafter.findings import Finding
from drafter.runs.batch.entry import Entry
from drafter.runs.batch.journal import Journal, Recorded
from drafter.runs.batch.recipe import Recipe
from drafter.runs.batch.summarising import failed
from drafter.runs.batch.summary import Status, Summary
from drafter.runs.batch.tellings import Telling, telling_of
from drafter.runs.batch.work import Checked, Finished
from drafter.runs.exchange import recover
from drafter.runs.files import RECORD_NAME, write_files


@dataclass(frozen=True, slots=True)
class Todo:
    """A township whose dossier was checked and that is to be drafted: no more than that, for there may be 40,000."""

    entry: Entry
    work: str
    prior: str


class Keeper:
    """Keeps what is finished. Files stand before the journal says so."""

    def __init__(self, out: Path, journal: Journal, recipe: Recipe) -> None:
        self.out, self.journal, self.recipe = out, journal, recipe

    def valid(self, recorded: Recorded, *, retry_failed: bool) -> bool:
        """Return whether a township whose fingerprint did not change is through, and its files are there.

        A file that was edited since is there: it is not touched.
        """
        summary = recorded.summary
        if summary.status is Status.PENDING:
            return False
        if retry_failed and (summary.status is Status.FAILED or recorded.lacks_model):
            return False
        names = [RECORD_NAME, *(f"report.{name}" for name in self.recipe.formats)]
        return summary.status is not Status.DONE or all((self.out / summary.key / name).is_file() for name in names)

    def checked(self, checked: Checked) -> Summary:
        """Record the check of a dossier, and mend what a crash may have left in the township's folder."""
        folder = self.out / checked.summary.key
        if folder.is_dir():
            recover(folder)
        self._record(Recorded(checked.work, checked.prior, False, checked.summary))
        return checked.summary

    def finished(self, todo: Todo, done: Finished) -> Summary:
        """Put the files of a township in place, record it, and return its line; a file edited by hand makes it fail."""
        summary = done.summary
        if done.files:
            try:
                write_files(self.out / summary.key, done.files)
            except OutputError as error:
                summary = failed(summary, str(error))
        told = done.told if summary.status is Status.DONE else b""
        self._record(Recorded(todo.work, todo.prior, done.lacks_model, summary), told)
        return summary

    def redone(self, todo: Todo, done: Finished, inputs: str) -> Summary:
        """Put the draft that was chosen of two in place, record it with what it was chosen for, and return its line.

        A file that was edited by hand meanwhile stays as it is: the first draft's line stands.
        """
        key = todo.entry.key
        telling, recorded = telling_of(self.journal, key), self.journal.township(key)
        summary, taken = done.summary, done.told
        try:
            if not done.files:
                raise OutputError(summary.error)
            if not self._stands(key, done):
                write_files(self.out / key, done.files)
        except OutputError:
            summary, taken = (recorded.summary if recorded else summary), telling.first
        changed = replace(telling, taken=taken if taken != telling.first else None, inputs=inputs)
        self.journal.record(Recorded(todo.work, todo.prior, done.lacks_model, summary), changed.row)
        return summary

    def _stands(self, key: str, done: Finished) -> bool:
        """Return whether the files of a draft are there as they are: then they keep their place on the disk."""
        paths = {self.out / key / name: content for name, content in done.files.items()}
        return all(path.is_file() and path.read_bytes() == content for path, content in paths.items())

    def failed(self, entry: Entry, error: str, todo: Todo | None = None) -> Summary:
        """Record a township that could not be drafted; one that could not even be checked is tried in every run."""
        recorded = self.journal.township(entry.key)
        known = recorded.summary if recorded else Summary(entry.key, entry.name, Status.FAILED)
        summary = failed(known, error)
        work, prior = (todo.work, todo.prior) if todo else ("", "")
        self._record(Recorded(work, prior, False, summary))
        return summary

    def _record(self, recorded: Recorded, told: bytes = b"") -> None:
        """Record a township with what its first draft tells; where it has none, nothing of an earlier one is left."""
        self.journal.record(recorded, Telling(recorded.summary.key, told).row)


@dataclass(frozen=True, slots=True)
class Summaries:
    """The lines of all townships of a batch, read from the journal one by one: they may be gone through often."""

    entries: tuple[Entry, ...]
    journal: Journal
    left: Finding | None = None
    """Why townships were left over."""

    def __len__(self) -> int:
        return len(self.entries)

    def __iter__(self) -> Iterator[Summary]:
        return map(self.line, self.entries)

    def line(self, entry: Entry) -> Summary:
        """Return the line of a township."""
        recorded = self.journal.township(entry.key)
        summary = recorded.summary if recorded else Summary(entry.key, entry.name, Status.PENDING)
        if summary.status is Status.PENDING and self.left:
            summary = replace(summary, findings=(*summary.findings, self.left))
        return summary
