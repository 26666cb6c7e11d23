"""Where in a Word file an observation stands: its paragraph or cell, and the runs that show the marked words."""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from drafter.audit.spot import Observation
from drafter.reading.source import Place

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.run import Run

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_NOT_SHOWN = {f"{_W}del", f"{_W}moveFrom", f"{_W}txbxContent", f"{_W}pPr"}
_ONE_CHARACTER = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}


@dataclass(frozen=True, slots=True)
class Anchor:
    """A paragraph of the file and which characters of its text are meant."""

    paragraph: Any
    """The `w:p` element."""
    start: int
    end: int


def anchor_of(document: "Document", observation: Observation) -> Anchor | None:
    """Return where an observation stands; None where it has no place in this file."""
    place = observation.place
    block = _block(document, place) if place else None
    if block is None or place is None:
        return None
    if place.table is not None:
        return _in_table(block, place, observation.quote)
    return _in_paragraphs(list(block.iter(f"{_W}p")), observation)


def first_with_text(document: "Document", title: Place | None) -> Anchor | None:
    """Return the title of a file, else its first paragraph with text."""
    block = _block(document, title) if title else None
    blocks = [block] if block is not None else list(document.element.body)
    for paragraph in (paragraph for found in blocks for paragraph in found.iter(f"{_W}p")):
        if text := paragraph_text(paragraph):
            return Anchor(paragraph, 0, len(text))
    return None


def _block(document: "Document", place: Place) -> Any:
    children = [child for child in document.element.body if isinstance(child.tag, str)]
    return children[place.block - 1] if 0 < place.block <= len(children) else None


def _in_paragraphs(paragraphs: list[Any], observation: Observation) -> Anchor | None:
    """Return the marked words where a paragraph has them, else the quoted sentence, else the first paragraph."""
    quote, mark = observation.quote, observation.mark
    marked = quote[slice(*mark)] if mark else ""
    for wanted in (quote, quote.strip(), marked):
        for paragraph in paragraphs if wanted else ():
            at = paragraph_text(paragraph).find(wanted)
            if at >= 0 and wanted != marked and mark:
                left = mark[0] - quote.find(wanted)
                return Anchor(paragraph, max(at + left, at), min(at + left + len(marked), at + len(wanted)))
            if at >= 0:
                return Anchor(paragraph, at, at + len(wanted))
    shown = [paragraph for paragraph in paragraphs if paragraph_text(paragraph)] or paragraphs
    return Anchor(shown[0], 0, len(paragraph_text(shown[0]))) if shown else None


def _in_table(block: Any, place: Place, quote: str) -> Anchor | None:
    """Return the cell of a place; without a column the row's label, without a row the first cell."""
    table = block if block.tag == f"{_W}tbl" else next(block.iter(f"{_W}tbl"), None)
    rows = list(table.iterchildren(f"{_W}tr")) if table is not None else []
    if not rows:
        return None
    row = rows[min((place.row or 1) - 1, len(rows) - 1)]
    cells = list(_cells(row))
    if place.column is not None:
        found = [cell for cell, start, end in cells if start < place.column <= end]
    else:
        label = quote.partition(" | ")[0].strip()
        found = [cell for cell, _, _ in cells if label and label in _cell_text(cell)]
        found += [cell for cell, _, _ in cells if _cell_text(cell)]
    chosen = found or [cell for cell, _, _ in cells]
    paragraphs = [paragraph for cell in chosen[:1] for paragraph in cell.iterchildren(f"{_W}p")]
    shown = [paragraph for paragraph in paragraphs if paragraph_text(paragraph)] or paragraphs
    return Anchor(shown[0], 0, len(paragraph_text(shown[0]))) if shown else None


def _cells(row: Any) -> Iterator[tuple[Any, int, int]]:
    """Yield the cells of a row with the grid columns they take: after the first number, up to the second."""
    before = row.find(f"{_W}trPr/{_W}gridBefore")
    at = int(before.get(f"{_W}val", "0")) if before is not None else 0
    for cell in row.iter(f"{_W}tc"):
        span = cell.find(f"{_W}tcPr/{_W}gridSpan")
        width = int(span.get(f"{_W}val", "1")) if span is not None else 1
        yield cell, at, at + width
        at += width


def _cell_text(cell: Any) -> str:
    return "".join(paragraph_text(paragraph) for paragraph in cell.iterchildren(f"{_W}p"))


def paragraph_text(paragraph: Any) -> str:
    """Return the text that the runs of a paragraph show."""
    return "".join(_run_text(run) for run in _runs(paragraph))


def _runs(element: Any) -> Iterator[Any]:
    """Yield the runs of a paragraph in order: those in links and insertions too, those deleted or in boxes not."""
    for child in element:
        if child.tag == f"{_W}r":
            yield child
        elif isinstance(child.tag, str) and child.tag not in _NOT_SHOWN:
            yield from _runs(child)


def _run_text(run: Any) -> str:
    return "".join(_text_of(child) for child in run)


def _text_of(child: Any) -> str:
    if child.tag == f"{_W}t":
        return child.text or ""
    return _ONE_CHARACTER.get(child.tag, "")


def marked_runs(anchor: Anchor) -> "list[Run]":
    """Return the runs that show exactly the marked characters, after runs that reach over an edge were split there."""
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

    paragraph = anchor.paragraph
    _split_at(paragraph, anchor.start)
    _split_at(paragraph, anchor.end)
    at, found = 0, []
    for run in _runs(paragraph):
        length = len(_run_text(run))
        if length and anchor.start <= at and at + length <= anchor.end:
            found.append(Run(run, None))  # type: ignore[arg-type]
        at += length
    # An empty cell has no run to hang a comment on; one without text is not seen.
    return found or [Paragraph(paragraph, None).add_run()]  # type: ignore[arg-type]


def _split_at(paragraph: Any, offset: int) -> None:
    """Split the run that shows the characters on both sides of an offset; both halves keep its properties."""
    at = 0
    for run in list(_runs(paragraph)):
        length = len(_run_text(run))
        if at < offset < at + length:
            _split(run, offset - at)
            return
        at += length


def _split(run: Any, offset: int) -> None:
    rest = deepcopy(run)
    for child in list(rest):
        if child.tag != f"{_W}rPr":
            rest.remove(child)
    at = 0
    for child in list(run):
        length = len(_text_of(child))
        if child.tag != f"{_W}rPr" and at >= offset:
            rest.append(child)
        elif at < offset < at + length:
            tail = deepcopy(child)
            child.text, tail.text = child.text[: offset - at], child.text[offset - at :]
            for half in (child, tail):
                half.set(_SPACE, "preserve")
            rest.append(tail)
        at += length
    run.addnext(rest)
