"""Tables that the file marks: the grid is taken as it is, over pages, with nested labels and columns of one's own."""

from random import Random

import pytest

from drafter.document.blocks import Grid
from drafter.document.grid import table_grid
from drafter.document.markdown import _table
from drafter.form.editions import load_form
from drafter.form.statistics import Statistics
from drafter.reading.report import CellState
from drafter.reading.source import Place, SourceCell, SourceTable
from drafter.reading.tables import TablesRead, read_tables
from tests.reading.flatten import invented
from tests.reading.pages import text_blocks

EDITIONS = ("2019", "2021")


def statistics(seed: int) -> Statistics:
    return invented(Random(seed), EDITIONS[seed % 2], (0, 0.2, 0.9)[seed // 2 % 3], 0.3)  # noqa: S311


def grids(values: Statistics) -> list[Grid]:
    form = load_form(values.edition)
    return [table_grid(form, table, values) for table in form.tables]


def marked(grid: Grid, number: int) -> SourceTable:
    """Return a grid as a file has it; a cell that is not reported is empty there."""
    cells = [
        SourceCell("" if cell.text == "【待补】" else cell.text, cell.row, cell.column, cell.rowspan, cell.colspan)
        for cell in grid.cells()
    ]
    return SourceTable(tuple(cells), Place(number, table=number))


def differing(read: TablesRead, values: Statistics) -> list[str]:
    """Return the cells that do not have their value, or are not blank where there is none."""
    wanted = {
        path: (CellState.BLANK if value is None else CellState.READ, value) for path, value in values.values.items()
    }
    return [path for path, cell in read.cells.items() if (cell.state, cell.value) != wanted[path]]


@pytest.mark.parametrize("seed", range(12))
def test_our_own_grids_read_back_exactly(seed: int):
    values = statistics(seed)

    read = read_tables([marked(grid, number) for number, grid in enumerate(grids(values), 1)])

    assert (read.edition, differing(read, values)) == (values.edition, [])
    assert [table.key for table in read.tables] == ["proactive", "applications", "disputes"]
    assert not any(table.conversion_suspect or table.foreign_labels for table in read.tables)


@pytest.mark.parametrize("seed", range(12))
def test_our_own_markdown_reads_back_exactly(seed: int):
    values = statistics(seed)
    lines = [line for grid in grids(values) for line in [*_table(grid), ""]]

    read = read_tables(text_blocks("\n".join(lines)))

    assert (read.edition, differing(read, values)) == (values.edition, [])


@pytest.mark.parametrize("at", range(3, 24, 4))
def test_a_table_split_over_pages_is_one(at: int):
    values = statistics(at)
    pieces = []
    for table in (marked(grid, number) for number, grid in enumerate(grids(values), 1)):
        for rows in (range(at), range(at, table.height)):
            cells = [
                SourceCell(cell.text, cell.row - rows.start, cell.column, 1, cell.colspan)
                for cell in table.cells
                if cell.row in rows
            ]
            pieces += [SourceTable(tuple(cells), Place(len(pieces) + 1, table=len(pieces) + 1))] if cells else []

    read = read_tables(pieces)

    assert differing(read, values) == []
    assert len(next(table for table in read.tables if table.key == "applications").pieces) == 2


def test_a_column_of_ones_own_moves_no_other():
    values = statistics(1)
    tables = [marked(grid, number) for number, grid in enumerate(grids(values), 1)]
    tables[1] = with_column(tables[1], 9, "小计")

    read = read_tables(tables)

    assert differing(read, values) == []


def with_column(table: SourceTable, at: int, head: str) -> SourceTable:
    """Return a table with a column before another, its head in the third row, numbers below."""
    moved = [
        SourceCell(cell.text, cell.row, cell.column + (cell.column >= at), cell.rowspan, cell.colspan + spans(cell, at))
        for cell in table.cells
    ]
    added = [SourceCell(head if row == 2 else "77", row, at) for row in range(2, table.height)]
    return SourceTable((*moved, *added), table.place)


def spans(cell: SourceCell, at: int) -> int:
    return int(cell.column < at < cell.column + cell.colspan)
