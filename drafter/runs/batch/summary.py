"""What a county wants to know of one township after a batch: a line of the overview."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from drafter.findings import Finding
from drafter.form.statistics import Number


class Status(StrEnum):
    """What became of a township."""

    DONE = "done"
    BLOCKED = "blocked"
    """Its dossier has errors: it is on the list to send back, and no model was asked."""
    FAILED = "failed"
    """It could not be drafted or written; a run with `--retry-failed` tries again."""
    PENDING = "pending"
    """Not reached: the run was ended before."""


@dataclass(frozen=True, slots=True)
class Spent:
    """What the requests to a model took. Cost is in 元, None where `drafter.toml` gives no prices."""

    calls: int = 0
    prompt_tokens: int = 0
    cached_tokens: int = 0
    completion_tokens: int = 0
    cost_yuan: float | None = None


@dataclass(frozen=True, slots=True)
class Summary:
    """One township's line."""

    key: str
    name: str
    status: Status
    title: str = ""
    model: str = ""
    edition: str = ""
    year: int | None = None
    findings: tuple[Finding, ...] = ()
    sentences: Mapping[str, int] | None = None
    """How many sentences of the final text are green, amber, and how many of a model's were refused (red)."""
    origins: Mapping[str, int] | None = None
    """How many sentences 模型, 模板, 材料原文 wrote."""
    gaps: tuple[str, ...] = ()
    """What each 【待补】 asks for."""
    overview_characters: int = 0
    statistics: Mapping[str, Number | None] | None = None
    """The cells, for the county roll-up; None where the dossier could not be read so far."""
    spent: Spent = Spent()
    error: str = ""
    """Why it failed, in one line."""
    folder: str = ""
    """Its folder, relative to OUT."""
    county: str = ""
    source: str = ""
    """The file it was read from with its folder, such as `灵溪镇/dossier.yaml`, or its row in a county-wide sheet."""
    published: int | None = None
    """How much information it published in the year, where a note says so."""
    plan: int = 0
    """The number of the plan that its draft is laid out by; 0 is the first."""
    plan_offered: int = 0
    """The number of another plan that was tried because it was too much like others, 0 where none was."""
    files: tuple[str, ...] = ()
    """The files in its folder but for the run record, such as `report.docx`."""
