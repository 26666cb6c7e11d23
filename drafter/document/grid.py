"""Lay out the statutory tables: form and statistics in, a grid of printed cells out."""

from drafter.document.blocks import CellRole, Grid, GridCell
from drafter.form.model import Block, Cell, Form, HeadCell, Row, Table
from drafter.form.numbers import shown_in_cell
from drafter.form.statistics import Statistics


def table_grid(form: Form, table: Table, statistics: Statistics) -> Grid:
    """Return a table as printed. A cell that is not reported is printed as 【待补】, never as 0."""
    layout = _Layout(table)
    for block in table.blocks:
        for header in block.header:
            layout.add_row([(cell, "") for cell in header])
        for row in block.rows:
            layout.add_row([(cell, "") for cell in row.head] + _values(form, table, block, row, statistics))
    header_rows = len(table.blocks[0].header) if len(table.blocks) == 1 else 0
    return Grid(table.key, table.name, table.width, header_rows, tuple(layout.rows), table.head_width)


def _values(form: Form, table: Table, block: Block, row: Row, statistics: Statistics) -> list[tuple[HeadCell, str]]:
    cells = [(form.cells[table.path(row, column)], column.span) for column in block.columns]
    return [(HeadCell(_text(cell, statistics), span, 1, "value"), cell.path) for cell, span in cells]


def _text(cell: Cell, statistics: Statistics) -> str:
    value = statistics[cell.path]
    return "【待补】" if value is None else shown_in_cell(value, cell.kind, cell.unit, cell.print_unit)


class _Layout:
    """Places cells into the first free grid column of their row, as HTML does."""

    def __init__(self, table: Table) -> None:
        self.width = table.width
        self.rows: list[tuple[GridCell, ...]] = []
        self.taken: dict[int, int] = {}

    def add_row(self, cells: list[tuple[HeadCell, str]]) -> None:
        number, column, placed = len(self.rows), 0, []
        for cell, path in cells:
            while self.taken.get(column, 0) > number:
                column += 1
            placed.append(GridCell(number, column, cell.text, CellRole(cell.scope), cell.rowspan, cell.colspan, path))
            for covered in range(column, column + cell.colspan):
                self.taken[covered] = number + cell.rowspan
            column += cell.colspan
        self.rows.append(tuple(placed))
