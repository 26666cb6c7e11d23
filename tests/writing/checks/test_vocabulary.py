import pytest

from drafter.writing.checks.claim_words import asserted
from drafter.writing.checks.register import cut
from drafter.writing.checks.verdict import Claim
from drafter.writing.checks.vocabulary import load_approved, unproved

NOTE = "公示栏都换了新，便民服务中心设了政务公开专区，有查阅电脑。"


def open_words(sentence: str, note: str = NOTE, **more: object) -> list[str]:
    return [item.words for item in unproved(Claim(sentence, (note,), **more))]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "sentence",
    [
        "更新公示栏。",
        "在便民服务中心设置政务公开专区，配备查阅电脑。",
        "我镇按照有关要求，对公示栏进行了更换。",
        "更新公示栏{{n:N01.1}}。",
        "",
    ],
)
def test_words_of_the_note_in_any_register_are_proved(sentence: str):
    assert open_words(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("更新公示栏，美观大方。", ["美观大方"]),
        ("冒雨更新公示栏。", ["冒雨"]),
        ("更新公示栏玻璃。", ["玻璃"]),
        ("夜间更新公示栏，由木匠操刀。", ["夜间", "木匠操刀"]),
    ],
)
def test_all_other_words_are_shown_in_stretches(sentence: str, words: list[str]):
    assert open_words(sentence) == words


def test_a_name_of_the_organ_is_proved():
    assert open_words("灵溪镇更新公示栏。", own_names=("灵溪镇",)) == []
    assert open_words("灵溪镇更新公示栏。") == ["灵溪"]


def test_without_a_note_only_approved_words_are_proved():
    assert [item.words for item in unproved(Claim("按照有关要求开展工作。"))] == []
    assert [item.words for item in unproved(Claim("更换玻璃。"))] == ["更换玻璃"]


def test_no_approved_word_is_a_word_of_a_deed_actor_effect_or_habit():
    own = {
        "开展",
        "落实",
        "处理",
        "公开",
        "实施",
        "明确",
        "资料",
        "材料",
        "办法",
        "年内",
        "一年来",
        "服务",
        "运行",
        "安排",
        "运用",
    }
    clash = {word for word in load_approved().words & asserted() if len(word) > 1}

    assert clash - own == set()


def test_no_two_approved_words_on_end_make_a_word_that_asserts_something():
    from drafter.writing.checks.claim_words import claim_list

    kinds = ("roles", "named", "audience", "scope", "partners", "superlatives")
    every = set().union(*(claim_list(kind).rows for kind in kinds))
    missed = [word for word in every if [piece for _, piece in cut(word)] != [word] and len(word) > 1]

    assert missed == []
