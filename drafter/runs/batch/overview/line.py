"""One township as a line of the overview: figures only, so that those of a whole country fit in memory."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote

from drafter.findings import Finding, Severity
from drafter.form.statistics import Number
from drafter.runs.batch.overview.kinship import Kin, Kinship
from drafter.runs.batch.overview.legible import cut, legible
from drafter.runs.batch.summary import Spent, Status, Summary

JUMPS = frozenset(["jump-from-last-year", "unit-slip"])
"""Findings on a figure that is far from last year's."""
STATUS_NAMES: Mapping[Status, str] = {
    Status.DONE: "完成",
    Status.BLOCKED: "退回",
    Status.FAILED: "失败",
    Status.PENDING: "未做",
}
PLANS = ("试过，保留第一稿", "换了一种")
"""By whether the draft of another plan was taken."""
LINKED = ("report.html", "report.docx")
MOST_NAME, MOST_ERROR = 60, 300


@dataclass(frozen=True, slots=True)
class Line:
    """What is known of a township after a batch; counts of sentences are None where nothing was drafted."""

    key: str
    name: str
    status: Status
    year: int | None
    errors: int
    warnings: int
    infos: int
    jumps: int
    green: int | None
    amber: int | None
    red: int | None
    gaps: int
    characters: int
    received: Number | None
    published: int | None
    sibling: Kin | None
    last_year: Kin | None
    spent: Spent
    model: str
    error: str
    plan: str
    """What became of another plan that was tried, empty where none was."""
    links: tuple[str, ...]
    """Its report as a page and as a Word file, by paths relative to OUT, escaped for a link."""


def line_of(summary: Summary, kinship: Kinship) -> Line:
    """Return the line of a township."""
    weights = [finding.severity for finding in summary.findings]
    sentences: Mapping[str, int | None] = summary.sentences or {}
    return Line(
        key=summary.key,
        name=cut(summary.name, MOST_NAME) or summary.key,
        status=summary.status,
        year=summary.year,
        errors=weights.count(Severity.ERROR),
        warnings=weights.count(Severity.WARNING),
        infos=weights.count(Severity.INFO),
        jumps=sum(map(is_jump, summary.findings)),
        green=sentences.get("green"),
        amber=sentences.get("amber"),
        red=sentences.get("red"),
        gaps=len(summary.gaps),
        characters=summary.overview_characters,
        received=(summary.statistics or {}).get("applications.received.total"),
        published=summary.published,
        sibling=kinship.siblings.get(summary.key),
        last_year=kinship.last_years.get(summary.key),
        spent=summary.spent,
        model=summary.model,
        error=cut(summary.error, MOST_ERROR),
        plan=PLANS[summary.plan > 0] if summary.plan_offered else "",
        links=_links(summary),
    )


def _links(summary: Summary) -> tuple[str, ...]:
    """Return the links to a township's files; none into a folder whose name cannot be written down."""
    folder = summary.folder
    if not folder or legible(folder) != folder:
        return ()
    # What would be an anchor, a query, a scheme or another folder is escaped; letters stay as they are.
    escaped = "".join(quote(character, safe="") if character.isascii() else character for character in folder)
    return tuple(f"{escaped}/{name}" for name in LINKED if name in summary.files)


def is_jump(finding: Finding) -> bool:
    """Return whether a finding asks about a figure that is far from last year's."""
    return finding.code in JUMPS
