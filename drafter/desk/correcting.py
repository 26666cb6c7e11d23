"""Correct the statistics as data; the identities are checked, and tables and sentences follow."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from drafter.desk.actions import Correct
from drafter.desk.following import followed
from drafter.desk.grounds import Grounds, grounds_of
from drafter.desk.outcome import Done, Refused
from drafter.desk.state import number_json
from drafter.desk.working import Line, WorkingReport
from drafter.dossier.cells import statistics_findings
from drafter.findings import Finding, Severity, blocking
from drafter.form.checks import FEE_LABELS
from drafter.form.statistics import Number, Statistics, statistics_tree
from drafter.writing.laws import laws
from drafter.yamltree import Tree

MOST_CHARACTERS = 500
MOST_PLACES = 20
MOST_YUAN = 10**12
EMPTY = "cell-null"
"""An emptied cell is allowed: it is printed as 【待补】 and keeps the report from approval."""

Values = Mapping[str, Number | None]


def correct(working: WorkingReport, action: Correct) -> Done | Refused:
    """Return the report with cells corrected and its sentences on the new figures.

    `before` and `after` hold the cells and every sentence that changed; `after` also the identities that broke.
    Amounts of 信息处理费 are corrected in the same way, as `fees.notices` and so on.
    """
    old = grounds_of(working)
    asked = {path: _plain(value) for path, value in action.cells}
    if refusal := _refusal(old, asked, action.reason.strip()):
        return refusal
    drafted = values_of(grounds_of(replace(working, corrections={})))
    corrections = {**working.corrections, **asked}
    kept = {path: value for path, value in corrections.items() if value != drafted[path]}
    corrected = replace(working, corrections=kept)
    new = grounds_of(corrected)
    corrected = replace(corrected, lines=followed(old, new, working.lines))
    before = {"cells": _cells(old, asked), "lines": _changed(working.lines, corrected.lines)}
    after = {"cells": _cells(new, asked), "lines": _changed(corrected.lines, working.lines)}
    broken = [finding.message for finding in blocking(new.findings) if finding not in old.findings]
    return Done(corrected, next(iter(asked)), before, {**after, "reason": action.reason.strip(), "broken": broken})


def values_of(grounds: Grounds) -> dict[str, Number | None]:
    """Return what can be corrected, by path: the cells of the tables, and 信息处理费 in the years that report it."""
    dossier, fees = grounds.dossier, grounds.dossier.fees
    values = dict(dossier.statistics.values)
    if dossier.year >= laws()["fee_rules"].first_year:
        values |= {f"fees.{name}": getattr(fees, name) if fees else None for name in FEE_LABELS}
    return values


def _plain(value: Number | None) -> Number | None:
    """Return a whole amount as an integer: 3.00 is no other number than 3."""
    is_whole = isinstance(value, Decimal) and value.is_finite() and value == value.to_integral_value()
    return int(value) if value is not None and is_whole else value


def _refusal(grounds: Grounds, asked: Values, reason: str) -> Refused | None:
    values = values_of(grounds)
    unknown = [path for path in asked if path not in values]
    if not asked or unknown:
        return Refused("cell-unknown", f"没有“{unknown[0]}”这一格" if unknown else "没有写要更正哪一格")
    if not reason or len(reason) > MOST_CHARACTERS:
        return Refused("reason-missing", f"更正数据要写明理由和依据，最多 {MOST_CHARACTERS} 个字")
    if wrong := _wrong(grounds, asked):
        return Refused(wrong.code, f"{wrong.message}{wrong.suggestion}")
    if all(value == values[path] for path, value in asked.items()):
        return Refused("unchanged", "填的数和现在的一样，没有更正")
    return None


def _wrong(grounds: Grounds, asked: Values) -> Finding | None:
    """Return the first thing that keeps a value out of its cell."""
    form = grounds.dossier.form
    for path, value in asked.items():
        label = form.cells[path].label if path in form.cells else FEE_LABELS[path.removeprefix("fees.")]
        is_fee = path not in form.cells
        if not _is_number(value) or (is_fee and value is not None and not _is_fee(path, value)):
            message, advice = f"{label}填的不是这里可以填的数。", "请改成阿拉伯数字，没有发生的填 0。"
            return Finding("cell-not-a-number", Severity.ERROR, path, message, advice)
    cells = {path: value for path, value in asked.items() if path in form.cells}
    tree = statistics_tree(Statistics(form.edition, {**grounds.dossier.statistics.values, **cells}))
    found = statistics_findings(form, tree, Tree(tree, {}))
    return next((finding for finding in found if finding.where in asked and finding.code != EMPTY), None)


def _is_number(value: Number | None) -> bool:
    if isinstance(value, Decimal):
        return value.is_finite() and -int(value.as_tuple().exponent) <= MOST_PLACES
    return value is None or (isinstance(value, int) and not isinstance(value, bool))


def _is_fee(path: str, value: Number) -> bool:
    return 0 <= value <= MOST_YUAN and (isinstance(value, int) or path != "fees.notices")


def _cells(grounds: Grounds, asked: Values) -> dict[str, int | str | None]:
    values = values_of(grounds)
    return {path: number_json(values[path]) for path in asked}


def _changed(lines: tuple[Line, ...], others: tuple[Line, ...]) -> dict[str, str]:
    """Return the text of every sentence that is not the same in both; a struck-out one says nothing."""
    known = {line.id: line for line in others}
    return {
        line.id: "" if line.dropped else str(line.text)
        for line in lines
        if line.id not in known or (known[line.id].text, known[line.id].dropped) != (line.text, line.dropped)
    }
