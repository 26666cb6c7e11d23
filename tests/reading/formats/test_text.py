"""Plain text and Markdown: lines stay lines, marked tables become tables."""

from pathlib import Path

import pytest

from drafter.errors import InputError
from drafter.reading.formats.document import read_document
from drafter.reading.source import SourceDocument, SourceFormat


def read(folder: Path, content: str | bytes, name: str = "report.dat") -> SourceDocument:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_document(path)


def texts(document: SourceDocument) -> list[str]:
    return [line.text for line in document.lines()]


TEXT = "一、总体情况\n\n规章\t0\t0\t0\n规范性文件 | 1 | 2 | 3 |\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_lines_are_kept_as_they_stand_in_every_encoding(tmp_path: Path, encoding: str):
    document = read(tmp_path, TEXT.replace("\n", "\r\n").encode(encoding))

    assert document.format is SourceFormat.TEXT
    assert texts(document) == ["一、总体情况", "", "规章\t0\t0\t0", "规范性文件 | 1 | 2 | 3 |"]
    assert [line.place.line for line in document.lines()] == [1, 2, 3, 4]
    assert not list(document.tables())


def test_a_cut_character_is_said_and_does_no_harm(tmp_path: Path):
    document = read(tmp_path, (TEXT * 30).encode()[:-20] + "规".encode()[:2])

    assert texts(document)[0] == "一、总体情况"
    assert [finding.code for finding in document.findings] == ["text-damaged"]


def test_noise_is_refused(tmp_path: Path):
    with pytest.raises(InputError, match="编码"):
        read(tmp_path, bytes(range(128, 256)) * 40)


def test_a_heading_or_a_rule_makes_markdown(tmp_path: Path):
    assert read(tmp_path, "## 一、总体情况\n正文").format is SourceFormat.MARKDOWN
    assert read(tmp_path, "| a | b |\n| --- | --- |\n| 1 | 2 |").format is SourceFormat.MARKDOWN
    assert read(tmp_path, "规章 | 0 |\n-----\n#\n").format is SourceFormat.TEXT


def test_marks_of_markdown_are_no_text(tmp_path: Path):
    text = (
        "# 年度**报告**\n\n### 三、申请 ###\n\n"
        "电子邮箱[a@b.cn](mailto:a@b.cn)，网址<http://a.cn/x_y>，3\\*4，a&lt;b&#32;\n"
        "- 一是培训\n![图](a.png)图后\n1\\. 甲"
    )

    document = read(tmp_path, text)

    assert [line for line in texts(document) if line] == [
        "年度报告",
        "三、申请",
        "电子邮箱a@b.cn，网址http://a.cn/x_y，3*4，a<b ",
        "一是培训",
        "图后",
        "1. 甲",
    ]
    assert [line.level for line in document.lines() if line.level] == [1, 3]
    assert (document.images, document.metadata) == (1, {"title": "年度报告"})


def test_pipe_tables_are_tables_with_their_escapes(tmp_path: Path):
    text = "前\n\n| 信息\\|内容 | 本年 |\n| :-- | --: |\n| 规章 | \\- |\n| 多 | 1 | 2 |\n| 少 |\n\n规章 | 0 | 0 |\n"

    document = read(tmp_path, text)
    (table,) = document.tables()

    assert [[cell.text for cell in row] for row in table.rows()] == [
        ["信息|内容", "本年"],
        ["规章", "-"],
        ["多", "1"],
        ["少"],
    ]
    assert (table.place.line, table.place.table) == (3, 1)
    assert "规章 | 0 | 0 |" in texts(document)


def test_form_feeds_part_lines_and_other_odd_signs_do_not(tmp_path: Path):
    assert texts(read(tmp_path, "甲\f乙\u2028丙\u3000\n")) == ["甲", "乙\u2028丙\u3000"]
