"""What a file is, by its content: its name is not asked."""

import re
from collections.abc import Callable
from enum import StrEnum
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from drafter.errors import InputError

HEAD = 4096
"""How many bytes from the start tell what a text is."""
MAX_PARTS = 5000


class Kind(StrEnum):
    """The kinds of file that there is a reader for; OFFICE goes through LibreOffice first."""

    DOCX = "docx"
    OFFICE = "office"
    HTML = "html"
    MHTML = "mhtml"
    PDF = "pdf"
    TEXT = "text"


_AS_DOCX = "请用 Word 或 WPS 打开，另存为 .docx 再试"
_EXCEL = "这是 Excel 表格，不是年度报告；填好的数据表请用 drafter check 检查，报告请给 Word、网页、PDF 或文本"
_OTHERS: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG", "这是图片，里面没有文字可读；请给报告的 Word、网页或 PDF 文件"),
    (b"\xff\xd8\xff", "这是图片，里面没有文字可读；请给报告的 Word、网页或 PDF 文件"),
    (b"GIF8", "这是图片，里面没有文字可读；请给报告的 Word、网页或 PDF 文件"),
    (b"Rar!", "这是压缩文件，请先解压，再给里面的报告"),
    (b"7z\xbc\xaf", "这是压缩文件，请先解压，再给里面的报告"),
    (b"\x1f\x8b", "这是压缩文件，请先解压，再给里面的报告"),
    (b"MZ", "这是程序，不是报告"),
)
_HTML_START = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|meta|title|table|div|p|span|h[1-6]|script|style)\b", re.IGNORECASE
)
_HTML_PAGE = re.compile(rb"<(?:!doctype\s+html|html|body)\b", re.IGNORECASE)
_WORD_XML = re.compile(rb"<\?mso-application|<(?:w:wordDocument|pkg:package)\b")
_MHTML = re.compile(rb"(?:^|\n)(?:MIME-Version|Content-Type: multipart/related)", re.IGNORECASE)
_RECORD = re.compile(rb'\{\s*"record"\s*:\s*\d')
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def kind_of(path: Path, content: bytes) -> Kind:
    """Return the kind of a file. Raises InputError, with what to do, for a kind that no report comes in."""
    head = content[:HEAD]
    if not content.strip():
        raise InputError(path, "文件是空的")
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _kind_of_package(path, content)
    if head.startswith(_OLE):
        return _kind_of_compound(path, content)
    if b"%PDF-" in head[:1024]:
        return Kind.PDF
    if head.startswith(b"{\\rtf"):
        return Kind.OFFICE
    for start, reason in _OTHERS:
        if head.startswith(start):
            raise InputError(path, reason)
    return _kind_of_text(path, content)


def _kind_of_text(path: Path, content: bytes) -> Kind:
    head = content[:HEAD]
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        start = head.decode("utf-16", "ignore").strip().encode()
    if _RECORD.match(start):
        advice = "请给它旁边的报告文件（如 report.docx）"
        raise InputError(path, f"这是起草报告时留下的运行记录，不是报告；{advice}")
    if _WORD_XML.search(start):
        raise InputError(path, f"这是 Word 的 XML 文件，{_AS_DOCX}")
    if _MHTML.search(start[:1024]) and b":" in start[:80]:
        return Kind.MHTML
    if _HTML_START.match(start) or _HTML_PAGE.search(start) or (start.startswith(b"<") and b"</" in content[:65536]):
        return Kind.HTML
    return Kind.TEXT


def _kind_of_package(path: Path, content: bytes) -> Kind:
    try:
        with ZipFile(BytesIO(content)) as package:
            names = {info.filename for info in package.infolist()[:MAX_PARTS]}
    except (BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise InputError(path, "文件不完整或已损坏（压缩目录读不出来），请重新下载或复制") from error
    found = _package_kind(names)
    if isinstance(found, Kind):
        return found
    raise InputError(path, found)


def _package_kind(names: set[str]) -> Kind | str:
    """Return the kind of a zip package by the names of its parts, or why it is no report."""
    tests: tuple[tuple[Callable[[str], bool], Kind | str], ...] = (
        (lambda name: name == "word/document.xml", Kind.DOCX),
        (lambda name: name.startswith("xl/"), _EXCEL),
        (lambda name: name.startswith("ppt/"), "这是演示文稿，不是年度报告"),
        (lambda name: name == "OFD.xml", "这是 OFD 版式文件，请用阅读器另存（导出）为 PDF 再试"),
        (lambda name: name == "content.xml", Kind.OFFICE),
        (lambda name: name.startswith("word/"), f"Word 文件缺少正文部分，可能已损坏，{_AS_DOCX}"),
    )
    for test, result in tests:
        if any(test(name) for name in names):
            return result
    return "这是压缩文件，请先解压，再给里面的报告"


def _kind_of_compound(path: Path, content: bytes) -> Kind:
    """Return the kind of an OLE file, which names its streams in UTF-16."""

    def has(name: str) -> bool:
        return name.encode("utf-16-le") in content

    if has("EncryptedPackage") or has("EncryptionInfo"):
        raise InputError(path, "文件设了打开密码，请用 Word 或 WPS 打开，去掉密码后另存再试")
    if has("WordDocument"):
        return Kind.OFFICE
    if has("Workbook") or has("Book"):
        raise InputError(path, _EXCEL)
    raise InputError(path, f"认不出是什么文件，{_AS_DOCX}")
