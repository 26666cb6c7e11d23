"""The formats a report can be written in, each with its writer; a writer is imported when it is used."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from drafter.document.blocks import Document

Writer = Callable[[Document], bytes]


def _docx(document: Document) -> bytes:
    from drafter.document.docx import write_docx

    return write_docx(document)


def _html(document: Document) -> bytes:
    from drafter.document.html import write_html

    return write_html(document).encode()


def _markdown(document: Document) -> bytes:
    from drafter.document.markdown import write_markdown

    return write_markdown(document).encode()


def _pdf(document: Document) -> bytes:
    from drafter.document.pdf import write_pdf

    return write_pdf(document)


FORMATS: Mapping[str, Writer] = MappingProxyType({"docx": _docx, "html": _html, "md": _markdown, "pdf": _pdf})
"""Every format by the name that `--formats` and the file ending use."""
