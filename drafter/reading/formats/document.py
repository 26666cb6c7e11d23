"""Read a file of any kind as blocks. The kind is decided by the content; nothing outside the file is ever asked for."""

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from drafter.errors import InputError
from drafter.reading.formats.encoding import declared_charset, decode
from drafter.reading.formats.kinds import Kind, kind_of
from drafter.reading.formats.opening import read_bytes
from drafter.reading.source import SourceDocument

MOST_TEXT_BYTES = 12_000_000


def read_document(path: Path) -> SourceDocument:
    """Return the blocks of a file. Raises InputError, with what to do, where it cannot be read as a report."""
    content = read_bytes(path)
    return replace(_read(path, content), sha256=sha256(content).hexdigest())


def _read(path: Path, content: bytes) -> SourceDocument:
    match kind_of(path, content):
        case Kind.DOCX:
            from drafter.reading.formats.docx import read_docx

            return read_docx(path, content)
        case Kind.OFFICE:
            from drafter.reading.formats.office import read_office

            return read_office(path, content)
        case Kind.PDF:
            from drafter.reading.formats.pdf import read_pdf

            return read_pdf(path, content)
        case Kind.HTML:
            from drafter.reading.formats.html import read_html

            return read_html(path, decode(path, _text(path, content), declared_charset(content)))
        case Kind.MHTML:
            from drafter.reading.formats.mhtml import read_mhtml

            return read_mhtml(path, _text(path, content))
        case Kind.TEXT:
            return _read_plain(path, _text(path, content))


def _read_plain(path: Path, content: bytes) -> SourceDocument:
    from drafter.reading.formats.markdown import is_markdown, read_markdown
    from drafter.reading.formats.text import read_text

    decoded = decode(path, content)
    return read_markdown(path, decoded) if is_markdown(decoded.text) else read_text(path, decoded)


def _text(path: Path, content: bytes) -> bytes:
    """Return the bytes of a text. Raises InputError where there are more than a page with pictures in it has."""
    if len(content) > MOST_TEXT_BYTES:
        raise InputError(path, f"文字太多（{len(content) / 1_000_000:.0f} MB），不像年度报告，没有读取")
    return content
