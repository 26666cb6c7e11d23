"""Texts made to take long are read in bounded time: the work grows with the length, not with its square."""

from time import process_time

import pytest

from tests.audit.reports import audited
from tests.audit.rules.test_clean import RULES

MOST_SECONDS = 20
"""Far above what any takes, far below what a text took before the reach of a list was bounded."""


@pytest.mark.parametrize(
    "piece",
    [
        "县",
        "其中网站3条、",
        "（",
        "“",
        "石桥镇",
        "公开",
        "1",
        "我镇认真落实公开要求",
        "。",
        "收到政府信息公开申请8件，",
        "占1%，1条",
    ],
)
def test_a_long_text_of_one_piece_is_bounded(piece: str):
    case = audited(piece * (20_000 // len(piece)), title="县" * 200 + "镇")
    start = process_time()

    assert all(item.rule for rule in RULES for item in rule.observations(case))
    assert process_time() - start < MOST_SECONDS
