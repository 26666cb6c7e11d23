"""D03: how applications ended, against the table and against the total that the text itself gives."""

import re
from collections.abc import Iterator
from decimal import Decimal

from drafter.audit.audited import Audited
from drafter.audit.breakdowns import read_breakdowns
from drafter.audit.claims import RESULTS
from drafter.audit.heads import figures_in
from drafter.audit.passages import Passage, located, paragraphs, text_of
from drafter.audit.rule import Rule
from drafter.audit.rules.narrative.cells import with_context
from drafter.audit.rules.narrative.tables import results_against_table
from drafter.audit.spot import Spot
from drafter.audit.statements import Statement, speaks_of_the_year, statements
from drafter.audit.sums import makes_total
from drafter.findings import Severity

_TOTALS = ("办结", "办理")
_ENOUGH = 3
_BY_REASON = "办理结果"
_LIST = re.compile("(?:办结|答复|结果|如下)[^，。；：]{0,6}：")
"""What announces a list of all results, however few."""


def _find(audited: Audited) -> Iterator[Spot]:
    seen = set()
    for spot in results_against_table(audited):
        seen.add(spot.quote)
        yield spot
    for group in paragraphs(audited):
        yield from (spot for spot in _sums(group, audited.year) if spot.quote not in seen)


def _sums(group: tuple[Passage, ...], year: int | None) -> Iterator[Spot]:
    """Yield results that together are not the number of applications that a paragraph says were answered."""
    offset = 0
    totals: list[Decimal] = []
    results: dict[str, tuple[Statement, int]] = {}
    for passage, context in with_context(group):
        for said in statements(passage.text, context):
            if (
                said.figure is None
                or said.figure.value is None
                or not speaks_of_the_year(passage.text[: said.start], year)
            ):
                continue
            if said.claim.name in RESULTS or said.claim.name == _BY_REASON:
                results.setdefault(str(said.claim.cells), (said, offset))
            elif said.claim.name in _TOTALS:
                totals.append(Decimal(said.figure.value))
        offset += len(passage.text)
    if not totals or len(results) < 2:
        return
    parts = [Decimal(said.figure.value or 0) for said, _ in results.values() if said.figure]
    total, made = totals[0], sum(parts, Decimal(0))
    text = text_of(group)
    is_whole = len(parts) >= _ENOUGH or _LIST.search(text) is not None
    is_short = made < min(totals) and is_whole and "等" not in text and not _is_made(text, results, totals)
    if made > max(totals) or is_short:
        last, at = list(results.values())[-1]
        passage, span = located(group, at + last.start, at + last.end)
        parted = "＋".join(str(part) for part in parts)
        message = f"各类办理结果相加 {parted}＝{made}，与办结的 {total} 件不符，相差 {abs(made - total)} 件"
        severity = None if made > total else Severity.WARNING
        yield passage.spot(message, span, "请逐项核对办理结果，使分项之和等于办结数", severity)


def _is_made(text: str, results: dict[str, tuple[Statement, int]], totals: list[Decimal]) -> bool:
    """Return whether a list makes its total with results that it names otherwise: 主动撤回1件."""
    if any(item.head.value in totals and len(item.parts) >= 2 and makes_total(item) for item in read_breakdowns(text)):
        return True
    first = min(at + said.start for said, at in results.values())
    end = text.find("。", first)
    listed = [item for item in figures_in(text) if first <= item.start < (end if end > 0 else len(text))]
    return sum((Decimal(item.value or 0) for item in listed if item.unit == "件"), Decimal(0)) in totals


RESULT_COUNT = Rule(
    "D03",
    "result-count-differs",
    Severity.ERROR,
    "国办公开办函〔2021〕30号：第三部分表格，各办理结果之和为总计",
    _find,
)
