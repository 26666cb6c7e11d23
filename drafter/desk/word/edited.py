"""An edited Word file as it came back: paragraphs in stretches, cells and comments; nothing is judged here."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from drafter.desk.word.marks import LINE, Mark


@dataclass(frozen=True, slots=True)
class Revision:
    """A tracked change: who and when, as the program says."""

    author: str
    at: str


@dataclass(frozen=True, slots=True)
class Bit:
    """A stretch of text under the same marks and the same tracked changes."""

    text: str
    mark: Mark | None
    inserted: Revision | None = None
    deleted: Revision | None = None
    comments: tuple[str, ...] = ()
    """Ids of the comments that range over it."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph with all its bits, those that were deleted too."""

    bits: tuple[Bit, ...]
    style: str = ""
    marks: frozenset[Mark] = frozenset()
    """Every mark that was met in it, also where it holds nothing any more."""

    @property
    def text(self) -> str:
        """Return what it says with all changes accepted."""
        return "".join(bit.text for bit in self.bits if not bit.deleted)

    def __str__(self) -> str:
        """Return what it says with all changes accepted."""
        return self.text

    def unmarked(self) -> "Passage":
        """Return it without marks."""
        return Passage(tuple(replace(bit, mark=None) for bit in self.bits), self.style)

    @property
    def has_lines(self) -> bool:
        """Return whether a sentence of the report stands in it."""
        return any(mark.kind == LINE for mark in self.marks)


@dataclass(frozen=True, slots=True)
class EditedCell:
    """A printed cell of a table: its passages, and whether the row or cell itself was inserted or deleted."""

    passages: tuple[Passage, ...]

    @property
    def text(self) -> str:
        """Return what it says with all changes accepted."""
        return "".join(passage.text for passage in self.passages).strip()

    @property
    def marks(self) -> frozenset[Mark]:
        """Return the marks that were met in it."""
        return frozenset(mark for passage in self.passages for mark in passage.marks)


@dataclass(frozen=True, slots=True)
class EditedTable:
    """A table: its rows of cells, those that hang from above left out."""

    rows: tuple[tuple[EditedCell, ...], ...]


@dataclass(frozen=True, slots=True)
class EditedComment:
    """A comment as the file holds it."""

    id: str
    author: str
    at: str
    text: str


@dataclass(slots=True)
class Beside:
    """What stands in the file outside the text: it is said, and not taken in."""

    hidden: int = 0
    boxes: int = 0
    notes: int = 0
    pictures: int = 0
    embedded: int = 0


@dataclass(frozen=True, slots=True)
class EditedFile:
    """An edited file."""

    blocks: tuple[Passage | EditedTable, ...]
    comments: tuple[EditedComment, ...]
    identifier: str = ""
    beside: Beside = field(default_factory=Beside)

    def passages(self) -> Iterator[Passage]:
        """Yield the paragraphs outside tables."""
        yield from (block for block in self.blocks if isinstance(block, Passage))

    def tables(self) -> Iterator[EditedTable]:
        """Yield the tables."""
        yield from (block for block in self.blocks if isinstance(block, EditedTable))
