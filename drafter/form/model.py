"""The parts of a form: sections, tables, blocks, rows, columns, cells."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a cell holds: a count is an integer ≥ 0, a change is signed, money is a decimal ≥ 0."""

    COUNT = "count"
    CHANGE = "change"
    MONEY = "money"


@dataclass(frozen=True, slots=True)
class Notice:
    """The notice that prescribes the form."""

    title: str
    number: str


@dataclass(frozen=True, slots=True)
class Section:
    """One of the numbered sections of a report."""

    key: str
    ordinal: str
    title: str
    aliases: tuple[str, ...]

    @property
    def heading(self) -> str:
        """Return the heading as printed, such as 一、总体情况."""
        return f"{self.ordinal}、{self.title}"


@dataclass(frozen=True, slots=True)
class Aspect:
    """One of the aspects that 总体情况 must cover: how notes name it, and how the report titles it."""

    key: str
    title: str


@dataclass(frozen=True, slots=True)
class HeadCell:
    """A printed label with its spans; `scope` is what it heads: col, colgroup, row, rowgroup, or note."""

    text: str
    colspan: int = 1
    rowspan: int = 1
    scope: str = "col"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of values: `span` grid columns wide."""

    key: str
    label: str
    unit: str
    kind: Kind = Kind.COUNT
    span: int = 1
    print_unit: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row of values with the labels that start in it."""

    key: str
    head: tuple[HeadCell, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """Header rows and the rows of values below them."""

    header: tuple[tuple[HeadCell, ...], ...]
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """One printed table: `width` grid columns, the first `head_width` of them labels."""

    key: str
    section: str
    name: str
    width: int
    head_width: int
    blocks: tuple[Block, ...]
    note: str = ""

    def path(self, row: Row, column: Column) -> str:
        """Return the path of a cell, such as `applications.refused.state_secret.total`."""
        return ".".join(part for part in (self.key, row.key, column.key) if part)


@dataclass(frozen=True, slots=True)
class Cell:
    """One value of the form: its path, official label, unit and kind."""

    path: str
    table: str
    label: str
    """Such as 表三“（三）不予公开 1.属于国家秘密”行“自然人”列."""
    unit: str
    kind: Kind
    row_label: str
    column_label: str
    print_unit: bool = False


@dataclass(frozen=True, slots=True)
class Term:
    """A summand of an identity: a cell of this year, of last year (`prior`) or of the fee record (`fees`)."""

    cell: str
    source: str = "statistics"
    sign: int = 1
    times: int = 1


@dataclass(frozen=True, slots=True)
class Identity:
    """Left side, relation (=, <=, >=) and right side, for one value of its name."""

    id: str
    code: str
    title: str
    law: str
    severity: str
    relation: str
    left: tuple[Term, ...]
    right: tuple[Term, ...]
    levels: tuple[str, ...] = ()

    @property
    def terms(self) -> tuple[Term, ...]:
        """Return the terms of both sides, left first."""
        return self.left + self.right

    @property
    def is_cross_year(self) -> bool:
        """Return whether last year's statistics are needed."""
        return any(term.source == "prior" for term in self.terms)


@dataclass(frozen=True, slots=True)
class Form:
    """An edition of the statutory form."""

    edition: str
    first_year: int
    last_year: int | None
    notice: Notice
    sections: tuple[Section, ...]
    aspects: tuple[Aspect, ...]
    tables: tuple[Table, ...]
    cells: Mapping[str, Cell]
    """Every cell by its path, in the order of print."""
    identities: tuple[Identity, ...]

    def covers(self, year: int) -> bool:
        """Return whether a report year is written in this edition."""
        return self.first_year <= year and (self.last_year is None or year <= self.last_year)

    def table(self, key: str) -> Table:
        """Return a table by its key."""
        return next(table for table in self.tables if table.key == key)

    def section(self, key: str) -> Section:
        """Return a section by its key."""
        return next(section for section in self.sections if section.key == key)
