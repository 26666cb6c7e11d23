"""A place in a report where a rule found something wrong."""

from dataclasses import dataclass

from drafter.findings import Finding, Severity
from drafter.reading.source import Place


@dataclass(frozen=True, slots=True)
class Spot:
    """What a rule says of one place. The rule gives its code, severity and source; a spot may weigh less or more."""

    message: str
    """Plain Chinese a clerk can act on: what stands there, what should, both figures and the difference."""
    suggestion: str = ""
    where: str = ""
    """A cell path, or a section key such as `overview`, `title`, `preamble`, `signature`, `file`."""
    place: Place | None = None
    quote: str = ""
    """The sentence or label as it stands."""
    mark: tuple[int, int] | None = None
    """Which characters of `quote` are meant."""
    severity: Severity | None = None
    """Only where it differs from the rule's."""
    conversion_suspect: bool = False


@dataclass(frozen=True, slots=True)
class Observation:
    """A finding on a report, with the rule that found it and the place it was found at."""

    finding: Finding
    rule: str
    """The number of the rule in the catalogue, such as D04."""
    source: str
    """Where the rule comes from: notice and article, standard, or practice."""
    place: Place | None
    quote: str
    mark: tuple[int, int] | None
    conversion_suspect: bool
