import pytest

from drafter.writing.checks.additions import check_additions, check_listed, check_unknown
from drafter.writing.checks.verdict import Claim

FLAGGED = [
    ("清理了栏目。", "会同县司法局清理栏目。"),
    ("清理了栏目。", "联合县档案局清理栏目。"),
    ("清理了栏目。", "邀请技术公司清理栏目。"),
    ("清理了栏目。", "委托第三方清理栏目。"),
    ("清理了栏目。", "携手高校清理栏目。"),
    ("清理了栏目。", "协同派出所清理栏目。"),
    ("清理了栏目。", "与县档案局联合清理栏目。"),
    ("清理了栏目。", "与融媒记者合作清理栏目。"),
]
HARMLESS = [
    ("请县里来人清理栏目。", "邀请县级人员清理栏目。"),
    ("跟派出所一起清理栏目。", "与派出所共同清理栏目。"),
    ("在便民服务中心放了资料。", "在便民服务中心摆放资料。"),
    ("因为人少，更新慢。", "因人员较少，更新较慢。"),
    ("向各站所发了手册。", "向各站所发放手册。"),
    ("清理了栏目。", "开展栏目清理。"),
]


def codes(note: str, sentence: str) -> set[str]:
    return {item.code for item in check_additions(Claim(sentence, (note,)))}


@pytest.mark.parametrize(("note", "sentence"), FLAGGED)
def test_a_partner_that_no_note_has_is_refused(note: str, sentence: str):
    assert "partner" in codes(note, sentence)


@pytest.mark.parametrize(("note", "sentence"), HARMLESS)
def test_what_the_note_says_is_not_refused(note: str, sentence: str):
    assert codes(note, sentence) == set()


@pytest.mark.parametrize(("note", "sentence"), FLAGGED)
def test_the_words_at_fault_are_where_it_says(note: str, sentence: str):
    assert all(sentence[item.start : item.end] == item.words for item in check_additions(Claim(sentence, (note,))))


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("audience", "面向企业发放资料。"),
        ("audience", "向老年人发放资料。"),
        ("audience", "为务工人员发放资料。"),
        ("audience", "给养殖大户发放资料。"),
        ("place", "在火车站发放资料。"),
        ("place", "进校园发放资料。"),
        ("place", "深入田间地头发放资料。"),
        ("place", "到邻县发放资料。"),
        ("cause", "因人员变动频繁发放资料。"),
        ("cause", "由于经费紧张发放资料。"),
        ("cause", "为了迎接检查发放资料。"),
        ("cause", "根据巡察反馈发放资料。"),
    ],
)
def test_an_audience_a_place_or_a_cause_that_no_note_has_is_refused(code: str, sentence: str):
    assert code in codes("发了资料。", sentence)


def test_an_item_added_to_a_list_is_refused():
    claim = Claim("解答医保、住房公积金问题。", ("解答医保问题。",))

    assert [item.code for item in check_listed(claim)] == ["named-thing"]


def test_a_long_stretch_of_which_the_note_knows_nothing_is_refused():
    claim = Claim("更新公示栏，夜以继日攻坚克难。", ("公示栏都换了新。",))

    assert [item.code for item in check_unknown(claim)] == ["deed"]
