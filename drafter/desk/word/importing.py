"""Read an edited Word file against the report on the desk. Nothing is taken: each change is proposed."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from drafter.desk.assessing import assess
from drafter.desk.word.base import Base
from drafter.desk.word.cells import found_cells
from drafter.desk.word.changes import changes
from drafter.desk.word.corrections import corrections
from drafter.desk.word.export import exported_from
from drafter.desk.word.flow import Flow, Known, Landmark, Stretch, flow_of
from drafter.desk.word.imported import Imported
from drafter.desk.word.marks import by_slug
from drafter.desk.word.matching import matched, reclaimed
from drafter.desk.word.reading import as_word, read_edited
from drafter.desk.word.remarks import outside, reasons_at_cells, remarks
from drafter.desk.word.sentences import bare, likeness
from drafter.desk.working import WorkingReport
from drafter.document.blocks import Document, Heading, Paragraph, Signature, Title
from drafter.findings import Finding, Severity
from drafter.reading.formats.docx import read_docx
from drafter.reading.published import published_report
from drafter.reading.report import CellState

_FEWEST, _FEWEST_OF_ANOTHER_TITLE = 0.2, 0.6
"""A file with a smaller part of the report's sentences is another report. The form gives every report some of them."""
_LIKE = 0.6


def import_docx(
    content: bytes, working: WorkingReport, *, name: str = "Word 文件", then: WorkingReport | None = None
) -> Imported:
    """Return what an edited file proposes for a report.

    With the report as it was `then`, when the file was written, what the desk has changed since is not taken for a
    change of the file. Raises InputError for what is no Word file, or a hostile one.
    """
    content = as_word(content, name)
    file = read_edited(content, name)
    assessed = assess(working)
    exported = exported_from(file.identifier)
    base = Base(working, then)
    known = _known(assessed.document, base)
    flow = _known_already(flow_of(file, known), base)
    order = _order(assessed.document, base)
    flow = reclaimed(matched(flow, order, known.texts), order, known.texts)
    if problem := _another_report(flow, assessed.document):
        return Imported((), (), (problem,), exported)
    cells = found_cells(file, assessed.document, lambda: _labelled(content, name))
    proposals, unfit = changes(flow, base, _firsts(order))
    form = assessed.dossier.form
    corrected, unread = corrections(cells, assessed.document, form, reasons_at_cells(file, cells))
    problems = (*outside(flow, known, file.beside), *unfit, *unread)
    return Imported((*proposals, *corrected), remarks(file, flow, cells), problems, exported)


def _known(document: Document, base: Base) -> Known:
    headings = [str(block.text) for block in document.blocks if isinstance(block, Title | Heading)]
    signed = [str(line) for block in document.blocks if isinstance(block, Signature) for line in block.lines]
    lines = base.now.lines
    texts = {line.id: str(line.text) for line in lines}
    return Known(by_slug(line.id for line in lines), texts, tuple(headings), tuple(signed))


def _known_already(flow: Flow, base: Base) -> Flow:
    """Return the flow with text that the desk has put in since given to its sentence: a file may be read twice."""
    found = {item.line for item in flow if isinstance(item, Stretch)}
    fresh = [line for line in base.now.lines if line.id not in found and not line.dropped and not base.was_there(line)]
    waiting = {bare(str(line.text)): line.id for line in fresh}
    result: Flow = []
    for item in flow:
        is_free = isinstance(item, Stretch) and not item.line
        line = waiting.pop(bare(item.text), "") if is_free else ""
        result.append(replace(item, line=line) if isinstance(item, Stretch) and line else item)
    return result


def _order(document: Document, base: Base) -> list[str | int]:
    """Return the headings and sentences that the file was written with, in the order of the report."""
    order: list[str | int] = []
    heading = 0
    for block in document.blocks:
        match block:
            case Title():
                order.append(0)
            case Heading():
                heading += 1
                order.append(heading)
            case Paragraph():
                lines = (base.now.line(sentence.id) for sentence in block.sentences)
                order += [line.id for line in lines if line and base.was_there(line)]
    return order


def _firsts(order: list[str | int]) -> dict[int, str]:
    """Return the first sentence below each heading; none where a heading has none of its own."""
    pairs = pairwise(order)
    return {number: line for number, line in pairs if isinstance(number, int) and isinstance(line, str)}


def _another_report(flow: Flow, document: Document) -> Finding | None:
    """Return that a file is not of this report: hardly a sentence is, or its title is another's and few are."""
    texts = {sentence.id: str(sentence.text) for paragraph in document.paragraphs() for sentence in paragraph.sentences}
    same = sum(_is_of_ours(item, texts) for item in flow)
    title = next((item.text for item in flow if isinstance(item, Landmark) and not item.number), document.title)
    least = _FEWEST if bare(title) == bare(document.title) else _FEWEST_OF_ANOTHER_TITLE
    if same >= least * len(texts):
        return None
    message = f"文件里只有这份报告 {len(texts)} 句话中的 {same} 句，不像是它的审改稿，没有导入"
    advice = f"文件的题目是《{bare(title)}》，请核对选的是不是《{document.title}》的审改稿"
    return Finding("another-report", Severity.ERROR, "file", message, advice)


def _is_of_ours(item: Stretch | Landmark, texts: Mapping[str, str]) -> bool:
    if not isinstance(item, Stretch) or item.line not in texts:
        return False
    text = texts[item.line]
    said = item.mark is not None and item.mark.said(text)
    return said or likeness(bare(text), bare(item.text)) >= _LIKE


def _labelled(content: bytes, name: str) -> Mapping[str, str]:
    report = published_report(read_docx(Path(name), content))
    shown = {CellState.READ, CellState.BLANK}
    return {path: cell.written for path, cell in report.cells.items() if cell.state in shown}
