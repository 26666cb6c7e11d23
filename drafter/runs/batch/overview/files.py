"""The files that a county reads after a batch, one after the other, so that only one is in memory."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from drafter.outfile import write_whole
from drafter.runs.batch.overview.county import gathered
from drafter.runs.batch.overview.page import county_page
from drafter.runs.batch.overview.returns import returns_workbook
from drafter.runs.batch.overview.workbook import county_workbook
from drafter.runs.batch.summary import Summary
from drafter.runs.sameness.narrative import Likeness

RETURNS, OVERVIEW, PAGE = "退回清单.xlsx", "总览.xlsx", "总览.html"


def overview_files(summaries: Iterable[Summary], likenesses: Iterable[Likeness] | None) -> Iterator[tuple[str, bytes]]:
    """Yield the name and content of each file. `summaries` are gone through several times, `likenesses` once."""
    yield RETURNS, returns_workbook(summaries)
    county = gathered(summaries, likenesses)
    yield OVERVIEW, county_workbook(county, summaries)
    yield PAGE, county_page(county, summaries)


def write_overview(out: Path, summaries: Iterable[Summary], likenesses: Iterable[Likeness] | None) -> tuple[str, ...]:
    """Write the files into OUT, each whole or not at all, over those of an earlier run, and return their names.

    Raises OutputError where one cannot be written, as when it is open in WPS or Excel.
    """
    names = []
    for name, content in overview_files(summaries, likenesses):
        write_whole(out / name, content, force=True)
        names.append(name)
    return tuple(names)
