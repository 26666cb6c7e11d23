"""A file as a sequence of blocks: what every format is read into before anybody asks what it means.

Nothing is judged here and nothing is mended: texts stand as the file has them, with their blanks and odd characters.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from drafter.findings import Finding


class SourceFormat(StrEnum):
    """What a file is, by its content and not by its name."""

    DOCX = "docx"
    DOC = "doc"
    HTML = "html"
    PDF = "pdf"
    MARKDOWN = "md"
    TEXT = "txt"


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in a file. Numbers count from 1; None where the format has no such thing."""

    block: int
    """Which block of the document, empty paragraphs counted: for docx the child of the body, in its order."""
    line: int | None = None
    """The line of a text or Markdown file."""
    page: int | None = None
    """The page of a PDF."""
    table: int | None = None
    """Which table of the document; row and column are of its grid."""
    row: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        """Return the place as a person looks for it, such as 第 3 页第 2 张表第 5 行第 3 列."""
        parts = (
            (self.page, "第 {} 页"),
            (self.table, "第 {} 张表"),
            (self.row, "第 {} 行"),
            (self.column, "第 {} 列"),
            (self.line if self.table is None else None, "第 {} 行"),
        )
        found = "".join(text.format(number) for number, text in parts if number is not None)
        return found or f"第 {self.block} 段"


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A paragraph, or a line of a text without paragraphs, as it stands; it may be empty."""

    text: str
    place: Place
    level: int | None = None
    """The heading level that the file's own markup gives (h1, a Word heading style, `#`); None for body text."""


@dataclass(frozen=True, slots=True)
class SourceCell:
    """A cell of a table that the file marks as one; row and column are of the grid, spans laid out, from 0."""

    text: str
    row: int
    column: int
    rowspan: int = 1
    colspan: int = 1


@dataclass(frozen=True, slots=True)
class SourceTable:
    """A table that the file marks as one. Tables drawn with bars or tabs in plain text are lines, not this."""

    cells: tuple[SourceCell, ...]
    place: Place

    @property
    def width(self) -> int:
        """Return the number of grid columns."""
        return max((cell.column + cell.colspan for cell in self.cells), default=0)

    @property
    def height(self) -> int:
        """Return the number of grid rows."""
        return max((cell.row + cell.rowspan for cell in self.cells), default=0)

    def rows(self) -> Iterator[tuple[SourceCell, ...]]:
        """Yield, for each grid row, the cells that start in it, from left to right."""
        for row in range(self.height):
            yield tuple(sorted((cell for cell in self.cells if cell.row == row), key=lambda cell: cell.column))


SourceBlock = SourceLine | SourceTable


@dataclass(frozen=True, slots=True)
class Layout:
    """How a Word file sets its pages and text; None where it does not say or differs from place to place."""

    paper_mm: tuple[float, float] | None = None
    margins_mm: tuple[float, float, float, float] | None = None
    """Top, right, bottom, left."""
    title_font: str | None = None
    title_size_pt: float | None = None
    body_font: str | None = None
    """The East Asian font of most of the body text."""
    body_size_pt: float | None = None
    line_spacing_pt: float | None = None
    first_line_indent_chars: float | None = None
    has_page_numbers: bool | None = None


@dataclass(frozen=True, slots=True)
class SourceDocument:
    """A file as read: its blocks in order, and what was odd about it."""

    name: str
    """The file's name, without its folder."""
    format: SourceFormat
    blocks: tuple[SourceBlock, ...]
    images: int = 0
    layout: Layout | None = None
    metadata: dict[str, str] = field(default_factory=dict)
    """What the file says of itself: `address` (canonical link of a saved page), `published` (its date), `title`."""
    findings: tuple[Finding, ...] = ()
    """What was odd about the file: hidden text, text without a text layer, tracked changes still open."""
    sha256: str = ""
    """The hash of the file's bytes."""

    def lines(self) -> Iterator[SourceLine]:
        """Yield the lines outside marked tables."""
        yield from (block for block in self.blocks if isinstance(block, SourceLine))

    def tables(self) -> Iterator[SourceTable]:
        """Yield the marked tables in order."""
        yield from (block for block in self.blocks if isinstance(block, SourceTable))
