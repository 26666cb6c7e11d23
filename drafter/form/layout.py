"""Lay out a table: which label and which value stands where in its grid, as printed."""

from dataclasses import dataclass

from drafter.form.model import HeadCell, Table


@dataclass(frozen=True, slots=True)
class Placed:
    """A label or a value in the grid; `path` names the value, `block` counts the blocks of the table."""

    row: int
    column: int
    head: HeadCell
    path: str = ""
    block: int = 0
    is_header: bool = False
    """Whether it stands in the header rows of its block."""

    @property
    def last_row(self) -> int:
        """Return the lowest grid row it covers."""
        return self.row + self.head.rowspan - 1

    @property
    def last_column(self) -> int:
        """Return the rightmost grid column it covers."""
        return self.column + self.head.colspan - 1


def table_layout(table: Table) -> tuple[tuple[Placed, ...], ...]:
    """Return the printed rows of a table. Values have an empty text, the scope `value` and their path."""
    rows = _Rows()
    for number, block in enumerate(table.blocks):
        for header in block.header:
            rows.add([(cell, "") for cell in header], number, is_header=True)
        for row in block.rows:
            values = [(HeadCell("", column.span, 1, "value"), table.path(row, column)) for column in block.columns]
            rows.add([*((cell, "") for cell in row.head), *values], number, is_header=False)
    return tuple(rows.placed)


class _Rows:
    """Places cells into the first free grid column of their row, as HTML does."""

    def __init__(self) -> None:
        self.placed: list[tuple[Placed, ...]] = []
        self.taken: dict[int, int] = {}

    def add(self, cells: list[tuple[HeadCell, str]], block: int, *, is_header: bool) -> None:
        number, column, placed = len(self.placed), 0, []
        for head, path in cells:
            while self.taken.get(column, 0) > number:
                column += 1
            placed.append(Placed(number, column, head, path, block, is_header))
            for covered in range(column, column + head.colspan):
                self.taken[covered] = number + head.rowspan
            column += head.colspan
        self.placed.append(tuple(placed))
