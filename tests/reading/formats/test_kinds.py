"""What a file is, is decided by its content."""

from pathlib import Path

import pytest

from drafter.errors import InputError
from drafter.reading.formats.kinds import Kind, kind_of
from tests.reading.formats.word_files import package, paragraph, word

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500
NAME = Path("report.docx")


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (word(paragraph("甲")), Kind.DOCX),
        (package({"content.xml": "<x/>"}), Kind.OFFICE),
        (OLE + "WordDocument".encode("utf-16-le"), Kind.OFFICE),
        (b"{\\rtf1\\ansi}", Kind.OFFICE),
        (b"\n%PDF-1.4", Kind.PDF),
        (b"<html>", Kind.HTML),
        ("\ufeff\n<!DOCTYPE html><p>".encode(), Kind.HTML),
        ("<div>甲</div>".encode("utf-16"), Kind.HTML),
        (b"<?xml version='1.0'?><html xmlns='x'></html>", Kind.HTML),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related\n\n", Kind.MHTML),
        ("一、总体情况".encode(), Kind.TEXT),
        ("网址<http://a.cn>".encode(), Kind.TEXT),
        ("# 一、总体情况".encode(), Kind.TEXT),
    ],
)
def test_a_kind_shows_in_the_content(content: bytes, kind: Kind):
    assert kind_of(NAME, content) is kind


@pytest.mark.parametrize(
    "content",
    [
        package({"xl/workbook.xml": "<x/>"}),
        package({"ppt/presentation.xml": "<x/>"}),
        package({"OFD.xml": "<x/>"}),
        package({"word/styles.xml": "<x/>"}),
        package({"a.txt": "甲"}),
        OLE + "EncryptedPackage".encode("utf-16-le"),
        OLE + "Workbook".encode("utf-16-le"),
        OLE,
        b"\x89PNG\r\n",
        b"\xff\xd8\xff\xe0",
        b"Rar!\x1a",
        b"MZ\x90",
        b"<?xml version='1.0'?><?mso-application progid='Word.Document'?><w:wordDocument/>",
        b'{\n  "record": 1,\n  "tool": {}\n}',
        b"PK\x03\x04broken",
        b"",
    ],
)
def test_what_no_report_comes_in_is_refused(content: bytes):
    with pytest.raises(InputError):
        kind_of(NAME, content)
