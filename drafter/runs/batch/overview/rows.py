"""The rows of 总览.html as the template prints them."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from drafter.findings import Finding, Severity, at_or_above, sorted_findings
from drafter.form.numbers import shown
from drafter.runs.batch.overview.county import County
from drafter.runs.batch.overview.kinship import BAND_NAMES, BANDS
from drafter.runs.batch.overview.legible import cut
from drafter.runs.batch.overview.line import STATUS_NAMES, Line
from drafter.runs.batch.overview.lists import SECTIONS
from drafter.runs.batch.overview.returns import item, place
from drafter.runs.batch.overview.risk import LEVEL_NAMES, level, nearest, reasons
from drafter.runs.batch.summary import Status, Summary
from drafter.runs.sameness.narrative import Likeness

MOST_FINDINGS, MOST_TEXT, MOST_LIKE, MOST_SHARED = 40, 600, 100, 5
_LOOKS = {Status.DONE: "good", Status.BLOCKED: "bad", Status.FAILED: "bad", Status.PENDING: "idle"}
_SEVERITIES = {Severity.ERROR: "错误", Severity.WARNING: "提醒"}
_LINK_NAMES = {"html": "网页", "docx": "Word"}


@dataclass(frozen=True, slots=True)
class PageFinding:
    """A finding under its township."""

    severity: str
    look: str
    where: str
    message: str
    suggestion: str


@dataclass(frozen=True, slots=True)
class PageCell:
    """A figure of a row: its text, the value it is sorted by, its colour."""

    text: str
    sort: float
    look: str = ""
    other: str = ""
    """Whom a likeness is with."""


@dataclass(frozen=True, slots=True)
class PageRow:
    """A township's row."""

    place: int
    name: str
    status: str
    status_look: str
    level: str
    level_name: str
    why: str
    cells: tuple[PageCell, ...]
    links: tuple[tuple[str, str], ...]
    findings: tuple[PageFinding, ...]
    gaps: tuple[str, ...]
    more: int
    """How many findings are not listed."""


@dataclass(frozen=True, slots=True)
class PageLikeness:
    """Two reports that say the same, with their sentences."""

    band: str
    look: str
    left: str
    right: str
    section: str
    percent: str
    shared: tuple[tuple[str, str], ...]
    more: int


COLUMNS = ("错误", "提醒", "黄句", "待补", "变动大", "最高相似度", "新收申请", "tokens", "费用（元）")


def page_rows(county: County, keys: Collection[str], summaries: Iterable[Summary]) -> list[PageRow]:
    """Return the rows of the townships of these keys, by risk; only their findings are read."""
    texts = {summary.key: summary for summary in summaries if summary.key in keys}
    lines = [line for line in county.lines if line.key in texts]
    return [_row(number, line, texts[line.key], county) for number, line in enumerate(lines, start=1)]


def _row(number: int, line: Line, summary: Summary, county: County) -> PageRow:
    listed = at_or_above(sorted_findings(summary.findings), Severity.WARNING)
    urgency = level(line)
    return PageRow(
        place=number,
        name=line.name,
        status=STATUS_NAMES[line.status],
        status_look=_LOOKS[line.status],
        level=urgency.value,
        level_name=LEVEL_NAMES[urgency],
        why="；".join(([line.error] if line.error else []) + reasons(line)),
        cells=_cells(line, county),
        links=tuple((_LINK_NAMES[path.rpartition(".")[2]], path) for path in line.links),
        findings=tuple(_finding(summary, found) for found in listed[:MOST_FINDINGS]),
        gaps=tuple(cut(gap, MOST_TEXT) for gap in summary.gaps[:MOST_FINDINGS]),
        more=max(len(listed) - MOST_FINDINGS, 0),
    )


def _finding(summary: Summary, found: Finding) -> PageFinding:
    where = place(found) or cut(item(summary, found), 60)
    look = "bad" if found.severity is Severity.ERROR else "look"
    texts = (cut(found.message, MOST_TEXT), cut(found.suggestion, MOST_TEXT))
    return PageFinding(_SEVERITIES[found.severity], look, where, *texts)


def _cells(line: Line, county: County) -> tuple[PageCell, ...]:
    """Return the figures of a row, in the order of `COLUMNS`; what is not known is sorted below every figure."""
    kin, spent = nearest(line), line.spent
    tokens = spent.prompt_tokens + spent.completion_tokens
    like = f"{kin.jaccard:.0%}" if kin else ""
    other = "本机关上年报告" if kin and kin is line.last_year else county.name_of(kin)
    look = {"block": "bad", "warn": "look"}.get(kin.band, "") if kin else ""
    weight = BANDS.get(kin.band, 0) + min(kin.jaccard, 1.0) / 2 if kin else -1.0
    return (
        PageCell(str(line.errors), line.errors, "bad" if line.errors else "none"),
        PageCell(str(line.warnings), line.warnings, "" if line.warnings else "none"),
        _counted(line.amber, "look"),
        PageCell(str(line.gaps), line.gaps, "look" if line.gaps else "none"),
        PageCell(str(line.jumps), line.jumps, "look" if line.jumps else "none"),
        PageCell(like, weight, look, other),
        PageCell(
            "" if line.received is None else shown(line.received), float(-1 if line.received is None else line.received)
        ),
        PageCell(f"{tokens:,}", tokens, "" if tokens else "none"),
        PageCell(
            "" if spent.cost_yuan is None else f"{spent.cost_yuan:.2f}",
            -1 if spent.cost_yuan is None else spent.cost_yuan,
        ),
    )


def _counted(count: int | None, look: str) -> PageCell:
    if count is None:
        return PageCell("", -1)
    return PageCell(str(count), count, look if count else "none")


def page_likenesses(county: County) -> list[PageLikeness]:
    """Return the closest pairs, with the first sentences of each."""
    return [_likeness(likeness, county) for likeness in county.kinship.closest[:MOST_LIKE]]


def _likeness(likeness: Likeness, county: County) -> PageLikeness:
    shared = [(cut(two.left.text, MOST_TEXT), cut(two.right.text, MOST_TEXT)) for two in likeness.shared[:MOST_SHARED]]
    return PageLikeness(
        band=BAND_NAMES.get(likeness.band, ""),
        look="bad" if likeness.band == "block" else "look",
        left=county.called(likeness.left),
        right=county.called(likeness.right),
        section=SECTIONS.get(likeness.section, likeness.section),
        percent=f"{likeness.jaccard:.0%}",
        shared=tuple(shared),
        more=max(len(likeness.shared) - MOST_SHARED, 0),
    )
