"""Write a report as a Word file: GB/T 9704-2012 page, fonts by name, real headings, fixed tables.

The WordprocessingML is put together as text, because a report is drafted by the thousand; whatever a text holds is
escaped in `word/text.py`. Equal documents give equal bytes.
"""

import re
from collections.abc import Callable, Iterator
from itertools import count

from drafter.document.blocks import Block, Document, Heading, Paragraph, Signature, TableBlock, Title
from drafter.document.characters import check_characters
from drafter.document.titles import title_lines
from drafter.document.word.package import packed
from drafter.document.word.table import table
from drafter.document.word.text import BREAK, escaped, paragraph, runs
from drafter.richtext import Text, joined

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_BODY_START = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>'
)
# A4; margins 37, 35, 28, 26 mm; the dash of the page number stands 7 mm below the text area.
_SECTION = (
    '<w:sectPr><w:footerReference w:type="even" r:id="rIdFooterEven"/>'
    '<w:footerReference w:type="default" r:id="rIdFooterOdd"/><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587" w:header="851" w:footer="1429" '
    'w:gutter="0"/><w:pgNumType w:start="1"/><w:cols w:space="425"/></w:sectPr>'
)
_KEEP = "<w:keepNext/>"
# Twentieths of a point: a line of exact height would touch the border of the table next to it.
_AFTER_TABLE, _BEFORE_TABLE = ' w:before="160"', ' w:after="100"'
# A web address does not break; justified, the line before it would be pulled apart.
_LONG_WORD = re.compile(r"[!-~]{16}")
_LEFT = '<w:jc w:val="left"/>'
_CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/">'
    "<dc:title>{title}</dc:title><dc:creator>{creator}</dc:creator><cp:keywords>{keywords}</cp:keywords>"
    "<dc:identifier>{identifier}</dc:identifier><dc:language>{language}</dc:language></cp:coreProperties>"
)

Dress = Callable[[Title | Heading | Paragraph, str], str]
"""What puts bookmarks or comments around the runs of a block: the block and its runs in, its content out."""


def write_docx(document: Document) -> bytes:
    """Return the report as the bytes of a .docx file. Raises OutputError for a character no file can carry."""
    return packed(docx_parts(document))


def docx_parts(document: Document, dress: Dress | None = None) -> dict[str, bytes]:
    """Return the parts of a .docx file that differ from report to report, by their name in the package."""
    check_characters(document)
    marks = count(1)
    parts = [_XML, _BODY_START]
    neighbours = zip((None, *document.blocks), document.blocks, (*document.blocks[1:], None), strict=False)
    for before, block, after in neighbours:
        after_table, before_table = isinstance(before, TableBlock), isinstance(after, TableBlock)
        parts += _block(document, block, (marks, dress or _undressed), _direct(block, after_table, before_table))
        # Word joins tables that touch, and wants a paragraph at the end.
        if isinstance(block, TableBlock) and (before_table or after is None):
            parts.append(paragraph("TableGap", ""))
    parts += [_SECTION, "</w:body></w:document>"]
    return {"word/document.xml": "".join(parts).encode(), "docProps/core.xml": _core(document).encode()}


def _direct(block: Block, after_table: bool, before_table: bool) -> str:
    """Return the properties a paragraph has by its place: near a table, or for a long word in it."""
    keep = _KEEP if before_table else ""
    left = _LEFT if isinstance(block, Paragraph) and _LONG_WORD.search(str(block)) else ""
    space = (_AFTER_TABLE if after_table else "") + (_BEFORE_TABLE if before_table else "")
    return keep + (f"<w:spacing{space}/>" if space else "") + left


def _undressed(_: Title | Heading | Paragraph, content: str) -> str:
    return content


def _block(document: Document, block: Block, state: "tuple[count[int], Dress]", direct: str) -> Iterator[str]:
    marks, dress = state
    match block:
        case Title():
            lines = BREAK.join(runs(line) for line in title_lines(document, block.text))
            yield paragraph("Title", dress(block, lines))
        case Heading():
            yield paragraph(f"Heading{min(block.level, 2)}", dress(block, runs(block.text)), direct)
        case Paragraph():
            text = joined(sentence.text for sentence in block.sentences)
            yield paragraph("BodyText", dress(block, runs(text)), direct)
        case TableBlock():
            yield table(block.grid, marks)
        case Signature():
            yield from _signature(block.lines)


def _signature(lines: tuple[Text, ...]) -> Iterator[str]:
    for number, line in enumerate(lines):
        yield paragraph("Signature" if number else "SignatureFirst", runs(line))


def _core(document: Document) -> str:
    return _XML + _CORE.format(
        title=escaped(document.title),
        creator=escaped(document.organ),
        keywords=escaped(", ".join(document.keywords)),
        identifier=escaped(document.identifier),
        language=escaped(document.language),
    )
