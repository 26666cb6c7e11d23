"""From a file to a published report: what of it is certain, and what is not, said."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from drafter.findings import Finding, Severity
from drafter.form.editions import editions, load_form
from drafter.form.statistics import Statistics
from drafter.reading.contact import read_contact
from drafter.reading.dates import period_of, year_of_period, year_of_title
from drafter.reading.doubts import table_doubts
from drafter.reading.fees import read_fees
from drafter.reading.formats.document import read_document
from drafter.reading.problems import read_problems
from drafter.reading.report import CellState, PublishedReport, ReadContact, ReadFees
from drafter.reading.sections import Parts, split_report
from drafter.reading.source import SourceDocument, SourceFormat, SourceLine
from drafter.reading.tables import TablesRead, read_tables
from drafter.reading.wrapped import is_wrapped

FIRST_FEE_YEAR = 2021
_FEE_SECTIONS = ("other", "applications", "overview")


def read_report(path: Path) -> PublishedReport:
    """Return the report in a file. Raises InputError where the file cannot be read at all."""
    return published_report(read_document(path))


def published_report(source: SourceDocument) -> PublishedReport:
    """Return the report in a document that has been read."""
    tables = read_tables(source.blocks)
    parts = split_report(source.blocks, tables.blocks, is_page_text=_is_page_text(source, tables))
    period = period_of(line.text for line in (*parts.preamble, *_first_lines(parts)))
    dated = _year(source, parts, period)
    if not tables.shows_edition and _form_year(dated.year):
        tables = read_tables(source.blocks, _form_year(dated.year))
    problems, fees = read_problems(_lines_of(parts, "improvement")), _fees(parts, dated.year)
    doubts = table_doubts(tables, dated.year, source.images)
    return PublishedReport(
        source=source,
        year=dated.year,
        form=tables.form,
        title=parts.title,
        preamble=parts.preamble,
        sections=parts.sections,
        signature=parts.signature,
        tables=tables.tables,
        cells=tables.cells,
        statistics=_statistics(tables),
        period=period,
        contact=_contact(source, parts),
        fees=fees.fees,
        problems=problems.pairs,
        findings=(*source.findings, *dated.findings, *doubts, *fees.findings, *problems.findings),
    )


def _is_page_text(source: SourceDocument, tables: TablesRead) -> bool:
    """Return whether a text has the lines of a page, as one that was copied out of a PDF does."""
    outside = (block for at, block in enumerate(source.blocks) if at not in tables.blocks)
    prose = [block for block in outside if isinstance(block, SourceLine)]
    return source.format is SourceFormat.TEXT and is_wrapped(prose)


def _statistics(tables: TablesRead) -> Statistics:
    """Return the cells that are read; whatever else a cell is, its value is not reported."""
    values = {path: cell.value if cell.state is CellState.READ else None for path, cell in tables.cells.items()}
    return Statistics(tables.form.edition, values)


def _form_year(year: int | None) -> int | None:
    """Return a year that an edition of the form covers; None for one before the first."""
    first = min(load_form(edition).first_year for edition in editions())
    return year if year is not None and year >= first else None


@dataclass(frozen=True, slots=True)
class _Dated:
    year: int | None
    findings: tuple[Finding, ...] = ()


def _year(source: SourceDocument, parts: Parts, period: tuple[str, str] | None) -> _Dated:
    """Return the year of the report: that of its title, else of its period, else of the page's own title."""
    titled = year_of_title(parts.title.text) if parts.title else None
    titled = titled or year_of_title(source.metadata.get("title", ""))
    counted = year_of_period(period)
    if titled and counted and titled != counted:
        message = f"标题写的是 {titled} 年，统计期限是 {counted} 年，按标题的 {titled} 年读取。"
        advice = "请核对报告年度，不对的改正 year。"
        return _Dated(titled, (Finding("year-differs", Severity.WARNING, "year", message, advice),))
    if titled or counted:
        return _Dated(titled or counted)
    message = "没有读到报告年度：标题和统计期限里都没有写清是哪一年。"
    return _Dated(None, (Finding("year-unknown", Severity.WARNING, "year", message, "请在 year 填上报告年度。"),))


def _first_lines(parts: Parts) -> Sequence[SourceLine]:
    """Return the first lines of the first section: some reports put their preamble there."""
    return parts.sections[0].lines[:2] if parts.sections else ()


def _lines_of(parts: Parts, key: str) -> list[SourceLine]:
    return [line for section in parts.sections if section.key == key for line in section.lines]


def _contact(source: SourceDocument, parts: Parts) -> ReadContact:
    """Return who reports: the title names the organ, the preamble and the last section say how to reach it."""
    title = parts.title.text if parts.title else source.metadata.get("title", "")
    lines = [*parts.preamble, *_first_lines(parts), *_lines_of(parts, "other")]
    return read_contact(title, [line.text for line in lines])


@dataclass(frozen=True, slots=True)
class _Fees:
    fees: ReadFees | None
    findings: tuple[Finding, ...] = ()


def _fees(parts: Parts, year: int | None) -> _Fees:
    """Return 信息处理费 from the first section that says something of it; before 2021 there was none."""
    if year is not None and year < FIRST_FEE_YEAR:
        return _Fees(None)
    for key in _FEE_SECTIONS:
        texts = [line.text for line in _lines_of(parts, key)]
        if found := read_fees(texts):
            return _Fees(found)
    if any("信息处理费" in line.text for line in _lines_of(parts, "other")):
        message = "第六部分写了信息处理费，但读不出件数和金额。"
        advice = "请照原文填 fees，单位是元；没有发生的填 0。"
        return _Fees(None, (Finding("fees-unread", Severity.INFO, "fees", message, advice),))
    return _Fees(None)
