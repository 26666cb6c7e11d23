"""Counts of applications, reviews, suits, documents and decisions that differ from the tables: D01, D02, D03, D14."""

from collections.abc import Iterator

from drafter.audit.audited import Audited
from drafter.audit.rule import Rule
from drafter.audit.rules.narrative.cells import contradictions_of
from drafter.audit.spot import Spot
from drafter.findings import Severity

_COUNTS = tuple(f"applications.{row}." for row in ("received", "carried_in", "concluded", "carried_out"))
_RESULTS = tuple(
    f"applications.{row}" for row in ("granted", "partly_granted", "refused", "unavailable", "not_processed", "other")
)


def _applications(audited: Audited) -> Iterator[Spot]:
    return contradictions_of(audited, _COUNTS)


def _disputes(audited: Audited) -> Iterator[Spot]:
    return contradictions_of(audited, ("disputes.",))


def results_against_table(audited: Audited) -> Iterator[Spot]:
    """Yield results of applications that the table gives otherwise."""
    return contradictions_of(audited, _RESULTS)


def _documents(audited: Audited) -> Iterator[Spot]:
    return contradictions_of(audited, ("proactive.", "fees."))


_SOURCE = "国办公开办函〔2021〕30号：内容准确；动词与栏目的对应见统计口径"

APPLICATION_COUNT = Rule("D01", "application-count-differs", Severity.ERROR, _SOURCE, _applications)
DISPUTE_COUNT = Rule("D02", "dispute-count-differs", Severity.ERROR, _SOURCE, _disputes)
DOCUMENT_COUNT = Rule("D14", "decision-count-differs", Severity.ERROR, _SOURCE, _documents)
