"""Table cells that were changed in an edited file, as proposed corrections of the statistics.

Cells that an identity binds together, such as a part and its total, are one proposal: taken apart, neither would stand.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from drafter.desk.actions import Correct
from drafter.desk.word.cells import FoundCell, FoundCells
from drafter.desk.word.imported import Change, Proposal
from drafter.desk.word.sentences import bare
from drafter.document.blocks import Document
from drafter.findings import Finding, Severity
from drafter.form.model import Form
from drafter.form.statistics import Number
from drafter.reading.cells import CERTAIN
from drafter.reading.report import CellState
from drafter.reading.tables.figures import figure

REASON = "按 Word 审改稿更正"
_ADVICE = "请在桌面的表格里更正这一格"
_MOST_NAMED = 3


@dataclass(frozen=True, slots=True)
class _Changed:
    """A cell with what it says on the desk and what it says in the file."""

    found: FoundCell
    before: str
    value: Number
    stale: bool


def corrections(
    cells: FoundCells, document: Document, form: Form, reasons: Mapping[str, str]
) -> tuple[list[Proposal], list[Finding]]:
    """Return the proposals and what could not be taken; `reasons` are the comments at cells, by path."""
    changed: dict[str, _Changed] = {}
    problems = list(_unplaced(cells.unsure, form))
    for path, before in (item for grid in document.grids() for item in grid.values().items()):
        found = cells.cells.get(path)
        if found is None or _untouched(found, before):
            continue
        stale = found.mark is not None and not found.mark.said(before)
        value = _value(found, form)
        if isinstance(value, Finding):
            problems.append(value)
        else:
            changed[path] = _Changed(found, before, value, stale)
    return [_proposal(group, form, reasons) for group in _bound(changed, form)], problems


def _untouched(found: FoundCell, before: str) -> bool:
    return bare(found.text) == bare(before) or (found.mark is not None and found.mark.said(found.text))


def _value(found: FoundCell, form: Form) -> Number | Finding:
    """Return the number of a cell, or why there is none."""
    cell = form.cells[found.path]
    read = figure(found.text, cell.kind, cell.column_label)
    if read.state is CellState.READ and read.value is not None and read.confidence >= CERTAIN:
        return read.value
    if read.state is CellState.BLANK:
        message = f"{cell.label}在文件里清空了，没有导入：没有发生的要写 0"
        return Finding("cell-emptied", Severity.WARNING, found.path, message, _ADVICE)
    message = f"{cell.label}在文件里写的是“{found.text[:30]}”，不是能认准的数，没有导入"
    return Finding("cell-unreadable", Severity.WARNING, found.path, message, _ADVICE)


def _unplaced(paths: Iterable[str], form: Form) -> Iterator[Finding]:
    """Yield one finding for each table with cells that are not where they were, or are not there."""
    tables: dict[str, list[str]] = {}
    for path in paths:
        tables.setdefault(form.cells[path].table, []).append(path)
    for key, missing in tables.items():
        named = "、".join(form.cells[path].label for path in missing[:_MOST_NAMED])
        more = f"等 {len(missing)} 格" if len(missing) > _MOST_NAMED else ""
        message = f"{form.table(key).name}的行列或标签动过，认不准{named}{more}，没有导入"
        yield Finding("cell-unsure", Severity.WARNING, missing[0], message, _ADVICE)


def _bound(changed: Mapping[str, _Changed], form: Form) -> list[list[_Changed]]:
    """Return the cells in groups that identities bind together, in the order of print."""
    leader = {path: path for path in changed}

    def first(path: str) -> str:
        while leader[path] != path:
            path = leader[path]
        return path

    for identity in form.identities:
        here = [term.cell for term in identity.terms if term.source == "statistics" and term.cell in changed]
        for one, other in pairwise(here):
            leader[first(other)] = first(one)
    groups: dict[str, list[_Changed]] = {}
    for path, item in changed.items():
        groups.setdefault(first(path), []).append(item)
    return list(groups.values())


def _proposal(group: list[_Changed], form: Form, reasons: Mapping[str, str]) -> Proposal:
    said = dict.fromkeys(reasons[item.found.path] for item in group if item.found.path in reasons)
    reason = "；".join(said) or REASON
    revisions = [revision for item in group for revision in item.found.revisions]
    return Proposal(
        Change.CORRECTED,
        Correct(tuple((item.found.path, item.value) for item in group), reason),
        group[0].found.path,
        "；".join(f"{form.cells[item.found.path].label}：{item.before}" for item in group),
        "；".join(f"{form.cells[item.found.path].label}：{item.found.text}" for item in group),
        tuple(dict.fromkeys(revision.author for revision in revisions if revision.author)),
        max((revision.at for revision in revisions), default=""),
        any(item.stale for item in group),
    )
