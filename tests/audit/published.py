"""A clean published report, and the same with one thing changed: what the tests of the rules are made of."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from drafter.audit.audited import Audited
from drafter.audit.auditing import audit
from drafter.audit.catalogue import RULES
from drafter.dossier.model import Dossier, Problem
from drafter.form.model import Kind
from drafter.form.profile import load_profile
from drafter.form.statistics import Number, Statistics
from drafter.reading.own import report_of_document
from drafter.reading.report import (
    CellState,
    PublishedReport,
    ReadRow,
    ReadSection,
    ReadTable,
)
from drafter.reading.source import Place, SourceLine
from drafter.runs.pipeline import draft_report
from tests.sample import NOTES, RECEIVED, dossier, statistics

OURS = "ABCJ"
"""The parts of the catalogue whose rules these tests are about."""
PROBLEMS = (
    Problem("P1", "政策解读形式单一", "增加图解和短视频解读"),
    Problem("P2", "信息员均为兼职", "配备专职信息员"),
)
SOCIAL_REVIEW = "开展社会评议1次，群众满意"


def clean_dossier(edition: str = "2021") -> Dossier:
    """Return a dossier whose draft has nothing wrong with it and no gap."""
    year = 2025 if edition == "2021" else 2020
    values: dict[str, Number | None] = dict(RECEIVED) if edition == "2021" else {}
    if edition == "2019":
        values |= {"proactive__procurement__items": 1, "proactive__procurement__amount": Decimal("3.5")}
    exact = (replace(note, text=note.text.replace("十余篇", "12篇")) for note in NOTES)
    notes = (*exact, replace(NOTES[6], id="N11", text=SOCIAL_REVIEW))
    return dossier(
        edition,
        signed=date(year + 1, 1, 20),
        statistics=statistics(edition, **values),
        notes=tuple(replace(note, text=note.text.replace("2026年", f"{year + 1}年")) for note in notes),
        problems=PROBLEMS,
    )


@cache
def clean(edition: str = "2021") -> PublishedReport:
    """Return the report that is drafted from the clean dossier."""
    ours = clean_dossier(edition)
    return report_of_document(draft_report(ours, [], ("md",)).document, ours)


def audited(report: PublishedReport, **beside: Any) -> Audited:
    """Return a report under audit, with what is known beside it."""
    year = beside.pop("year", report.year)
    return Audited(report, year, beside.pop("form", report.form), load_profile("default"), **beside)


def found(report: PublishedReport, **beside: Any) -> list[tuple[str, str]]:
    """Return the rule and the place of everything that the rules on data find, in the order of the audit."""
    rules = [rule for rule in RULES if rule.id[0] in OURS]
    return [(item.rule, item.finding.where) for item in audit(audited(report, **beside), rules)]


def marked(report: PublishedReport, rule: str, **beside: Any) -> list[str]:
    """Return the words that a rule marks."""
    rules = [item for item in RULES if item.id == rule]
    marks = ((item.quote, item.mark) for item in audit(audited(report, **beside), rules))
    return [quote[slice(*mark)] if mark else "" for quote, mark in marks]


def severities(report: PublishedReport, rule: str, **beside: Any) -> list[str]:
    """Return how much the findings of a rule weigh."""
    rules = [item for item in RULES if item.id == rule]
    return [item.finding.severity.value for item in audit(audited(report, **beside), rules)]


def with_section(report: PublishedReport, key: str, *texts: str) -> PublishedReport:
    """Return the report with other lines in a section."""
    old = report.section(key)
    assert old is not None
    start = old.heading.place.block
    lines = tuple(SourceLine(text, Place(start + number)) for number, text in enumerate(texts, start=1))
    return with_sections(report, lambda section: replace(section, lines=lines) if section.key == key else section)


def with_sections(report: PublishedReport, change: Callable[[ReadSection], ReadSection | None]) -> PublishedReport:
    """Return the report with its sections changed; one that becomes None is left out."""
    changed = (change(section) for section in report.sections)
    return replace(report, sections=tuple(section for section in changed if section))


def without_section(report: PublishedReport, key: str) -> PublishedReport:
    """Return the report without a section and the table in it."""
    kept = with_sections(report, lambda section: None if section.key == key else section)
    return replace(kept, tables=tuple(table for table in kept.tables if table.key != key))


def with_heading(report: PublishedReport, key: str, /, **changes: Any) -> PublishedReport:
    """Return the report with another ordinal, title, level or key of a section."""

    def change(section: ReadSection) -> ReadSection:
        if section.key != key:
            return section
        changed = replace(section, **changes)
        text = f"{changed.ordinal}{'、' if changed.ordinal else ''}{changed.title}"
        return replace(changed, heading=SourceLine(text, section.heading.place, changed.level))

    return with_sections(report, change)


def with_line(report: PublishedReport, key: str, old: str, new: str) -> PublishedReport:
    """Return the report with some words of a section, the preamble, the title or the signature replaced."""

    def change(line: SourceLine) -> SourceLine:
        return replace(line, text=line.text.replace(old, new))

    everything = {
        "title": lambda: replace(report, title=change(report.title)) if report.title else report,
        "preamble": lambda: replace(report, preamble=tuple(map(change, report.preamble))),
        "signature": lambda: replace(report, signature=tuple(map(change, report.signature))),
    }
    if key in everything:
        changed = everything[key]()
    else:
        changed = with_sections(
            report,
            lambda section: (
                replace(section, lines=tuple(map(change, section.lines))) if section.key == key else section
            ),
        )
    assert changed != report
    return changed


def with_table(report: PublishedReport, key: str, change: Callable[[ReadTable], ReadTable]) -> PublishedReport:
    """Return the report with a table changed."""
    tables = tuple(change(table) if table.key == key else table for table in report.tables)
    return replace(report, tables=tables)


def with_rows(
    report: PublishedReport, key: str, change: Callable[[ReadRow], ReadRow | Iterable[ReadRow] | None]
) -> PublishedReport:
    """Return the report with the rows of a table changed, dropped or doubled."""

    def rows(table: ReadTable) -> ReadTable:
        kept: list[ReadRow] = []
        for row in table.rows:
            result = change(row)
            kept += [] if result is None else [result] if isinstance(result, ReadRow) else list(result)
        return replace(table, rows=tuple(kept))

    return with_table(report, key, rows)


def with_values(report: PublishedReport, **values: Number) -> PublishedReport:
    """Return the report with other numbers in some cells; names write `__` for the dots of a path."""
    named = {name.replace("__", "."): value for name, value in values.items()}
    cells = dict(report.cells)
    for path, value in named.items():
        unit = "万元" if report.form.cells[path].kind is Kind.MONEY and report.form.cells[path].print_unit else ""
        cells[path] = replace(cells[path], value=value, written=f"{value}{unit}", state=CellState.READ)
    figures = Statistics(report.form.edition, {**report.statistics.values, **named})
    return replace(report, cells=cells, statistics=figures)


def with_written(
    report: PublishedReport, written: dict[str, str], state: CellState = CellState.UNREADABLE
) -> PublishedReport:
    """Return the report with cells that hold something else than a number that is certain."""
    cells = dict(report.cells)
    for path, text in written.items():
        cells[path] = replace(cells[path], value=None, written=text, state=state)
    figures = {**report.statistics.values, **dict.fromkeys(written)}
    return replace(report, cells=cells, statistics=Statistics(report.form.edition, figures))
