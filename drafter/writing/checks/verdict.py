"""What is judged of a sentence, against what, and the verdict."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """Red is refused; amber stands but a person must accept its unproved words; green is accounted for."""

    RED = "red"
    AMBER = "amber"
    GREEN = "green"


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence as it was written, slots unrendered, with all that it may rest on."""

    text: str
    notes: tuple[str, ...] = ()
    """The texts of the cited notes, in the clerk's words."""
    planned: bool = False
    """Whether every cited note tells of a plan."""
    kind: str = "deed"
    """stat, deed, problem, plan or frame."""
    slots: frozenset[str] = frozenset()
    """The slots that may stand in it, such as `p:app_new` and `n:N01.1`."""
    level: str = ""
    """What the organ is (镇, 乡, 街道); empty where nothing but the notes is known."""
    reported: bool = False
    """Whether it is for a report: figures are then said by slots, and what the tables report by nothing else."""
    own_names: tuple[str, ...] = ()
    """Names of the organ, its county and office, which every sentence may use."""
    other_names: tuple[str, ...] = ()
    """Names of the county's other organs, which no sentence may use unless a cited note does."""

    @property
    def note(self) -> str:
        """Return the cited notes as one text."""
        return "\n".join(self.notes)


@dataclass(frozen=True, slots=True)
class Violation:
    """Why a sentence is refused, and the words at fault: `text[start:end]`."""

    code: str
    start: int
    end: int
    words: str
    message: str
    """Plain Chinese: what is wrong and what to write instead; it goes back to the model and to people alike."""


@dataclass(frozen=True, slots=True)
class Unproved:
    """Words that neither the cited notes nor the approved vocabulary account for."""

    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """The state of a sentence and why."""

    state: State
    violations: tuple[Violation, ...]
    unproved: tuple[Unproved, ...]


Check = Callable[[Claim], Iterable[Violation]]
"""A check yields what it refuses; it never raises for bad text and never repairs."""


def verdict(violations: Iterable[Violation], unproved: Iterable[Unproved]) -> Verdict:
    """Return the verdict: any violation is red, any unproved word amber, else green."""
    refused = tuple(sorted(violations, key=lambda item: (item.start, item.code)))
    open_words = tuple(unproved)
    state = State.RED if refused else State.AMBER if open_words else State.GREEN
    return Verdict(state, refused, open_words)
