"""Pages as the reader takes them, and what it made of one."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from drafter.form.statistics import Number
from drafter.reading.report import CellState, ReadCell
from drafter.reading.source import Place, SourceLine
from drafter.reading.tables import TablesRead, read_tables


def text_blocks(text: str) -> list[SourceLine]:
    """Return the lines of a text, empty ones among them."""
    return [SourceLine(line, Place(number, number)) for number, line in enumerate(text.split("\n"), 1)]


def read_text(text: str, year: int | None = None) -> TablesRead:
    return read_tables(text_blocks(text), year)


def shown(read: TablesRead) -> Mapping[str, ReadCell]:
    """Return the cells of every edition that a page shows."""
    return {**read.foreign_cells, **read.cells}


def states(text: str, *paths: str, year: int | None = None) -> list[Number | str | None]:
    """Return what was made of cells: the value of one that was read, the state of others."""
    cells = shown(read_text(text, year))
    return [
        None
        if path not in cells
        else cells[path].value
        if cells[path].state is CellState.READ
        else cells[path].state.value
        for path in paths
    ]


@dataclass
class Score:
    """Cells counted by what became of them."""

    right: int = 0
    missed: int = 0
    kept: int = 0
    blanks: int = 0
    wrong: tuple[str, ...] = ()

    def add(self, read: TablesRead, values: Mapping[str, Number | Decimal], blanks: frozenset[str]) -> None:
        """Count a page: every cell that was read must be among its values."""
        cells = shown(read)
        for path, cell in cells.items():
            if cell.state is CellState.READ:
                if path in values and cell.value == values[path]:
                    self.right += 1
                else:
                    self.wrong += (f"{path}: {cell.value} for {values.get(path)}",)
            elif path in values:
                self.missed += 1
        self.missed += len(values.keys() - cells.keys())
        self.blanks += len(blanks)
        self.kept += sum(path in cells and cells[path].state is CellState.BLANK for path in blanks)

    @property
    def rate(self) -> float:
        return self.right / max(self.right + self.missed, 1)
