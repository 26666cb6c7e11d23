"""What the desk says in a review file: the open findings, each at the sentence, cell or heading it speaks of."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from drafter.desk.assessing import Assessed
from drafter.document.blocks import Heading
from drafter.findings import Finding

AUTHOR, INITIALS = "核查程序", "核"
_NAMES = {"error": "错误", "warning": "提醒", "info": "说明"}
_OURS = tuple(f"【{name}】" for name in _NAMES.values())
_QUOTE = re.compile(r"“([^“”]{4,})”")


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of the document: a line by its id, a cell by its path, or a heading by its number from 1; 0 the title."""

    line: str = ""
    cell: str = ""
    heading: int = 0


Notices = Mapping[Spot, Sequence[str]]


def notices_of(assessed: Assessed) -> Notices:
    """Return the texts of the comments by place: the findings that nobody took on themselves, in their order."""
    notices: dict[Spot, list[str]] = {}
    lines = {finding: line for line, findings in assessed.at_line.items() for finding in findings}
    for finding in assessed.open_findings:
        line = lines.get(finding)
        spot = Spot(line=line) if line else _spot(assessed, finding)
        notices.setdefault(spot, []).append(_text(finding))
    return notices


def is_ours(author: str, text: str) -> bool:
    """Return whether the desk wrote a comment; LibreOffice loses Chinese names of authors in an .rtf."""
    return author == AUTHOR or text.startswith(_OURS)


def _text(finding: Finding) -> str:
    suggestion = f"\n建议：{finding.suggestion}" if finding.suggestion else ""
    return f"【{_NAMES[finding.severity.value]}】{finding.message}{suggestion}"


def _spot(assessed: Assessed, finding: Finding) -> Spot:
    """Return where a finding is shown: its cell, else the sentence that it quotes, else the heading of its section."""
    document = assessed.document
    row = finding.where.removesuffix("*")
    for path in (path for grid in document.grids() for path in grid.values()):
        # `applications.granted.*` is a whole row: it is said at the first of its cells.
        if path == finding.where or (row != finding.where and path.startswith(row)):
            return Spot(cell=path)
    section = finding.where.partition("/")[0]
    for quote in _QUOTE.findall(finding.message):
        for paragraph in document.paragraphs():
            quoted = [sentence for sentence in paragraph.sentences if quote in str(sentence.text)]
            if quoted and paragraph.section == section:
                return Spot(line=quoted[0].id)
    headings = (block for block in document.blocks if isinstance(block, Heading))
    return Spot(heading=next((number for number, block in enumerate(headings, 1) if block.section == section), 0))
