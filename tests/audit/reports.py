"""Small published reports for tests of the rules: texts of sections and a few cells, everything else empty."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from drafter.audit.audited import Audited, Gazetteer
from drafter.audit.rule import Rule
from drafter.audit.spot import Observation
from drafter.form.editions import form_for_year
from drafter.form.profile import load_profile
from drafter.form.statistics import Number, Statistics
from drafter.reading.report import (
    CellState,
    PublishedReport,
    ReadCell,
    ReadContact,
    ReadFees,
    ReadProblem,
    ReadSection,
)
from drafter.reading.source import Place, SourceDocument, SourceFormat, SourceLine

CONTACT = ReadContact(
    organ="灵溪镇人民政府", short="灵溪镇", level="镇", county="云岭县", office="党政办公室", phone="0555-1234567"
)
TITLES = {
    "overview": "一、总体情况",
    "proactive": "二、主动公开政府信息情况",
    "applications": "三、收到和处理政府信息公开申请情况",
    "disputes": "四、政府信息公开行政复议、行政诉讼情况",
    "improvement": "五、存在的主要问题及改进情况",
    "other": "六、其他需要报告的事项",
}


def report(
    year: int = 2025,
    *,
    title: str | None = None,
    preamble: str = "",
    signature: str = "",
    contact: ReadContact = CONTACT,
    period: tuple[str, str] | None = None,
    cells: dict[str, Number | None] | None = None,
    fees: ReadFees | None = None,
    problems: Iterable[tuple[str, str]] = (),
    **sections: str,
) -> PublishedReport:
    """Return a report; a section's text has a line for each paragraph, and cells that are not named are 0."""
    form = form_for_year(year)
    values = {**dict.fromkeys(form.cells, 0), **{key.replace("__", "."): value for key, value in (cells or {}).items()}}
    counter = iter(range(1, 1000))

    def line(text: str, level: int | None = None) -> SourceLine:
        return SourceLine(text, Place(next(counter)), level)

    def lines(text: str) -> tuple[SourceLine, ...]:
        return tuple(line(item) for item in text.split("\n") if item)

    head = line(title if title is not None else f"{contact.county}{contact.organ}{year}年政府信息公开工作年度报告")
    opening = lines(preamble)
    read = tuple(
        ReadSection(key, TITLES[key][0], TITLES[key][2:], 1, line(TITLES[key], 1), lines(sections[key]))
        for key in TITLES
        if key in sections
    )
    return PublishedReport(
        source=SourceDocument("年报.txt", SourceFormat.TEXT, ()),
        year=year,
        form=form,
        title=head,
        preamble=opening,
        sections=read,
        signature=lines(signature),
        tables=(),
        cells={
            path: ReadCell(path, CellState.BLANK if value is None else CellState.READ, value)
            for path, value in values.items()
        },
        statistics=Statistics(form.edition, values),
        period=period,
        contact=contact,
        fees=fees,
        problems=tuple(ReadProblem(text, measure, Place(900 + n)) for n, (text, measure) in enumerate(problems)),
        findings=(),
    )


def audited(
    overview: str = "",
    *,
    prior: PublishedReport | None = None,
    siblings: tuple[PublishedReport, ...] = (),
    gazetteer: Gazetteer | None = None,
    **more: Any,
) -> Audited:
    """Return a report under audit with one text in 总体情况, or other sections by their keys."""
    read = report(**({"overview": overview} if overview else {}), **more)
    return Audited(
        read,
        read.year,
        read.form,
        load_profile("default"),
        prior,
        siblings,
        gazetteer=gazetteer or Gazetteer(),
    )


def found(rule: Rule, *texts: str, **more: Any) -> list[Observation]:
    """Return what a rule finds in a report."""
    return list(rule.observations(audited(*texts, **more)))


def marked(observation: Observation) -> str:
    """Return the characters that an observation marks."""
    start, end = observation.mark or (0, 0)
    return observation.quote[start:end]


def yuan(text: str) -> Decimal:
    """Return an amount of money."""
    return Decimal(text)
