"""What the desk says in a review file: the open findings, each at the sentence, cell or heading it speaks of."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from drafter.desk.working import Line
from drafter.document.blocks import Document, Heading
from drafter.findings import Finding

AUTHOR, INITIALS = "核查程序", "核"
_NAMES = {"error": "错误", "warning": "提醒", "info": "说明"}
_QUOTE = re.compile(r"“([^“”]{4,})”")


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of the document: a line by its id, a cell by its path, or a heading by its number from 1; 0 the title."""

    line: str = ""
    cell: str = ""
    heading: int = 0


Notices = Mapping[Spot, Sequence[str]]


def notices_of(document: Document, lines: Sequence[Line], findings: Iterable[Finding]) -> Notices:
    """Return the texts of the comments by place: faults of refused sentences first, then the findings in order."""
    notices: dict[Spot, list[str]] = {}
    places = _Places(document, lines)
    for spot, text in (*_faults(lines), *((places.spot(finding), _text(finding)) for finding in findings)):
        texts = notices.setdefault(spot, [])
        if text not in texts:
            texts.append(text)
    return notices


def _faults(lines: Sequence[Line]) -> Iterator[tuple[Spot, str]]:
    for line in lines:
        if not line.dropped:
            yield from ((Spot(line=line.id), f"【错误】“{fault.words}”：{fault.message}") for fault in line.faults)


def _text(finding: Finding) -> str:
    suggestion = f"\n建议：{finding.suggestion}" if finding.suggestion else ""
    return f"【{_NAMES[finding.severity.value]}】{finding.message}{suggestion}"


@dataclass(frozen=True, slots=True)
class _Places:
    document: Document
    lines: Sequence[Line]

    def spot(self, finding: Finding) -> Spot:
        """Return where a finding is shown: its sentence or cell, else the sentence that it quotes, else a heading."""
        section, _, last = finding.where.rpartition("/")
        shown = [line for line in self.lines if not line.dropped]
        if any(line.id == last for line in shown):
            return Spot(line=last)
        if any(finding.where in grid.values() for grid in self.document.grids()):
            return Spot(cell=finding.where)
        section = section or finding.where
        for quote in _QUOTE.findall(finding.message):
            quoted = [line for line in shown if quote in str(line.text)]
            near = [line for line in quoted if line.section == section] or quoted
            if near:
                return Spot(line=near[0].id)
        return Spot(heading=self._heading(section))

    def _heading(self, section: str) -> int:
        headings = (block for block in self.document.blocks if isinstance(block, Heading))
        return next((number for number, block in enumerate(headings, 1) if block.section == section), 0)
