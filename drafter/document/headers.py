"""Which labels head which value: worked out from the grid, for readers that cannot see the table."""

from dataclasses import dataclass

from drafter.document.blocks import CellRole, Grid, GridCell
from drafter.document.measures import is_block_title

_COLUMN = {CellRole.COLUMN_HEAD, CellRole.COLUMN_GROUP}
_ROW = {CellRole.ROW_HEAD, CellRole.ROW_GROUP}


@dataclass(frozen=True, slots=True)
class RowHeads:
    """The labels that head the values of one row, found once for all of them."""

    titles: tuple[GridCell, ...]
    columns: tuple[GridCell, ...]
    rows: tuple[GridCell, ...]

    def of(self, cell: GridCell) -> tuple[GridCell, ...]:
        """Return the labels that head a value: title of its block, columns from the top, rows from the left."""
        over = (head for head in self.columns if head.column < _right(cell) and cell.column < _right(head))
        return (*self.titles, *over, *self.rows)


def heads_of(grid: Grid, row: int) -> RowHeads:
    """Return the labels that head the values of a row."""
    top = max((line[0].row for line in grid.rows[: row + 1] if line and is_block_title(grid, line[0])), default=0)
    titles = [grid.rows[top][0]] if is_block_title(grid, grid.rows[top][0]) else []
    columns = [head for line in grid.rows[top:row] for head in line if head.role in _COLUMN]
    above = [head for line in grid.rows[: row + 1] for head in line if row < head.row + head.rowspan]
    rows = [head for head in above if head.role in _ROW and not is_block_title(grid, head)]
    return RowHeads(tuple(titles), tuple(columns), tuple(rows))


def _right(cell: GridCell) -> int:
    return cell.column + cell.colspan
