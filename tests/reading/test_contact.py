"""Who reports, when, and how to reach them."""

import pytest

from drafter.reading.contact import read_contact
from drafter.reading.dates import period_of, year_of_period, year_of_title


@pytest.mark.parametrize(
    ("title", "organ", "short", "level", "county", "year"),
    [
        ("云岭县灵溪镇人民政府2025年政府信息公开工作年度报告", "灵溪镇人民政府", "灵溪镇", "镇", "云岭县", 2025),
        (
            "2024年度临江市城东区望湖街道办事处政府信息公开工作年度报告",
            "望湖街道办事处",
            "望湖街道",
            "街道",
            "城东区",
            2024,
        ),
        ("临江市市中区望湖街道2023年政府信息公开年报", "望湖街道办事处", "望湖街道", "街道", "市中区", 2023),
        ("溪上乡人民政府信息公开工作2023年度报告", "溪上乡人民政府", "溪上乡", "乡", "", 2023),
        ("云岭县 灵溪镇 2022年 政府信息公开工作年度报告", "灵溪镇人民政府", "灵溪镇", "镇", "云岭县", 2022),
        ("大泽市金桥镇2025年度政务信息公开工作报告", "金桥镇人民政府", "金桥镇", "镇", "大泽市", 2025),
        (
            "陶德镇市云岭县灵溪镇人民政府二〇二一年政府信息公开工作年度报告",
            "灵溪镇人民政府",
            "灵溪镇",
            "镇",
            "云岭县",
            2021,
        ),
        ("靈溪鎮人民政府2021年政府信息公開工作年度報告", "灵溪镇人民政府", "灵溪镇", "镇", "", 2021),
        ("云岭县统计局2023年政府信息公开工作年度报告", "云岭县统计局", "", "", "", 2023),
        ("政府信息公开工作年度报告", "", "", "", "", None),
    ],
)
def test_a_title_names_organ_and_year(title: str, organ: str, short: str, level: str, county: str, year: int | None):
    found = read_contact(title, ())

    assert (found.organ, found.short, found.level, found.county) == (organ, short, level, county)
    assert year_of_title(title) == year


def test_two_years_in_a_title_are_none():
    assert year_of_title("灵溪镇2024年2025年政府信息公开工作年度报告") is None


def test_the_preamble_says_how_to_reach_the_office():
    text = (
        "电子版可在云岭县人民政府门户网站（http://www.example.cn）查阅、下载。如有疑问，请与灵溪镇党政办公室联系"
        "（地址：云岭县灵溪镇兴镇路8号，邮编：000100，电话：0000—1234567，电子邮箱：lingxi@example.cn）。"
    )

    found = read_contact("灵溪镇2025年政府信息公开工作年度报告", [text])

    assert (found.county, found.office) == ("云岭县", "党政办公室")
    assert (found.address, found.postcode) == ("云岭县灵溪镇兴镇路8号", "000100")
    assert (found.phone, found.email) == ("0000—1234567", "lingxi@example.cn")
    assert found.website == "云岭县人民政府门户网站（http://www.example.cn）"


def test_what_is_not_there_stays_empty():
    found = read_contact("灵溪镇2025年政府信息公开工作年度报告", ["本报告由本机关编制。"])

    assert (found.office, found.address, found.postcode, found.phone, found.email, found.website) == ("",) * 6


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("数据的统计期限自2025年1月1日起至2025年12月31日止", ("2025-01-01", "2025-12-31")),
        ("统计期限为 2025 年 1 月 1 日—12 月 31 日", ("2025-01-01", "2025-12-31")),
        ("统计期限自2025年12月31日至2025年1月1日", ("2025-12-31", "2025-01-01")),
        ("统计期限自2024年1月1日到2025年12月31日止", ("2024-01-01", "2025-12-31")),
        ("統計期限自2025年1月1日起，至12月31日止", ("2025-01-01", "2025-12-31")),
        ("统计期限自20251月1日起至12月31日止", None),
        ("2025年1月1日，我镇印发通知", None),
    ],
)
def test_a_period_is_given_as_written(text: str, period: tuple[str, str] | None):
    assert period_of([text]) == period


def test_the_period_of_the_statistics_goes_before_another():
    texts = ["项目自2023年3月1日至2023年5月1日实施。", "统计期限自2025年1月1日至2025年12月31日。"]

    assert period_of(texts) == ("2025-01-01", "2025-12-31")
    assert year_of_period(("2024-01-01", "2025-12-31")) is None
