from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.enum.text import WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from drafter.document.blocks import Document, TableBlock
from drafter.document.docx import write_docx
from drafter.document.measures import TEXT_WIDTH
from drafter.errors import OutputError
from tests.document.sample import sample, with_text

EDITIONS = ("2019", "2021")


def opened(document: Document):
    return docx.Document(BytesIO(write_docx(document)))


def rows_of(word):
    return [row for table in word.element.body.iter(qn("w:tbl")) for row in table.iter(qn("w:tr"))]


def test_equal_documents_give_equal_bytes():
    assert write_docx(sample()) == write_docx(sample())


def test_no_part_of_the_file_carries_the_time():
    with ZipFile(BytesIO(write_docx(sample()))) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"dcterms" not in archive.read("docProps/core.xml")


def test_every_part_is_declared_and_every_relation_has_its_part():
    with ZipFile(BytesIO(write_docx(sample()))) as archive:
        names = set(archive.namelist())
        types = archive.read("[Content_Types].xml").decode()
        relations = archive.read("word/_rels/document.xml.rels").decode()

    assert all(f'PartName="/{name}"' in types for name in names if name.endswith(".xml") and name[0] != "[")
    assert all(f'Target="{name.removeprefix("word/")}"' in relations for name in names if "footer" in name)


def test_the_page_is_that_of_the_national_standard():
    section = opened(sample()).sections[0]

    edges = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    for edge, wanted in zip(edges, (37, 35, 28, 26), strict=True):
        assert abs(edge - Mm(wanted)) < Mm(0.05)
    assert abs(section.page_width - Mm(210)) < Mm(0.05)
    assert abs(section.page_height - Mm(297)) < Mm(0.05)


@pytest.mark.parametrize(
    ("style", "font", "size"),
    [
        ("Title", "方正小标宋简体", 22),
        ("Heading 1", "黑体", 16),
        ("Heading 2", "楷体_GB2312", 16),
        ("footer", "宋体", 14),
    ],
)
def test_a_style_names_its_chinese_font_and_size(style, font, size):
    found = opened(sample()).styles[style]

    assert found.element.rPr.rFonts.get(qn("w:eastAsia")) == font
    assert found.font.size == Pt(size)
    assert not found.font.bold


def test_the_body_is_fangsong_in_size_three_with_digits_in_times():
    word = opened(sample())
    defaults = word.styles.element.find(qn("w:docDefaults")).find(f".//{qn('w:rPr')}")

    assert defaults.rFonts.get(qn("w:eastAsia")) == "仿宋_GB2312"
    assert {defaults.rFonts.get(qn(name)) for name in ("w:ascii", "w:hAnsi")} == {"Times New Roman"}
    assert defaults.find(qn("w:sz")).get(qn("w:val")) == "32"
    assert defaults.find(qn("w:lang")).get(qn("w:eastAsia")) == "zh-CN"


def test_the_body_has_exact_lines_of_28_points_and_an_indent_of_two_characters():
    style = opened(sample()).styles["Body Text"]

    assert style.paragraph_format.line_spacing_rule == WD_LINE_SPACING.EXACTLY
    assert style.paragraph_format.line_spacing == Pt(28)
    assert style.element.pPr.ind.get(qn("w:firstLineChars")) == "200"


def test_headings_are_real_headings_that_stay_with_what_follows():
    word = opened(sample())
    headings = [p for p in word.paragraphs if p.style.name.startswith("Heading")]

    assert next(p.text for p in headings if p.style.name == "Heading 1") == "一、总体情况"
    assert len([p for p in headings if p.style.name == "Heading 1"]) == 6
    for level in (1, 2):
        style = word.styles[f"Heading {level}"]
        assert style.paragraph_format.keep_with_next
        assert style.element.pPr.find(qn("w:outlineLvl")).get(qn("w:val")) == str(level - 1)


def test_odd_pages_are_numbered_on_the_right_and_even_ones_on_the_left():
    word = opened(sample())
    odd, even = word.sections[0].footer.paragraphs[0], word.sections[0].even_page_footer.paragraphs[0]

    assert word.settings.odd_and_even_pages_header_footer
    assert odd._p.pPr.find(qn("w:jc")).get(qn("w:val")) == "right"
    assert odd._p.pPr.find(qn("w:ind")).get(qn("w:rightChars")) == "100"
    assert even._p.pPr.find(qn("w:ind")).get(qn("w:leftChars")) == "100"
    assert (odd.text, even.text) == ("— 1 —", "— 1 —")


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_columns_of_a_table_add_up_to_the_text_area(edition):
    for table in opened(sample(edition)).element.body.iter(qn("w:tbl")):
        widths = [int(column.get(qn("w:w"))) for column in table.iter(qn("w:gridCol"))]
        assert sum(widths) == TEXT_WIDTH
        assert table.tblPr.find(qn("w:tblLayout")).get(qn("w:type")) == "fixed"


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_cell_is_as_wide_as_the_columns_it_spans(edition):
    for table in opened(sample(edition)).element.body.iter(qn("w:tbl")):
        widths = [int(column.get(qn("w:w"))) for column in table.iter(qn("w:gridCol"))]
        for row in table.iter(qn("w:tr")):
            at = 0
            for cell in row.iter(qn("w:tc")):
                span = cell.tcPr.find(qn("w:gridSpan"))
                end = at + (int(span.get(qn("w:val"))) if span is not None else 1)
                assert int(cell.tcPr.find(qn("w:tcW")).get(qn("w:w"))) == sum(widths[at:end])
                at = end
            assert at == len(widths)


def test_no_row_breaks_over_pages():
    rows = rows_of(opened(sample()))

    assert len(rows) > 40
    assert all(row.trPr.find(qn("w:cantSplit")) is not None for row in rows)


def test_header_rows_are_repeated_where_a_table_has_them():
    word = opened(sample())
    repeated = [
        sum(row.trPr.find(qn("w:tblHeader")) is not None for row in table.iter(qn("w:tr")))
        for table in word.element.body.iter(qn("w:tbl"))
    ]

    assert repeated == [grid.header_rows for grid in sample().grids()] == [0, 3, 3]


def test_the_header_of_a_block_is_never_left_alone_at_the_foot_of_a_page():
    table = next(opened(sample()).element.body.iter(qn("w:tbl")))
    kept = [row.find(f".//{qn('w:keepNext')}") is not None for row in table.iter(qn("w:tr"))]

    assert kept == [True] * 3 + [False] + [True] * 2 + [False] + [True] * 3 + [False] + [True] * 2 + [False]


def test_the_paragraph_before_a_table_stays_with_it():
    body = opened(sample()).element.body
    before = [table.getprevious() for table in body.iter(qn("w:tbl"))]

    assert all(element.tag == qn("w:p") for element in before)
    assert all(element.pPr.find(qn("w:keepNext")) is not None for element in before)


def test_a_paragraph_with_a_web_address_is_not_pulled_apart():
    word = opened(sample())
    left = [p.text for p in word.paragraphs if p._p.pPr.find(qn("w:jc")) is not None]

    assert ["http://www.example.gov.cn" in text for text in left] == [True]


def test_a_gap_is_highlighted_and_nothing_else_is():
    word = opened(sample())
    marked = {r.text for p in word.paragraphs for r in p.runs if r.font.highlight_color}

    assert marked == {"【待补：上年度问题的整改情况】"}


def test_the_title_breaks_after_the_organ():
    title = opened(sample()).paragraphs[0]

    assert title.text == "灵溪镇人民政府\n2025年政府信息公开工作年度报告"


def test_special_signs_arrive_as_they_are():
    text = "收入 < 3 & \"支出\" > 2，'甲' ]]> &amp;"

    assert opened(with_text(text)).paragraphs[1].text == text


@pytest.mark.parametrize("sign", ["\x00", "\x0b", "\n", "\u2028", "\ud800", "\ufffe"])
def test_a_control_character_is_refused(sign):
    with pytest.raises(OutputError, match=f"U\\+{ord(sign):04X}"):
        write_docx(with_text(f"甲{sign}乙"))


def test_the_properties_say_whose_report_it_is_and_from_which_data():
    properties = opened(sample()).core_properties

    assert properties.title == sample().title
    assert properties.author == "灵溪镇人民政府"
    assert properties.identifier == sample().identifier
    assert properties.keywords == "政府信息公开, 年度报告"


def test_value_cells_are_bookmarked_in_order():
    document = sample()
    word = opened(document)
    marks = list(word.element.body.iter(qn("w:bookmarkStart")))
    paths = [path for grid in document.grids() for path in grid.values()]

    assert [mark.get(qn("w:name")) for mark in marks] == [f"_dr_c{number + 1}" for number in range(len(paths))]


def test_tables_that_follow_each_other_stay_apart():
    document = sample()
    tables = tuple(block for block in document.blocks if isinstance(block, TableBlock))
    word = opened(Document("表", "", 2025, "2021", tables))

    assert [child.tag for child in word.element.body][:6] == [qn("w:tbl"), qn("w:p")] * 3
