"""A sentence judged by its note alone may repeat its figures; a report says them by slots."""

import pytest

from drafter.writing.checks.dates import dates
from drafter.writing.checks.numerals import numerals
from drafter.writing.checks.verdict import Claim

TOLD = [
    ("两个人各管各的", "由两人分别管理。"),
    ("收到4件申请", "收到申请四件。"),
    ("写了篇问答", "撰写问答一篇。"),
    ("发了二十来条提醒", "发布提醒二十余条。"),
    ("五保老人的政策贴出来", "张贴五保老人政策。"),
    ("有俩栏目重了", "两个栏目重复。"),
    ("三个月改一回密码", "密码三个月更改一次。"),
]
NEW = [
    ("信息员换人了", "一名信息员更换。"),
    ("培训3场，来了5人", "培训5场。"),
    ("发了通知", "发布通知一批。"),
    ("改了3处", "修改三成。"),
    ("更新公开栏", "更新公开栏一期。"),
]


@pytest.mark.parametrize(("note", "text"), TOLD)
def test_a_figure_of_the_note_may_be_said_in_other_numerals(note: str, text: str):
    assert list(numerals(Claim(text, (note,)))) == []


@pytest.mark.parametrize(("note", "text"), TOLD)
def test_in_a_report_it_may_not(note: str, text: str):
    assert list(numerals(Claim(text, (note,), reported=True))) or "五保" in text


@pytest.mark.parametrize(("note", "text"), NEW)
def test_a_figure_that_the_note_has_not_is_refused(note: str, text: str):
    assert list(numerals(Claim(text, (note,)))) != []


def test_a_day_is_the_same_day_whatever_it_is_called():
    assert list(dates(Claim("提前三日通知。", ("提前三天通知",)))) == []
    assert [item.code for item in dates(Claim("提前三日通知。", ("提前通知",)))] == ["date"]


@pytest.mark.parametrize(
    "text", ["村一级公开栏。", "这一问题。", "部门动态一栏仍空。", "上一届代表。", "另一处公开栏。"]
)
def test_what_points_and_does_not_count_is_no_figure(text: str):
    assert list(numerals(Claim(text, ("公开栏",), reported=True))) == []


@pytest.mark.parametrize(
    "text",
    ["培训四周。", "发放数十字。", "挂一面旗。", "在网上一次公开。", "增设公开栏一栏。", "完成一事。", "收三角。"],
)
def test_what_counts_is_a_figure_though_it_looks_like_a_fixed_word(text: str):
    assert list(numerals(Claim(text, ("公开",), reported=True))) != []
