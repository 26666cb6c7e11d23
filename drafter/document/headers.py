"""Which labels head which value: worked out from the grid, for readers that cannot see the table."""

from drafter.document.blocks import CellRole, Grid, GridCell
from drafter.document.measures import is_block_title

_COLUMN = {CellRole.COLUMN_HEAD, CellRole.COLUMN_GROUP}
_ROW = {CellRole.ROW_HEAD, CellRole.ROW_GROUP}


def heads_of(grid: Grid, cell: GridCell) -> tuple[GridCell, ...]:
    """Return the labels that head a value: title of its block, columns from the top, rows from the left."""
    top = max((row[0].row for row in grid.rows[: cell.row + 1] if row and is_block_title(grid, row[0])), default=0)
    titles = [grid.rows[top][0]] if is_block_title(grid, grid.rows[top][0]) else []
    columns = [head for row in grid.rows[top : cell.row] for head in row if head.role in _COLUMN]
    above = [head for row in grid.rows[: cell.row + 1] for head in row if cell.row < head.row + head.rowspan]
    rows = [head for head in above if head.role in _ROW and not is_block_title(grid, head)]
    return (
        *titles,
        *(head for head in columns if head.column < cell.column + cell.colspan and cell.column < _right(head)),
        *rows,
    )


def _right(cell: GridCell) -> int:
    return cell.column + cell.colspan
