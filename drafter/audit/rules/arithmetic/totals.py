"""C05: the column of totals left empty."""

from collections.abc import Iterator

from drafter.audit.audited import Audited
from drafter.audit.placing import at_cell
from drafter.audit.rule import Rule
from drafter.audit.rules.skeleton.blanks import blank_totals
from drafter.audit.spot import Spot
from drafter.findings import Severity


def _empty_column(audited: Audited) -> Iterator[Spot]:
    """Yield one spot for a column of totals that is left empty beside filled parts."""
    paths = blank_totals(audited.report)
    if paths:
        message = f"表三有 {len(paths)} 行各类申请人都填了数，“总计”列却是空的"
        yield at_cell(audited.report, paths[0], message, "请逐行填上总计；总计等于自然人与法人或其他组织各栏之和")


RULES = (Rule("C05", "total-column-blank", Severity.WARNING, "国办公开办函〔2021〕30号附件表三", _empty_column),)
