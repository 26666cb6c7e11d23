"""What was uploaded to a Batch interface, as the journal has it: a killed run polls on instead of uploading again."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256

from drafter.runs.batch.journal import Journal

WRITTEN, RUNNING, ENDED = "written", "running", "ended"


@dataclass(frozen=True, slots=True)
class Upload:
    """A file of requests by the hash of its content, and how far it is."""

    digest: str
    name: str
    """The file under the state folder."""
    file: str = ""
    """Its id at the endpoint."""
    batch: str = ""
    state: str = WRITTEN


class Uploads:
    """The uploads of one OUT, and how often each request was sent in vain."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def open(self) -> list[Upload]:
        """Return those whose answers are not all in."""
        rows = self._journal.rows("select * from uploads where state != ? order by name", ENDED)
        return [Upload(*row) for row in rows]

    def count(self) -> int:
        """Return how many there ever were: what numbers the next one."""
        return int(self._journal.rows("select count(*) from uploads")[0][0])

    def put(self, upload: Upload) -> Upload:
        """Record an upload, and return it."""
        self._journal.store("uploads", [(upload.digest, upload.name, upload.file, upload.batch, upload.state)])
        return upload

    def with_file(self, upload: Upload, file: str) -> Upload:
        """Record the id of the uploaded file."""
        return self.put(replace(upload, file=file))

    def with_batch(self, upload: Upload, batch: str) -> Upload:
        """Record the id of the batch."""
        return self.put(replace(upload, batch=batch, state=RUNNING))

    def ended(self, upload: Upload) -> None:
        """Record that nothing more will come."""
        self.put(replace(upload, state=ENDED))

    def failures(self, key: str) -> tuple[int, str]:
        """Return how often a request was sent in vain, and why the last time."""
        rows = self._journal.rows("select tries, error from sent where request = ?", key)
        return (rows[0][0], rows[0][1]) if rows else (0, "")

    def fail(self, digest: str, reasons: Mapping[str, str]) -> None:
        """Record requests that a batch gave no answer to; one batch counts once for each."""
        rows = []
        for key, reason in reasons.items():
            known = self._journal.rows("select digest, tries from sent where request = ?", key)
            before = known[0][1] if known else 0
            rows.append((key, digest, before if known and known[0][0] == digest else before + 1, reason))
        self._journal.store("sent", rows)


def digest_of(name: str, lines: Iterable[bytes]) -> str:
    """Return the hash that marks a batch; the same requests sent once more are another batch."""
    digest = sha256(f"{name}\n".encode())
    for line in lines:
        digest.update(line)
    return digest.hexdigest()
