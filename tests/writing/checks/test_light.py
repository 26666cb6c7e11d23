import pytest

from drafter.writing.checks.light import unproved
from drafter.writing.checks.verdict import Claim


def open_words(note: str, sentence: str) -> list[str]:
    return [item.words for item in unproved(Claim(sentence, (note,)))]


@pytest.mark.parametrize(
    ("note", "sentence"),
    [
        ("谁该公开啥，列了个单子。", "梳理应公开内容，形成清单。"),
        ("汛期前头把值班电话挂网上了。", "汛期来临前，在网上公布值班电话。"),
        ("专栏名字起得怪。", "专栏名称不够直观。"),
    ],
)
def test_light_words_take_the_place_of_others(note: str, sentence: str):
    assert open_words(note, sentence) == []


@pytest.mark.parametrize(
    ("note", "sentence", "words"),
    [
        ("司法所审核答复书。", "司法所审核答复书并存档。", ["存档"]),
        ("更新了目录。", "已提前更新目录。", ["提前"]),
        ("更新了目录。", "更新目录，并妥存原件、来函、底稿。", ["妥存", "来函", "底稿"]),
    ],
)
def test_where_they_add_to_the_notes_they_are_shown(note: str, sentence: str, words: list[str]):
    assert open_words(note, sentence) == words


def test_without_a_note_no_word_is_light():
    assert [item.words for item in unproved(Claim("形成清单。"))] == ["形成清单"]
