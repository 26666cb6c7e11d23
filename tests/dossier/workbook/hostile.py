"""Workbooks that are made to hurt: each a few kilobytes that claim, or hide, much more."""

import zipfile
from collections.abc import Callable
from io import BytesIO
from struct import pack_into, unpack_from

from tests.dossier.workbook.filling import blank, filled, saved

SHEET = "xl/worksheets/sheet3.xml"
NAMESPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)


def repacked(change: Callable[[str, bytes], bytes], extra: dict[str, bytes] | None = None) -> bytes:
    """Return a good workbook with its parts changed, and parts added."""
    content = BytesIO()
    with zipfile.ZipFile(BytesIO(blank(2025))) as source, zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(name, change(name, source.read(name)))
        for name, part in (extra or {}).items():
            target.writestr(name, part)
    return content.getvalue()


def unchanged(_name: str, part: bytes) -> bytes:
    return part


def with_rows(rows: str) -> bytes:
    """Return a workbook whose third sheet holds the given rows."""

    def change(name: str, part: bytes) -> bytes:
        if name != SHEET:
            return part
        head, _, rest = part.partition(b"<sheetData>")
        return head + b"<sheetData>" + rows.encode() + b"</sheetData>" + rest.partition(b"</sheetData>")[2]

    return repacked(change)


def claiming(size: int) -> bytes:
    """Return a workbook of which a part claims a size in the directory."""
    content = bytearray(repacked(unchanged))
    place = content.index(b"PK\x01\x02")
    while unpack_from("<I", content, place)[0] == 0x02014B50:
        length, extra, comment = unpack_from("<HHH", content, place + 28)
        if bytes(content[place + 46 : place + 46 + length]) == SHEET.encode():
            pack_into("<I", content, place + 24, size)
        place += 46 + length + extra + comment
    return bytes(content)


def flagged(flag: int) -> bytes:
    """Return a workbook of which every part has a flag set, such as 1 for encrypted."""
    content = bytearray(repacked(unchanged))
    for mark, offset in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        place = content.find(mark)
        while place >= 0:
            pack_into("<H", content, place + offset, unpack_from("<H", content, place + offset)[0] | flag)
            place = content.find(mark, place + 4)
    return bytes(content)


def ods(body: str, manifest: str = "<m/>", head: str = "") -> bytes:
    """Return an ods of which the only sheet holds the given rows."""
    content = BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", manifest)
        archive.writestr(
            "content.xml",
            f'<?xml version="1.0"?>{head}<office:document-content {NAMESPACES}><office:body><office:spreadsheet>'
            f'<table:table table:name="表三">{body}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
        )
    return content.getvalue()


def zipped(parts: dict[str, bytes]) -> bytes:
    content = BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return content.getvalue()


_CELL = '<table:table-cell {} office:value-type="float" office:value="1"><text:p>1</text:p></table:table-cell>'
_DOCTYPE = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'


def _with_doctype(name: str, part: bytes) -> bytes:
    return part.replace(b"?>", f"?>{_DOCTYPE}".encode(), 1) if name == SHEET else part


REFUSED: dict[str, Callable[[], bytes]] = {
    "a bomb of zeros": lambda: zipped({"xl/workbook.xml": bytes(50_000_000)}),
    "a bomb in a picture": lambda: repacked(unchanged, {"xl/media/image1.png": bytes(55_000_000)}),
    "many parts": lambda: repacked(unchanged, {f"xl/media/{number}": b"" for number in range(3000)}),
    "a claim of 1 GB": lambda: claiming(1 << 30),
    "a claim of 10 bytes": lambda: claiming(10),
    "an encrypted part": lambda: flagged(1),
    "a macro": lambda: repacked(unchanged, {"xl/vbaProject.bin": b"\x00"}),
    "an old macro sheet": lambda: repacked(unchanged, {"xl/macrosheets/sheet1.xml": b"<a/>"}),
    "the last cell of all": lambda: with_rows('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
    "a last cell without an address": lambda: with_rows('<row r="1048576"><c><v>1</v></c></row>'),
    "ten thousand rows": lambda: with_rows(
        "".join(f'<row r="{row}"><c r="A{row}"><v>1</v></c></row>' for row in range(1, 10_001))
    ),
    "sixteen thousand columns": lambda: with_rows('<row r="1"><c r="XFD1"><v>1</v></c></row>'),
    "half a million cells": lambda: with_rows(
        "".join(f'<row r="{row}">{"<c><v>1</v></c>" * 400}</row>' for row in range(1, 1300))
    ),
    "entities": lambda: repacked(_with_doctype),
    "a broken sheet": lambda: with_rows("<row><c></row>"),
    "a Word file": lambda: zipped({"[Content_Types].xml": b"<a/>", "word/document.xml": b"<a/>"}),
    "a binary workbook": lambda: zipped({"xl/workbook.bin": b"\x00"}),
    "an archive of anything": lambda: zipped({"a.txt": b"a"}),
    "a truncated file": lambda: blank(2025)[:20_000],
    "only a signature": lambda: b"PK\x03\x04",
    "an old signature": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000),
    "an old signature and noise": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(range(256)) * 40,
    "an ods of repeated rows": lambda: ods(
        f'<table:table-row table:number-rows-repeated="1048576">{_CELL.format("")}</table:table-row>'
    ),
    "an ods of repeated cells": lambda: ods(
        "<table:table-row>" + _CELL.format('table:number-columns-repeated="16384"') + "</table:table-row>"
    ),
    "an ods of repeated both": lambda: ods(
        '<table:table-row table:number-rows-repeated="2000">'
        + _CELL.format('table:number-columns-repeated="900"')
        + "</table:table-row>"
    ),
    "an encrypted ods": lambda: ods("", "<m><manifest:encryption-data/></m>"),
    "an ods with entities": lambda: ods("", head=_DOCTYPE),
    "nothing of a dossier": lambda: saved(_foreign()),
}


def _foreign() -> object:
    book = filled()
    for name in book.sheetnames[1:]:
        del book[name]
    book["填写说明"]["A1"] = "别的东西"
    return book
