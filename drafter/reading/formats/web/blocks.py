"""The lines and tables of a part of a page, in order; one loop over the tree, so that no nesting is too deep."""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.errors import InputError
from drafter.reading.formats.web.content import is_aside
from drafter.reading.formats.web.grids import grid, is_data
from drafter.reading.source import Place, SourceBlock, SourceLine, SourceTable

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MAX_CELLS = 250_000
_BLOCKS = {
    *("address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "div", "dl", "dt", "fieldset"),
    *("figure", "figcaption", "footer", "form", "header", "hr", "legend", "li", "main", "ol", "p", "pre", "section"),
    *("table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "h1", "h2", "h3", "h4", "h5", "h6"),
}
_HAN = r"[\u3000-\u303f\u3400-\u9fff\uff00-\uffef“”‘’]"
_WRAPPED = re.compile(rf"(?<={_HAN})[ \t]*[\r\n][ \t\r\n]*(?={_HAN})")
_BLANKS = re.compile(r"[ \t\r\n\f]+")


def shown_text(text: str) -> str:
    """Return a text as a browser shows it: blanks run together, a line break between Chinese characters is none."""
    return _BLANKS.sub(" ", _WRAPPED.sub("", text))


@dataclass(slots=True)
class Reader:
    """Collects blocks; a line is open until a block element begins or ends."""

    path: Path
    blocks: list[SourceBlock] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    level: int | None = None
    tables: int = 0
    cells: int = 0
    images: int = 0

    def read(self, root: "HtmlElement") -> None:
        """Read an element and all in it."""
        from lxml import etree

        walk = etree.iterwalk(root, events=("start", "end"))
        for event, element in walk:
            if not isinstance(element.tag, str):
                continue
            if event == "start":
                if self._is_left_out(element, root):
                    walk.skip_subtree()
                elif element.tag == "table" and is_data(element):
                    self._table(element)
                    walk.skip_subtree()
                else:
                    self._start(element)
            else:
                self._end(element, root)
        self._flush()

    def _is_left_out(self, element: "HtmlElement", root: "HtmlElement") -> bool:
        return element is not root and is_aside(element) and next(element.iter("table"), None) is None

    def _start(self, element: "HtmlElement") -> None:
        if element.tag in _BLOCKS:
            self._flush()
            # A heading goes as far as its own end; a block in it is part of it.
            self.level = _level(element) or self.level
        elif element.tag == "br" and self.level is None:
            self._flush()
        elif element.tag == "img":
            self.images += 1
        self.parts.append(element.text or "")

    def _end(self, element: "HtmlElement", root: "HtmlElement") -> None:
        if element.tag in _BLOCKS:
            self._flush()
            if _level(element):
                self.level = None
        if element is not root:
            self.parts.append(element.tail or "")

    def _flush(self) -> None:
        text = shown_text("".join(self.parts)).strip(" ")
        self.parts.clear()
        if text:
            self.blocks.append(SourceLine(text, Place(len(self.blocks) + 1), self.level))

    def _table(self, element: "HtmlElement") -> None:
        self._flush()
        cells = grid(element, cell_text)
        self.cells += len(cells)
        if self.cells > MAX_CELLS:
            raise InputError(self.path, f"表格有 {self.cells} 多格，不像年度报告，没有读完")
        self.images += sum(1 for _ in element.iter("img"))
        self.tables += 1
        self.blocks.append(SourceTable(tuple(cells), Place(len(self.blocks) + 1, table=self.tables)))


def cell_text(cell: "HtmlElement") -> str:
    """Return the text of a cell, a line for each block in it that says something."""
    from lxml import etree

    lines, parts = list[str](), list[str]()

    def flush() -> None:
        text = shown_text("".join(parts)).strip(" ")
        parts.clear()
        if text:
            lines.append(text)

    for event, element in etree.iterwalk(cell, events=("start", "end")):
        if not isinstance(element.tag, str):
            continue
        if element is not cell and (element.tag in _BLOCKS or (element.tag == "br" and event == "start")):
            flush()
        if event == "start":
            parts.append(element.text or "")
        elif element is not cell:
            parts.append(element.tail or "")
    flush()
    return "\n".join(lines)


def _level(element: "HtmlElement") -> int | None:
    tag = str(element.tag)
    return int(tag[1]) if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit() else None
