"""Which labels head which value: worked out from the grid, for readers that cannot see the table."""

from drafter.document.blocks import CellRole, Grid, GridCell
from drafter.document.measures import is_block_title

_COLUMN = {CellRole.COLUMN_HEAD, CellRole.COLUMN_GROUP}
_ROW = {CellRole.ROW_HEAD, CellRole.ROW_GROUP}


def heads_of(grid: Grid, cell: GridCell) -> tuple[GridCell, ...]:
    """Return the labels that head a value: title of its block, columns from the top, rows from the left."""
    top = max((row[0].row for row in grid.rows[: cell.row + 1] if row and is_block_title(grid, row[0])), default=0)
    titles = [grid.rows[top][0]] if is_block_title(grid, grid.rows[top][0]) else []
    columns = [head for head in grid.cells() if head.role in _COLUMN and top <= head.row < cell.row]
    rows = [head for head in grid.cells() if head.role in _ROW and not is_block_title(grid, head)]
    return (
        *titles,
        *(head for head in columns if head.column < cell.column + cell.colspan and cell.column < _right(head)),
        *(head for head in rows if head.row <= cell.row < head.row + head.rowspan),
    )


def _right(cell: GridCell) -> int:
    return cell.column + cell.colspan
