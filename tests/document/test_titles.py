from dataclasses import replace

from drafter.document.titles import title_lines
from drafter.richtext import plain
from tests.document.sample import sample


def lines(title: str, organ: str) -> list[str]:
    return [str(line) for line in title_lines(replace(sample(), organ=organ), plain(title))]


def test_a_long_title_breaks_after_the_organ():
    title = "灵溪镇人民政府2025年政府信息公开工作年度报告"

    assert lines(title, "灵溪镇人民政府") == ["灵溪镇人民政府", "2025年政府信息公开工作年度报告"]


def test_a_short_title_stays_in_one_line():
    assert lines("灵溪镇2025年年度报告", "灵溪镇") == ["灵溪镇2025年年度报告"]


def test_a_title_that_does_not_open_with_the_organ_is_left_alone():
    title = "关于灵溪镇人民政府2025年政府信息公开工作年度报告"

    assert lines(title, "灵溪镇人民政府") == [title]


def test_a_break_inside_a_piece_keeps_what_the_pieces_are():
    document = sample()
    first, second = title_lines(document, document.blocks[0].text)

    assert [piece.ref for piece in first.pieces] == ["organ.name"]
    assert [piece.ref for piece in second.pieces] == ["report.year", ""]
