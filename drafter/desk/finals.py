"""定稿: the final files of an approved report, without marks, each read back and all found to agree.

What the marks said is not lost: it stands in the provenance file beside them.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from drafter.audit.readback import disagreements
from drafter.desk.assessing import Assessed
from drafter.desk.printed import disagreements_in_print
from drafter.desk.provenance import provenance
from drafter.desk.trail import Entry, broken_at
from drafter.desk.trailfile import trail_file
from drafter.desk.working import Status, WorkingReport
from drafter.document.blocks import Block, Document, Grid, Heading, Paragraph, Sentence, Signature, TableBlock, Title
from drafter.document.formats import FORMATS
from drafter.findings import Finding, Severity
from drafter.richtext import Text, plain
from drafter.runs.files import write_files

FOLDER, NAME = "final", "report"
PROVENANCE, TRAIL = "provenance.json", "trail.jsonl"
FINAL_FORMATS = ("docx", "html", "pdf", "md")


@dataclass(frozen=True, slots=True)
class Finals:
    """The final files by name, none where something is wrong with them or with the report."""

    files: Mapping[str, bytes]
    findings: tuple[Finding, ...] = ()


def final_files(
    key: str,
    working: WorkingReport,
    assessed: Assessed,
    entries: Sequence[Entry],
    formats: Sequence[str] = FINAL_FORMATS,
) -> Finals:
    """Return the final files of a report that was approved, with its provenance and its trail.

    Raises MissingExtra or OutputError where a PDF is wanted and cannot be made on this machine.
    """
    findings = list(_not_ready(working, assessed, entries))
    if findings:
        return Finals({}, tuple(findings))
    document = without_marks(assessed.document)
    files = {f"{NAME}.{name}": FORMATS[name](document) for name in formats}
    for name in formats:
        content = files[f"{NAME}.{name}"]
        found = disagreements_in_print if name == "pdf" else disagreements
        findings += found(assessed.document, name, content)
    if findings:
        return Finals({}, tuple(findings))
    files[TRAIL] = trail_file(entries)
    hashes = {name: sha256(content).hexdigest() for name, content in files.items()}
    tree = provenance(key, working, assessed, entries, hashes)
    files[PROVENANCE] = f"{json.dumps(tree, ensure_ascii=False, indent=1)}\n".encode()
    return Finals(files)


def write_finals(folder: Path, finals: Finals) -> None:
    """Write the final files beside a report, all or none.

    Raises OutputError, and changes nothing, where a final file there was edited by hand since it was written.
    """
    write_files(folder / FOLDER, finals.files, record=PROVENANCE)


def without_marks(document: Document) -> Document:
    """Return a document that says the same and tells nothing of where it comes from."""
    return replace(document, blocks=tuple(_plain_block(block) for block in document.blocks))


def _plain_block(block: Block) -> Block:
    match block:
        case Title() | Heading():
            return replace(block, text=_plain(block.text))
        case Paragraph():
            return Paragraph(block.section, (Sentence("", plain(str(block)), ""),))
        case Signature():
            return Signature(tuple(_plain(line) for line in block.lines))
        case TableBlock():
            return TableBlock(block.section, _plain_grid(block.grid))


def _plain(text: Text) -> Text:
    return plain(str(text))


def _plain_grid(grid: Grid) -> Grid:
    return replace(grid, rows=tuple(tuple(replace(cell, path="") for cell in row) for row in grid.rows))


def _not_ready(working: WorkingReport, assessed: Assessed, entries: Sequence[Entry]) -> Iterator[Finding]:
    """Yield why there can be no final files yet."""
    if working.status not in (Status.APPROVED, Status.FINAL):
        message = f"报告现在是“{working.status.value}”，通过以后才能定稿"
        yield Finding("not-approved", Severity.ERROR, "report", message, "请先由审核通过这份报告")
    for blocker in assessed.blockers:
        yield Finding("not-ready", Severity.ERROR, "report", blocker, "请在桌面上处理后重新通过")
    if broken := broken_at(entries):
        message = f"审核记录第 {broken} 条与前面的对不上，记录被改动过"
        yield Finding("trail-broken", Severity.ERROR, "trail", message, "请联系管理人员，从备份恢复后再定稿")
