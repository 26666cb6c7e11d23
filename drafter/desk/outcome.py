"""What comes of an action: a new version of the report, or a refusal with its reason."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from drafter.desk.working import WorkingReport


@dataclass(frozen=True, slots=True)
class Done:
    """An action that was taken."""

    working: WorkingReport
    where: str = ""
    """A line id, a cell path, a finding's place, or empty for the whole report."""
    before: Mapping[str, Any] = field(default_factory=dict)
    after: Mapping[str, Any] = field(default_factory=dict)
    """What changed, as JSON: for the trail and for the eye."""


@dataclass(frozen=True, slots=True)
class Option:
    """One of several facts that a typed figure may state."""

    ref: str
    """The fact to put as a chip instead of the typed figure."""
    label: str
    text: str
    """How the chip reads."""
    typed: str = ""
    """The words that were typed."""


@dataclass(frozen=True, slots=True)
class Refused:
    """An action that was not taken: nothing has changed."""

    code: str
    message: str
    """Plain Chinese: why, and what to do."""
    options: tuple[Option, ...] = ()
