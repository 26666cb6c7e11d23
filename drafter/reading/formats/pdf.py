"""Read a PDF as blocks: paragraphs from lines, tables from ruling lines, page numbers and running heads left out."""

import re
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from drafter.errors import InputError
from drafter.findings import Finding, Severity
from drafter.reading.formats.pages.lattice import PageTable, page_tables
from drafter.reading.formats.pages.lines import TextLine, joins, text_area, text_lines
from drafter.reading.formats.pages.marks import PageMarks, read_marks
from drafter.reading.source import Place, SourceBlock, SourceDocument, SourceFormat, SourceLine, SourceTable

MAX_PAGES = 300
MAX_STREAM = 150_000_000
_PAGE_NUMBER = re.compile(
    r"[\s—–\-－_·.]*(?:\d{1,3}|第\s*\d{1,3}\s*页(?:\s*[,，/]?\s*共\s*\d{1,3}\s*页)?|P\.\s*\d{1,3}|\d{1,3}\s*/\s*\d{1,3})[\s—–\-－_·.]*"
)
_MARGIN = 0.12
_STREAM = re.compile(rb"stream\r?\n")

Item = TextLine | tuple[int, PageTable]


def read_pdf(path: Path, content: bytes) -> SourceDocument:
    """Return the blocks of a PDF. Raises InputError where it is damaged, protected or a trap."""
    _refuse_bombs(path, content)
    pages = _pages(path, content)
    items: list[list[Item]] = []
    for page in pages:
        tables = page_tables(page)
        own = frozenset[int]().union(*(table.glyphs for table in tables))
        lines = text_lines((glyph for at, glyph in enumerate(page.glyphs) if at not in own), page.number)
        placed: list[tuple[float, Item]] = [(line.middle, line) for line in lines]
        placed += [(table.top, (page.number, table)) for table in tables]
        items.append([item for _, item in sorted(placed, key=lambda pair: -pair[0])])
    running = _running_lines(pages, items)
    kept = [item for page in items for item in page if not (isinstance(item, TextLine) and id(item) in running)]
    images = sum(page.images for page in pages)
    blocks = tuple(_blocks(kept))
    return SourceDocument(path.name, SourceFormat.PDF, blocks, images, findings=tuple(_oddities(pages)))


def _pages(path: Path, content: bytes) -> list[PageMarks]:
    import pypdfium2

    try:
        with pypdfium2.PdfDocument(content) as pdf:
            if len(pdf) > MAX_PAGES:
                raise InputError(path, f"有 {len(pdf)} 页，不像乡镇的年度报告，没有读取；请只给这一份报告")
            marks = []
            for number in range(len(pdf)):
                page = pdf[number]
                marks.append(read_marks(page, number + 1))
                page.close()
            return marks
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == pypdfium2.raw.FPDF_ERR_PASSWORD or "assword" in str(error):
            raise InputError(path, "PDF 设了打开密码，请去掉密码，或用阅读器打印成新的 PDF 再试") from error
        raise InputError(path, "PDF 不完整或已损坏，请重新下载，或用阅读器打开后另存再试") from error


def _refuse_bombs(path: Path, content: bytes) -> None:
    """Raise InputError for a stream that unpacks to more than any page needs; the library would unpack it whole."""
    for match in _STREAM.finditer(content):
        data, unpacked = content[match.end() : match.end() + 30_000_000], 0
        for _ in range(4):
            if data[:1] != b"x":
                break
            unpacker, chunk = zlib.decompressobj(), b""
            try:
                chunk = unpacker.decompress(data, 1_000_000)
                first, unpacked = chunk, len(chunk)
                while unpacker.unconsumed_tail and unpacked <= MAX_STREAM:
                    chunk = unpacker.decompress(unpacker.unconsumed_tail, 1_000_000)
                    unpacked += len(chunk)
            except zlib.error:
                break
            if unpacked > MAX_STREAM:
                raise InputError(path, "PDF 里有解压后特别大的内容，不像正常的报告，没有打开")
            data = first


def _running_lines(pages: Sequence[PageMarks], items: list[list[Item]]) -> set[int]:
    """Return which lines are page numbers, or heads and feet that repeat from page to page."""
    edges: list[tuple[TextLine, str]] = []
    running: set[int] = set()
    for page, found in zip(pages, items, strict=True):
        lines = [item for item in found if isinstance(item, TextLine)]
        for line in lines:
            is_edge = not _MARGIN * page.height < line.middle < (1 - _MARGIN) * page.height
            if is_edge and _PAGE_NUMBER.fullmatch(line.text):
                running.add(id(line))
            elif is_edge and line in (lines[0], lines[-1]):
                edges.append((line, f"{re.sub('[0-9]+', '', line.text)}@{round(line.middle / 6)}"))
    counts = Counter(key for _, key in edges)
    return running | {id(line) for line, key in edges if counts[key] >= 3}


def _blocks(items: Sequence[Item]) -> Iterator[SourceBlock]:
    """Yield paragraphs and tables; a paragraph may go on on the next page."""
    left, right = text_area([item for item in items if isinstance(item, TextLine)])
    number = tables = 0
    open_lines: list[TextLine] = []
    for item in (*items, None):
        if open_lines and not (isinstance(item, TextLine) and joins(open_lines[-1], item, left, right)):
            number += 1
            yield SourceLine(_joined(open_lines), Place(number, page=open_lines[0].page))
            open_lines = []
        if isinstance(item, TextLine):
            open_lines.append(item)
        elif item is not None:
            number, tables = number + 1, tables + 1
            yield SourceTable(item[1].cells, Place(number, page=item[0], table=tables))


def _joined(lines: Sequence[TextLine]) -> str:
    """Return lines as one text; a blank stands only between words of Latin letters."""
    text = lines[0].text
    for line in lines[1:]:
        is_word = text[-1:].isascii() and text[-1:].isalpha() and line.text[:1].isascii() and line.text[:1].isalpha()
        text += (" " if is_word else "") + line.text
    return text


def _oddities(pages: Sequence[PageMarks]) -> Iterator[Finding]:
    empty = [page.number for page in pages if not page.glyphs and page.images]
    if not empty:
        return
    is_all = not any(page.glyphs for page in pages)
    which = "整份 PDF 都" if is_all else f"第 {'、'.join(map(str, empty[:10]))} 页"
    severity = Severity.ERROR if is_all else Severity.WARNING
    advice = "请找 Word 或网页原件；只有扫描件的，先做文字识别（OCR）另存为 Word，核对后再读。"
    yield Finding("no-text-layer", severity, "file", f"{which}是图片，没有文字可读。", advice)
