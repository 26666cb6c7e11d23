"""Files made to harm: each ends with a clear error or is read, in bounded memory, without a network."""

import struct
import zipfile
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from tests.cli.run import Program
from tests.reading.formats.hostile import Ended, read_file
from tests.reading.formats.word_files import HEAD, NAMES, package, paragraph, part, saved, table, word

MEGABYTES = 900
"""What any of them may take: the programs' own libraries take 60."""
INPUT_ERROR = 4
Make = Callable[[Path], Path]


def zip_with(name: str, content: bytes, claimed: int | None = None) -> bytes:
    """Return a zip of one part whose directory claims a size of our choice."""
    raw = package({"word/document.xml": b"<x/>", name: content})
    if claimed is None:
        return raw
    size = struct.pack("<I", len(content))
    return raw.replace(size, struct.pack("<I", claimed))


def bomb(folder: Path) -> Path:
    return saved(folder, package({"word/document.xml": b"<w:p/>" * 6_000_000}))


def claimed(folder: Path) -> Path:
    return saved(folder, zip_with("word/styles.xml", b"<a>" + b" " * 777 + b"</a>", 1_000_000_000))


def understated(folder: Path) -> Path:
    content = HEAD.encode() + b" " * 40_000_000
    return saved(folder, zip_with("word/styles.xml", content, 100))


def many_parts(folder: Path) -> Path:
    return saved(folder, package({"word/document.xml": b"<x/>", **{f"word/p{n}.xml": b"" for n in range(6000)}}))


def laughs(folder: Path) -> Path:
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    document = f'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY l0 "ha">{entities}]><w:document {NAMES}>&l11;</w:document>'
    return saved(folder, package({"word/document.xml": document}))


def external_entity(folder: Path) -> Path:
    document = f'<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document {NAMES}>&x;</w:document>'
    return saved(folder, package({"word/document.xml": document}))


def deep_xml(folder: Path) -> Path:
    return saved(folder, word("<w:sdt><w:sdtContent>" * 50_000 + "</w:sdtContent></w:sdt>" * 50_000))


def truncated_docx(folder: Path) -> Path:
    whole = word(paragraph("一、总体情况") * 5000)
    return saved(folder, whole[: len(whole) // 2])


def encrypted_zip(folder: Path) -> Path:
    raw = bytearray(package({"word/document.xml": b"<x/>"}))
    raw[6] |= 1
    at = raw.index(b"PK\x01\x02")
    raw[at + 8] |= 1
    return saved(folder, bytes(raw))


def encrypted_docx(folder: Path) -> Path:
    return saved(folder, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"))


def no_body(folder: Path) -> Path:
    return saved(folder, package({"word/document.xml": part("document", "")}))


def workbook(folder: Path) -> Path:
    return saved(folder, package({"xl/workbook.xml": "<x/>", "[Content_Types].xml": "<x/>"}), "report.xlsx")


def old_workbook(folder: Path) -> Path:
    return saved(folder, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "Workbook".encode("utf-16-le"), "r.xls")


def picture(folder: Path) -> Path:
    return saved(folder, b"\x89PNG\r\n\x1a\n" + b"\0" * 100, "report.docx")


def garbage(folder: Path) -> Path:
    return saved(folder, bytes(range(256)) * 50, "report.txt")


def empty(folder: Path) -> Path:
    return saved(folder, b" \n", "report.txt")


def huge_text(folder: Path) -> Path:
    path = folder / "report.txt"
    with path.open("wb") as file:
        for _ in range(100):
            file.write("规章\n0\n".encode() * 100_000)
    return path


def long_text(folder: Path) -> Path:
    return saved(folder, b"0\n" * 3_000_000, "report.txt")


def truncated_pdf(folder: Path) -> Path:
    return saved(folder, b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R", "report.pdf")


def encrypted_pdf(folder: Path) -> Path:
    return saved(folder, pdf([b"<< /Type /Catalog /Pages 2 0 R >>", PAGES, SHEET], encrypt=True), "report.pdf")


def pdf_bomb(folder: Path) -> Path:
    packed = zlib.compress(b"0 0 m 9 9 l S\n" * 12_000_000, 9)
    stream = b"<< /Filter /FlateDecode /Length %d >>\nstream\n" % len(packed) + packed + b"\nendstream"
    return saved(folder, pdf([b"<< /Type /Catalog /Pages 2 0 R >>", PAGES, SHEET, stream]), "report.pdf")


def pdf_nested_bomb(folder: Path) -> Path:
    packed = zlib.compress(zlib.compress(b"0 0 m 9 9 l S\n" * 12_000_000, 9), 9)
    stream = b"<< /Filter [/FlateDecode /FlateDecode] /Length %d >>\nstream\n" % len(packed) + packed + b"\nendstream"
    return saved(folder, pdf([b"<< /Type /Catalog /Pages 2 0 R >>", PAGES, SHEET, stream]), "report.pdf")


def many_pages(folder: Path) -> Path:
    kids = b" ".join(b"%d 0 R" % number for number in range(3, 1003))
    pages = b"<< /Type /Pages /Kids [%s] /Count 1000 >>" % kids
    return saved(folder, pdf([b"<< /Type /Catalog /Pages 2 0 R >>", pages, *[SHEET] * 1000]), "report.pdf")


PAGES = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
SHEET = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>"


def pdf(objects: list[bytes], *, encrypt: bool = False) -> bytes:
    """Return a PDF of some objects."""
    content, places = b"%PDF-1.4\n", []
    for number, item in enumerate(objects, start=1):
        places.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, item)
    start = len(content)
    content += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    content += b"".join(b"%010d 00000 n \n" % place for place in places)
    lock = b""
    if encrypt:
        secret = b"<%s>" % (b"41" * 32)
        lock = b" /Encrypt << /Filter /Standard /V 1 /R 2 /O %s /U %s /P -4 >> /ID [<00> <00>]" % (secret, secret)
    trailer = b"trailer\n<< /Size %d /Root 1 0 R%s >>\nstartxref\n%d\n%%%%EOF\n"
    return content + trailer % (len(objects) + 1, lock, start)


def deep_tables(folder: Path) -> Path:
    nested = "<table><tr><td>" * 3000 + "<p>一、总体情况</p>"
    return saved(folder, f"<html><body>{nested}".encode(), "report.html")


def folder_of(folder: Path) -> Path:
    path = folder / "report.docx"
    path.mkdir()
    return path


HEAVY = [
    *(bomb, claimed, understated, many_parts, laughs, external_entity, deep_xml, huge_text, long_text, deep_tables),
    *(pdf_bomb, pdf_nested_bomb, many_pages),
]
LIGHT = [
    *(truncated_docx, encrypted_zip, encrypted_docx, no_body, workbook, old_workbook, picture, garbage, empty),
    *(truncated_pdf, encrypted_pdf, folder_of),
]


@pytest.mark.parametrize("make", HEAVY, ids=lambda make: make.__name__)
def test_a_trap_ends_with_one_line_and_code_4(make: Make, tmp_path: Path):
    path = make(tmp_path)
    ended = read_file(path)

    assert ended.code == INPUT_ERROR, ended.err[-800:]
    assert ended.err.count("错误：") == 1
    assert ended.megabytes < MEGABYTES
    assert not path.with_suffix(".out.yaml").exists()


@pytest.mark.parametrize("make", LIGHT, ids=lambda make: make.__name__)
def test_a_file_that_cannot_be_read_ends_with_one_line_and_code_4(
    make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    ended = Program(monkeypatch, capsys)("read", make(tmp_path), "-o", tmp_path / "out.yaml")

    assert (ended.code, ended.out) == (INPUT_ERROR, "")
    assert ended.err.count("错误：") == 1
    assert not (tmp_path / "out.yaml").exists()


ROW = ["规章", "0", "0", "0"]


def deep_html(folder: Path) -> Path:
    page = "<html><body>" + "<div><font><b>" * 60_000 + "<p>一、总体情况</p><p>2025年，我镇公开信息3条。</p>"
    return saved(folder, page.encode(), "report.html")


def wide_spans(folder: Path) -> Path:
    row = '<tr><td colspan="99999999" rowspan="99999999">规章</td><td colspan="1000">0</td></tr>'
    return saved(folder, f"<p>一、总体情况</p><table>{row * 3000}</table>".encode(), "report.html")


def long_table(folder: Path) -> Path:
    return saved(folder, word(paragraph("一、总体情况") + table(*[ROW] * 10_000)))


def long_html_table(folder: Path) -> Path:
    rows = "<tr><td>规章</td><td>0</td><td>0</td><td>0</td></tr>" * 10_000
    return saved(folder, f"<p>一、总体情况</p><table>{rows}</table>".encode(), "report.html")


def long_markdown_table(folder: Path) -> Path:
    rows = "| 规章 | 0 | 0 | 0 |\n" * 10_000
    return saved(folder, f"# 一、总体情况\n\n| a | b | c | d |\n| - | - | - | - |\n{rows}".encode(), "report.md")


def long_lines(folder: Path) -> Path:
    return saved(folder, ("一、总体情况\n" + "规章 0 0 0\n" * 10_000).encode(), "report.txt")


def one_line(folder: Path) -> Path:
    return saved(folder, ("一、总体情况\n" + "，一是（（“" * 200_000).encode(), "report.txt")


def macros(folder: Path) -> Path:
    return saved(folder, word(paragraph("一、总体情况"), **{"word/vbaProject.bin": "Sub AutoOpen()"}), "report.docm")


def links(folder: Path) -> Path:
    kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    outside = "".join(
        f'<Relationship Id="r{n}" Type="{kinds}/{kind}" Target="http://192.0.2.1/{kind}" TargetMode="External"/>'
        for n, kind in enumerate(("image", "attachedTemplate", "oleObject", "hyperlink", "subDocument"))
    )
    rels = f'{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{outside}'
    picture = '<w:r><w:drawing><a:blip r:link="r0"/></w:drawing></w:r>'
    content = word(
        paragraph("一、总体情况") + paragraph(picture), **{"word/_rels/document.xml.rels": f"{rels}</Relationships>"}
    )
    return saved(folder, content)


def html_links(folder: Path) -> Path:
    page = (
        '<!DOCTYPE html SYSTEM "http://192.0.2.1/x.dtd"><html><head><base href="http://192.0.2.1/">'
        '<link rel="stylesheet" href="x.css"><script src="x.js"></script></head><body><p>一、总体情况</p>'
        '<img src="a.png"><iframe src="b.html"></iframe></body></html>'
    )
    return saved(folder, page.encode(), "report.html")


def named_pdf(folder: Path) -> Path:
    return saved(folder, word(paragraph("一、总体情况")), "report.pdf")


def pdf_name_text(folder: Path) -> Path:
    return saved(folder, "一、总体情况\n".encode("utf-16"), "report.docx")


def many_rules(folder: Path) -> Path:
    drawn = b"".join(b"%d 0 m %d 800 l S 0 %d m 500 %d l S\n" % (n, n, n, n) for n in range(5000))
    stream = b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn)
    return saved(folder, pdf([b"<< /Type /Catalog /Pages 2 0 R >>", PAGES, SHEET, stream]), "report.pdf")


READ = [
    *(deep_html, wide_spans, long_table, long_html_table, long_markdown_table, long_lines, one_line),
    *(macros, links, html_links, named_pdf, pdf_name_text),
]


@pytest.mark.parametrize("make", READ, ids=lambda make: make.__name__)
def test_a_strange_file_is_read_within_bounds(make: Make, tmp_path: Path):
    ended = read_file(make(tmp_path))

    assert ended.code == 0, ended.err[-800:]
    assert ended.megabytes < MEGABYTES
    assert "总体情况" in ended.out


def test_thousands_of_lines_on_a_page_end_as_no_report(tmp_path: Path):
    ended = read_file(many_rules(tmp_path))

    assert ended.code == 3, ended.err[-800:]
    assert ended.megabytes < MEGABYTES
    assert "not-a-report" in ended.out


def test_a_zip_that_is_cut_anywhere_never_crashes(tmp_path: Path):
    whole = word(paragraph("一、总体情况") * 20)
    for cut in range(10, len(whole), 97):
        found: Ended | str
        found = outcome(saved(tmp_path, whole[:cut]))
        assert found in {"read", "refused"}


def outcome(path: Path) -> str:
    from drafter.errors import InputError
    from drafter.reading.formats.document import read_document

    try:
        read_document(path)
    except InputError:
        return "refused"
    return "read"


def test_a_directory_of_overlapping_parts_reads_only_what_a_report_needs(tmp_path: Path):
    buffer = BytesIO(word(paragraph("一、总体情况")))
    with zipfile.ZipFile(buffer, "a") as archive:
        for number in range(40):
            archive.writestr(f"word/media/image{number}.png", b"\0" * 5_000_000, zipfile.ZIP_DEFLATED)

    ended = read_file(saved(tmp_path, buffer.getvalue()))

    assert (ended.code, ended.megabytes < MEGABYTES) == (0, True)
