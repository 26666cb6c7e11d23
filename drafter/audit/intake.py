"""Take in a report for an audit, and what is given beside it: the only place of this folder that opens files."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from drafter.audit.audited import Audited
from drafter.audit.gazetteer import gazetteer_of, read_names
from drafter.audit.report_year import report_year
from drafter.dossier.prior import load_prior
from drafter.errors import InputError, UsageError
from drafter.findings import Finding, Severity
from drafter.form.editions import form_for_year
from drafter.form.model import Form
from drafter.form.profile import load_profile
from drafter.reading.own import report_of_figures
from drafter.reading.published import read_report
from drafter.reading.report import PublishedReport

_DATA = (".yaml", ".yml", ".json")
_REPORTS = (".docx", ".html", ".htm", ".md", ".txt", ".pdf", ".doc", ".wps", ".mht", ".mhtml")
"""Of several files of one name the first kind is read."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What is given beside a report; what is None or empty was not given."""

    year: int | None = None
    prior: Path | None = None
    """Last year's report, dossier or statistics."""
    siblings: Path | None = None
    """A folder of other townships' reports."""
    gazetteer: Path | None = None
    """A list of the county's places and organs."""
    variants: Sequence[Path] = ()
    """Other files of the same report."""
    published: date | None = None
    profile: str = "default"


@dataclass(frozen=True, slots=True)
class Taken:
    """A report taken in for an audit, and what was wrong with the files beside it."""

    audited: Audited
    findings: tuple[Finding, ...]


def take_in(path: Path, beside: Beside) -> Taken:
    """Return a report with everything beside it. Raises InputError where one of the files cannot be read."""
    if path.suffix.lower() in _DATA:
        raise InputError(path, "这是资料文件，不是报告；请用 drafter check 检查，或起草以后审核写出的报告")
    profile = load_profile(beside.profile)
    report = read_report(path)
    published = beside.published or _day(report.source.metadata.get("published", ""))
    year = beside.year or report_year(report, published)
    names = read_names(beside.gazetteer) if beside.gazetteer else ()
    siblings, findings = _siblings(path, beside, report)
    audited = Audited(
        report=report,
        year=year,
        form=_form(year, report, beside.year),
        profile=profile,
        prior=_prior(beside.prior) if beside.prior else None,
        siblings=siblings,
        variants=tuple(read_report(other) for other in beside.variants),
        gazetteer=gazetteer_of(report, names, siblings),
        published=published,
        address=report.source.metadata.get("address") or str(path),
    )
    return Taken(audited, (*_prior_findings(audited), *findings))


def _form(year: int | None, report: PublishedReport, asked: int | None) -> Form:
    """Return the edition of a year. Raises UsageError for a year that was asked for and has none."""
    if year is None:
        return report.form
    try:
        return form_for_year(year)
    except UsageError:
        if asked:
            raise
        return report.form


def _prior(path: Path) -> PublishedReport:
    """Return last year's report; of a dossier or of bare statistics, a report with nothing but its figures."""
    if path.suffix.lower() not in _DATA:
        return read_report(path)
    reading = load_prior(path)
    if reading.prior is None:
        raise InputError(path, reading.findings[0].message)
    return report_of_figures(reading.prior, reading.organ)


def _prior_findings(audited: Audited) -> Iterator[Finding]:
    prior = audited.prior
    if prior and audited.year and prior.year != audited.year - 1:
        found = f"是 {prior.year} 年度的" if prior.year else "看不出是哪个年度的"
        message = f"上年报告{found}，应当是 {audited.year - 1} 年度"
        yield Finding("prior-year", Severity.WARNING, "file", message, f"请换成 {audited.year - 1} 年度的报告")
    mine, theirs = audited.report.contact.short, prior.contact.short if prior else ""
    if mine and theirs and mine != theirs:
        message = f"上年报告的机关是“{theirs}”，本年是“{mine}”"
        yield Finding("prior-organ", Severity.WARNING, "file", message, "请核对是不是拿错了文件")


def _siblings(
    path: Path, beside: Beside, report: PublishedReport
) -> tuple[tuple[PublishedReport, ...], tuple[Finding, ...]]:
    """Return the reports of other organs in a folder, and which of its files could not be read."""
    if beside.siblings is None:
        return (), ()
    mine = {file.resolve() for file in (path, *beside.variants, *((beside.prior,) if beside.prior else ()))}
    found, findings = [], []
    for file in _reports_in(beside.siblings):
        if file.resolve() in mine:
            continue
        try:
            sibling = read_report(file)
        except InputError as error:
            message = f"没有比较 {file.name}：{error.reason}"
            findings.append(Finding("sibling-unreadable", Severity.WARNING, "file", message))
            continue
        if not sibling.contact.organ or sibling.contact.organ != report.contact.organ:
            found.append(sibling)
    return tuple(found), tuple(findings)


def _reports_in(folder: Path) -> list[Path]:
    """Return the reports in a folder and in the folders of it, one file for each name.

    Raises InputError where it is not a folder.
    """
    if not folder.is_dir():
        raise InputError(folder, "不是文件夹，或者不存在")
    files = [path for pattern in ("*", "*/*") for path in folder.glob(pattern) if path.is_file()]
    known = [path for path in files if path.suffix.lower() in _REPORTS and not path.name.startswith(("~", "."))]
    best: dict[Path, Path] = {}
    for path in sorted(known, key=lambda path: (_REPORTS.index(path.suffix.lower()), path)):
        best.setdefault(path.with_suffix(""), path)
    return sorted(best.values())


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None
