"""Numerals are denied wherever they stand, but for fixed words and the fixed terms of a cited note."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.writing.checks.numerals import numerals
from drafter.writing.checks.verdict import Claim
from tests.writing.checks.quantity_claims import codes, violations

CASES = json.loads((Path(__file__).parent / "numeral_cases.json").read_text(encoding="utf-8"))
FLAGGED = [
    "培训3次",
    "培训３次",
    "培训三次",
    "培训两次",
    "培训叁次",
    "培训十余次",
    "培训卅次",
    "①开展",
    "⑩项",
    "½数",
    "Ⅳ级",
    "Ⅲ类",
    "IV级",
    "II类",
    "X级",
    "𝟑次",
    "٣次",
    "१次",
    "三点五",
    "百分之五",
    "50%",
    "5‰",
    "万元",
    "几次",
    "半年",
    "几百",
    "十几",
    "好几项",
    "一成",
    "俩人",
    "仨人",
    "伍件",
    "培训陆拾",
    "贰万元",
    "叁仟",
    "亿元",
    "廿件",
    "皕件",
    "两个月",
    "零件数",
    "第一季度",
    "第、",
    "一起投诉",
    "十分钟",
    "三分之一",
    "1,234",
    "12.5",
    "三千二百",
    "二〇二四",
    "20",
    "24",
    "3个",
    "three次",
    "dozens",
    "several",
    "半天",
    "几家",
    "⼀次",
    "一份",
    "一條",
    "佰元",
    "億元",
    "萬件",
    "弍次",
    "〡〢",
    "㊂",
]
FIXED = [
    "进一步规范",
    "统一发布",
    "一律审核",
    "一致",
    "一体化",
    "一站式",
    "一次性告知",
    "一网通办",
    "一键查询",
    "一旦",
    "一般",
    "一直",
    "一贯",
    "一同",
    "一并",
    "一些",
    "一系列",
    "一方面",
    "逐一",
    "单一",
    "第一时间",
    "第三方",
    "二维码",
    "三农",
    "三公经费",
    "百姓",
    "千方百计",
    "四面八方",
    "零距离",
    "零散",
    "两侧",
    "十分必要",
    "重点之一，",
    "举一反三",
    "万一",
    "双随机、一公开",
    "队伍",
    "陆续",
    "参加",
    "收拾",
    "几何",
    "半径",
    "上级",
    "多元",
    "参与",
    "伍氏",
    "大陆",
    "茶几",
]
ECHOED = ["三审三校", "三级审核", "第一书记", "最后一公里", "一事一审", "四不两直", "7×24小时", "一张网"]


@pytest.mark.parametrize("text", FLAGGED)
def test_a_numeral_is_refused(text: str) -> None:
    assert violations(f"年内{text}。", checks=(numerals,)), text


@pytest.mark.parametrize("text", FIXED)
def test_a_fixed_word_passes(text: str) -> None:
    assert not violations(f"工作中{text}开展。", checks=(numerals,)), text


@pytest.mark.parametrize("term", ECHOED)
def test_a_fixed_term_stands_only_where_a_cited_note_has_it(term: str) -> None:
    assert not violations(f"落实{term}要求。", f"按{term}办", checks=(numerals,))
    assert violations(f"落实{term}要求。", "按制度办", checks=(numerals,))


def test_a_part_of_a_noted_term_is_no_term() -> None:
    assert violations("落实三校制。", "落实三审三校", checks=(numerals,))


@pytest.mark.parametrize("figure", ["3次", "三次", "两次", "50%", "第二次"])
def test_a_figure_is_refused_even_where_the_note_has_it(figure: str) -> None:
    assert violations(f"培训{figure}。", f"培训{figure}", checks=(numerals,))


@pytest.mark.parametrize("text", CASES["must_flag"])
def test_the_known_disguises_are_refused(text: str) -> None:
    assert codes(text), text


@pytest.mark.parametrize("text", CASES["must_pass"])
def test_the_known_harmless_words_pass(text: str) -> None:
    assert not codes(text), text


HAN = "零一二三四五六七八九"
UNITS = ["件", "条", "次", "人次", "篇", "场", "家", "户", "万元", "个工作日", "%", "％", "成", "倍", "个百分点"]
DIGITS = [
    "0123456789",
    "０１２３４５６７８９",
    "٠١٢٣٤٥٦٧٨٩",
    "०१२३४५६७८९",
    "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗",
    "〇一二三四五六七八九",
    "零壹贰叁肆伍陆柒捌玖",
]
CARRIERS = [
    "全年培训{}。",
    "共{}，已公开。",
    "发布信息{}，其中{}。",
    "{}办结",
    "先后走访{}",
    "近{}参加",
    "（{}）",
    "达{}之多",
    "为群众办理{}",
    "围绕重点公开{}左右",
]


def in_han(number: int) -> str:
    """Return a number below 10,000 in Chinese, such as 一千零二十."""
    text, gap = "", False
    for power, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // power % 10
        text += ("零" if gap and digit and text else "") + (HAN[digit] + name if digit else "")
        gap = not digit
    return text or "零"


def in_digits(number: int, digits: str) -> str:
    return "".join(digits[int(digit)] for digit in str(number))


written = st.one_of(
    st.builds(in_digits, st.integers(0, 10**7), st.sampled_from(DIGITS)),
    st.integers(1, 9999).map(in_han),
    st.integers(1, 9999).map(lambda number: in_han(number).replace("二千", "两千").replace("二百", "两百")),
    st.integers(1000, 9999999).map("{:,}".format),
    st.integers(1, 999).map(lambda number: f"{number / 10:.1f}万"),
    st.sampled_from("①②⑩⑳½¼ⅣⅫ㈠㊀㈩❶➂廿卅卌皕俩仨"),
    st.sampled_from(
        ["十几", "几十", "百余", "数百", "上千", "近千", "成百上千", "三五", "七八", "一半", "三分之一", "百分之二十"]
    ),
)


@given(number=written, unit=st.sampled_from(UNITS), carrier=st.sampled_from(CARRIERS))
def test_whatever_number_is_written_in_whatever_script_is_refused(number: str, unit: str, carrier: str) -> None:
    assert codes(carrier.replace("{}", number + unit)), (number, unit)


def test_the_organ_s_own_name_may_hold_a_numeral() -> None:
    own, other = Claim("三里镇公开信息。", own_names=("三里镇",)), Claim("三里镇公开三条信息。", own_names=("三里镇",))

    assert not list(numerals(own))
    assert [violation.start for violation in numerals(other)] == [5]


@given(st.text(max_size=40))
def test_no_text_makes_a_check_fail_and_every_place_is_a_place_of_the_text(text: str) -> None:
    for violation in violations(text):
        assert violation.words == text[violation.start : violation.end]
        assert violation.words
