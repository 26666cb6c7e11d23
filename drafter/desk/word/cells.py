"""Table cells that were changed in an edited file, as one proposed correction of the statistics.

A cell is found by its mark, else by its place in a table whose rows, cells and labels are all as they were written,
else by its labels, as in anybody's report. Where two of these disagree, nothing is proposed.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from drafter.desk.actions import Correct
from drafter.desk.word.edited import EditedCell, EditedFile, EditedTable
from drafter.desk.word.imported import Change, Proposal
from drafter.desk.word.marks import CELL, Mark, by_slug
from drafter.desk.word.sentences import bare
from drafter.document.blocks import Document, Grid, GridCell
from drafter.findings import Finding, Severity
from drafter.form.model import Form
from drafter.form.statistics import Number
from drafter.reading.report import CellState
from drafter.reading.source import Place, SourceCell, SourceTable
from drafter.reading.tables import read_tables
from drafter.reading.tables.figures import figure

REASON = "按 Word 审改稿更正"
_FEWEST = 0.5
"""A table of which fewer cells than this have a mark or their place is read by its labels."""


@dataclass(frozen=True, slots=True)
class Found:
    """A value cell of the form as the file has it."""

    path: str
    cell: EditedCell
    mark: Mark | None = None


def found_cells(file: EditedFile, document: Document) -> tuple[dict[str, Found], list[Finding]]:
    """Return the value cells of the report by path, as the file has them; and those whose place is not certain."""
    paths = by_slug(path for grid in document.grids() for path in grid.values())
    marked: dict[str, Found] = {}
    placed: dict[str, Found] = {}
    for table in file.tables():
        marked |= _by_marks(table, paths)
        grid = next((grid for grid in document.grids() if grid.key not in placed and _fits(table, grid)), None)
        placed |= _by_places(table, grid) if grid else {}
    unsure = {path for path in marked.keys() & placed.keys() if marked[path].cell is not placed[path].cell}
    found = {path: each for path, each in (placed | marked).items() if path not in unsure}
    problems = [_unsure(path) for path in sorted(unsure)]
    return found, problems


def _by_marks(table: EditedTable, paths: Mapping[str, str]) -> dict[str, Found]:
    marks = ((mark, cell) for row in table.rows for cell in row for mark in cell.marks if mark.kind == CELL)
    return {paths[mark.slug]: Found(paths[mark.slug], cell, mark) for mark, cell in marks if mark.slug in paths}


def _fits(table: EditedTable, grid: Grid) -> bool:
    """Return whether a table has the rows, cells and labels of a grid."""
    if [len(row) for row in table.rows] != [len(row) for row in grid.rows]:
        return False
    return all(cell.path or bare(cell.text) == bare(edited.text) for cell, edited in _pairs(table, grid))


def _pairs(table: EditedTable, grid: Grid) -> Iterator[tuple[GridCell, EditedCell]]:
    for cells, row in zip(grid.rows, table.rows, strict=True):
        yield from zip(cells, row, strict=True)


def _by_places(table: EditedTable, grid: Grid) -> dict[str, Found]:
    return {cell.path: Found(cell.path, edited) for cell, edited in _pairs(table, grid) if cell.path}


def _unsure(path: str) -> Finding:
    message = "表格的行列动过，认不准这一格在文件里是哪一格，没有导入"
    return Finding("cell-unsure", Severity.WARNING, path, message, "请在桌面的表格里更正这一格")
