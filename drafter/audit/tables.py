"""Whether the printed tables show the statistics: every cell once, every value exact, every label the form's."""

from collections import Counter
from collections.abc import Iterator

from drafter.audit.characters import hidden_finding, is_hidden
from drafter.document.blocks import CellRole, Document, Grid, GridCell
from drafter.findings import Finding, Severity
from drafter.form.model import Cell, Form, HeadCell, Kind
from drafter.form.numbers import read_back
from drafter.form.statistics import Number, Statistics

MISSING = "【待补】"


def table_findings(document: Document, statistics: Statistics, form: Form) -> Iterator[Finding]:
    """Yield an error for every cell that is not printed once with its exact value, and for labels not of the form."""
    labels = {head.text for table in form.tables for head in _heads(form, table.key)}
    printed: Counter[str] = Counter()
    for grid in document.grids():
        for cell in grid.cells():
            if cell.role is CellRole.VALUE or cell.path:
                printed[cell.path] += 1
                yield from _value_findings(cell, form.cells.get(cell.path), statistics[cell.path], grid)
            elif cell.text not in labels:
                yield from _label_findings(cell, grid)
    for path, cell_of_form in form.cells.items():
        if printed[path] != 1:
            message = f"{cell_of_form.label}在报告的表格里出现了 {printed[path]} 次，应为 1 次"
            yield Finding("table-differs", Severity.ERROR, path, message, "请重新起草")


def _heads(form: Form, key: str) -> Iterator[HeadCell]:
    for block in form.table(key).blocks:
        for row in block.header:
            yield from row
        for value_row in block.rows:
            yield from value_row.head


def _value_findings(printed: GridCell, cell: Cell | None, value: Number | None, grid: Grid) -> Iterator[Finding]:
    if cell is None:
        message = f"{grid.name}里多出一格“{printed.text}”，统一格式没有这一格"
        yield Finding("table-differs", Severity.ERROR, printed.path or grid.key, message, "请重新起草")
    elif not _shows(printed.text, cell, value):
        expected = "没有填报" if value is None else f"是 {value}"
        message = f"{cell.label}印出的是“{printed.text}”，统计数据{expected}"
        yield Finding("table-differs", Severity.ERROR, cell.path, message, "请重新起草，不要在成稿里改数")


def _shows(text: str, cell: Cell, value: Number | None) -> bool:
    """Return whether a printed text is exactly a value, with its unit where the header prints none."""
    if value is None or text == MISSING:
        return value is None and text == MISSING
    unit = cell.unit if cell.print_unit and cell.kind is Kind.MONEY else ""
    return text.endswith(unit) and read_back(text[: len(text) - len(unit)]) == value


def _label_findings(printed: GridCell, grid: Grid) -> Iterator[Finding]:
    if found := sorted({character for character in printed.text if is_hidden(character)}):
        yield hidden_finding(found, printed.text, grid.key)
    message = f"{grid.name}里的“{printed.text}”不是统一格式的栏目"
    yield Finding("table-differs", Severity.ERROR, grid.key, message, "请重新起草")
