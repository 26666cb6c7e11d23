"""J01, J04: the year a report is filed under, and the day it was published."""

from datetime import date

import pytest

from tests.audit.published import clean, found, severities


@pytest.mark.parametrize(
    "address",
    [
        "https://www.example.gov.cn/zfxxgknb/2024n/art/2026/art_f973dc2a.html",
        "https://www.example.gov.cn/xxgkAnnualReport.jsp?area=1&fbtime=2024",
        "/archive/2023年度/报告.docx",
        "报送/灵溪镇2024年年报.docx",
    ],
)
def test_another_year_in_the_address_is_found(address: str):
    assert found(clean(), address=address) == [("J01", "file")]


@pytest.mark.parametrize(
    "address",
    [
        "https://www.example.gov.cn/zfxxgknb/2025n/202601/t20260120_13303713.html",
        "https://www.example.gov.cn/module/xxgkAnnualReport.jsp?area=370832020000405&fbtime=2025",
        "/data/2019/归档/2025年报/灵溪镇.docx",
        "report.docx",
        "",
    ],
)
def test_the_years_of_the_report_and_of_its_publication_are_right(address: str):
    assert found(clean(), address=address) == []


@pytest.mark.parametrize(("day", "rules"), [((2026, 1, 31), []), ((2026, 2, 1), ["J04"]), ((2025, 12, 30), ["J04"])])
def test_publication_outside_the_january_after_the_year_is_found(day: tuple[int, int, int], rules: list[str]):
    assert [rule for rule, _ in found(clean(), published=date(*day))] == rules


def test_late_is_an_error_and_early_a_warning():
    assert severities(clean(), "J04", published=date(2026, 3, 2)) == ["error"]
    assert severities(clean(), "J04", published=date(2025, 11, 2)) == ["warning"]
