"""The cells of a page one after another: the common form of all the ways in which pages show a table."""

from dataclasses import dataclass
from enum import StrEnum

from drafter.reading.source import Place
from drafter.reading.tables.figures import is_blank_mark, is_figure


class Kind(StrEnum):
    """What a cell looks like."""

    TEXT = "text"
    FIGURE = "figure"
    MARK = "mark"
    """A sign for nothing: `/`, a dash, 无."""
    EMPTY = "empty"
    """Nothing at all; the page's structure shows that there is a cell, or the part of one that others cover."""
    GLUED = "glued"
    """The figures of a whole row run together: `000`."""


@dataclass(frozen=True, slots=True)
class Token:
    """A cell of a page."""

    text: str
    kind: Kind
    place: Place
    block: int
    """The index of the block it stands in."""
    row: int = 0
    """Which row it belongs to, where the page shows rows; 0 where it shows only cells one after another."""
    column: int = 0
    span: int = 1
    width: int = 0
    """How many grid columns its row has; 0 where columns are not known."""

    @property
    def is_value(self) -> bool:
        """Return whether it may be a cell of values."""
        return self.kind is not Kind.TEXT


def kind_of(text: str) -> Kind:
    """Return what a cell looks like by its text."""
    if not text.strip():
        return Kind.EMPTY
    if len(text) > 40:
        return Kind.TEXT
    if is_blank_mark(text):
        return Kind.MARK if text.strip("\u200b\ufeff \u3000\xa0") else Kind.EMPTY
    return Kind.FIGURE if is_figure(text) else Kind.TEXT
