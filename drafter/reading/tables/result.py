"""What came of the tables of a report."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from drafter.form.editions import editions, load_form
from drafter.form.model import Form
from drafter.reading.report import CellState, ReadCell, ReadTable
from drafter.reading.source import SourceBlock, SourceLine, SourceTable
from drafter.reading.tables.alignment import placed
from drafter.reading.tables.broken import doubted, put_together
from drafter.reading.tables.extent import table_blocks
from drafter.reading.tables.habits import drops_repeats
from drafter.reading.tables.lines import line_tokens
from drafter.reading.tables.marked import grid_tokens
from drafter.reading.tables.observed import Page, runs
from drafter.reading.tables.reading import RowRead, rows_read
from drafter.reading.tables.sequence import in_sequence
from drafter.reading.tables.shown import tables_shown
from drafter.reading.tables.tokens import Token
from drafter.reading.tables.unlabelled import cut_apart


@dataclass(frozen=True, slots=True)
class TablesRead:
    """The official tables of a report as they stand, and every cell of its form."""

    form: Form
    """The edition that the tables show; where they show none, that of the year, else the newest."""
    shows_edition: bool
    """Whether the tables tell their edition."""
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
    page = Page()
    tokens = _tokens(blocks)
    rows = list(page.observe(runs(tokens)))
    known = doubted(cut_apart(in_sequence(put_together(placed(rows)))))
    found = rows_read(known, repeats_dropped=drops_repeats(tokens))
    shown = _merged(found)
    form, sure = _form(found, shown, year)
    cells = {path: shown.get(path) or ReadCell(path, CellState.ABSENT, confidence=0.0) for path in form.cells}
    foreign = {path: cell for path, cell in shown.items() if path not in form.cells}
    tables = tables_shown(known, found, page.seen, form)
    return TablesRead(form, sure, tables, cells, foreign, table_blocks(blocks, known, page.seen))


def _tokens(blocks: Sequence[SourceBlock]) -> list[Token]:
    """Return the cells of a document: marked tables by their grid, all lines between two of them together."""
    found: list[Token] = []
    lines: list[tuple[int, SourceLine]] = []
    for number, block in enumerate(blocks):
        if isinstance(block, SourceTable):
            found += line_tokens(lines, _last_row(found))
            lines = []
            found += grid_tokens(block, number, _last_row(found) + 1)
        else:
            lines.append((number, block))
    return found + line_tokens(lines, _last_row(found))


def _last_row(tokens: list[Token]) -> int:
    return max((token.row for token in tokens[-1:]), default=0) or max((token.row for token in tokens), default=0)


def _merged(rows: Sequence[RowRead]) -> dict[str, ReadCell]:
    """Return the cells by path. Where a page shows a cell twice and differently, neither is certain."""
    found: dict[str, ReadCell] = {}
    inside: dict[str, bool] = {}
    for row in rows:
        in_table = bool(row.placed.row.heads.table)
        for cell in row.cells:
            before = found.get(cell.path)
            if before is None or (in_table and not inside[cell.path]):
                found[cell.path], inside[cell.path] = cell, in_table
            elif in_table or not inside[cell.path]:
                found[cell.path] = _agreed(before, cell)
    return found


def _agreed(first: ReadCell, second: ReadCell) -> ReadCell:
    """Return what two showings of a cell say together: what is shown wins over what is not."""
    if first.state is CellState.READ and second.state is CellState.READ and first.value != second.value:
        return replace(
            first, state=CellState.UNREADABLE, value=None, confidence=0.0, written=f"{first.written}；{second.written}"
        )
    order = (CellState.READ, CellState.BLANK, CellState.UNREADABLE, CellState.ABSENT)
    return min(first, second, key=lambda cell: order.index(cell.state))


def _form(rows: Sequence[RowRead], cells: Mapping[str, ReadCell], year: int | None) -> tuple[Form, bool]:
    """Return the edition that has most of the cells shown, then most of the heads, and whether no other has as many."""
    forms = [load_form(edition) for edition in reversed(editions())]
    weights = {
        form.edition: (sum(path in form.cells for path in cells), sum(row.edition == form.edition for row in rows))
        for form in forms
    }
    most = max(weights.values())
    best = [form for form in forms if weights[form.edition] == most]
    if len(best) == 1:
        return best[0], True
    fitting = [form for form in best if year is not None and form.covers(year)]
    return (fitting or best)[0], False
