"""Read a Word file (docx) as blocks, in the order of its body."""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.errors import InputError
from drafter.findings import Finding, Severity
from drafter.reading.formats.package import Package, open_package
from drafter.reading.formats.word.layout import Set, read_layout
from drafter.reading.formats.word.names import W, find, is_strict, value
from drafter.reading.formats.word.numbering import Numbering
from drafter.reading.formats.word.styles import Styles
from drafter.reading.formats.word.tables import read_table
from drafter.reading.formats.word.text import Oddities, paragraph_text, shown
from drafter.reading.source import Place, SourceBlock, SourceDocument, SourceFormat, SourceLine, SourceTable

if TYPE_CHECKING:
    from lxml.etree import _Element

MAX_CELLS = 250_000
_TITLE = re.compile(r"年度报告")
_WHOLE = {f"{W}p", f"{W}tbl"}


def read_docx(path: Path, content: bytes, source_format: SourceFormat = SourceFormat.DOCX) -> SourceDocument:
    """Return the blocks of a Word file. Raises InputError where it is damaged, protected or a trap."""
    package = open_package(path, content)
    root = package.xml("word/document.xml")
    if root is None or is_strict(root):
        raise InputError(path, "这种 Word 格式（Strict）读不了，请另存为普通的 .docx 再试")
    body = find(root, "body")
    if body is None:
        raise InputError(path, "Word 文件里没有正文，可能已损坏；请用 Word 或 WPS 打开后另存再试")
    styles = Styles(package.xml("word/styles.xml"), package.xml("word/theme/theme1.xml"))
    walk = _Walk(path, styles, Numbering(package.xml("word/numbering.xml"), styles))
    walk.read(body)
    layout = read_layout(body, walk.sets, styles, _footers(package))
    return SourceDocument(
        path.name,
        source_format,
        tuple(walk.blocks),
        images=walk.odd.images,
        layout=layout,
        metadata=_metadata(walk.blocks),
        findings=tuple(oddity_findings(walk.odd)),
    )


def _footers(package: Package) -> "list[_Element]":
    names = [name for name in package.parts if re.fullmatch(r"word/(?:footer|header)\w*\.xml", name)][:30]
    return [part for name in names if (part := package.xml(name)) is not None]


def _metadata(blocks: list[SourceBlock]) -> dict[str, str]:
    first = next((block.text for block in blocks if isinstance(block, SourceLine) and block.text.strip()), "")
    return {"title": first} if _TITLE.search(first) else {}


@dataclass(slots=True)
class _Walk:
    """The walk over the children of the body."""

    path: Path
    styles: Styles
    numbering: Numbering
    blocks: list[SourceBlock] = field(default_factory=list)
    sets: list[Set] = field(default_factory=list)
    odd: Oddities = field(default_factory=Oddities)
    tables: int = 0
    cells: int = 0

    def read(self, body: "_Element") -> None:
        children = (child for child in body.iterchildren() if isinstance(child.tag, str))
        for number, child in enumerate(children, start=1):
            self.odd.embedded += child.tag == f"{W}altChunk"
            elements = [child] if child.tag in _WHOLE else list(shown(child, self.odd, _WHOLE))
            if child.tag in {f"{W}del", f"{W}moveFrom"}:
                continue
            for element in elements:
                if element.tag == f"{W}p":
                    self._paragraph(element, number)
                elif element.tag == f"{W}tbl":
                    self._table(element, number)
            self._boxes(number)

    def _text(self, paragraph: "_Element") -> str:
        """Return the text of a paragraph with its number; the number counts on even where the text is empty."""
        label = self.numbering.label(paragraph)
        text = paragraph_text(paragraph, self.styles, self.odd)
        return label + text if text.strip() else text

    def _paragraph(self, paragraph: "_Element", number: int) -> None:
        text, level = self._text(paragraph), self.styles.level(paragraph)
        is_title = self.styles.name(paragraph) == "title" or (
            value(paragraph, "pPr/jc") == "center" and bool(_TITLE.search(text))
        )
        if text.strip():
            self.sets.append(Set(paragraph, text, is_title, level is not None))
        # A heading broken over lines is one heading; in body text a break stands for a paragraph.
        lines = [text.replace("\n", "")] if is_title or level is not None else text.split("\n")
        if len(lines) > 1:
            lines = [line for line in lines if line.strip()] or [""]
        self.blocks += [SourceLine(line, Place(number), level) for line in lines]

    def _table(self, element: "_Element", number: int) -> None:
        waiting = [element]
        while waiting:
            table = read_table(waiting.pop(0), self._text, self.odd)
            self.tables += 1
            self.cells += len(table.cells)
            if self.cells > MAX_CELLS:
                raise InputError(self.path, f"表格有 {self.cells} 多格，不像年度报告，没有读完")
            if table.cells:
                self.blocks.append(SourceTable(tuple(table.cells), Place(number, table=self.tables)))
            waiting += table.inner

    def _boxes(self, number: int) -> None:
        """Read the text boxes that hang on a block, after it."""
        while self.odd.boxes:
            box = self.odd.boxes.pop(0)
            for element in shown(box, self.odd, _WHOLE):
                if element.tag == f"{W}p":
                    self._paragraph(element, number)
                elif element.tag == f"{W}tbl":
                    self._table(element, number)


def oddity_findings(odd: Oddities) -> list[Finding]:
    """Return what a reader of the file should know of what was not plain text in it."""
    found = []
    if odd.deleted or odd.inserted:
        message = f"文件里有没处理完的修订（插入 {odd.inserted} 字、删除 {odd.deleted} 字），按全部接受修订来读。"
        advice = "请在 Word、WPS 的“审阅”里接受或拒绝全部修订后再报送。"
        found.append(Finding("tracked-changes", Severity.WARNING, "file", message, advice))
    if odd.hidden:
        message = f"文件里有 {odd.hidden} 个字设成了隐藏，读者看不到，没有读取。"
        found.append(Finding("hidden-text", Severity.WARNING, "file", message, "请取消隐藏或删去。"))
    if odd.comments:
        message = f"文件里还有 {odd.comments} 处批注。"
        found.append(Finding("comments-left", Severity.INFO, "file", message, "公布前请删去批注。"))
    if odd.embedded:
        message = f"文件里嵌了 {odd.embedded} 个别的文件（对象），里面的内容没有读取。"
        found.append(Finding("embedded-object", Severity.WARNING, "file", message, "请把内容直接写进正文。"))
    return found
