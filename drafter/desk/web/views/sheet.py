"""The report as it will be printed, with everything the desk knows of its sentences and cells."""

import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from drafter.desk.assessing import Assessed
from drafter.desk.web.views.evidence import Backing
from drafter.desk.web.views.marking import stretches
from drafter.desk.working import Line, WorkingReport
from drafter.document.blocks import Document, Heading, Paragraph, Signature, TableBlock, Title
from drafter.document.html import PageTable, page_table
from drafter.document.titles import title_lines
from drafter.findings import Finding
from drafter.richtext import PieceKind, Text


@dataclass(frozen=True, slots=True)
class Chip:
    """A stretch of a sentence as the page shows it: a chip where `kind` is not plain."""

    text: str
    kind: str
    ref: str
    mark: str
    tip: str
    cell: str


@dataclass(frozen=True, slots=True)
class ShownLine:
    """A sentence as the page shows it."""

    id: str
    number: int
    """Counted from 1 through the report."""
    chips: tuple[Chip, ...]
    state: str
    """green, amber (still to accept), accepted, red, or dropped."""
    origin: str
    locked: bool
    findings: int

    @property
    def label(self) -> str:
        """Return what a screen reader says before the sentence."""
        states = {"amber": "待认可", "red": "没有通过检查", "dropped": "已删去", "accepted": "已认可"}
        parts = [f"第{self.number}句", self.origin, states.get(self.state, ""), "已锁定" if self.locked else ""]
        found = f"{self.findings}条意见" if self.findings else ""
        return "，".join(part for part in (*parts, found) if part)


@dataclass(frozen=True, slots=True)
class Part:
    """A block of the page: `kind` says which of the fields holds it."""

    kind: str
    """title, heading, paragraph, table or signature."""
    level: int = 0
    texts: tuple[str, ...] = ()
    lines: tuple[ShownLine, ...] = ()
    table: PageTable | None = None
    key: str = ""


def sheet(working: WorkingReport, assessed: Assessed, backing: Backing) -> tuple[Part, ...]:
    """Return the parts of the page in order; struck out sentences stand where they were."""
    shown = {line.id: line for line in shown_lines(working, assessed.at_line, backing)}
    dropped = _dropped_before(working)
    parts: list[Part] = []
    heading = ""
    for number, block in enumerate(assessed.document.blocks):
        if isinstance(block, Heading):
            heading = str(block.text) if block.level == 1 else heading
            parts.append(Part("heading", block.level + 1, (str(block.text),), key=block.section))
        elif isinstance(block, Paragraph):
            ids = [part for sentence in block.sentences for part in (*dropped.pop(sentence.id, ()), sentence.id)]
            parts.append(Part("paragraph", lines=tuple(shown[line_id] for line_id in ids)))
        elif isinstance(block, TableBlock):
            parts.append(Part("table", table=page_table(block.grid, heading, f"t{number}"), key=block.grid.key))
        else:
            parts.append(_lines(assessed.document, block))
    return tuple(_with_lost(parts, [shown[line_id] for ids in dropped.values() for line_id in ids]))


def shown_lines(
    working: WorkingReport, at_line: Mapping[str, tuple[Finding, ...]], backing: Backing
) -> Iterator[ShownLine]:
    """Yield every sentence as the page shows it."""
    for number, line in enumerate(working.lines, start=1):
        chips = chips_of(line.text, _marks(line), backing)
        yield ShownLine(line.id, number, chips, state_of(line), line.origin, line.locked, len(at_line.get(line.id, ())))


def state_of(line: Line) -> str:
    """Return how a sentence stands: green, amber, accepted, red, or dropped."""
    if line.dropped:
        return "dropped"
    return "accepted" if line.state == "amber" and line.accepted_by else line.state


def chips_of(text: Text, marks: Iterable[tuple[str, str]], backing: Backing) -> tuple[Chip, ...]:
    """Return a text as the page shows it."""
    made = []
    for stretch in stretches(text, marks):
        if stretch.kind == PieceKind.PLAIN:
            made.append(Chip(stretch.text, stretch.kind, "", stretch.mark, "", ""))
        else:
            behind = backing.behind(stretch.kind, stretch.ref)
            made.append(Chip(stretch.text, stretch.kind, stretch.ref, stretch.mark, behind.tip, behind.cell))
    return tuple(made)


def _marks(line: Line) -> list[tuple[str, str]]:
    faults = [(fault.words, "fault") for fault in line.faults] if line.state == "red" else []
    unproved = [(words, "unproved") for words in line.unproved] if line.state == "amber" else []
    return faults + unproved


def _lines(document: Document, block: Title | Signature) -> Part:
    if isinstance(block, Title):
        return Part("title", texts=tuple(str(line) for line in title_lines(document, block.text)))
    return Part("signature", texts=tuple(str(line) for line in block.lines))


def _dropped_before(working: WorkingReport) -> dict[str, list[str]]:
    """Return struck out sentences by the one that follows in their paragraph; at its end by the first of themselves."""
    found: dict[str, list[str]] = {}
    waiting: list[Line] = []
    for line in working.lines:
        if waiting and (waiting[0].section, waiting[0].paragraph) != (line.section, line.paragraph):
            found[waiting[0].id] = [item.id for item in waiting]
            waiting = []
        if line.dropped:
            waiting.append(line)
        elif waiting:
            found[line.id] = [item.id for item in waiting]
            waiting = []
    if waiting:
        found[waiting[0].id] = [item.id for item in waiting]
    return found


def _with_lost(parts: list[Part], lost: list[ShownLine]) -> Iterator[Part]:
    """Yield the parts with the struck out sentences that no sentence of their paragraph follows, each in its place."""
    for part in parts:
        if part.kind in ("heading", "table") and lost:
            end = _reached(parts, part)
            yield from (Part("paragraph", lines=(line,)) for line in lost if line.number < end)
            lost = [line for line in lost if line.number >= end]
        yield part
    yield from (Part("paragraph", lines=(line,)) for line in lost)


def _reached(parts: list[Part], heading: Part) -> int:
    """Return the number of the first sentence that stands behind a heading."""
    after = parts[parts.index(heading) :]
    return next((line.number for part in after for line in part.lines), sys.maxsize)
