"""What every format must keep: all cells, all labels, any text."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.audit.readback import disagreements, read_back
from drafter.document.formats import FORMATS
from drafter.form.editions import load_form
from drafter.form.numbers import shown_in_cell
from tests.document.sample import distinct_statistics, sample, unreported_statistics, with_text

READABLE = ("docx", "html", "md")
CELLS = {"2019": 22 + 161 + 15, "2021": 10 + 175 + 15}
FORBIDDEN = [(0xFDD0, 0xFDEF), (0xFFFE, 0xFFFF), (0x2028, 0x2029)]


def legible(sign: str) -> bool:
    return not any(first <= ord(sign) <= last for first, last in FORBIDDEN)


any_text = st.text(st.characters(exclude_categories=("Cc", "Cs")).filter(legible), min_size=1, max_size=40)


@pytest.mark.parametrize("name", READABLE)
@pytest.mark.parametrize("edition", list(CELLS))
def test_every_cell_reads_back_as_the_statistics_have_it(edition, name):
    statistics = distinct_statistics(edition)
    document = sample(edition, statistics)
    cells = load_form(edition).cells

    found = read_back(name, FORMATS[name](document))

    assert len(cells) == CELLS[edition]
    printed = [text for table in found.tables for text in table]
    for path, cell in cells.items():
        value = statistics[path]
        assert printed.count(shown_in_cell(value, cell.kind, cell.unit, cell.print_unit)) == 1, path
    assert disagreements(document, name, FORMATS[name](document)) == []


@pytest.mark.parametrize("name", READABLE)
@given(text=any_text)
def test_any_text_survives(name, text):
    document = with_text(text)

    assert disagreements(document, name, FORMATS[name](document)) == []


@pytest.mark.parametrize("name", READABLE)
@pytest.mark.parametrize(
    "text",
    [
        "a < b & c > d \"e\" 'f'",
        "| 管道 |",
        "\\| 反斜杠",
        "# 井号",
        "1. 列表",
        "- 列表",
        "+",
        "---",
        "  两头空格  ",
        "&#32;&amp;",
        "**粗** _斜_ `码` [链](http://a)",
        "</p></body>",
        "{{ 模板 }}{% if %}",
        "　全角空格",
        "\\",
        "\\\\",
    ],
)
def test_signs_that_mean_something_to_a_format_mean_nothing(name, text):
    document = with_text(text)

    assert disagreements(document, name, FORMATS[name](document)) == []


@pytest.mark.parametrize("name", READABLE)
def test_the_same_report_is_written_the_same_twice(name):
    assert FORMATS[name](sample()) == FORMATS[name](sample())


@pytest.mark.parametrize("name", READABLE)
def test_a_cell_that_is_not_reported_is_never_a_zero(name):
    document = sample("2021", unreported_statistics("2021"))

    assert read_back(name, FORMATS[name](document)).tables[0].count("【待补】") == 1


@pytest.mark.parametrize(
    ("name", "mark"), [("docx", b'<w:highlight w:val="yellow"/></w:rPr><w:t'), ("html", b"<mark>")]
)
def test_a_cell_that_is_not_reported_is_marked(name, mark):
    data = FORMATS[name](sample("2021", unreported_statistics("2021")))
    if name == "docx":
        with ZipFile(BytesIO(data)) as archive:
            data = archive.read("word/document.xml")

    assert mark + (b' xml:space="preserve">' if name == "docx" else b"") + "【待补】".encode() in data
