"""The year that a report is of where its own parts disagree: a title may be left over from a year before."""

import re
from collections import Counter
from datetime import date

from drafter.reading.dates import arabic_years, year_of_period
from drafter.reading.report import PublishedReport

_YEAR = re.compile(r"(20\d\d)\s*年")
_DATED = re.compile(r"(20\d\d)\s*[年.\-/]")
_PART, _HINT = 2, 1
"""What a part of the report counts for, and the day on which others published it."""


def report_year(report: PublishedReport, published: date | None = None) -> int | None:
    """Return the year that most parts of a report speak for, that of its title where they are even."""
    if report.year is None:
        return None
    votes = Counter({report.year: _PART})
    if (counted := year_of_period(report.period)) is not None:
        votes[counted] += _PART
    if (signed := _year_signed(report)) is not None:
        votes[signed - 1] += _PART
    if published is not None:
        votes[published.year - 1] += _HINT
    text = arabic_years("".join(line.text for section in report.sections for line in section.lines))
    said = Counter(int(year) for year in _YEAR.findall(text))
    most = max((said[year] for year in votes), default=0)
    if most:
        votes.update({year: _PART for year in votes if said[year] == most})
    return max(votes, key=lambda year: (votes[year], year == report.year))


def _year_signed(report: PublishedReport) -> int | None:
    """Return the year of the closing date; it is the one after the report's."""
    found = [match for line in report.signature for match in _DATED.findall(arabic_years(line.text))]
    return int(found[-1]) if found else None
