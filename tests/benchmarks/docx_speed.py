"""Milliseconds a report: our Word writer against python-docx-template filling the same report from a template.

Run `python -m tests.benchmarks.docx_speed`. The template is our own layout with a placeholder for every paragraph and
every cell, prepared once; it is opened for each report, as python-docx-template asks its users to.
"""

import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from io import BytesIO
from statistics import median
from time import perf_counter

from docxtpl import DocxTemplate

from drafter.audit.readback import read_back
from drafter.document.blocks import Block, Document, Heading, Paragraph, Sentence, Signature, TableBlock, Title
from drafter.document.docx import write_docx
from drafter.richtext import Text, plain
from tests.document.sample import sample

ROUNDS = 21


@dataclass(frozen=True)
class Result:
    """Median milliseconds of both."""

    ours: float
    docxtpl: float

    @property
    def ratio(self) -> float:
        return self.docxtpl / self.ours


class Slots:
    """Puts a placeholder in the place of every text and remembers the text."""

    def __init__(self) -> None:
        self.texts: list[str] = []

    def slot(self, text: object) -> str:
        self.texts.append(str(text))
        return f"{{{{ t[{len(self.texts) - 1}] }}}}"

    def line(self, text: Text) -> Text:
        return plain(self.slot(text))

    def block(self, block: Block) -> Block:
        match block:
            case Title() | Heading():
                return replace(block, text=self.line(block.text))
            case Paragraph():
                return replace(block, sentences=(Sentence("s", self.line(plain(str(block))), ""),))
            case Signature():
                return replace(block, lines=tuple(self.line(line) for line in block.lines))
            case TableBlock():
                rows = tuple(tuple(replace(c, text=self.slot(c.text)) for c in row) for row in block.grid.rows)
                return replace(block, grid=replace(block.grid, rows=rows))


def prepared(document: Document) -> tuple[bytes, list[str]]:
    """Return the template of a report and the texts that fill it."""
    slots = Slots()
    blocks = tuple(slots.block(block) for block in document.blocks)
    return write_docx(replace(document, blocks=blocks)), slots.texts


def fill(template: bytes, texts: list[str]) -> bytes:
    """Return the report as python-docx-template writes it; unescaped, it would lose `<` and `&`."""
    document = DocxTemplate(BytesIO(template))
    document.render({"t": texts}, autoescape=True)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def measure(rounds: int = ROUNDS) -> Result:
    """Return the medians over rounds in which both take turns; both files say the same."""
    document = sample("2021")
    template, texts = prepared(document)
    assert read_back("docx", fill(template, texts)) == read_back("docx", write_docx(document))
    ours, theirs = [], []
    for _ in range(rounds):
        ours.append(_milliseconds(lambda: write_docx(document)))
        theirs.append(_milliseconds(lambda: fill(template, texts)))
    return Result(median(ours), median(theirs))


def _milliseconds(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return (perf_counter() - start) * 1000


def report(result: Result) -> str:
    return f"write_docx {result.ours:.2f} ms, docxtpl {result.docxtpl:.1f} ms a report: {result.ratio:.1f} times"


if __name__ == "__main__":
    sys.stdout.write(report(measure()) + "\n")
