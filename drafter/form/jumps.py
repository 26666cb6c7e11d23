"""Compare statistics with last year's, cell by cell: jumps that ask for a reason, and 元 typed as 万元."""

from collections.abc import Iterator
from fractions import Fraction

from drafter.findings import Finding, Severity
from drafter.form.model import Cell, Form, Kind
from drafter.form.numbers import shown
from drafter.form.statistics import Number, Statistics

FROM_ZERO = 10
"""A change between zero and this or more counts as a jump."""
YUAN_IN_A_WAN = 10_000


def jump_findings(form: Form, statistics: Statistics, prior: Statistics, factor: int = 5) -> list[Finding]:
    """Return a finding for every cell that is `factor` times larger or smaller than the same cell of last year.

    Signed changes are not compared. For money, a ratio between 1,000 and 100,000 is taken for a slip of the unit.
    """
    return [finding for cell in form.cells.values() for finding in _cell_findings(cell, statistics, prior, factor)]


def _cell_findings(cell: Cell, statistics: Statistics, prior: Statistics, factor: int) -> Iterator[Finding]:
    value, base = statistics[cell.path], prior[cell.path]
    if value is None or base is None or cell.kind is Kind.CHANGE or value < 0 or base < 0:
        return
    ratio = _ratio(value, base)
    if cell.kind is Kind.MONEY and ratio is not None and 1_000 <= ratio <= 100_000:
        yield _slip(cell, value, base, ratio)
    elif (ratio is None and max(value, base) >= FROM_ZERO) or (ratio is not None and ratio >= factor):
        verb = "增加" if value > base else "减少"
        yield Finding(
            "jump-from-last-year",
            Severity.WARNING,
            cell.path,
            f"{cell.label}本年 {shown(value)}{cell.unit}，上年 {shown(base)}{cell.unit}，{verb}很多。",
            "请核对统计口径和数据；属实的，请准备好书面说明。",
        )


def _ratio(value: Number, base: Number) -> Fraction | None:
    """Return the larger over the smaller, 1 for two zeros, None where only one of them is zero."""
    low, high = sorted((Fraction(value), Fraction(base)))
    if low == 0:
        return Fraction(1) if high == 0 else None
    return high / low


def _slip(cell: Cell, value: Number, base: Number, ratio: Fraction) -> Finding:
    relation = "本年是上年的" if value > base else "上年是本年的"
    exact = ratio == YUAN_IN_A_WAN
    message = f"{cell.label}本年 {shown(value)} {cell.unit}，上年 {shown(base)} {cell.unit}，"
    message += f"{relation} {float(ratio):g} 倍。"
    guess = "本年是不是把元填进了万元" if value > base else "上年是不是把元填进了万元，或者本年换算了两次"
    return Finding(
        "unit-slip",
        Severity.ERROR if exact else Severity.WARNING,
        cell.path,
        message,
        f"请核对单位：{guess}。{'' if exact else '属实的，请准备好书面说明。'}",
    )
