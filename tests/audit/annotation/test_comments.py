"""Comments in a Word file: on the marked words, in the cell, at the title; nothing else changes."""

from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.parser import parse_xml
from docx.shared import RGBColor
from lxml import etree

from drafter.audit.annotation.comments import AUTHOR, annotated
from drafter.reading.source import Place
from drafter.runs.pipeline import draft_report
from tests.audit.annotation.seen import commented, observation, texts_of
from tests.sample import dossier

SENTENCE = "全年公开政府信息325条，其中网站212条。"
TITLE = Place(1)


def word(*paragraphs: tuple[str, ...]) -> bytes:
    """Return a file with a title, then paragraphs of several runs each, every second one red and bold."""
    document = docx.Document()
    document.add_paragraph("灵溪镇人民政府2025年政府信息公开工作年度报告")
    for texts in paragraphs:
        paragraph = document.add_paragraph()
        for number, text in enumerate(texts):
            run = paragraph.add_run(text)
            if number % 2:
                run.bold, run.font.color.rgb = True, RGBColor(255, 0, 0)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize("texts", [(SENTENCE,), ("全年公开", "政府信息3", "25条，其中网站212条。"), tuple(SENTENCE)])
def test_a_comment_hangs_on_exactly_the_marked_words(texts: tuple[str, ...]):
    start = SENTENCE.index("325条")

    result = annotated(word(texts), [observation(SENTENCE, (start, start + 4), Place(2))])

    (text, hung) = commented(result)[0]
    assert hung == "325条"
    assert "有误" in text
    assert "请改正" in text
    assert "某通知" in text


def test_split_runs_keep_their_look_and_the_text_stays():
    before = word(("全年公开", "政府信息325条，其中", "网站212条。"))

    after = annotated(before, [observation("", None, Place(2)), observation(SENTENCE, (6, 10), Place(2))])

    assert texts_of(after) == texts_of(before)
    runs = docx.Document(BytesIO(after)).paragraphs[1].runs
    assert [(run.text, run.bold) for run in runs if run.text] == [
        ("全年公开", None),
        ("政府", True),
        ("信息32", True),
        ("5条，其中", True),
        ("网站212条。", None),
    ]


def test_nothing_but_the_text_and_the_comments_is_written_anew():
    before = draft_report(dossier(), [], ("docx",)).files["report.docx"]

    after = annotated(before, [observation("", None, TITLE)])

    assert texts_of(after) == texts_of(before)
    with ZipFile(BytesIO(before)) as old, ZipFile(BytesIO(after)) as new:
        names = set(old.namelist()) - {"[Content_Types].xml", "word/document.xml", "word/_rels/document.xml.rels"}
        assert {name for name in names if _bare(old.read(name)) != _bare(new.read(name))} == set()
        assert set(new.namelist()) - set(old.namelist()) == {"word/comments.xml"}


def _bare(xml: bytes) -> list[bytes]:
    """Return the elements of a part, however they are written down."""
    root = parse_xml(xml)
    children = [canonical(child) for child in root]
    return sorted(children) if root.tag.endswith("Relationships") else [canonical(root)]


def canonical(element: object) -> bytes:
    return etree.tostring(element, method="c14n")


def test_the_author_is_the_audit():
    document = docx.Document(BytesIO(annotated(word((SENTENCE,)), [observation(SENTENCE, None, Place(2))])))

    assert [comment.author for comment in document.comments] == [AUTHOR]


def test_a_mark_that_the_quote_shows_without_its_context_is_found():
    quote = f"一、{SENTENCE}"

    result = annotated(
        word((SENTENCE,)), [observation(quote, (quote.index("212条"), quote.index("212条") + 4), Place(2))]
    )

    assert [hung for _, hung in commented(result)] == ["212条"]


def test_a_quote_that_is_not_there_hangs_on_the_whole_paragraph():
    result = annotated(word((SENTENCE,)), [observation("另一句话。", (0, 2), Place(2))])

    assert [hung for _, hung in commented(result)] == [SENTENCE]


def test_findings_without_a_place_share_a_comment_at_the_title():
    found = [
        observation("", None, None, "没有落款"),
        observation("", None, Place(99), "文件里没有"),
    ]

    (text, hung), *others = commented(annotated(word((SENTENCE,)), found, TITLE))

    assert hung.endswith("工作年度报告")
    assert "没有落款" in text
    assert "文件里没有" in text
    assert others == []


def test_several_comments_on_one_sentence_stand_beside_each_other():
    marks = [(0, 4), (6, 10), (2, 8), (0, len(SENTENCE))]

    result = annotated(word((SENTENCE[:5], SENTENCE[5:])), [observation(SENTENCE, mark, Place(2)) for mark in marks])

    assert [hung for _, hung in commented(result)] == [SENTENCE[slice(*mark)] for mark in marks]


def test_comments_that_are_there_already_stay():
    once = annotated(word((SENTENCE,)), [observation(SENTENCE, (0, 4), Place(2), "第一次")])

    twice = annotated(once, [observation(SENTENCE, (6, 10), Place(2), "第二次")])

    assert [hung for _, hung in commented(twice)] == [SENTENCE[:4], SENTENCE[6:10]]


def table(*rows: tuple[str, ...]) -> bytes:
    document = docx.Document()
    document.add_paragraph("标题")
    grid = document.add_table(len(rows), len(rows[0]))
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            grid.cell(number, column).text = text
    grid.cell(0, 0).merge(grid.cell(0, 1))
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("row", "column", "quote", "hung"),
    [
        (2, 2, "规章 · 制发：3", "3"),
        (1, 3, "", "总计"),
        (1, 1, "", "合并"),
        (3, None, "规范性文件 | 5 | 6", "规范性文件"),
        (None, None, "", "合并"),
        (3, 3, "", ""),
    ],
)
def test_a_comment_hangs_on_its_cell(row: int | None, column: int | None, quote: str, hung: str):
    content = table(("合并", "", "总计"), ("规章", "3", "4"), ("规范性文件", "5", ""))
    place = Place(2, table=1, row=row, column=column)

    result = annotated(content, [observation(quote, None, place)])

    assert [text.strip() for _, text in commented(result)] == [hung]
    assert texts_of(result) == texts_of(content)


def test_a_file_that_is_no_word_document_is_refused():
    with pytest.raises(ValueError, match="Word"):
        annotated(_workbook(), [])


def _workbook() -> bytes:
    content = word((SENTENCE,))
    buffer = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(buffer, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b"wordprocessingml.document.main", b"spreadsheetml.sheet.main"))
    return buffer.getvalue()
