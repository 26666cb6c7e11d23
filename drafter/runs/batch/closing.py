"""After a batch: how alike its reports are, and the files that the county reads, from what the journal holds."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from drafter.findings import Finding, sorted_findings
from drafter.runs.batch.batch import Batch
from drafter.runs.batch.differing import alike
from drafter.runs.batch.keeping import Summaries
from drafter.runs.batch.overview.files import write_overview
from drafter.runs.batch.summary import Summary
from drafter.runs.batch.tellings import Tellings
from drafter.runs.sameness.bands import NONE
from drafter.runs.sameness.findings import sameness_findings
from drafter.runs.sameness.narrative import Likeness


@dataclass(frozen=True, slots=True)
class Closing:
    """A batch as the county sees it; the lines may be gone through often."""

    lines: Summaries
    likenesses: tuple[Likeness, ...]
    """Those in a band, and all with last year."""
    found: Mapping[str, tuple[Finding, ...]]
    """What is said of the reports that are too much alike, by the key of each."""

    def __len__(self) -> int:
        return len(self.lines)

    def __iter__(self) -> Iterator[Summary]:
        return (self._line(line) for line in self.lines)

    def _line(self, line: Summary) -> Summary:
        more = self.found.get(line.key)
        return replace(line, findings=tuple(sorted_findings([*line.findings, *more]))) if more else line


def closed(batch: Batch, lines: Summaries) -> Closing:
    """Return the lines of a batch with what was found when its reports were compared."""
    likenesses = tuple(likenesses_of(batch, lines))
    alike = {key for likeness in likenesses for key in (likeness.left, likeness.right)}
    names = {entry.key: lines.line(entry).name for entry in lines.entries if entry.key in alike}
    return Closing(lines, likenesses, _found(likenesses, names))


def close_batch(batch: Batch, closing: Closing) -> tuple[str, ...]:
    """Write 退回清单.xlsx, 总览.xlsx and 总览.html into OUT, and return their names.

    Raises OutputError where one cannot be written, as when it is open in WPS or Excel.
    """
    return write_overview(batch.out, closing, closing.likenesses)


def likenesses_of(batch: Batch, lines: Summaries) -> Iterable[Likeness]:
    """Return how alike the reports of a batch are that stand: with each other, and with their own last years."""
    return alike(Tellings(lines.journal, batch.siblings), first=False)


def _found(likenesses: Iterable[Likeness], names: Mapping[str, str]) -> Mapping[str, tuple[Finding, ...]]:
    found: dict[str, list[Finding]] = {}
    for likeness in likenesses:
        for key in (likeness.left, likeness.right):
            if likeness.band != NONE and key in names:
                found.setdefault(key, []).extend(sameness_findings(key, [likeness], names))
    return {key: tuple(findings) for key, findings in found.items()}
