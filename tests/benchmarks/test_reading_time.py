"""A report's tables are read in milliseconds, and an endless table in time that grows with its length."""

import time
from random import Random

import pytest

from tests.reading.flatten import Damage, invented, page
from tests.reading.pages import read_text

pytestmark = pytest.mark.benchmark
MOST_SECONDS = 0.03


def seconds(text: str) -> float:
    began = time.perf_counter()
    read_text(text)
    return time.perf_counter() - began


def test_a_report_takes_less_than_30_milliseconds():
    random = Random(1)  # noqa: S311
    text = page(random, invented(random, "2021", 0.1, 0.8), "lines_blank", Damage(split=0.2)).text

    best = min(seconds(text) for _ in range(5))

    assert best < MOST_SECONDS


@pytest.mark.parametrize("row", ["行政{} | 0 | 1 | 2 |", "自造的行{}\n0\n1\n2", "规章\n{}\n0\n0"])
def test_ten_thousand_rows_take_ten_times_as_long_as_a_thousand(row: str):
    few, many = (
        seconds("第二十条第（一）项\n信息内容\n" + "\n".join(row.format(number) for number in range(count)))
        for count in (1000, 10_000)
    )

    assert many < 25 * few
