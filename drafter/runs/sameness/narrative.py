"""What is compared: the sentences of a report that its writer answers for."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of the narrative and where it stands."""

    id: str
    """The sentence's id in its report, such as `overview.p2.s1`, or its place in a published one."""
    section: str
    text: str


@dataclass(frozen=True, slots=True)
class Narrative:
    """A report's narrative: 总体情况 and 问题及改进, without preamble, headings and tables."""

    key: str
    """Which report: the key of its batch entry, or `KEY@2024` for its own last year."""
    names: tuple[str, ...]
    """Names that are masked: of the organ, its county, its offices."""
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Shared:
    """Two sentences that say the same."""

    left: Passage
    right: Passage
    run: str
    """The longest stretch they share, masked."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much two narratives share in a section, and which sentences are to blame."""

    left: str
    right: str
    section: str
    jaccard: float
    """Of the masked character 5-grams."""
    containment: float
    """The share of the smaller one's 5-grams that stand in the other."""
    longest_run: int
    """In characters, masked."""
    band: str
    """none, warn or block: the bands of `drafter.runs.sameness.bands`."""
    shared: tuple[Shared, ...]
