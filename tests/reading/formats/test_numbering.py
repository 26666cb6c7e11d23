"""Automatic numbers of Word stand in the text as Word shows them."""

from pathlib import Path

import pytest

from drafter.reading.formats.document import read_document
from drafter.reading.formats.word.numbering import ordinal
from tests.reading.formats.word_files import paragraph, saved, word


def level(at: int, form: str, text: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'
    )


LEVELS = level(0, "chineseCounting", "%1、") + level(1, "chineseCounting", "（%2）") + level(2, "decimal", "%3.")
NUMBERING = (
    f'<w:abstractNum w:abstractNumId="7">{LEVELS}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="2">'
    '<w:startOverride w:val="5"/></w:lvlOverride></w:num>'
)


def numbered(text: str, at: int, name: int = 1) -> str:
    return paragraph(text, f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{name}"/></w:numPr>')


def texts(folder: Path, body: str, numbering: str = NUMBERING, styles: str = "") -> list[str]:
    document = read_document(saved(folder, word(body, numbering=numbering, styles=styles)))
    return [line.text for line in document.lines()]


def test_levels_count_and_start_again_below_a_higher_one(tmp_path: Path):
    body = "".join(
        numbered(text, at)
        for text, at in (
            ("总体情况", 0),
            ("主动公开", 1),
            ("依申请公开", 1),
            ("受理", 2),
            ("答复", 2),
            ("表", 0),
            ("甲", 1),
            ("乙", 2),
        )
    )

    assert texts(tmp_path, body) == [
        "一、总体情况",
        "（一）主动公开",
        "（二）依申请公开",
        "1.受理",
        "2.答复",
        "二、表",
        "（一）甲",
        "1.乙",
    ]


def test_an_empty_paragraph_counts_and_number_0_is_none(tmp_path: Path):
    empty = '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:p>'

    assert texts(tmp_path, empty + numbered("乙", 0) + numbered("丙", 0, 0)) == ["", "二、乙", "丙"]


def test_lists_of_one_kind_count_on_unless_they_start_anew(tmp_path: Path):
    assert texts(tmp_path, numbered("甲", 2) + numbered("乙", 2, 2) + numbered("丙", 2, 2)) == ["1.甲", "5.乙", "6.丙"]


def test_styles_number_their_paragraphs(tmp_path: Path):
    own = level(0, "chineseCounting", "%1、", '<w:pStyle w:val="h1"/>') + level(
        1, "chineseCounting", "（%2）", '<w:pStyle w:val="h2"/>'
    )
    numbering = (
        f'<w:abstractNum w:abstractNumId="1">{own}</w:abstractNum>'
        '<w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num>'
    )
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:pPr>'
        '<w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>'
        for name in ("h1", "h2")
    )
    body = "".join(
        paragraph(text, f'<w:pStyle w:val="{style}"/>') for text, style in (("甲", "h1"), ("乙", "h2"), ("丙", "h1"))
    )

    assert texts(tmp_path, body, numbering, styles) == ["一、甲", "（一）乙", "二、丙"]


def test_bullets_are_no_text_and_a_bare_number_does_not_run_into_it(tmp_path: Path):
    levels = level(0, "bullet", "\uf0b7") + level(1, "decimal", "%2")
    numbering = (
        f'<w:abstractNum w:abstractNumId="1">{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )

    assert texts(tmp_path, numbered("甲", 0) + numbered("3件", 1), numbering) == ["甲", "1 3件"]


@pytest.mark.parametrize(
    ("form", "count", "shown"),
    [
        ("chineseCounting", 10, "十"),
        ("chineseCountingThousand", 12, "十二"),
        ("chineseCountingThousand", 105, "一百〇五"),
        ("chineseCountingThousand", 20, "二十"),
        ("chineseLegalSimplified", 11, "壹拾壹"),
        ("ideographDigital", 3, "三"),
        ("decimalEnclosedCircle", 3, "③"),
        ("upperLetter", 28, "BB"),
        ("lowerRoman", 9, "ix"),
        ("decimalZero", 4, "04"),
        ("aFormOfTomorrow", 4, "4"),
        ("decimal", -1, "-1"),
    ],
)
def test_a_number_is_written_as_word_writes_it(form: str, count: int, shown: str):
    assert ordinal(count, form) == shown
