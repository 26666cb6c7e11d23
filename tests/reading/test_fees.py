"""信息处理费 in the ways section 六 says it."""

from decimal import Decimal

import pytest

from drafter.reading.fees import read_fees
from drafter.reading.report import ReadFees

NONE = ReadFees(0, Decimal(0), Decimal(0))


@pytest.mark.parametrize(
    "text",
    [
        "2025年，我镇未收取信息处理费。",
        "本年度没有产生信息处理费。",
        "全年信息处理费收取情况：无。",
        "未发出收费通知，未收取信息处理费。",
        "本年度收取信息处理费0元。",
        "依申请公开信息未收取任何信息处理费",
        "本年度共发出收费通知0件，收费总金额0元，实际收取0元",
        "无信息处理费收取情况，没有其他需要报告的事项。",
    ],
)
def test_none_is_zero(text: str):
    assert read_fees([text]) == NONE


@pytest.mark.parametrize(
    ("text", "fees"),
    [
        ("发出收费通知3件，总金额2230元，实际收取1960元。", ReadFees(3, Decimal(2230), Decimal(1960))),
        (
            "共发出信息处理费收费通知25件，通知收费总金额2,950元，实际收取总金额2950.5元",
            ReadFees(25, Decimal(2950), Decimal("2950.5")),
        ),
        ("实际收取总金额400元，为信息处理费", ReadFees(None, None, Decimal(400))),
        ("收取信息处理费总金额400元", ReadFees(None, None, Decimal(400))),
        ("全年收取信息处理费共计400元", ReadFees(None, None, Decimal(400))),
        ("收取信息处理费0.04万元", ReadFees(None, None, Decimal("400.00"))),
        ("未发出收费通知，实际收取以前年度通知的信息处理费30元", ReadFees(0, Decimal(0), Decimal(30))),
        ("发出收费通知1件，金额270元，尚未收取。信息处理费按规定上缴。", ReadFees(1, Decimal(270), Decimal(0))),
        ("没有其他需要报告的事项。", None),
        ("信息处理费按《办法》执行。", None),
    ],
)
def test_amounts_are_read_in_yuan_and_the_rest_is_left(text: str, fees: ReadFees | None):
    assert read_fees([text]) == fees
