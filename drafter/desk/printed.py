"""Read a PDF of ours again and compare it with the report it was made from.

A PDF has lines and no paragraphs, so that the text is compared without blanks, and the cells by their labels.
"""

from collections.abc import Iterator
from pathlib import Path

from drafter.document.blocks import Document, Heading, Paragraph, Signature, Title
from drafter.findings import Finding, Severity
from drafter.form.numbers import shown_in_cell
from drafter.reading.formats.pdf import read_pdf
from drafter.reading.published import published_report
from drafter.reading.report import CellState, PublishedReport
from drafter.reading.source import SourceLine

_SHOWN = 30


def disagreements_in_print(document: Document, file_format: str, data: bytes) -> list[Finding]:
    """Return a finding `file-differs` for the first place where the text departs, and for every cell that does."""
    source = read_pdf(Path(f"report.{file_format}"), data)
    found = "".join("".join(block.text.split()) for block in source.blocks if isinstance(block, SourceLine))
    wanted = "".join("".join(text.split()) for text in _texts(document))
    findings = []
    if found != wanted:
        at = next((place for place, pair in enumerate(zip(wanted, found, strict=False)) if pair[0] != pair[1]), None)
        at = min(len(wanted), len(found)) if at is None else at
        findings.append(_finding("text", wanted[at : at + _SHOWN], found[at : at + _SHOWN]))
    return [*findings, *_cells(document, published_report(source))]


def _texts(document: Document) -> Iterator[str]:
    for block in document.blocks:
        match block:
            case Title() | Heading():
                yield str(block.text)
            case Paragraph():
                yield str(block)
            case Signature():
                yield from (str(line) for line in block.lines)
            case _:
                pass


def _cells(document: Document, report: PublishedReport) -> Iterator[Finding]:
    for path, wanted in (item for grid in document.grids() for item in grid.values().items()):
        cell, read = report.form.cells.get(path), report.cells.get(path)
        if cell is None or read is None or read.state is not CellState.READ or read.value is None:
            yield _finding(path, wanted, read.written if read else "")
        elif shown_in_cell(read.value, cell.kind, cell.unit, cell.print_unit) != wanted:
            yield _finding(path, wanted, read.written)


def _finding(where: str, wanted: str, found: str) -> Finding:
    message = f"生成的 pdf 文件与报告不一致：报告里是“{wanted}”，文件里是“{found}”"
    advice = "这是程序的问题，文件没有保存；请重新生成，如仍出现，请联系维护人员"
    return Finding("file-differs", Severity.ERROR, where, message, advice)
