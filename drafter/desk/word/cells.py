"""Where in an edited file the value cells of the report stand.

A cell is found by its mark, else by its place in a table whose rows, cells and labels are all as they were written,
else by its labels, as in anybody's report. Where mark and place disagree, the cell is not taken for found.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from drafter.desk.word.edited import EditedCell, EditedFile, EditedTable, Revision
from drafter.desk.word.marks import CELL, Mark, by_slug
from drafter.desk.word.sentences import bare
from drafter.document.blocks import Document, Grid, GridCell

Labelled = Callable[[], Mapping[str, str]]
"""The cells as they are read from anybody's report, asked for only where marks and places do not do."""


@dataclass(frozen=True, slots=True)
class FoundCell:
    """A value cell as the file has it."""

    path: str
    text: str
    mark: Mark | None = None
    revisions: tuple[Revision, ...] = ()
    comments: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class FoundCells:
    """The value cells by path, and the paths that could not be placed for certain."""

    cells: Mapping[str, FoundCell]
    unsure: tuple[str, ...]


def found_cells(file: EditedFile, document: Document, labelled: Labelled) -> FoundCells:
    """Return the value cells of the report as the file has them."""
    slugs = by_slug(path for grid in document.grids() for path in grid.values())
    marked: dict[str, tuple[Mark, EditedCell]] = {}
    placed: dict[str, EditedCell] = {}
    for table in file.tables():
        # Bookmarks may come back twice: the first one wins.
        marked = {**_by_marks(table, slugs), **marked}
        fitting = (grid for grid in document.grids() if _fits(table, grid) and not placed.keys() & grid.values().keys())
        placed |= _by_places(table, next(fitting, None))
    unsure = [path for path, (_, cell) in marked.items() if path in placed and placed[path] is not cell]
    cells = {path: _found(path, None, cell) for path, cell in placed.items()}
    cells |= {path: _found(path, mark, cell) for path, (mark, cell) in marked.items()}
    if missing := [path for path in slugs.values() if path not in cells]:
        known = labelled()
        cells |= {path: FoundCell(path, known[path]) for path in missing if path in known}
    unsure += [path for path in slugs.values() if path not in cells]
    return FoundCells({path: cell for path, cell in cells.items() if path not in unsure}, tuple(unsure))


def _found(path: str, mark: Mark | None, cell: EditedCell) -> FoundCell:
    bits = [bit for passage in cell.passages for bit in passage.bits]
    revisions = tuple(revision for bit in bits for revision in (bit.inserted, bit.deleted) if revision)
    comments = frozenset(comment for bit in bits for comment in bit.comments)
    return FoundCell(path, cell.text, mark, revisions, comments)


def _by_marks(table: EditedTable, slugs: Mapping[str, str]) -> dict[str, tuple[Mark, EditedCell]]:
    found: dict[str, tuple[Mark, EditedCell]] = {}
    for cell in (cell for row in table.rows for cell in row):
        for mark in cell.marks:
            if mark.kind == CELL and mark.slug in slugs:
                found.setdefault(slugs[mark.slug], (mark, cell))
    return found


def _fits(table: EditedTable, grid: Grid) -> bool:
    """Return whether a table has the rows, cells and labels of a grid."""
    if [len(row) for row in table.rows] != [len(row) for row in grid.rows]:
        return False
    return all(cell.path or bare(cell.text) == bare(edited.text) for cell, edited in _pairs(table, grid))


def _pairs(table: EditedTable, grid: Grid) -> Iterator[tuple[GridCell, EditedCell]]:
    for cells, row in zip(grid.rows, table.rows, strict=True):
        yield from zip(cells, row, strict=True)


def _by_places(table: EditedTable, grid: Grid | None) -> dict[str, EditedCell]:
    return {cell.path: edited for cell, edited in _pairs(table, grid) if cell.path} if grid else {}
