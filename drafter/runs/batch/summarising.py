"""A township's line of the overview, from its dossier and from its report."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from drafter.dossier.model import Dossier
from drafter.findings import Finding, blocking
from drafter.runs.batch.entry import Entry
from drafter.runs.batch.published import published_items
from drafter.runs.batch.summary import Spent, Status, Summary
from drafter.runs.pipeline import Report, overview_length

REFUSED = "成稿复核没有通过，没有写出文件"


def of_dossier(entry: Entry, dossier: Dossier | None, findings: Sequence[Finding], name: str = "") -> Summary:
    """Return what is known of a township before it is drafted: blocked where its dossier has errors.

    `name` is the organ's as its file gives it, for a dossier whose fields do not hold.
    """
    status = Status.BLOCKED if dossier is None or blocking(findings) else Status.PENDING
    summary = Summary(entry.key, name or entry.name, status, findings=tuple(findings), source=_file(entry))
    return _with_dossier(summary, dossier) if dossier else summary


def of_report(entry: Entry, report: Report) -> Summary:
    """Return what became of a township's draft: failed where its last check leaves no file."""
    known = Summary(entry.key, entry.name, Status.DONE, findings=report.findings, source=_file(entry))
    summary = _with_dossier(known, report.dossier)
    sentences = list(report.draft.sentences())
    states = Counter(sentence.state for sentence in sentences)
    refused = sum(not item.is_usable for entry_round in report.rounds for item in entry_round.judged)
    done = replace(
        summary,
        title=report.document.title,
        model=report.model,
        sentences={"green": states["green"], "amber": states["amber"], "red": refused},
        origins=dict(Counter(sentence.origin for sentence in sentences)),
        gaps=tuple(report.draft.gaps()),
        overview_characters=overview_length(report.draft),
        spent=report.spent or Spent(),
        folder=entry.key,
        files=tuple(report.files),
        plan=report.plan,
        plan_offered=report.plan_offered,
    )
    return done if report.files else failed(done, REFUSED)


def failed(summary: Summary, error: str) -> Summary:
    """Return the line of a township that could not be drafted or written."""
    return replace(summary, status=Status.FAILED, error=error, folder="", files=())


def _with_dossier(summary: Summary, dossier: Dossier) -> Summary:
    return replace(
        summary,
        name=dossier.organ.name,
        edition=dossier.form.edition,
        year=dossier.year,
        statistics=dict(dossier.statistics.values),
        county=dossier.organ.county,
        published=published_items(dossier),
    )


def _file(entry: Entry) -> str:
    """Return the file of an entry with the folder it lies in, which tells one dossier.yaml from another."""
    parent = entry.source.parent.name
    row = f" 第 {entry.row} 个机关" if entry.row is not None else ""
    return (f"{parent}/{entry.source.name}" if parent and entry.row is None else entry.source.name) + row
