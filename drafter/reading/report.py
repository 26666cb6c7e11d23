"""A published report as read: its sections, its tables cell by cell, and what it says of itself."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from drafter.findings import Finding
from drafter.form.model import Form
from drafter.form.statistics import Number, Statistics
from drafter.reading.source import Place, SourceDocument, SourceLine


class CellState(StrEnum):
    """What came of a cell of the form."""

    READ = "read"
    """A number that is certain."""
    BLANK = "blank"
    """The report has the cell and it holds nothing, `/`, a dash or 无: never the same as 0."""
    UNREADABLE = "unreadable"
    """The report has the cell; what it holds is no number, or which cell it belongs to is not certain."""
    ABSENT = "absent"
    """The report does not show the cell."""


@dataclass(frozen=True, slots=True)
class ReadCell:
    """One cell of the form as a report shows it."""

    path: str
    state: CellState
    value: Number | None = None
    """Only where the state is READ."""
    written: str = ""
    """As it stands: `70487元`, `减4`, `/`."""
    confidence: float = 1.0
    """0 to 1: 1 where label, column and number are plain; lower where the place was worked out. A cell below
    `reading.cells.CERTAIN` is left UNREADABLE."""
    place: Place | None = None
    conversion_suspect: bool = False
    """Whether the fault looks like text lost in extraction (a broken page, a cut label) rather than the author's."""


@dataclass(frozen=True, slots=True)
class ReadRow:
    """A row of a table as it stands, whether the form knows it or not."""

    label: str
    """The row's own label, as written."""
    groups: tuple[str, ...]
    """The labels of the groups above it, as written, outermost first."""
    key: str
    """The row key of the form, such as `refused.state_secret`; empty for a row that the form does not have."""
    values: tuple[str, ...]
    """What its value cells hold, as written, from left to right."""
    place: Place
    conversion_suspect: bool = False


@dataclass(frozen=True, slots=True)
class ReadTable:
    """One of the official tables as a report shows it."""

    key: str
    """`proactive`, `applications` or `disputes`."""
    edition: str
    """The edition whose labels it carries, which may not be that of the year."""
    rows: tuple[ReadRow, ...]
    heads: tuple[str, ...]
    """The column and block labels as written, in the order of the page."""
    note: str
    """The 勾稽关系 note as written; empty where there is none."""
    place: Place
    pieces: tuple[Place, ...] = ()
    """Where each piece begins when the page splits the table; one for a whole table."""
    foreign_labels: tuple[str, ...] = ()
    """Labels that only another edition has."""
    conversion_suspect: bool = False


@dataclass(frozen=True, slots=True)
class ReadSection:
    """A stretch of the report under a heading of the first level."""

    key: str
    """The section of the form, such as `overview`; empty for a heading that is none of the six."""
    ordinal: str
    """As written: 一, （二）, or empty."""
    title: str
    """As written, without its ordinal."""
    level: int | None
    heading: SourceLine
    lines: tuple[SourceLine, ...]
    """The lines below it that are not part of an official table, headings of lower levels among them."""


@dataclass(frozen=True, slots=True)
class ReadContact:
    """What the preamble says of who reports; empty where it does not say."""

    organ: str = ""
    short: str = ""
    level: str = ""
    county: str = ""
    province: str = ""
    office: str = ""
    address: str = ""
    postcode: str = ""
    phone: str = ""
    email: str = ""
    website: str = ""


@dataclass(frozen=True, slots=True)
class ReadFees:
    """What section 六 says of 信息处理费; None where it does not say."""

    notices: int | None = None
    billed_yuan: Decimal | None = None
    collected_yuan: Decimal | None = None


@dataclass(frozen=True, slots=True)
class ReadProblem:
    """A problem of section 五 with the measure that answers it, in the report's own words."""

    text: str
    measure: str
    place: Place


@dataclass(frozen=True, slots=True)
class PublishedReport:
    """Everything that was read from a report. What could not be read for certain is left out and said in `findings`."""

    source: SourceDocument
    year: int | None
    form: Form
    """The edition of the tables where they show one, else that of the year, else the newest."""
    title: SourceLine | None
    preamble: tuple[SourceLine, ...]
    sections: tuple[ReadSection, ...]
    """In the order of the page, unknown ones included."""
    signature: tuple[SourceLine, ...]
    tables: tuple[ReadTable, ...]
    cells: Mapping[str, ReadCell]
    """Every cell of the form, in the order of print."""
    statistics: Statistics
    """The cells that are READ; all others None."""
    period: tuple[str, str] | None
    """统计期限 as ISO dates, from and to, as written; None where the preamble gives none."""
    contact: ReadContact
    fees: ReadFees | None
    problems: tuple[ReadProblem, ...]
    findings: tuple[Finding, ...]

    def section(self, key: str) -> ReadSection | None:
        """Return the first section of a key; None where the report has none."""
        return next((section for section in self.sections if section.key == key), None)

    def table(self, key: str) -> ReadTable | None:
        """Return a table by its key; None where the report does not show it."""
        return next((table for table in self.tables if table.key == key), None)
