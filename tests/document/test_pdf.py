"""The PDF that typst sets; needs Chinese fonts."""

import pypdfium2
import pytest

from drafter.document.pdf import write_pdf
from drafter.errors import OutputError
from tests.document.pages import assert_within_margins, ink_of_pages, text_of
from tests.document.sample import distinct_statistics, sample, with_text

pytestmark = pytest.mark.system
EDITIONS = ("2019", "2021")


def words(data: bytes) -> str:
    with pypdfium2.PdfDocument(data) as pdf:
        return "\n".join(page.get_textpage().get_text_bounded() for page in pdf)


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_cell_is_in_the_file(edition, tmp_path):
    path = tmp_path / "report.pdf"
    path.write_bytes(write_pdf(sample(edition)))
    figures = words(path.read_bytes()).split()
    together = "".join(text_of(path).split())

    for grid in sample(edition).grids():
        for cell in grid.cells():
            assert cell.text in together, cell
            assert not (cell.path and cell.text.isascii()) or cell.text in figures, cell


def test_large_figures_are_not_broken():
    statistics = distinct_statistics("2021", first=1_234_000)
    text = words(write_pdf(sample("2021", statistics)))

    for grid in sample("2021", statistics).grids():
        assert set(grid.values().values()) <= set(text.split())


@pytest.mark.parametrize("edition", EDITIONS)
def test_nothing_stands_outside_the_margins(edition, tmp_path):
    path = tmp_path / "report.pdf"
    path.write_bytes(write_pdf(sample(edition)))

    pages = ink_of_pages(path)

    assert 3 <= len(pages) <= 5
    assert_within_margins(pages)


def test_equal_documents_give_equal_bytes():
    assert write_pdf(sample()) == write_pdf(sample())


def test_text_is_never_read_as_markup(tmp_path):
    text = "#panic() *粗* $x$ @引 `码` <标> = 题 // 注 \\ \"引\" 'a' [b] {c} ~"
    path = tmp_path / "report.pdf"
    path.write_bytes(write_pdf(with_text(text)))

    assert "".join(text.split()) in "".join(text_of(path).split())


def test_a_rare_character_comes_from_the_next_font():
    assert "堽滘埗昇堃喆" in words(write_pdf(with_text("堽滘埗昇堃喆")))


def test_a_character_that_no_font_has_is_named_and_never_a_box():
    with pytest.raises(OutputError, match="\U000e0041"):
        write_pdf(with_text("甲\U000e0041"))
