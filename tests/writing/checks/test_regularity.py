import pytest

from drafter.writing.checks.regularity import check_habit, check_regularity
from drafter.writing.checks.verdict import Claim

FLAGGED = [
    ("信息员培训了一次。", "定期开展信息员培训。"),
    ("信息员培训了一次。", "每月开展信息员培训。"),
    ("信息员培训了一次。", "每季度开展信息员培训。"),
    ("信息员培训了一次。", "每周开展信息员培训。"),
    ("信息员培训了一次。", "每天开展信息员培训。"),
    ("信息员培训了一次。", "每年开展信息员培训。"),
    ("信息员培训了一次。", "常态化开展信息员培训。"),
    ("信息员培训了一次。", "长期开展信息员培训。"),
    ("信息员培训了一次。", "持续开展信息员培训。"),
    ("信息员培训了一次。", "经常开展信息员培训。"),
    ("信息员培训了一次。", "一直开展信息员培训。"),
    ("信息员培训了一次。", "始终开展信息员培训。"),
    ("信息员培训了一次。", "坚持开展信息员培训。"),
    ("信息员培训了一次。", "全年开展信息员培训。"),
    ("信息员培训了一次。", "常年开展信息员培训。"),
    ("信息员培训了一次。", "每逢开展信息员培训。"),
    ("信息员培训了一次。", "连续开展信息员培训。"),
    ("信息员培训了一次。", "反复开展信息员培训。"),
    ("信息员培训了一次。", "逐月开展信息员培训。"),
    ("信息员培训了一次。", "逐年开展信息员培训。"),
    ("信息员培训了一次。", "全天候开展信息员培训。"),
    ("信息员培训了一次。", "轮流开展信息员培训。"),
    ("信息员培训了一次。", "时刻开展信息员培训。"),
    ("信息员培训了一次。", "按月开展信息员培训。"),
    ("信息员培训了一次。", "按季度开展信息员培训。"),
]
HARMLESS = [
    ("每月自查。", "按月自查。"),
    ("每月自查。", "定期自查。"),
    ("按季度更新。", "每季度更新。"),
    ("每周一发动态。", "每周发布动态。"),
    ("天天播政策。", "每日播放政策。"),
    ("定期检查。", "定期检查。"),
    ("一直没人管。", "长期无人管理。"),
    ("全年没有投诉。", "年内没有投诉。"),
    ("每半年查一次。", "定期检查。"),
    ("经常查。", "经常性检查。"),
    ("常年坚持。", "常年坚持。"),
]


def codes(note: str, sentence: str) -> set[str]:
    claim = Claim(sentence, (note,))
    return {item.code for check in (check_regularity, check_habit) for item in check(claim)}


@pytest.mark.parametrize(("note", "sentence"), FLAGGED)
def test_once_told_as_a_habit_is_refused(note: str, sentence: str):
    assert "once-regular" in codes(note, sentence)


@pytest.mark.parametrize(("note", "sentence"), HARMLESS)
def test_what_the_note_says_is_not_refused(note: str, sentence: str):
    assert codes(note, sentence) == set()


@pytest.mark.parametrize(("note", "sentence"), FLAGGED)
def test_the_words_at_fault_are_where_it_says(note: str, sentence: str):
    assert all(sentence[item.start : item.end] == item.words for item in check_regularity(Claim(sentence, (note,))))


def test_a_habit_may_be_told_as_regular_but_not_the_reverse():
    assert codes("每月自查。", "定期自查。") == set()
    assert codes("定期自查。", "每月自查。") == {"once-regular"}
