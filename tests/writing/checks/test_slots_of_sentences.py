"""The slots of a sentence: well formed, known, used once, with nothing glued to them."""

import pytest

from drafter.writing.checks import slots
from drafter.writing.checks.verdict import Claim
from tests.writing.checks.quantity_claims import codes, violations

MALFORMED = [
    "{p:a}",
    "｛｛p:a｝｝",
    "{{P:a}}",
    "{{p:a}",
    "{{{p:a}}}",
    "{{p:a}}}",
    "⟦p:a⟧",
    "❴❴p:a❵❵",
    "⦃p:a⦄",
    "{{p:甲}}",
    "{{p}}",
    "{{p:}}",
    "{{:a}}",
    "{{abcde:a}}",
    "︷p:a︸",
    "﹛p:a﹜",
    "【待补】",
    "{%p%}",
    "{{p:a-b}}",
    "{{p：a}}",
    "}",
    "｟p:a｠",
    "〖p:a〗",
    "{{p:{{p:a}}}}",
]
HEDGED = [
    "近{{p:x}}",
    "约{{p:x}}",
    "超{{p:x}}",
    "超过{{p:x}}",
    "逾{{p:x}}",
    "突破{{p:x}}",
    "不足{{p:x}}",
    "不到{{p:x}}",
    "至少{{p:x}}",
    "最多{{p:x}}",
    "达{{p:x}}",
    "达到{{p:x}}",
    "高达{{p:x}}",
    "多达{{p:x}}",
    "将近{{p:x}}",
    "接近{{p:x}}",
    "大约{{p:x}}",
    "仅{{p:x}}",
    "仅有{{p:x}}",
    "只有{{p:x}}",
    "足足{{p:x}}",
    "不止{{p:x}}",
    "几乎{{p:x}}",
    "{{p:x}}余",
    "{{p:x}}多",
    "{{p:x}}左右",
    "{{p:x}}上下",
    "{{p:x}}以上",
    "{{p:x}}以下",
    "{{p:x}}之多",
    "{{p:x}}有余",
    "{{p:x}}来",
    "{{p:x}}倍",
    "{{p:x}}成",
    "{{p:x}}%",
    "{{p:x}}万",
    "{{p:x}}个百分点",
    "{{p:x}}分之",
    "{{p:x}}百",
    "{{p:x}}出头",
    "{{p:x}}不等",
    "{{p:x}}好几",
]


@pytest.mark.parametrize("text", MALFORMED)
def test_a_brace_outside_a_slot_is_refused(text: str) -> None:
    assert "slot-malformed" in codes(f"年内{text}办理。")


@pytest.mark.parametrize("text", ["{{p:app_new}}", "{{n:N01.1}}", "{{law:regulation_short}}", "{{o:short}}"])
def test_a_well_formed_slot_passes(text: str) -> None:
    assert not codes(f"年内{text}，由党政办公室办理。")


def test_a_slot_that_is_not_offered_is_refused() -> None:
    claim = Claim("年内{{p:app_new}}，{{p:app_old}}。", slots=frozenset({"p:app_new"}))

    (violation,) = slots.unknown_slots(claim)

    assert (violation.code, violation.words) == ("slot-unknown", "{{p:app_old}}")
    assert claim.text[violation.start : violation.end] == violation.words


def test_a_slot_used_again_is_refused_where_it_stands_again() -> None:
    (violation,) = violations("{{p:a}}，{{p:b}}，{{p:a}}。", checks=(slots.repeated_slots,))

    assert (violation.code, violation.start) == ("slot-repeated", 16)


@pytest.mark.parametrize("text", HEDGED)
def test_a_hedge_at_a_slot_is_refused(text: str) -> None:
    assert "slot-hedged" in codes(f"年内{text}，已公开。")


@pytest.mark.parametrize(
    "text",
    [
        "{{p:x}}多为网络提交",
        "{{p:x}}来自企业",
        "{{p:x}}成为重点",
        "共{{p:x}}",
        "{{p:x}}多渠道发布",
        "其中{{p:x}}",
        "依照{{law:x}}以上规定",
    ],
)
def test_other_words_at_a_slot_are_no_hedge(text: str) -> None:
    assert not violations(f"年内{text}。", checks=(slots.hedged_slots,))


@pytest.mark.parametrize(
    "unit", ["件", "条", "次", "人次", "万元", "篇", "场", "个", "户", "元", "个百分点", "家", "人"]
)
def test_a_unit_doubled_after_a_slot_is_refused(unit: str) -> None:
    assert "slot-unit" in codes(f"年内新收申请{{{{p:x}}}}{unit}，由专人办理。")


@pytest.mark.parametrize(
    "text",
    [
        "{{n:x}}条例规定",
        "{{n:x}}人员参加",
        "{{n:x}}通过网络提交",
        "{{n:x}}组织学习",
        "{{n:x}}站所参加",
        "{{p:x}}部门",
        "{{n:x}}家庭",
        "{{o:short}}村（社区）",
    ],
)
def test_words_that_begin_like_a_unit_pass(text: str) -> None:
    assert not violations(f"年内{text}。", checks=(slots.slot_units,))


def test_the_words_at_fault_are_those_of_the_raw_text() -> None:
    (violation,) = violations("全年近 {{p:x}}。", checks=(slots.hedged_slots,))

    assert (violation.words, violation.start, violation.end) == ("近", 2, 3)
