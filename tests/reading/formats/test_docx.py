"""Word files: everything that shows is read, in order, and nothing else."""

from pathlib import Path

import pytest

from drafter.errors import InputError
from drafter.reading.formats.document import read_document
from drafter.reading.source import SourceDocument, SourceFormat, SourceTable
from tests.reading.formats.word_files import cell, package, paragraph, part, run, saved, table, word


def read(folder: Path, body: str, **parts: str) -> SourceDocument:
    return read_document(saved(folder, word(body, **parts)))


def texts(document: SourceDocument) -> list[str]:
    return [line.text for line in document.lines()]


def grid(source: SourceTable) -> list[tuple[str, int, int, int, int]]:
    return [(item.text, item.row, item.column, item.rowspan, item.colspan) for item in source.cells]


def codes(document: SourceDocument) -> list[str]:
    return [finding.code for finding in document.findings]


def test_blocks_stand_at_the_children_of_the_body(tmp_path: Path):
    body = (
        paragraph("一、总体情况")
        + "<w:p/>"
        + table(["规章", "0"])
        + '<w:bookmarkStart w:id="0" w:name="x"/>'
        + paragraph("完")
    )

    document = read(tmp_path, body)

    places = [block.place.block for block in document.blocks]
    assert places == [1, 2, 3, 5]
    assert document.format is SourceFormat.DOCX


def test_text_that_python_docx_drops_is_read(tmp_path: Path):
    inserted = f'<w:ins w:id="1" w:author="a">{run("新增")}</w:ins>'
    control = f"<w:sdt><w:sdtContent>{run('控件')}</w:sdtContent></w:sdt>"
    link = f'<w:hyperlink r:id="r1">{run("链接")}</w:hyperlink>'
    field = f'<w:fldSimple w:instr="DATE">{run("日期")}</w:fldSimple>'
    block = f"<w:sdt><w:sdtContent>{paragraph('整段')}</w:sdtContent></w:sdt>"

    document = read(tmp_path, f"<w:p>{run('共')}{inserted}{control}{link}{field}</w:p>{block}")

    assert texts(document) == ["共新增控件链接日期", "整段"]
    assert codes(document) == ["tracked-changes"]


def test_deleted_text_is_left_out_and_said(tmp_path: Path):
    deleted = '<w:del w:id="1" w:author="a"><w:r><w:delText>旧</w:delText></w:r></w:del>'
    moved = f"<w:moveFrom>{run('移走')}</w:moveFrom>"
    row = f"<w:tr><w:trPr><w:del/></w:trPr>{cell('删掉的行')}</w:tr>"

    document = read(tmp_path, f"<w:p>{deleted}{moved}{run('3件')}</w:p><w:tbl>{row}<w:tr>{cell('留')}</w:tr></w:tbl>")

    assert texts(document) == ["3件"]
    assert [item.text for item in next(document.tables()).cells] == ["留"]
    assert codes(document) == ["tracked-changes"]


def test_hidden_text_is_left_out_and_said(tmp_path: Path):
    styles = '<w:style w:type="character" w:styleId="h"><w:rPr><w:vanish/></w:rPr></w:style>'
    looks = ("", "<w:vanish/>", '<w:rStyle w:val="h"/>', '<w:vanish w:val="0"/>')
    runs = "".join(run(text, look) for text, look in zip("甲乙丙丁", looks, strict=True))

    document = read(tmp_path, f"<w:p>{runs}</w:p>", styles=styles)

    assert texts(document) == ["甲丁"]
    assert codes(document) == ["hidden-text"]


def test_a_break_in_text_parts_lines_and_in_a_heading_does_not(tmp_path: Path):
    styles = '<w:style w:type="paragraph" w:styleId="t"><w:name w:val="Title"/></w:style>'
    broken = run("灵溪镇人民政府") + "<w:r><w:br/></w:r>" + run("2025年政府信息公开工作年度报告")
    body = (
        f'<w:p><w:pPr><w:pStyle w:val="t"/></w:pPr>{broken}</w:p>'
        f"<w:p>{run('一是')}<w:r><w:br/></w:r>{run('二是')}</w:p>"
    )

    document = read(tmp_path, body, styles=styles)

    assert texts(document) == ["灵溪镇人民政府2025年政府信息公开工作年度报告", "一是", "二是"]
    assert [block.place.block for block in document.blocks] == [1, 2, 2]


def test_text_boxes_are_read_once_after_their_paragraph(tmp_path: Path):
    box = f"<w:txbxContent>{paragraph('框里')}</w:txbxContent>"
    drawing = (
        f"<mc:AlternateContent><mc:Choice><wps:txbx>{box}</wps:txbx></mc:Choice>"
        f"<mc:Fallback><v:textbox>{box}</v:textbox></mc:Fallback></mc:AlternateContent>"
    )

    document = read(tmp_path, f"<w:p>{run('段落')}<w:r>{drawing}</w:r></w:p>{paragraph('后面')}")

    assert texts(document) == ["段落", "框里", "后面"]


def test_signs_are_read(tmp_path: Path):
    signs = (
        "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:noBreakHyphen/>"
        '<w:sym w:font="x" w:char="2460"/><w:sym w:char="F0B7"/></w:r>'
    )

    assert texts(read(tmp_path, f"<w:p>{signs}</w:p>")) == ["a\tb-①"]


def test_levels_come_from_styles_and_outlines(tmp_path: Path):
    styles = (
        '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="标题二"/><w:basedOn w:val="3"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="3"><w:name w:val="x"/>'
        '<w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
    )
    body = "".join(
        paragraph("标题", properties)
        for properties in (
            '<w:pStyle w:val="1"/>',
            '<w:pStyle w:val="2"/>',
            '<w:outlineLvl w:val="2"/>',
            "",
            '<w:outlineLvl w:val="9"/>',
        )
    )

    assert [line.level for line in read(tmp_path, body, styles=styles).lines()] == [1, 2, 3, None, None]


def test_merged_cells_are_laid_out_as_a_grid(tmp_path: Path):
    start, go_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    rows = (
        [cell("三、本年度办理结果", start), cell("（一）予以公开", '<w:gridSpan w:val="2"/>'), "1"],
        [cell("看不见", go_on), cell("（三）不予公开", start), "1.属于国家秘密", "2"],
        [cell("", go_on), cell("", go_on), "2.其他", "3"],
        [cell("四、结转", '<w:gridSpan w:val="3"/>'), "4"],
    )

    (found,) = read(tmp_path, table(*rows)).tables()

    assert grid(found) == [
        ("三、本年度办理结果", 0, 0, 3, 1),
        ("（一）予以公开", 0, 1, 1, 2),
        ("1", 0, 3, 1, 1),
        ("（三）不予公开", 1, 1, 2, 1),
        ("1.属于国家秘密", 1, 2, 1, 1),
        ("2", 1, 3, 1, 1),
        ("2.其他", 2, 2, 1, 1),
        ("3", 2, 3, 1, 1),
        ("四、结转", 3, 0, 1, 3),
        ("4", 3, 3, 1, 1),
    ]


def test_rows_may_skip_columns_and_hide_in_controls(tmp_path: Path):
    late = f'<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>{cell("0")}</w:tr>'
    wrapped = (
        f"<w:sdt><w:sdtContent><w:tr>{cell('规章')}<w:sdt>"
        f"<w:sdtContent>{cell('1')}</w:sdtContent></w:sdt></w:tr></w:sdtContent></w:sdt>"
    )
    start = '<w:hMerge w:val="restart"/>'
    side = f"<w:tr>{cell('本年', start)}{cell('', '<w:hMerge/>')}</w:tr>"

    (found,) = read(tmp_path, f"<w:tbl>{late}{wrapped}{side}</w:tbl>").tables()

    assert grid(found) == [("0", 0, 1, 1, 1), ("规章", 1, 0, 1, 1), ("1", 1, 1, 1, 1), ("本年", 2, 0, 1, 2)]


def test_a_table_in_a_cell_is_a_table_of_its_own(tmp_path: Path):
    inner = table(["规章", "0"])

    outside, inside = read(tmp_path, table([cell(f"{paragraph('外')}{inner}")])).tables()

    assert [item.text for item in outside.cells] == ["外"]
    assert [item.text for item in inside.cells] == ["规章", "0"]
    assert (outside.place.table, inside.place.table) == (1, 2)


def test_paragraphs_of_a_cell_are_lines(tmp_path: Path):
    (found,) = read(tmp_path, table([cell(paragraph("本年新") + "<w:p/>" + paragraph("制作数量"))])).tables()

    assert found.cells[0].text == "本年新\n制作数量"


def test_pictures_comments_and_embedded_files_are_counted(tmp_path: Path):
    body = (
        "<w:p><w:r><w:drawing><a:blip/></w:drawing><w:commentReference w:id='1'/><w:object/></w:r></w:p><w:altChunk/>"
    )

    document = read(tmp_path, body)

    assert document.images == 1
    assert sorted(codes(document)) == ["comments-left", "embedded-object"]


def test_layout_resolves_styles(tmp_path: Path):
    fonts = '<w:rFonts w:eastAsia="仿宋_GB2312"/>'
    styles = (
        f'<w:docDefaults><w:rPrDefault><w:rPr>{fonts}<w:sz w:val="21"/></w:rPr></w:rPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="n"><w:pPr><w:spacing w:line="560" w:lineRule="exact"/>'
        '<w:ind w:firstLineChars="200"/></w:pPr><w:rPr><w:sz w:val="32"/></w:rPr></w:style>'
    )
    large = '<w:rFonts w:eastAsia="方正小标宋简体"/><w:sz w:val="44"/>'
    title = paragraph(run("灵溪镇2025年政府信息公开工作年度报告", large), '<w:jc w:val="center"/>')
    footer = part("ftr", "<w:p><w:r><w:instrText> PAGE </w:instrText></w:r></w:p>")

    layout = read(tmp_path, title + paragraph("正文" * 20), styles=styles, **{"word/footer1.xml": footer}).layout

    assert layout is not None
    assert layout.paper_mm == (210.0, 297.0)
    assert layout.margins_mm == (37.0, 26.0, 35.0, 28.0)
    assert (layout.title_font, layout.title_size_pt) == ("方正小标宋简体", 22)
    assert (layout.body_font, layout.body_size_pt) == ("仿宋_GB2312", 16)
    assert (layout.line_spacing_pt, layout.first_line_indent_chars) == (28, 2)
    assert layout.has_page_numbers is True


def test_theme_fonts_are_those_of_the_theme(tmp_path: Path):
    theme = (
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:minorFont><a:ea typeface=""/>'
        '<a:font script="Hans" typeface="宋体"/></a:minorFont></a:theme>'
    )
    styles = (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:eastAsiaTheme="minorEastAsia"/>'
        "</w:rPr></w:rPrDefault></w:docDefaults>"
    )

    layout = read(tmp_path, paragraph("正文"), styles=styles, **{"word/theme/theme1.xml": theme}).layout

    assert layout is not None
    assert (layout.body_font, layout.line_spacing_pt, layout.has_page_numbers) == ("宋体", None, False)


def test_the_strict_variant_is_refused_with_what_to_do(tmp_path: Path):
    strict = '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body/></w:document>'

    with pytest.raises(InputError, match="另存"):
        read_document(saved(tmp_path, package({"word/document.xml": strict})))
