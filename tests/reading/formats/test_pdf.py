"""PDF: where characters and lines stand makes paragraphs and tables."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from drafter.document.pdf import write_pdf
from drafter.errors import InputError
from drafter.reading.formats.document import read_document
from drafter.reading.formats.pages.lattice import page_tables
from drafter.reading.formats.pages.lines import joins, plain_text, text_area, text_lines
from drafter.reading.formats.pages.marks import Glyph, PageMarks, Rule
from drafter.reading.formats.pdf import read_pdf
from drafter.reading.source import SourceFormat
from tests.document.sample import sample
from tests.reading.formats.test_hostile import PAGES, SHEET, encrypted_pdf, pdf, truncated_pdf

SIZE = 16.0


def glyphs(text: str, left: float, middle: float, size: float = SIZE) -> Iterator[Glyph]:
    """Yield a text set from a place; a blank moves on, ASCII is half as wide."""
    for sign in text:
        width = size if not sign.isascii() else size / 2
        if sign != " ":
            yield Glyph(sign, left, left + width, middle - size / 2, middle + size / 2)
        left += width


def page(marks: list[Glyph], across: list[Rule] | None = None, down: list[Rule] | None = None) -> PageMarks:
    return PageMarks(1, 595, 842, tuple(marks), tuple(across or ()), tuple(down or ()), 0)


def test_gaps_of_typesetting_are_no_blanks_and_gaps_of_columns_are_tabs():
    marks = [*glyphs("规章", 80, 700), *glyphs("0", 160, 700), *glyphs("12", 200, 700)]

    assert plain_text(marks) == "规章\t0\t12"
    assert plain_text([*glyphs("2025", 80, 700), *glyphs("年", 116, 700)]) == "2025年"
    assert plain_text([*glyphs("Word", 80, 700), *glyphs("file", 118, 700)]) == "Word file"


def test_lines_are_told_apart_by_height_and_bold_print_is_not_doubled():
    marks = [*glyphs("下", 80, 680), *glyphs("上一", 80, 700), *glyphs("上一", 80.4, 700), *glyphs("，", 112, 701)]

    assert plain_text(marks) == "上一，\n下"


def test_a_line_goes_on_only_where_the_one_above_is_full_and_it_is_not_indented():
    lines = text_lines(
        [
            *glyphs("字" * 26, 112, 700),
            *glyphs("续" * 28, 80, 672),
            *glyphs("短句。", 80, 644),
            *glyphs("新" * 10, 112, 616),
        ],
        1,
    )
    left, right = text_area(lines)

    assert [joins(above, below, left, right) for above, below in pairwise(lines)] == [
        True,
        True,
        False,
    ]


def test_a_numbered_heading_never_goes_on_a_paragraph():
    above, below = text_lines([*glyphs("字" * 28, 80, 700), *glyphs("二、主动公开政府信息情况", 80, 672)], 1)

    assert not joins(above, below, *text_area([above, below]))


def test_squares_without_a_line_between_them_are_one_cell():
    across = [Rule(700, 80, 280), Rule(680, 120, 280), Rule(660, 80, 280)]
    down = [Rule(80, 660, 700), Rule(120, 660, 700), Rule(200, 660, 680), Rule(280, 660, 700)]
    marks = [
        *glyphs("组", 90, 680),
        *glyphs("甲", 180, 690),
        *glyphs("1", 150, 670),
        *glyphs("2", 240, 670),
        *glyphs("外", 80, 600),
    ]

    (table,) = page_tables(page(marks, across, down))

    assert sorted((cell.text, cell.row, cell.column, cell.rowspan, cell.colspan) for cell in table.cells) == [
        ("1", 1, 1, 1, 1),
        ("2", 1, 2, 1, 1),
        ("甲", 0, 1, 1, 2),
        ("组", 0, 0, 2, 1),
    ]
    assert [marks[at].text for at in sorted(table.glyphs)] == ["组", "甲", "1", "2"]


def test_lines_in_pieces_are_one_and_a_box_around_text_is_no_table():
    across = [Rule(700, 80, 150), Rule(700.8, 149, 280), Rule(660, 80, 280), Rule(400, 80, 280), Rule(300, 80, 280)]
    down = [*(Rule(x, 660, 700) for x in (80, 180, 280)), *(Rule(x, 300, 400) for x in (80, 280))]

    (table,) = page_tables(page([], across, down))

    assert [(cell.row, cell.column) for cell in table.cells] == [(0, 0), (0, 1)]


def test_a_table_open_at_its_sides_keeps_its_outer_columns():
    across = [Rule(y, 80, 280) for y in (700, 680, 660)]

    (table,) = page_tables(page([*glyphs("甲", 90, 690), *glyphs("2", 250, 670)], across, [Rule(180, 660, 700)]))

    assert [cell.text for cell in table.cells] == ["甲", "", "", "2"]


def drawn(content: bytes) -> bytes:
    """Return a PDF of one page that draws with the built-in font."""
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
    sheet = SHEET.replace(b"/Contents", b"/Resources << /Font << /F 5 0 R >> >> /Contents")
    stream = b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content)
    return pdf([b"<< /Type /Catalog /Pages 2 0 R >>", PAGES, sheet, stream, font])


def words(x: int, y: int, text: str, matrix: str = "1 0 0 1") -> bytes:
    return f"BT /F 12 Tf {matrix} {x} {y} Tm ({text}) Tj ET\n".encode()


def test_lines_boxes_and_outlines_make_a_table(tmp_path: Path):
    boxes = b"".join(b"%d %d 100 20 re S\n" % (x, y) for x in (100, 200) for y in (600, 620))
    content = words(110, 625, "10") + words(210, 625, "20") + words(110, 605, "30") + words(210, 605, "40") + boxes

    document = read_pdf(tmp_path / "x.pdf", drawn(content))

    (table,) = document.tables()
    assert [[cell.text for cell in row] for row in table.rows()] == [["10", "20"], ["30", "40"]]
    assert document.format is SourceFormat.PDF


@pytest.mark.parametrize(
    ("matrix", "turn"), [("0 1 -1 0", lambda x, y: (500 - y, x)), ("0 -1 1 0", lambda x, y: (y, 700 - x))]
)
def test_a_page_set_sideways_is_read_as_one_set_upright(tmp_path: Path, matrix: str, turn):
    """`turn` puts a place of the upright page where the sideways one has it."""
    rules = [((100, y), (300, y)) for y in (300, 320, 340)] + [((x, 300), (x, 340)) for x in (100, 200, 300)]
    places = [turn(*start) + turn(*end) for start, end in rules]
    content = b"".join(f"{a} {b} m {c} {d} l S\n".encode() for a, b, c, d in places)
    for x, y, text in ((110, 325, "10"), (210, 325, "20"), (110, 305, "30"), (210, 305, "40"), (100, 400, "Above")):
        content += words(*turn(x, y), text, matrix)

    document = read_pdf(tmp_path / "x.pdf", drawn(content))

    (table,) = document.tables()
    assert [[cell.text for cell in row] for row in table.rows()] == [["10", "20"], ["30", "40"]]
    assert [line.text for line in document.lines()] == ["Above"]


def test_page_numbers_and_slanting_marks_are_left_out(tmp_path: Path):
    content = words(100, 500, "Text") + words(290, 30, "- 3 -") + words(200, 300, "DRAFT", "0.7 0.7 -0.7 0.7")

    assert [line.text for line in read_pdf(tmp_path / "x.pdf", drawn(content)).lines()] == ["Text"]


def test_a_page_that_is_a_picture_is_said(tmp_path: Path):
    image = (
        b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 "
        b"/ColorSpace /DeviceGray /Length 1 >>\n"
        b"stream\n0\nendstream"
    )
    sheet = SHEET.replace(b"/Contents", b"/Resources << /XObject << /I 5 0 R >> >> /Contents")
    draw = b"<< /Length 26 >>\nstream\n500 0 0 500 10 10 cm /I Do\nendstream"
    content = pdf([b"<< /Type /Catalog /Pages 2 0 R >>", PAGES, sheet, draw, image])

    document = read_pdf(tmp_path / "x.pdf", content)

    assert [(finding.code, finding.severity.value) for finding in document.findings] == [("no-text-layer", "error")]
    assert (document.blocks, document.images) == ((), 1)


@pytest.mark.parametrize("make", [encrypted_pdf, truncated_pdf])
def test_a_locked_or_cut_file_is_refused_with_what_to_do(make, tmp_path: Path):
    with pytest.raises(InputError, match="请"):
        read_document(make(tmp_path))


@pytest.mark.system
@pytest.mark.parametrize("edition", ["2019", "2021"])
def test_our_own_pdf_reads_back_paragraph_by_paragraph_and_cell_by_cell(edition: str, tmp_path: Path):
    written = sample(edition)

    document = read_pdf(tmp_path / "x.pdf", write_pdf(written))

    found = [line.text for line in document.lines()]
    assert [text for paragraph in written.paragraphs() if (text := str(paragraph)) not in found] == []
    printed = ["".join(cell.text.split()) for table in document.tables() for cell in table.cells]
    for grid in written.grids():
        for cell in grid.cells():
            assert "".join(cell.text.split()) in printed, cell
