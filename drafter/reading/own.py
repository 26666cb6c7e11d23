"""A draft of ours as a published report: what a reader of the file would read, without writing and reading a file."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields

from drafter.document.blocks import CellRole, Document, Grid, GridCell, Heading, Paragraph, Signature, TableBlock, Title
from drafter.dossier.model import Dossier, Organ, Prior
from drafter.form.model import Form
from drafter.form.statistics import Statistics
from drafter.reading.report import (
    CellState,
    PublishedReport,
    ReadCell,
    ReadContact,
    ReadFees,
    ReadProblem,
    ReadRow,
    ReadSection,
    ReadTable,
)
from drafter.reading.source import (
    Place,
    SourceBlock,
    SourceCell,
    SourceDocument,
    SourceFormat,
    SourceLine,
    SourceTable,
)
from drafter.richtext import PieceKind, Text

_LABELS = frozenset({CellRole.ROW_HEAD, CellRole.ROW_GROUP})
_HEADS = frozenset({CellRole.COLUMN_HEAD, CellRole.COLUMN_GROUP})


def report_of_document(document: Document, dossier: Dossier) -> PublishedReport:
    """Return a drafted report as it reads to anybody; figures and facts are those of its dossier.

    Cells that are not reported are BLANK. Places count the blocks of the document, tables among them.
    """
    blocks = tuple(_blocks(document))
    tables = tuple(_tables(document, dossier.form, blocks))
    cells = dict(_cells(document, dossier, tables))
    return PublishedReport(
        source=SourceDocument(document.title, SourceFormat.TEXT, blocks),
        year=document.year,
        form=dossier.form,
        title=next((line for line, block in _lines(document, blocks) if isinstance(block, Title)), None),
        preamble=_of_section(document, blocks, "preamble"),
        sections=tuple(_sections(document, dossier.form, blocks)),
        signature=tuple(line for line, block in _lines(document, blocks) if isinstance(block, Signature)),
        tables=tables,
        cells=cells,
        statistics=Statistics(dossier.form.edition, {path: cell.value for path, cell in cells.items()}),
        period=(f"{document.year}-01-01", f"{document.year}-12-31"),
        contact=_contact(dossier.organ),
        fees=ReadFees(dossier.fees.notices, dossier.fees.billed_yuan, dossier.fees.collected_yuan)
        if dossier.fees
        else None,
        problems=tuple(ReadProblem(problem.text, problem.measure, Place(0)) for problem in dossier.problems),
        findings=(),
    )


def report_of_figures(prior: Prior, organ: str) -> PublishedReport:
    """Return last year's figures as a report that shows nothing else, so that a dossier can be compared with."""
    cells = {
        path: ReadCell(path, CellState.ABSENT if value is None else CellState.READ, value)
        for path, value in ((path, prior.statistics[path]) for path in prior.form.cells)
    }
    return PublishedReport(
        source=SourceDocument(prior.path, SourceFormat.TEXT, ()),
        year=prior.year,
        form=prior.form,
        title=None,
        preamble=(),
        sections=(),
        signature=(),
        tables=(),
        cells=cells,
        statistics=prior.statistics,
        period=None,
        contact=ReadContact(organ=organ),
        fees=None,
        problems=(),
        findings=(),
    )


Block = Title | Heading | Paragraph | TableBlock | Signature


def _pairs(document: Document) -> Iterator[tuple[Block, str, int | None]]:
    """Yield each printed line of the document with the block it is of, its text and its heading level."""
    for block in document.blocks:
        match block:
            case Title(text):
                yield block, str(text), None
            case Heading(level, text, _):
                yield block, str(text), level
            case Paragraph():
                yield block, str(block), None
            case Signature(lines):
                yield from ((block, str(line), None) for line in lines)
            case TableBlock():
                yield block, "", None


def _blocks(document: Document) -> Iterator[SourceBlock]:
    table = 0
    for number, (block, text, level) in enumerate(_pairs(document), start=1):
        if isinstance(block, TableBlock):
            table += 1
            cells = tuple(
                SourceCell(cell.text, cell.row, cell.column, cell.rowspan, cell.colspan) for cell in block.grid.cells()
            )
            yield SourceTable(cells, Place(number, table=table))
        else:
            yield SourceLine(text, Place(number), level)


def _lines(document: Document, blocks: tuple[SourceBlock, ...]) -> Iterator[tuple[SourceLine, Block]]:
    for source, (block, _, _) in zip(blocks, _pairs(document), strict=True):
        if isinstance(source, SourceLine):
            yield source, block


def _of_section(document: Document, blocks: tuple[SourceBlock, ...], key: str) -> tuple[SourceLine, ...]:
    return tuple(
        line
        for line, block in _lines(document, blocks)
        if isinstance(block, Heading | Paragraph) and block.section == key and line.level != 1
    )


def _sections(document: Document, form: Form, blocks: tuple[SourceBlock, ...]) -> Iterator[ReadSection]:
    for line, block in _lines(document, blocks):
        if isinstance(block, Heading) and block.level == 1:
            ordinal, title = _ordinal(block.text)
            known = {section.key for section in form.sections}
            key = block.section if block.section in known else ""
            yield ReadSection(key, ordinal, title, 1, line, _of_section(document, blocks, block.section))


def _ordinal(text: Text) -> tuple[str, str]:
    ordinal = "".join(item.text for item in text.pieces if item.kind is PieceKind.ORDINAL)
    return ordinal.rstrip("、"), str(text).removeprefix(ordinal)


def _tables(document: Document, form: Form, blocks: tuple[SourceBlock, ...]) -> Iterator[ReadTable]:
    keys = {path: row for path, (_, row) in _row_keys(form).items()}
    places = [block.place for block in blocks if isinstance(block, SourceTable)]
    for grid, place in zip(document.grids(), places, strict=True):
        note = next((cell.text for cell in grid.cells() if cell.role is CellRole.NOTE), "")
        heads = tuple(cell.text for row in grid.rows for cell in row if cell.role in _HEADS or _is_block(row))
        yield ReadTable(grid.key, document.edition, tuple(_rows(grid, place, keys)), heads, note, place, (place,))


def _is_block(row: tuple[GridCell, ...]) -> bool:
    """Return whether a row is the label of the block below it, such as 第二十条第（一）项."""
    return len(row) == 1 and row[0].role is CellRole.ROW_GROUP


@dataclass(frozen=True, slots=True)
class _Label:
    text: str
    last_row: int


def _rows(grid: Grid, place: Place, keys: Mapping[str, str]) -> Iterator[ReadRow]:
    groups: list[_Label] = []
    for number, row in enumerate(grid.rows):
        groups = [group for group in groups if group.last_row >= number]
        labels = [cell for cell in row if cell.role in _LABELS]
        values = [cell for cell in row if cell.path]
        above = tuple(group.text for group in groups)
        groups += [_Label(cell.text, number + cell.rowspan - 1) for cell in labels if cell.rowspan > 1]
        if values:
            texts = tuple(cell.text for cell in labels)
            at = Place(place.block, table=place.table, row=number + 1)
            yield ReadRow(
                "".join(texts[-1:]),
                (*above, *texts[:-1]),
                keys[values[0].path],
                tuple(cell.text for cell in values),
                at,
            )


def _cells(document: Document, dossier: Dossier, tables: tuple[ReadTable, ...]) -> Iterator[tuple[str, ReadCell]]:
    rows = {(table.key, row.key): row for table in tables for row in table.rows}
    written = {path: text for grid in document.grids() for path, text in grid.values().items()}
    for path, row_key in _row_keys(dossier.form).items():
        value = dossier.statistics[path]
        state = CellState.BLANK if value is None else CellState.READ
        yield path, ReadCell(path, state, value, written[path], place=rows[row_key].place)


def _row_keys(form: Form) -> dict[str, tuple[str, str]]:
    """Return the table and row key of every cell, in the order of print."""
    return {
        table.path(row, column): (table.key, row.key)
        for table in form.tables
        for block in table.blocks
        for row in block.rows
        for column in block.columns
    }


def _contact(organ: Organ) -> ReadContact:
    values = {item.name: getattr(organ, item.name) for item in fields(Organ) if item.name != "name"}
    return ReadContact(organ=organ.name, **values)
