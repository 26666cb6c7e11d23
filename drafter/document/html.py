"""Write a report as one web page: no request to anywhere, no script, every figure marked with its fact."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.document.blocks import Block, CellRole, Document, Grid, GridCell, Heading, TableBlock, Title
from drafter.document.characters import check_characters
from drafter.document.headers import RowHeads, heads_of
from drafter.document.measures import TEXT_WIDTH, column_widths, is_block_title, is_left
from drafter.document.titles import title_lines
from drafter.richtext import PieceKind

if TYPE_CHECKING:
    from jinja2 import Template

TEMPLATES = Path(__file__).resolve().parent / "templates"
GENERATOR = "drafter"


@dataclass(frozen=True, slots=True)
class PageCell:
    """A table cell as the template prints it."""

    text: str
    tag: str
    scope: str
    id: str
    headers: str
    fact: str
    is_gap: bool
    look: str
    rowspan: int
    colspan: int


@dataclass(frozen=True, slots=True)
class PageTable:
    """A table as the template prints it: `bodies` are groups of rows."""

    caption: str
    look: str
    widths: list[str]
    head: list[list[PageCell]]
    bodies: list[list[list[PageCell]]]


def write_html(document: Document) -> str:
    """Return the report as an HTML page. Raises OutputError for a character no file can carry."""
    check_characters(document)
    blocks: list[tuple[str, object]] = []
    heading = ""
    for number, block in enumerate(document.blocks):
        heading = str(block.text) if isinstance(block, Heading) and block.level == 1 else heading
        blocks.append((type(block).__name__, _shown(document, block, heading, f"t{number}")))
    return _template().render(document=document, blocks=blocks, generator=GENERATOR, kinds=PieceKind)


def _shown(document: Document, block: Block, heading: str, prefix: str) -> object:
    if isinstance(block, TableBlock):
        return page_table(block.grid, heading, prefix)
    return title_lines(document, block.text) if isinstance(block, Title) else block


def page_table(grid: Grid, heading: str, prefix: str) -> PageTable:
    """Return a table as a page shows it; `prefix` keeps the ids of its heads apart from those of other tables."""
    rows = [_row(grid, number, prefix) for number in range(len(grid.rows))]
    bodies: list[list[list[PageCell]]] = []
    for number, row in enumerate(rows[grid.header_rows :], start=grid.header_rows):
        cells = grid.rows[number]
        if not bodies or (cells and is_block_title(grid, cells[0])):
            bodies.append([])
        bodies[-1].append(row)
    caption = f"{grid.name}（{heading}）" if heading else grid.name
    widths = [f"{width * 100 / TEXT_WIDTH:.2f}" for width in column_widths(grid)]
    return PageTable(caption, f"w{grid.width}", widths, rows[: grid.header_rows], bodies)


def _row(grid: Grid, number: int, prefix: str) -> list[PageCell]:
    heads = heads_of(grid, number)
    return [_cell(grid, cell, prefix, heads) for cell in grid.rows[number]]


def _cell(grid: Grid, cell: GridCell, prefix: str, heads: RowHeads) -> PageCell:
    is_value = cell.role is CellRole.VALUE
    is_head = not is_value and cell.role is not CellRole.NOTE
    return PageCell(
        text=cell.text,
        tag="th" if is_head else "td",
        scope=cell.role.value if is_head else "",
        id=_id(cell, prefix) if is_head else "",
        headers=" ".join(_id(head, prefix) for head in heads.of(cell)) if is_value else "",
        fact=cell.path,
        is_gap=is_value and "【待补" in cell.text,
        look="value" if is_value else "left" if is_left(grid, cell) else "label",
        rowspan=cell.rowspan,
        colspan=cell.colspan,
    )


def _id(cell: GridCell, prefix: str) -> str:
    return f"{prefix}r{cell.row}c{cell.column}"


@cache
def _template() -> "Template":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template("report.html")
