"""The Word file as LibreOffice shows it."""

import os
import subprocess
from pathlib import Path

import pypdfium2
import pytest

from drafter.document.docx import write_docx
from tests.document.pages import assert_within_margins, ink_of_pages, text_of
from tests.document.sample import sample, sparse_statistics

pytestmark = pytest.mark.system
EDITIONS = ("2019", "2021")


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """Return a folder with the sample of both editions as docx and pdf, and one as townships have it."""
    folder = tmp_path_factory.mktemp("word")
    for edition in EDITIONS:
        (folder / f"{edition}.docx").write_bytes(write_docx(sample(edition)))
    (folder / "sparse.docx").write_bytes(write_docx(sample("2021", sparse_statistics("2021"))))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    fonts = str(Path(__file__).with_name("fonts.conf"))
    names = [str(path) for path in sorted(folder.glob("*.docx"))]
    subprocess.run(
        command + names, check=True, capture_output=True, timeout=180, env={**os.environ, "FONTCONFIG_FILE": fonts}
    )
    return folder


@pytest.mark.parametrize("name", [*EDITIONS, "sparse"])
def test_the_report_is_a_few_a4_pages(folder, name):
    with pypdfium2.PdfDocument(folder / f"{name}.pdf") as pdf:
        sizes = {(round(page.get_width()), round(page.get_height())) for page in pdf}

        assert 3 <= len(pdf) <= 5
        assert sizes == {(595, 842)}


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_label_and_number_is_shown(folder, edition):
    text = text_of(folder / f"{edition}.pdf")
    together = "".join(text.split())

    for grid in sample(edition).grids():
        for cell in grid.cells():
            if cell.path and cell.text.isascii():
                assert cell.text in text.split(), cell.path
            else:
                assert cell.text in together, cell


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_paragraph_is_shown(folder, edition):
    together = "".join(text_of(folder / f"{edition}.pdf").split())

    for number in range(1, 4):
        together = together.replace(f"—{number}—", "")
    for paragraph in sample(edition).paragraphs():
        assert "".join(str(paragraph).split()) in together


@pytest.mark.parametrize("name", [*EDITIONS, "sparse"])
def test_nothing_stands_outside_the_margins(folder, name):
    assert_within_margins(ink_of_pages(folder / f"{name}.pdf"))


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_official_fonts_are_asked_for(folder, edition):
    done = subprocess.run(["pdffonts", str(folder / f"{edition}.pdf")], check=True, capture_output=True, text=True)

    assert "DejaVu" not in done.stdout
    assert "NotoSansCJK" in done.stdout


def test_the_pages_are_numbered_with_dashes(folder):
    text = text_of(folder / "2021.pdf")

    assert "— 1 —" in text
    assert "— 2 —" in text
