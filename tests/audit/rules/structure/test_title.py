"""A07: the title."""

from dataclasses import replace

import pytest

from drafter.reading.source import Place, SourceLine
from tests.audit.published import clean, found


def titled(text: str) -> list[tuple[str, str]]:
    return found(replace(clean(), title=SourceLine(text, Place(1))))


@pytest.mark.parametrize(
    "text",
    [
        "灵溪镇2025年度政务信息公开工作报告",
        "云岭县灵溪镇人民政府2025年政府信息公开 公开工作年度报告",
        "灵溪镇人民政府2025年信息公开工作年度报告",
        "灵溪镇人民政府2025年政府信息公开年度报告",
        "2025年政府信息公开工作年度报告",
        "灵溪镇人民政府政府信息公开工作年度报告",
    ],
)
def test_a_title_that_is_not_organ_year_and_name_is_found(text: str):
    assert titled(text) == [("A07", "title")]


def test_a_missing_title_is_found():
    assert found(replace(clean(), title=None)) == [("A07", "title")]


@pytest.mark.parametrize(
    "text",
    [
        "云岭县灵溪镇人民政府2025年政府信息公开工作年度报告",
        "灵溪镇人民政府 2025 年度政府信息公开工作年度报告",
        "2025年云岭县灵溪镇人民政府政府信息公开工作年度报告",
        "灵溪镇人民政府二〇二五年政府信息公开工作年度报告",
    ],
)
def test_a_usual_title_is_right(text: str):
    assert titled(text) == []
