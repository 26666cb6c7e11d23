"""The year of a report whose parts disagree."""

from datetime import date

import pytest

from drafter.audit.report_year import report_year
from tests.audit.reports import report

PERIOD = ("2025-01-01", "2025-12-31")
SIGNED = "灵溪镇人民政府\n2026年1月15日"


def test_a_title_left_over_is_outvoted():
    assert report_year(report(2024, period=PERIOD, signature=SIGNED)) == 2025
    assert report_year(report(2024, signature=SIGNED, overview="2025年公开信息3条。")) == 2025
    assert report_year(report(2024, period=PERIOD, overview="二〇二五年公开信息3条。")) == 2025
    assert report_year(report(2024, period=PERIOD), date(2026, 1, 20)) == 2025


@pytest.mark.parametrize(
    "more",
    [
        {"period": ("2024-01-01", "2024-12-31"), "signature": SIGNED},
        {"period": ("2024-01-01", "2024-12-31"), "overview": "2025年公开信息3条。"},
        {"period": PERIOD, "signature": "灵溪镇人民政府\n2025年1月15日"},
        {"signature": "灵溪镇人民政府\n2027年1月15日"},
        {"overview": "2024年公开信息3条，2024年办理申请2件。"},
    ],
)
def test_one_other_part_alone_does_not_outvote_the_title(more: dict):
    assert report_year(report(2025, **more)) == 2025
