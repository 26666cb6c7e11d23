"""Old and foreign Office files go through LibreOffice."""

import subprocess
from pathlib import Path

import pytest

from drafter.document.formats import FORMATS
from drafter.errors import InputError
from drafter.reading.formats import office
from drafter.reading.formats.document import read_document
from drafter.reading.source import SourceDocument, SourceFormat
from tests.document.sample import sample

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
    saved = converted(source, kind)

    document = read_document(saved)

    assert (document.format, document.name) == (SourceFormat.DOC, saved.name)
    assert content(document) == content(read_document(source))


@pytest.mark.system
@pytest.mark.parametrize("kind", ["docx", "html:HTML (StarWriter)", "pdf"])
def test_the_files_that_libreoffice_saves_keep_every_cell(kind: str, tmp_path: Path):
    source = tmp_path / "report.docx"
    source.write_bytes(FORMATS["docx"](sample()))
    saved = converted(source, kind)

    cells = [["".join(text.split()) for text in table] for table in content(read_document(saved))[1]]

    wanted = ["".join(text.split()) for table in content(read_document(source))[1] for text in table]
    found = [text for table in cells for text in table]
    assert [text for text in wanted if text.isdigit() and text not in found] == []


@pytest.mark.system
def test_a_broken_old_file_is_refused(tmp_path: Path):
    path = tmp_path / "report.doc"
    path.write_bytes(OLE)

    with pytest.raises(InputError, match="请"):
        read_document(path)


def converted(source: Path, kind: str) -> Path:
    """Return the file that LibreOffice makes of a Word file."""
    folder = source.parent / "out"
    profile = f"-env:UserInstallation={(source.parent / 'profile').as_uri()}"
    command = ["soffice", "--headless", profile, "--convert-to", kind, "--outdir", str(folder), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return next(folder.iterdir())
