"""What a rule may look at: the report, and what is known beside it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from drafter.form.model import Form
from drafter.form.profile import Profile
from drafter.form.statistics import Statistics
from drafter.reading.report import PublishedReport, ReadSection
from drafter.reading.source import SourceLine


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Names of places and organs: the report's own, and those that must not stand in it."""

    own: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Audited:
    """A report under audit. What is None or empty was not given, and rules that need it stay silent."""

    report: PublishedReport
    year: int | None
    """The report year: as asked for, else as the report gives it."""
    form: Form
    """The edition that the year is written in; where no year is known, that of the tables."""
    profile: Profile
    prior: PublishedReport | None = None
    siblings: tuple[PublishedReport, ...] = ()
    variants: tuple[PublishedReport, ...] = ()
    """Other files of the same report, such as the PDF beside the Word file."""
    gazetteer: Gazetteer = field(default_factory=Gazetteer)
    published: date | None = None
    """When it was published, as asked for or as the page says."""
    address: str = ""
    """Where it is filed: the address of the page or the path of the file."""

    @property
    def sections(self) -> tuple[ReadSection, ...]:
        """Return the sections of the report in the order of the page."""
        return self.report.sections

    @property
    def statistics_before(self) -> Statistics | None:
        """Return the statistics of the year before; None where they are not given or are of another year."""
        prior = self.prior
        is_other_year = prior and prior.year and self.year and prior.year != self.year - 1
        return prior.statistics if prior and not is_other_year else None

    def prose(self) -> Iterator[tuple[str, SourceLine]]:
        """Yield every line outside the tables with the key of its section: title, preamble, sections, signature."""
        if self.report.title:
            yield "title", self.report.title
        yield from (("preamble", line) for line in self.report.preamble)
        for section in self.sections:
            yield from ((section.key or "unknown", line) for line in (section.heading, *section.lines))
        yield from (("signature", line) for line in self.report.signature)
