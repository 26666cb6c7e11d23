"""A report as it lies on the desk: its data, its sentences, and what people have decided so far.

A `WorkingReport` is a value. Every action makes a new one (`acting.act`), the store keeps them all, and everything
shown of a report (figures, findings, pages, files) follows from it (`assessing.assess`).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from drafter.form.statistics import Number
from drafter.richtext import Text


class Status(StrEnum):
    """How far the review of a report is."""

    PENDING = "待审"
    RETURNED = "退回"
    """With reasons; the clerk mends it and hands it in again."""
    CHANGED = "已改"
    """Handed in again after a return."""
    APPROVED = "通过"
    FINAL = "定稿"
    """Its final files are made; nothing can be changed unless it is opened again."""


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence on the desk."""

    id: str
    """Stays the same through every edit: `overview.7` as drafted, `overview.7+1` inserted behind it."""
    section: str
    paragraph: int
    """Which paragraph of its section it stands in, counted from 1."""
    aspect: str
    text: Text
    origin: str
    """模型, 模板, 材料原文 or 编辑."""
    cites: tuple[str, ...] = ()
    """Ids of the notes, problems or cells it rests on."""
    state: str = "green"
    """green, amber, or red for an edit that the checks refuse: it stands, and blocks approval."""
    unproved: tuple[str, ...] = ()
    """Words that nothing accounts for yet."""
    faults: tuple["Fault", ...] = ()
    """Why it is red."""
    accepted_by: str = ""
    """Who accepted the unproved words, by name; empty again after every change of the text."""
    locked: bool = False
    """Not to be changed by a redraft or another wording."""
    dropped: bool = False
    """Struck out: shown on the desk, not in the report."""
    drafted: str = ""
    """The text as it was drafted; empty for an inserted sentence."""
    wording: str = ""
    """Who wrote the drafted text, kept when an edit changes `origin`."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Why the checks refuse a sentence, with the words at fault."""

    code: str
    words: str
    message: str


@dataclass(frozen=True, slots=True)
class Waiver:
    """A warning that somebody took on themselves. It holds for exactly the finding it was given for.

    A finding's message names both figures, so when a value changes, so does the message, and the warning is open again.
    """

    code: str
    where: str
    message: str
    reason: str
    by: str


@dataclass(frozen=True, slots=True)
class AddedNote:
    """A note that was handed in on the desk: evidence for what an editor wants to say."""

    id: str
    """`E01`, `E02` …"""
    aspect: str
    text: str
    source: str
    by: str


@dataclass(frozen=True, slots=True)
class WorkingReport:
    """A report on the desk."""

    source: Mapping[str, Any]
    """The dossier and last year's figures as the run record holds them (`record["source"]`)."""
    model: str
    lines: tuple[Line, ...]
    """Every sentence of the preamble and all sections, in the order of the report, dropped ones among them."""
    corrections: Mapping[str, Number | None] = field(default_factory=dict)
    """Cells that were corrected on the desk, by path, with their new value."""
    notes: tuple[AddedNote, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    status: Status = Status.PENDING
    reasons: tuple[str, ...] = ()
    """Why it was returned last; the list the clerk receives."""
    editors: frozenset[str] = frozenset()
    """Who changed text, notes or cells since the draft: with two persons none of them may approve."""
    approved_by: str = ""
    plan: int = 0
    """Which plan it was laid out by, as the run record says: the stock sentences follow it; 0 is the first."""

    def line(self, line_id: str) -> Line | None:
        """Return a sentence by its id."""
        return next((line for line in self.lines if line.id == line_id), None)

    def with_line(self, changed: Line) -> "WorkingReport":
        """Return the report with one sentence in place of that of the same id."""
        return replace(self, lines=tuple(changed if line.id == changed.id else line for line in self.lines))
