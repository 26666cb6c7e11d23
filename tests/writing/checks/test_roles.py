import pytest

from drafter.writing.checks.roles import check_roles
from drafter.writing.checks.verdict import Claim

FLAGGED = [
    ("党政办审核后发布。", "由主要领导审核后发布。"),
    ("党政办审核后发布。", "由分管领导审核后发布。"),
    ("党政办审核后发布。", "由镇长审核后发布。"),
    ("党政办审核后发布。", "由书记审核后发布。"),
    ("党政办审核后发布。", "由司法所审核后发布。"),
    ("党政办审核后发布。", "由县委办审核后发布。"),
    ("党政办审核后发布。", "由专家审核后发布。"),
    ("党政办审核后发布。", "由律师审核后发布。"),
    ("党政办审核后发布。", "由法律顾问审核后发布。"),
    ("党政办审核后发布。", "由第三方审核后发布。"),
    ("党政办审核后发布。", "由第三方机构审核后发布。"),
    ("党政办审核后发布。", "由人大代表审核后发布。"),
    ("党政办审核后发布。", "由政协委员审核后发布。"),
    ("党政办审核后发布。", "由网格员审核后发布。"),
    ("党政办审核后发布。", "由志愿者审核后发布。"),
    ("党政办审核后发布。", "由驻村干部审核后发布。"),
    ("党政办审核后发布。", "由村委会审核后发布。"),
    ("党政办审核后发布。", "由纪委审核后发布。"),
    ("党政办审核后发布。", "由妇联审核后发布。"),
    ("党政办审核后发布。", "由监督员审核后发布。"),
    ("党政办审核后发布。", "由信息员审核后发布。"),
    ("党政办审核后发布。", "由主任审核后发布。"),
    ("党政办审核后发布。", "由副镇长审核后发布。"),
    ("党政办审核后发布。", "由村支书审核后发布。"),
    ("党政办审核后发布。", "由党员审核后发布。"),
    ("党政办审核后发布。", "由乡贤审核后发布。"),
    ("党政办审核后发布。", "由记者审核后发布。"),
    ("党政办审核后发布。", "由融媒体中心审核后发布。"),
    ("副镇长审核后发布。", "镇长审核后发布。"),
    ("党政办审核，分管领导签发。", "分管领导审核，党政办签发。"),
    ("镇长当组长，分管副镇长当副组长。", "副镇长任组长。"),
]
HARMLESS = [
    ("党政办审核后发布。", "经党政办审核后发布。"),
    ("党政办审核后发布。", "由党政办公室审核后发布。"),
    ("镇长当组长。", "由镇长任组长。"),
    ("分管副镇长签发。", "由分管领导签发。"),
    ("请法律顾问把关。", "由法律顾问审核。"),
    ("网格员上门。", "网格员入户。"),
    ("镇司法所看了一遍。", "司法所审核。"),
    ("信息员报材料。", "由信息员报送材料。"),
    ("村民代表提了意见。", "村民代表提出意见。"),
    ("请人大代表来评议。", "邀请人大代表评议。"),
]


def codes(note: str, sentence: str) -> set[str]:
    return {item.code for item in check_roles(Claim(sentence, (note,)))}


@pytest.mark.parametrize(("note", "sentence"), FLAGGED)
def test_a_role_that_no_note_has_is_refused(note: str, sentence: str):
    assert "role" in codes(note, sentence)


@pytest.mark.parametrize(("note", "sentence"), HARMLESS)
def test_what_the_note_says_is_not_refused(note: str, sentence: str):
    assert codes(note, sentence) == set()


@pytest.mark.parametrize(("note", "sentence"), FLAGGED)
def test_the_words_at_fault_are_where_it_says(note: str, sentence: str):
    assert all(sentence[item.start : item.end] == item.words for item in check_roles(Claim(sentence, (note,))))
