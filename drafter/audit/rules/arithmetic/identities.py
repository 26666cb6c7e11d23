"""C01–C04, C06, C07, C11: the identities of the form, on the figures as the report prints them."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache

from drafter.audit.audited import Audited
from drafter.audit.placing import at_cell
from drafter.audit.rule import Rule
from drafter.audit.spot import Spot
from drafter.findings import Finding, Severity
from drafter.form.checks import identity_findings
from drafter.form.editions import load_form
from drafter.form.model import Form
from drafter.form.statistics import Number

_NOTE = "国办公开办函〔2021〕30号、〔2019〕60号附件"
_FEES = "fees."


@cache
def _narrowed(edition: str, names: tuple[str, ...]) -> Form:
    """Return an edition with only the identities of these names."""
    form = load_form(edition)
    return replace(form, identities=tuple(item for item in form.identities if item.id.partition(":")[0] in names))


def _broken(*names: str) -> Callable[[Audited], Iterator[Spot]]:
    """Return what finds the identities of these names that do not hold."""

    def find(audited: Audited) -> Iterator[Spot]:
        report = audited.report
        for finding in identity_findings(
            _narrowed(report.form.edition, names),
            report.statistics,
            fees=_fees(audited),
            prior=audited.statistics_before,
            level=report.contact.level,
        ):
            yield _spot(audited, finding)

    return find


def _fees(audited: Audited) -> dict[str, Number | None]:
    fees = audited.report.fees
    if fees is None:
        return {}
    return {"notices": fees.notices, "billed_yuan": fees.billed_yuan, "collected_yuan": fees.collected_yuan}


def _spot(audited: Audited, finding: Finding) -> Spot:
    if finding.where.startswith(_FEES):
        section = audited.report.section("other")
        line = next((line for line in section.lines if "处理费" in line.text), None) if section else None
        place, quote = (line.place, line.text) if line else (None, "")
        return Spot(finding.message, finding.suggestion, "other", place, quote, severity=finding.severity)
    return at_cell(audited.report, finding.where, finding.message, finding.suggestion, finding.severity)


RULES = (
    Rule("C01", "applications-balance", Severity.ERROR, f"{_NOTE}表三注", _broken("T3-a")),
    Rule("C02", "applications-outcomes", Severity.ERROR, f"{_NOTE}表三", _broken("T3-b")),
    Rule("C03", "applicants-sum", Severity.ERROR, f"{_NOTE}表三", _broken("T3-c")),
    Rule("C04", "disputes-sum", Severity.ERROR, f"{_NOTE}表四", _broken("T4")),
    Rule("C06", "carry-over-differs", Severity.ERROR, f"{_NOTE}表三（跨年度）", _broken("X-1")),
    Rule("C07", "proactive-not-consistent", Severity.WARNING, f"{_NOTE}表二（推算）", _broken("X-2", "X-3", "X-4")),
    Rule("C11", "fees-not-consistent", Severity.WARNING, "国办函〔2020〕109号", _broken("F-1a", "F-1b", "F-2")),
)
