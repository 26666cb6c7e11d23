"""What the drafts of a batch tell, as the journal keeps it: the first draft of each, and the second where it stands."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256

from drafter.runs.batch.entry import Entry
from drafter.runs.batch.journal import Journal, Row
from drafter.runs.batch.told import Told, unpacked
from drafter.runs.sameness.narrative import Likeness, Narrative


@dataclass(frozen=True, slots=True)
class Telling:
    """One township's."""

    key: str
    first: bytes = b""
    """The first draft's, empty where there is no draft."""
    taken: bytes | None = None
    """The second draft's, where it took the place of the first."""
    inputs: str = ""
    """The fingerprint of what the second was offered for, empty where none was."""

    @property
    def row(self) -> Row:
        """Return it as a row of the journal."""
        return self.key, self.first, self.taken, self.inputs


class Tellings:
    """The drafts of the townships of a batch that there are."""

    def __init__(self, journal: Journal, entries: Iterable[Entry]) -> None:
        self._journal, self._entries = journal, tuple(entries)

    def of(self, key: str) -> Telling | None:
        """Return what a township's draft tells, None where there is no draft."""
        telling = telling_of(self._journal, key)
        return telling if telling.first else None

    def narratives(self, *, first: bool) -> Iterator[Narrative]:
        """Yield the narratives, one at a time: of the first drafts, or of those that stand."""
        return (told.narrative for told in self._told(first=first))

    def last_years(self, *, first: bool) -> Iterator[Likeness]:
        """Yield how like their own last year the drafts are."""
        return (likeness for told in self._told(first=first) for likeness in told.last_year)

    def _told(self, *, first: bool) -> Iterator[Told]:
        for entry in self._entries:
            telling = self.of(entry.key)
            if telling is not None:
                yield unpacked(telling.first if first or telling.taken is None else telling.taken)


def telling_of(journal: Journal, key: str) -> Telling:
    """Return what the journal holds of a township: nothing where it has no draft."""
    rows = journal.rows("select * from tellings where key = ?", key)
    return Telling(*rows[0]) if rows else Telling(key)


def inputs_of(work: str, others: Iterable[bytes]) -> str:
    """Return the fingerprint of what decides which of two drafts is taken: the township's own work, and the others."""
    digest = sha256(work.encode())
    for other in others:
        digest.update(sha256(other).digest())
    return digest.hexdigest()
