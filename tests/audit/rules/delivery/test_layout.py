"""J03: the layout of a Word file."""

from dataclasses import replace

import pytest

from drafter.reading.source import Layout
from tests.audit.published import clean, found

RIGHT = Layout(
    paper_mm=(210.0, 297.0),
    margins_mm=(37.0, 26.0, 35.0, 28.0),
    title_font="方正小标宋简体",
    title_size_pt=22.0,
    body_font="仿宋_GB2312",
    body_size_pt=16.0,
    line_spacing_pt=28.0,
    first_line_indent_chars=2.0,
    has_page_numbers=True,
)


def laid_out(layout: Layout | None) -> list[tuple[str, str]]:
    report = clean()
    return found(replace(report, source=replace(report.source, layout=layout)))


@pytest.mark.parametrize("layout", [RIGHT, Layout(), None])
def test_the_layout_of_the_standard_and_an_unknown_one_are_right(layout: Layout | None):
    assert laid_out(layout) == []


@pytest.mark.parametrize(
    "change",
    [
        {"paper_mm": (216.0, 279.0)},
        {"margins_mm": (25.4, 31.8, 25.4, 31.8)},
        {"title_font": "黑体"},
        {"title_size_pt": 18.0},
        {"body_font": "宋体"},
        {"body_size_pt": 12.0},
        {"line_spacing_pt": 20.0},
        {"first_line_indent_chars": 0.0},
        {"has_page_numbers": False},
        {"body_font": "宋体", "body_size_pt": 12.0, "title_font": "黑体"},
    ],
)
def test_departures_from_the_standard_are_one_finding(change: dict):
    assert laid_out(replace(RIGHT, **change)) == [("J03", "file")]
