"""Words that share a telling character with the notes."""

import pytest

from drafter.writing.checks.kinship import is_kin
from drafter.writing.checks.register import read_note


@pytest.mark.parametrize(
    ("note", "word"),
    [("拿不定的报领导定", "审定"), ("身份证号遮掉", "遮挡"), ("稿子撕了", "撕毁"), ("关注的人", "关注者")],
)
def test_a_written_word_of_a_spoken_one_is_kin(note: str, word: str):
    assert is_kin(word, word, read_note(note)) is (word != "关注者")


@pytest.mark.parametrize(
    ("note", "word"),
    [
        ("村里有事", "村民"),
        ("发了通知", "发票"),
        ("检查公开栏", "督查"),
        ("写好", "从不"),
        ("大家提意见", "专家"),
        ("看材料", "观看费"),
        ("贴公示", "首批"),
    ],
)
def test_another_person_thing_degree_or_amount_is_not(note: str, word: str):
    assert not is_kin(word, word, read_note(note))


def test_a_character_stands_for_no_more_words_than_it_has_places():
    note = read_note("遮掉身份证号")

    assert is_kin("遮挡", "遮挡证号", note)
    assert not is_kin("遮挡", "遮挡证号并遮盖", note)
