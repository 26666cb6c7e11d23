"""A16: the closing lines."""

from dataclasses import replace

import pytest

from drafter.reading.source import Place, SourceLine
from tests.audit.published import clean, found, marked


def signed(*lines: str) -> list[tuple[str, str]]:
    return found(replace(clean(), signature=tuple(SourceLine(line, Place(90)) for line in lines)))


@pytest.mark.parametrize(
    "lines",
    [
        (),
        ("灵溪镇人民政府",),
        ("灵溪镇人民政府", "2025年1月20日"),
        ("灵溪镇人民政府", "2026年2月3日"),
        ("灵溪镇人民政府", "二〇二六年三月一日"),
        ("灵溪镇人民政府", "2026年1月32日"),
    ],
)
def test_a_missing_or_wrong_date_is_found(lines: tuple[str, ...]):
    assert signed(*lines) == [("A16", "signature")]


@pytest.mark.parametrize("day", ["2026年1月1日", "2026 年 1 月 31 日", "二〇二六年一月二十日"])
def test_a_date_in_january_is_right(day: str):
    assert signed("灵溪镇人民政府", day) == []


def test_the_date_is_marked():
    report = replace(clean(), signature=(SourceLine("灵溪镇人民政府 2026年2月3日", Place(90)),))

    assert marked(report, "A16") == ["2026年2月3日"]
