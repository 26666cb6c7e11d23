"""A report as blocks, before it becomes a file of any format."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from drafter.richtext import Text
from drafter.writing.draft import Paragraph, Sentence

__all__ = [
    "Block",
    "CellRole",
    "Document",
    "Grid",
    "GridCell",
    "Heading",
    "Paragraph",
    "Sentence",
    "Signature",
    "TableBlock",
    "Title",
]


@dataclass(frozen=True, slots=True)
class Title:
    """The title line of the report."""

    text: Text


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: level 1 is 一、, level 2 is （一）."""

    level: int
    text: Text
    section: str
    """Key of the section it stands in, such as `overview`."""


class CellRole(StrEnum):
    """What a printed cell is."""

    VALUE = "value"
    COLUMN_HEAD = "col"
    COLUMN_GROUP = "colgroup"
    ROW_HEAD = "row"
    ROW_GROUP = "rowgroup"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class GridCell:
    """A printed cell: its top-left place in the grid, its spans, its text; `path` names the value it shows."""

    row: int
    column: int
    text: str
    role: CellRole
    rowspan: int = 1
    colspan: int = 1
    path: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table laid out cell by cell.

    `rows` holds, for each grid row, the cells that start in it, from left to right. A grid column or row that no
    cell starts in is covered by a span. `header_rows` counts the rows to repeat at the top of each page; it is 0
    where the table is a stack of blocks with a header each.
    """

    key: str
    name: str
    width: int
    header_rows: int
    rows: tuple[tuple[GridCell, ...], ...]
    head_width: int = 0
    """How many grid columns, from the left, hold row labels."""

    def cells(self) -> Iterator[GridCell]:
        """Yield the cells row by row."""
        for row in self.rows:
            yield from row

    def values(self) -> dict[str, str]:
        """Return the printed text of every value cell by its path."""
        return {cell.path: cell.text for cell in self.cells() if cell.path}


@dataclass(frozen=True, slots=True)
class TableBlock:
    """A table in its place, with the section it belongs to."""

    section: str
    grid: Grid


@dataclass(frozen=True, slots=True)
class Signature:
    """The closing lines: organ and date, set to the right."""

    lines: tuple[Text, ...]


Block = Title | Heading | Paragraph | TableBlock | Signature


@dataclass(frozen=True, slots=True)
class Document:
    """A whole report: what every writer writes."""

    title: str
    """The title as plain text, for file properties."""
    organ: str
    year: int
    edition: str
    blocks: tuple[Block, ...]
    language: str = "zh-CN"
    identifier: str = ""
    """The hash of the dossier, for the file properties, so that a file can be traced to its data."""
    keywords: tuple[str, ...] = field(default=())

    def paragraphs(self) -> Iterator[Paragraph]:
        """Yield the paragraphs of the body in order."""
        yield from (block for block in self.blocks if isinstance(block, Paragraph))

    def grids(self) -> Iterator[Grid]:
        """Yield the tables in order."""
        yield from (block.grid for block in self.blocks if isinstance(block, TableBlock))
