"""Open a Word file that somebody edited. It is checked before a part is read, and no part is trusted."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.desk.word.edited import EditedComment, EditedFile
from drafter.desk.word.export import Exported, exported_from
from drafter.desk.word.marks import Mark
from drafter.desk.word.walk import Walk
from drafter.errors import InputError
from drafter.reading.formats.kinds import Kind, kind_of
from drafter.reading.formats.office import as_docx
from drafter.reading.formats.package import open_package
from drafter.reading.formats.word.names import W, find, is_strict

if TYPE_CHECKING:
    from lxml.etree import _Element

MOST_BYTES = 20_000_000
_MOST_COMMENTS, _MOST_COMMENT = 2000, 4000
_ORIGIN = re.compile(rb"_drx_\d{1,9}_[0-9a-f]{8}")
_IDENTIFIER = "{http://purl.org/dc/elements/1.1/}identifier"


def as_word(content: bytes, name: str) -> bytes:
    """Return the bytes of a Word file; what only LibreOffice opens (doc, wps, odt, rtf) is converted first.

    Raises InputError, with what to do, for anything else.
    """
    path = Path(name)
    if len(content) > MOST_BYTES:
        raise InputError(path, f"文件太大（{len(content) / 1_000_000:.0f} MB），审改稿不应超过 20 MB")
    kind = kind_of(path, content)
    if kind is Kind.OFFICE:
        return as_docx(path, content)
    if kind is not Kind.DOCX:
        raise InputError(path, "只能导入 Word 或 WPS 文件；请把审改稿另存为 .docx 再试")
    return content


def read_edited(content: bytes, name: str) -> EditedFile:
    """Return what a Word file holds. Raises InputError, with what to do, for a damaged or hostile one."""
    path = Path(name)
    package = open_package(path, content)
    root = package.xml("word/document.xml")
    body = find(root, "body")
    if root is None or body is None or is_strict(root):
        raise InputError(path, "读不出正文，请用 Word 或 WPS 打开后另存为普通的 .docx 再试")
    walk = Walk()
    walk.body(body)
    comments = tuple(_comments(package.xml("word/comments.xml")))
    return EditedFile(tuple(walk.blocks), comments, _identifier(package.xml("docProps/core.xml")), walk.beside)


def version_of(content: bytes, name: str, key: str) -> int | None:
    """Return which version of a report a file was written from; None where it does not say, or is of another report."""
    exported = written_from(content, name)
    if exported:
        return exported.version if exported.key == key else None
    package = open_package(Path(name), as_word(content, name))
    found = _ORIGIN.search(package.read("word/document.xml")) if "word/document.xml" in package.parts else None
    mark = Mark.read(found[0].decode()) if found else None
    return int(mark.slug) if mark and mark.said(key) else None


def written_from(content: bytes, name: str) -> Exported | None:
    """Return which report and version a file says it was written from. Raises InputError for what is no Word file."""
    package = open_package(Path(name), as_word(content, name))
    return exported_from(_identifier(package.xml("docProps/core.xml")))


def _identifier(core: "_Element | None") -> str:
    found = core.find(_IDENTIFIER) if core is not None else None
    return (found.text or "") if found is not None else ""


def _comments(part: "_Element | None") -> Iterator[EditedComment]:
    for comment in [] if part is None else list(part.iter(f"{W}comment"))[:_MOST_COMMENTS]:
        lines = ("".join(text.text or "" for text in line.iter(f"{W}t")) for line in comment.iter(f"{W}p"))
        text = "\n".join(line for line in lines if line)[:_MOST_COMMENT]
        author, at = (comment.get(f"{W}{name}") or "" for name in ("author", "date"))
        yield EditedComment(comment.get(f"{W}id") or "", author[:100], at[:40], text)
