import pytest

from drafter.writing.checks.order import check_order
from drafter.writing.checks.scope import check_partial
from drafter.writing.checks.verdict import Claim


@pytest.mark.parametrize(
    ("note", "sentence"),
    [("审核后发布。", "发布后审核。"), ("发布前审核。", "审核前发布。"), ("审核后发布。", "审核前发布。")],
)
def test_a_turned_order_is_refused(note: str, sentence: str):
    assert [item.code for item in check_order(Claim(sentence, (note,)))] == ["deed"]


@pytest.mark.parametrize(("note", "sentence"), [("审核后发布。", "审核后发布。"), ("审核后发布。", "发布前审核。")])
def test_the_same_order_in_other_words_is_not(note: str, sentence: str):
    assert list(check_order(Claim(sentence, (note,)))) == []


def test_a_shortcoming_of_some_is_not_told_of_all():
    assert [item.code for item in check_partial(Claim("栏目没更新。", ("有的栏目没更新。",)))] == ["scope"]
    assert list(check_partial(Claim("部分栏目未更新。", ("有的栏目没更新。",)))) == []
    assert list(check_partial(Claim("栏目没更新。", ("栏目没更新。",)))) == []
