"""What came of the tables of a report."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from drafter.form.editions import editions, form_for_year, load_form
from drafter.form.model import Form
from drafter.reading.report import CellState, ReadCell, ReadTable
from drafter.reading.source import SourceBlock


@dataclass(frozen=True, slots=True)
class TablesRead:
    """The official tables of a report as they stand, and every cell of its form."""

    form: Form
    """The edition that the tables show; where they show none, that of the year, else the newest."""
    shows_edition: bool
    """Whether a label of the tables tells the edition."""
    tables: tuple[ReadTable, ...]
    cells: Mapping[str, ReadCell]
    """Every cell of `form` in the order of print: READ, BLANK, UNREADABLE or ABSENT."""
    foreign_cells: Mapping[str, ReadCell]
    """Cells shown that only another edition has, by their path there: a report of mixed editions."""
    blocks: frozenset[int]
    """The indexes of the blocks that are part of a table, empty lines between its cells among them."""

    @property
    def edition(self) -> str:
        """Return the name of the edition."""
        return self.form.edition


def read_tables(blocks: Sequence[SourceBlock], year: int | None = None) -> TablesRead:
    """Return the official tables in the blocks of a document. The year decides only what the tables leave open."""
    form = form_for_year(year) if year else load_form(editions()[-1])
    absent = {path: ReadCell(path, CellState.ABSENT, confidence=0.0) for path in form.cells}
    return TablesRead(form, False, (), absent, {}, frozenset())
