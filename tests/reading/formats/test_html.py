"""Web pages: the report in them, whatever stands around it and however the page is written."""

from email.message import EmailMessage
from pathlib import Path

import pytest

from drafter.reading.formats.document import read_document
from drafter.reading.source import SourceDocument, SourceFormat, SourceTable
from tests.reading.formats.pages import PROSE, article, proactive_table, site


def read(folder: Path, page: str | bytes, name: str = "report.html") -> SourceDocument:
    path = folder / name
    path.write_bytes(page if isinstance(page, bytes) else page.encode())
    return read_document(path)


def texts(document: SourceDocument) -> list[str]:
    return [line.text for line in document.lines()]


def rows(table: SourceTable) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table.rows()]


WHOLE = [
    PROSE["title"],
    PROSE["preamble"],
    "一、总体情况",
    PROSE["overview"],
    "二、主动公开政府信息情况",
    "六、其他需要报告的事项",
    PROSE["other"],
]


def test_of_a_site_only_the_report_is_read(tmp_path: Path):
    document = read(tmp_path, site())

    assert document.format is SourceFormat.HTML
    assert texts(document) == WHOLE
    assert rows(next(document.tables()))[3] == ["行政规范性文件", "2", "1", "6"]
    assert document.metadata == {
        "address": "http://www.example.cn/a/1.html",
        "title": PROSE["title"],
        "published": "2026-01-20",
    }
    assert [finding.code for finding in document.findings] == ["hidden-text"]


@pytest.mark.parametrize("charset", ["gb2312", "GBK", "gb18030", "utf-8"])
def test_the_gb_encodings_are_one(tmp_path: Path, charset: str):
    page = site(charset=charset).replace("兴镇路", "犇镇路")

    document = read(tmp_path, page.encode("utf-8" if charset == "utf-8" else "gb18030"))

    assert "犇镇路" in texts(document)[1]


@pytest.mark.parametrize(
    ("charset", "encoding"), [("utf-8", "gb18030"), ("gb2312", "utf-8"), ("", "gb18030"), ("big5", "big5")]
)
def test_the_bytes_have_the_last_word_on_the_encoding(tmp_path: Path, charset: str, encoding: str):
    page = (
        f'<html><head><meta charset="{charset}"></head><body>'
        "<h2>一、總體情況</h2><p>我鎮公開資訊三條。</p></body></html>"
    )

    assert texts(read(tmp_path, page.encode(encoding))) == ["一、總體情況", "我鎮公開資訊三條。"]


def test_a_byte_order_mark_is_no_text(tmp_path: Path):
    assert texts(read(tmp_path, b"\xef\xbb\xbf" + site().encode())) == WHOLE
    assert texts(read(tmp_path, site().encode("utf-16"))) == WHOLE


def test_markup_that_is_not_closed_is_closed_as_browsers_do(tmp_path: Path):
    page = (
        "<body><div id=zoom><p>一、总体情况<p>公开信息3条。<table>"
        "<tr><td>规章<td>0<td>0<tr><td>规范性文件<td>1<td>2</table>"
    )

    document = read(tmp_path, page)

    assert texts(document) == ["一、总体情况", "公开信息3条。"]
    assert rows(next(document.tables())) == [["规章", "0", "0"], ["规范性文件", "1", "2"]]


def test_spans_are_laid_out_as_a_grid(tmp_path: Path):
    page = (
        "<p>一、总体情况</p><table><thead><tr><td rowspan=2 colspan=2>注</td><td>自然人</td></tr></thead>"
        "<tbody><tr><td>总计</td></tr><tr><td rowspan=0>组</td><td>甲</td>"
        "<td>1</td></tr><tr><td>乙</td><td>2</td></tr></tbody></table>"
    )

    (table,) = read(tmp_path, page).tables()

    assert [(cell.text, cell.row, cell.column, cell.rowspan, cell.colspan) for cell in table.cells] == [
        ("注", 0, 0, 2, 2),
        ("自然人", 0, 2, 1, 1),
        ("总计", 1, 2, 1, 1),
        ("组", 2, 0, 2, 1),
        ("甲", 2, 1, 1, 1),
        ("1", 2, 2, 1, 1),
        ("乙", 3, 1, 1, 1),
        ("2", 3, 2, 1, 1),
    ]


def test_a_table_that_only_lays_out_the_page_is_no_table(tmp_path: Path):
    page = f"<table><tr><td>左栏</td><td><table><tr><td>{article()}</td></tr></table></td></tr></table>"

    document = read(tmp_path, page)

    assert len(list(document.tables())) == 1
    assert texts(document)[-6:] == WHOLE[1:]


def test_html_saved_by_word_is_read(tmp_path: Path):
    style = " style='border:solid windowtext 1.0pt;mso-border-alt:solid'"
    cells = proactive_table(style=style).replace(
        ">0.038<", "><p class=MsoNormal><span lang=EN-US>0.038<o:p></o:p></span></p><"
    )
    page = (
        "<html xmlns:o='urn:schemas-microsoft-com:office:office'><head><meta http-equiv=Content-Type "
        "content='text/html; charset=gb2312'><!--[if gte mso 9]>"
        "<xml><o:x>1</o:x></xml><![endif]--></head><body lang=ZH-CN>"
        "<div class=Section1><p class=MsoNormal><b><span\r\n"
        "style='font-family:黑体'>一、总体情况<span lang=EN-US><o:p></o:p></span>"
        "</span></b></p><p class=MsoNormal>公开政府\r\n信息<span\r\n"
        "lang=EN-US>126</span>条。<![if !supportEmptyParas]>&nbsp;<![endif]></p>"
        f"<p style='mso-hide:all'>看不见</p>{cells}</div></body></html>"
    )

    document = read(tmp_path, page.encode("gb18030"))

    assert [text.strip("\xa0 ") for text in texts(document)] == ["一、总体情况", "公开政府信息126条。"]
    assert rows(next(document.tables()))[-1] == ["行政事业性收费", "0.038"]


def test_cells_keep_their_paragraphs_apart_and_blanks_stay_blanks(tmp_path: Path):
    page = (
        "<p>一、总体情况</p><table><tr><td><p>本年新</p><p>制作数量</p></td>"
        "<td>&nbsp;</td><td> / </td><td>1<br>2</td></tr><tr><td>a</td></tr></table>"
    )

    assert rows(next(read(tmp_path, page).tables()))[0] == ["本年新\n制作数量", "\xa0", "/", "1\n2"]


def test_the_address_may_stand_in_a_comment_and_the_date_in_the_text(tmp_path: Path):
    page = (
        "<!DOCTYPE html>\n<!-- saved from url=(0027)http://www.example.cn/b.html -->\n<html><body>"
        f"<div><span>发布时间：2026年1月5日</span></div><div>{article()}</div></body></html>"
    )

    assert read(tmp_path, page).metadata == {"address": "http://www.example.cn/b.html", "published": "2026-01-05"}


def test_a_page_saved_as_one_file_is_read(tmp_path: Path):
    message = EmailMessage()
    message["Subject"] = "report"
    message.set_content("x")
    message.add_alternative(site(charset="gb2312"), subtype="html", charset="gb18030")
    raw = message.as_bytes()

    document = read(tmp_path, raw, "report.mht")

    assert texts(document) == WHOLE


def test_headings_have_their_level(tmp_path: Path):
    page = "<h1>题<br>目</h1><h2>一、总体情况</h2><h3><span>（一）</span>主动公开</h3><p>字</p>"

    assert [(line.text, line.level) for line in read(tmp_path, page).lines()] == [
        ("题目", 1),
        ("一、总体情况", 2),
        ("（一）主动公开", 3),
        ("字", None),
    ]


def test_traditional_pages_are_found_too(tmp_path: Path):
    page = (
        "<div class=nav><a>年報</a></div><div><h1>靈溪鎮2025年政府信息公開工作年度報告</h1>"
        "<p>一、總體情況</p><p>公開信息三條。</p></div>"
    )

    assert texts(read(tmp_path, page))[0] == "靈溪鎮2025年政府信息公開工作年度報告"
