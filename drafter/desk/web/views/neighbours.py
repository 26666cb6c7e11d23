"""What a report is compared with: the same organ's last year, and the most alike report of its county and year."""

import re
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from drafter.desk.account import Account
from drafter.desk.differences import Pairing, alignment, sentences_of
from drafter.desk.service import Desk
from drafter.desk.store.queue import Asked
from drafter.desk.working import WorkingReport
from drafter.errors import InputError
from drafter.form.numbers import shown
from drafter.form.statistics import Number, Statistics
from drafter.reading.formats.document import read_document
from drafter.reading.published import published_report
from drafter.reading.source import SourceLine

COMPARED = ("overview", "improvement")
"""The sections whose wording is a writer's own."""
GRAM = 5
MOST_SIBLINGS = 200
MOST_OF_A_SUFFIX = 8
SENTENCE = re.compile(r"[^。！？]+[。！？]?”?")
LAST_YEAR, SIBLING = "last", "sibling"


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Another report, and the two side by side."""

    key: str
    """Empty for one that does not lie on the desk."""
    name: str
    likeness: float | None
    pairs: tuple[Pairing, ...]


@dataclass(frozen=True, slots=True)
class Moved:
    """A cell whose value is another than last year's."""

    path: str
    label: str
    before: str
    after: str


def last_year(
    desk: Desk, key: str, working: WorkingReport, organ: str, year: int, account: Account
) -> Neighbour | None:
    """Return the report of the same organ for the year before, where it lies on the desk."""
    found = desk.queue(Asked(text=organ, size=MOST_SIBLINGS), account)
    for item in found.rows:
        row = item.row
        stored = desk.store.load(row.key) if (row.organ, row.year) == (organ, year - 1) and row.key != key else None
        if stored:
            pairs = alignment(sentences_of(working), sentences_of(stored.working))
            return Neighbour(row.key, f"{row.organ}{row.year}年度", None, pairs)
    return None


def published(content: bytes, name: str, working: WorkingReport) -> Neighbour:
    """Return a published report that was handed in for comparison: docx, html, pdf, md or text; it is not kept.

    Raises InputError for what cannot be read.
    """
    with tempfile.TemporaryDirectory(prefix="drafter-") as folder:
        path = Path(folder) / f"report{Path(name).suffix[:MOST_OF_A_SUFFIX]}"
        path.write_bytes(content)
        try:
            report = published_report(read_document(path))
        except InputError as error:
            raise InputError(name, error.reason) from error
    theirs = [("preamble", text) for text in _sentences(report.preamble)]
    theirs += [(section.key, text) for section in report.sections for text in _sentences(section.lines)]
    return Neighbour("", name, None, alignment(sentences_of(working), theirs))


def nearest(desk: Desk, key: str, working: WorkingReport, county: str, year: int, account: Account) -> Neighbour | None:
    """Return the report of the same county and year that shares most wording with this one."""
    ours = grams(working)
    best: tuple[float, str, str, WorkingReport] | None = None
    for item in desk.queue(Asked(county=county, size=MOST_SIBLINGS), account).rows:
        row = item.row
        stored = desk.store.load(row.key) if row.year == year and row.key != key else None
        if stored is None:
            continue
        likeness = _likeness(ours, grams(stored.working))
        if best is None or likeness > best[0]:
            best = (likeness, row.key, f"{row.organ}{row.year}年度", stored.working)
    if best is None:
        return None
    pairs = alignment(_written(working), _written(best[3]))
    return Neighbour(best[1], best[2], best[0], pairs)


def grams(working: WorkingReport) -> frozenset[str]:
    """Return the stretches of five characters of a report's own wording, its figures left out."""
    text = "".join(letter for _, sentence in _written(working) for letter in sentence if not letter.isdigit())
    return frozenset(text[place : place + GRAM] for place in range(len(text) - GRAM + 1))


def moved_cells(statistics: Statistics, prior: Statistics, labels: dict[str, str]) -> Iterator[Moved]:
    """Yield the cells that both years have and that are not the same."""
    for path, label in labels.items():
        before, after = prior[path], statistics[path]
        if path in prior.values and before != after:
            yield Moved(path, label, _told(before), _told(after))


def _sentences(lines: Iterable[SourceLine]) -> Iterator[str]:
    for line in lines:
        yield from (text for text in SENTENCE.findall(line.text.strip()) if text.strip())


def _written(working: WorkingReport) -> list[tuple[str, str]]:
    return [(section, text) for section, text in sentences_of(working) if section in COMPARED]


def _likeness(ours: frozenset[str], theirs: frozenset[str]) -> float:
    """Return the share of all stretches that both have."""
    return len(ours & theirs) / len(ours | theirs) if ours or theirs else 0.0


def _told(value: Number | None) -> str:
    return "没有填报" if value is None else shown(value)
