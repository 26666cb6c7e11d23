"""D03: how applications ended, against the table and against the total that the text itself gives."""

from collections.abc import Iterator
from decimal import Decimal

from drafter.audit.audited import Audited
from drafter.audit.breakdowns import read_breakdowns
from drafter.audit.claims import RESULTS
from drafter.audit.passages import Passage, located, paragraphs, text_of
from drafter.audit.rule import Rule
from drafter.audit.rules.narrative.cells import with_context
from drafter.audit.rules.narrative.tables import results_against_table
from drafter.audit.spot import Spot
from drafter.audit.statements import Statement, speaks_of_the_year, statements
from drafter.audit.sums import Breakdown, makes_total
from drafter.findings import Severity

_TOTALS = ("办结", "办理")
_ENOUGH = 3


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
            if said.claim.name in RESULTS:
                results.setdefault(said.claim.name, (said, offset))
            elif said.claim.name in _TOTALS:
                totals.append(Decimal(said.figure.value))
        offset += len(passage.text)
    if not totals or len(results) < 2:
        return
    parts = [Decimal(said.figure.value or 0) for said, _ in results.values() if said.figure]
    total, made = totals[0], sum(parts, Decimal(0))
    text = text_of(group)
    is_short = made < min(totals) and len(parts) >= _ENOUGH and "等" not in text
    # A list that makes its total may name its results otherwise: 主动撤回1件.
    if made > max(totals) or (is_short and not any(_is_made(item, total) for item in read_breakdowns(text))):
        last, at = list(results.values())[-1]
        passage, span = located(group, at + last.start, at + last.end)
        parted = "＋".join(str(part) for part in parts)
        message = f"各类办理结果相加 {parted}＝{made}，与办结的 {total} 件不符，相差 {abs(made - total)} 件"
        severity = None if made > total else Severity.WARNING
        yield passage.spot(message, span, "请逐项核对办理结果，使分项之和等于办结数", severity)


def _is_made(item: Breakdown, total: Decimal) -> bool:
    return item.head.value == total and len(item.parts) >= _ENOUGH and makes_total(item)


RESULT_COUNT = Rule(
    "D03",
    "result-count-differs",
    Severity.ERROR,
    "国办公开办函〔2021〕30号：第三部分表格，各办理结果之和为总计",
    _find,
)
