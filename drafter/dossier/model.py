"""What a clerk hands in, as values."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from drafter.form.model import Form
from drafter.form.statistics import Statistics

LEVELS = ("镇", "乡", "街道")


@dataclass(frozen=True, slots=True)
class Organ:
    """Who reports."""

    name: str
    """The full name, such as 灵溪镇人民政府 or 城关街道办事处."""
    short: str
    """The short name, such as 灵溪镇."""
    level: str
    county: str
    province: str = ""
    office: str = ""
    address: str = ""
    postcode: str = ""
    phone: str = ""
    email: str = ""
    website: str = ""

    @property
    def self_name(self) -> str:
        """Return how the text speaks of itself: 我镇, 我乡 or 我街道."""
        return f"我{self.level}"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a note comes from."""

    kind: str = ""
    file: str = ""
    date: str = ""
    person: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """Something that was done or is planned, in the clerk's words."""

    id: str
    aspect: str
    text: str
    source: Source = Source()
    planned: bool = False


@dataclass(frozen=True, slots=True)
class Problem:
    """A problem and the measure that answers it."""

    id: str
    text: str
    measure: str


@dataclass(frozen=True, slots=True)
class LastProblem:
    """A problem of last year's report and what became of it."""

    id: str
    text: str
    status: str


@dataclass(frozen=True, slots=True)
class Fees:
    """信息处理费 of the year: notices sent (件), billed and collected (元). None is "not reported"."""

    notices: int | None
    billed_yuan: Decimal | None
    collected_yuan: Decimal | None


@dataclass(frozen=True, slots=True)
class CellDoubt:
    """Cells whose published source is missing or uncertain: what is entered there is the clerk's assumption."""

    cells: tuple[str, ...]
    """Cell paths; a trailing `.*` names all below."""
    reason: str


@dataclass(frozen=True, slots=True)
class Prior:
    """Last year: the statistics that are compared, and the year they are of."""

    year: int
    form: Form
    statistics: Statistics
    path: str


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything one township hands in for one year."""

    organ: Organ
    year: int
    form: Form
    statistics: Statistics
    notes: tuple[Note, ...]
    problems: tuple[Problem, ...]
    last_problems: tuple[LastProblem, ...]
    fees: Fees | None
    prior: Prior | None
    profile: str
    doubts: tuple[CellDoubt, ...]
    signed: date | None
    """The date of the closing lines; None for a report without them."""
    sha256: str
    """The hash of the dossier's content, as written by `canonical_json`."""
