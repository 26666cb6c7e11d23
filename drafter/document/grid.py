"""Lay out the statutory tables: form and statistics in, a grid of printed cells out."""

from drafter.document.blocks import CellRole, Grid, GridCell
from drafter.form.layout import Placed, table_layout
from drafter.form.model import Cell, Form, Table
from drafter.form.numbers import shown_in_cell
from drafter.form.statistics import Statistics


def table_grid(form: Form, table: Table, statistics: Statistics) -> Grid:
    """Return a table as printed. A cell that is not reported is printed as 【待补】, never as 0."""
    rows = tuple(tuple(_printed(placed, form, statistics) for placed in row) for row in table_layout(table))
    header_rows = len(table.blocks[0].header) if len(table.blocks) == 1 else 0
    return Grid(table.key, table.name, table.width, header_rows, rows, table.head_width)


def _printed(placed: Placed, form: Form, statistics: Statistics) -> GridCell:
    head = placed.head
    text = _text(form.cells[placed.path], statistics) if placed.path else head.text
    role = CellRole(head.scope)
    return GridCell(placed.row, placed.column, text, role, head.rowspan, head.colspan, placed.path)


def _text(cell: Cell, statistics: Statistics) -> str:
    value = statistics[cell.path]
    return "【待补】" if value is None else shown_in_cell(value, cell.kind, cell.unit, cell.print_unit)
