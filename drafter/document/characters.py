"""Which characters a report may hold: every writer asks before it writes a file."""

import re
from collections.abc import Iterator

from drafter.document.blocks import Document, Heading, Paragraph, Signature, TableBlock, Title
from drafter.errors import OutputError

# Control characters, line separators, lone surrogates and noncharacters: XML has no place for most of them, a line
# break inside a sentence would be read back as something else, and none of them can be seen by who signs.
_ILLEGIBLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def texts(document: Document) -> Iterator[str]:
    """Yield every text a reader sees and those of the file properties, in order."""
    yield from (document.title, document.organ, document.identifier, *document.keywords)
    for block in document.blocks:
        if isinstance(block, Title | Heading):
            yield str(block.text)
        elif isinstance(block, Paragraph):
            yield str(block)
        elif isinstance(block, TableBlock):
            yield from (cell.text for cell in block.grid.cells())
        elif isinstance(block, Signature):
            yield from (str(line) for line in block.lines)


def check_characters(document: Document) -> None:
    """Raise OutputError for a character that a file cannot carry; nothing is dropped in silence."""
    for text in texts(document):
        if found := _ILLEGIBLE.search(text):
            start = max(0, found.start() - 10)
            near = _ILLEGIBLE.sub("□", text[start : found.end() + 10])
            raise OutputError(
                f"文中有不能写入文件的控制字符 U+{ord(found[0]):04X}，在“{near}”的□处，请从材料里删去后再生成"
            )
