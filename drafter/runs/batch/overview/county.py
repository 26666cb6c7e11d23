"""The county after a batch, gathered in one walk: its townships by risk, its figures, its totals."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from drafter.runs.batch.overview.kinship import Kin, Kinship, kinship
from drafter.runs.batch.overview.legible import cut
from drafter.runs.batch.overview.line import MOST_NAME, Line, line_of
from drafter.runs.batch.overview.risk import risk
from drafter.runs.batch.overview.rollup import Gathering, RollUp
from drafter.runs.batch.summary import Status, Summary
from drafter.runs.sameness.narrative import Likeness


@dataclass(frozen=True, slots=True)
class County:
    """What the overview shows."""

    title: str
    lines: tuple[Line, ...]
    """By risk, the most urgent first."""
    roll_ups: tuple[RollUp, ...]
    kinship: Kinship
    statuses: Mapping[Status, int]
    names: Mapping[str, str]
    """What a township is called, by its key."""

    def name_of(self, kin: Kin | None) -> str:
        """Return what a township is most like: another's name, or its own last year."""
        return self.called(kin.key) if kin else ""

    def called(self, key: str) -> str:
        """Return the name behind a key of a likeness: a township's, or 某镇 2024 年报告 for one's last year."""
        if key in self.names:
            return self.names[key]
        own, _, year = key.rpartition("@")
        return f"{self.names[own]} {year} 年报告" if own in self.names else cut(key, MOST_NAME)


def gathered(summaries: Iterable[Summary], likenesses: Iterable[Likeness] | None) -> County:
    """Return the county: of every township a line of figures is kept, its findings and cells are not."""
    kin, figures, lines = kinship(likenesses), Gathering(), list[Line]()
    counties, years = Counter[str](), Counter[int]()
    for summary in summaries:
        lines.append(line_of(summary, kin))
        figures.add(summary)
        counties.update([cut(summary.county, MOST_NAME)] if summary.county else [])
        years.update([summary.year] if summary.year else [])
    statuses = Counter(line.status for line in lines)
    return County(
        title=_title(counties, years),
        lines=tuple(sorted(lines, key=risk, reverse=True)),
        roll_ups=figures.finished(),
        kinship=kin,
        statuses={status: statuses[status] for status in Status},
        names={line.key: line.name for line in lines},
    )


def _title(counties: Counter[str], years: Counter[int]) -> str:
    """Return what the overview is of: a county and a year where there is one of each."""
    whose = next(iter(counties)) if len(counties) == 1 else f"{len(counties)} 个县（市、区）" if counties else ""
    when = f"{next(iter(years))} 年度" if len(years) == 1 else ""
    return f"{whose}{when}政府信息公开工作年度报告总览"
