import pytest

from drafter.writing.checks.times import check_times
from drafter.writing.checks.verdict import Claim


@pytest.mark.parametrize(
    ("note", "sentence"),
    [
        ("群众来电，镇里过了阵子才回话", "群众来电，我镇随即回复。"),
        ("会开完了再发到网上", "会议召开期间发到网上。"),
        ("上年留下的问题今年改完", "遗留问题于上年整改完毕。"),
    ],
)
def test_another_time_than_the_notes_tell_is_refused(note: str, sentence: str):
    assert [item.code for item in check_times(Claim(sentence, (note,)))] == ["order"]


@pytest.mark.parametrize(
    ("note", "sentence"),
    [
        ("群众来电，镇里马上回话", "群众来电，我镇随即回复。"),
        ("发了错的，赶紧撤下来", "误发信息立即撤回。"),
        ("三伏天发了津贴单", "三伏天期间发放津贴单。"),
        ("上年留下的问题今年改完", "上年遗留问题今年整改完毕。"),
        ("", "随即回复。"),
    ],
)
def test_the_same_time_in_other_words_passes(note: str, sentence: str):
    assert list(check_times(Claim(sentence, (note,)))) == []
