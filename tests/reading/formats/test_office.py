"""Old and foreign Office files go through LibreOffice."""

import subprocess
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest

from drafter.document.formats import FORMATS
from drafter.errors import InputError
from drafter.reading.formats import office
from drafter.reading.formats.document import read_document
from drafter.reading.source import SourceDocument, SourceFormat
from tests.document.sample import sample
from tests.reading.formats.word_files import package, saved

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500 + "WordDocument".encode("utf-16-le")


def content(document: SourceDocument) -> tuple[list[str], list[list[str]]]:
    lines = [line.text for line in document.lines() if line.text.strip()]
    return lines, [[cell.text for cell in table.cells] for table in document.tables()]


def test_without_libreoffice_the_message_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(office, "office_program", lambda: None)
    path = tmp_path / "report.doc"
    path.write_bytes(OLE)

    with pytest.raises(InputError, match=r"另存为 \.docx"):
        read_document(path)


@pytest.mark.system
@pytest.mark.parametrize("kind", ["doc", "rtf", "odt"])
def test_what_libreoffice_saves_reads_as_the_file_it_was_made_from(kind: str, tmp_path: Path):
    source = tmp_path / "report.docx"
    source.write_bytes(FORMATS["docx"](sample()))
    made = converted(source, kind)

    document = read_document(made)

    assert (document.format, document.name) == (SourceFormat.DOC, made.name)
    assert content(document) == content(read_document(source))


@pytest.mark.system
@pytest.mark.parametrize("kind", ["docx", "html:HTML (StarWriter)", "pdf"])
def test_the_files_that_libreoffice_saves_keep_every_cell(kind: str, tmp_path: Path):
    source = tmp_path / "report.docx"
    source.write_bytes(FORMATS["docx"](sample()))
    made = converted(source, kind)

    cells = [["".join(text.split()) for text in table] for table in content(read_document(made))[1]]

    wanted = ["".join(text.split()) for table in content(read_document(source))[1] for text in table]
    found = [text for table in cells for text in table]
    assert [text for text in wanted if text.isdigit() and text not in found] == []


@pytest.mark.system
def test_a_broken_old_file_is_refused(tmp_path: Path):
    path = tmp_path / "report.doc"
    path.write_bytes(OLE)

    with pytest.raises(InputError, match="请"):
        read_document(path)


@pytest.mark.system
def test_nothing_that_a_file_names_is_fetched(tmp_path: Path):
    asked: list[str] = []

    class Listener(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

    with HTTPServer(("127.0.0.1", 0), Listener) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        path = saved(
            tmp_path,
            package(
                {
                    "mimetype": MIME,
                    "content.xml": page_with_picture(server.server_port),
                    "META-INF/manifest.xml": MANIFEST,
                }
            ),
            "a.odt",
        )
        document = read_document(path)
        server.shutdown()

    assert "甲" in "".join(line.text for line in document.lines())
    assert asked == []


MIME = "application/vnd.oasis.opendocument.text"
MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{MIME}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
)


def page_with_picture(port: int) -> str:
    names = "".join(
        f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{kind}:1.0"'
        for name, kind in (("office", "office"), ("text", "text"), ("draw", "drawing"), ("svg", "svg-compatible"))
    )
    image = f'<draw:image xlink:href="http://127.0.0.1:{port}/a.png" xlink:type="simple" xlink:actuate="onLoad"/>'
    return (
        f'<office:document-content{names} xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.2"><office:body>'
        f'<office:text><text:p>甲<draw:frame text:anchor-type="as-char" svg:width="2cm" svg:height="2cm">{image}'
        "</draw:frame></text:p></office:text></office:body></office:document-content>"
    )


def converted(source: Path, kind: str) -> Path:
    """Return the file that LibreOffice makes of a Word file."""
    folder = source.parent / "out"
    profile = f"-env:UserInstallation={(source.parent / 'profile').as_uri()}"
    command = ["soffice", "--headless", profile, "--convert-to", kind, "--outdir", str(folder), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return next(folder.iterdir())
