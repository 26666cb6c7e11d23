import json
import string
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.writing.checks.judge import judge
from drafter.writing.checks.register import cut, read_note
from drafter.writing.checks.support import SUPPORT_CHECKS
from drafter.writing.checks.verdict import Claim, State, verdict
from drafter.writing.checks.vocabulary import unproved

HERE = Path(__file__).parent
OWN = json.loads((HERE / "own_pairs.json").read_text(encoding="utf-8"))
SUPPORT = json.loads((HERE / "support_pairs.json").read_text(encoding="utf-8"))
NOTES = sorted({note for rows in OWN.values() for note, _ in rows})
TEXT = st.text(
    alphabet=st.sampled_from("的了定期村委会《》“”{}:、，。不未没有公开信息栏参加计划完成Ａa1三\ud800\u200b\n")
    | st.characters()
)


def support(note: str, sentence: str) -> State:
    """Return the state by support alone: figures that these pairs spell out are another check's."""
    claim = Claim(sentence, (note,))
    return verdict((item for check in SUPPORT_CHECKS for item in check(claim)), unproved(claim)).state


GREEN = [(note, sentence) for note, sentence in OWN["paraphrases"] if support(note, sentence) is State.GREEN]


@pytest.mark.parametrize("pair", SUPPORT, ids=lambda pair: pair["sentence"])
def test_the_pairs_of_the_prototype_are_told_apart(pair: dict[str, object]):
    state = judge(Claim(str(pair["sentence"]), (str(pair["note"]),))).state

    assert state is (State.GREEN if pair["supported"] else State.RED)


def test_no_invention_is_green_and_four_in_five_are_red():
    states = [support(note, sentence) for note, sentence in OWN["inventions"]]

    assert State.GREEN not in states
    assert states.count(State.RED) >= 0.8 * len(states)


def test_few_true_paraphrases_are_red_and_most_are_green():
    states = [support(note, sentence) for note, sentence in OWN["paraphrases"]]

    assert states.count(State.RED) <= 0.03 * len(states)
    assert states.count(State.GREEN) >= 0.6 * len(states)


@pytest.mark.parametrize(
    ("note", "sentence"),
    [
        ("没收信息处理费", "本年度未收取信息处理费。"),
        ("信息编写质量还要提高", "信息编写质量还有待提高。"),
        ("加强学习，提高业务水平，明年干", "明年将加强学习，不断提高业务水平。"),
        ("公示栏更新慢，准备督促村里更换", "针对公示栏更新较慢的问题，将督促各村更换。"),
        ("公众号停更了快半年", "公众号近半年未更新。"),
        ("办事指南好些都老了，正在核", "不少办事指南已较陈旧，目前正在核对。"),
        ("还有一条没改完", "还有一条尚未整改完毕。"),
        ("网站发信息43条。", "全年在网站发布信息43条。"),
        ("公开栏每季更新。", "公开栏每季度更新一次。"),
        ("请律师看了答复书再发。", "答复书在发出前，交由律师进行审阅。"),
        ("学习条例，机关干部参加。", "组织机关干部学习条例。"),
        ("管公开的人换了三茬", "公开人员先后更换三批。"),
        ("家长问得多，又补了问答。", "鉴于家长咨询较多，补充了问答。"),
        ("意见采纳了2条。", "对征集到的意见，采纳2条。"),
        ("打算把村里的公众号并到镇上的来", "拟将村级公众号并入镇级公众号。"),
        ("办公室和司法所一起看了答复", "答复由办公室会同司法所共同审看。"),
        ("栏目缺的已经补齐了", "栏目所缺内容已补充完整。"),
    ],
)
def test_a_sentence_of_which_nothing_is_shown_to_be_false_is_not_refused(note: str, sentence: str):
    assert judge(Claim(sentence, (note,))).state is not State.RED


@pytest.mark.parametrize(
    ("note", "sentence"),
    [
        ("公开员用后台还不熟", "公开员对后台操作已较为熟悉。"),
        ("办公室去了两个人听县里的培训", "组织开展培训，办公室两人参加。"),
        ("考虑编一本惠民政策汇编。", "编印惠民政策汇编一本。"),
        ("培训了一次", "全年开展培训。"),
    ],
)
def test_its_neighbour_that_says_something_else_is_refused(note: str, sentence: str):
    assert judge(Claim(sentence, (note,))).state is State.RED


@pytest.mark.parametrize("note", NOTES)
def test_a_note_said_again_word_for_word_is_never_refused_for_want_of_support(note: str):
    assert support(note, note) is not State.AMBER


@pytest.mark.parametrize("word", ["玻璃", "冒雨", "环保袋", "无人机", "宗祠", "县长", "抽奖", "好评", "定期", "邀请"])
def test_a_word_of_no_list_and_no_note_never_leaves_a_sentence_green(word: str):
    for note, sentence in GREEN:
        for place in [start for start, _ in cut(sentence)][::4]:
            longer = sentence[:place] + word + sentence[place:]
            if not read_note(note).says(word) and not (word == "定期" and "每" in note):
                assert support(note, longer) is not State.GREEN, longer


@given(
    TEXT, st.lists(TEXT, max_size=3), st.booleans(), st.sampled_from(["deed", "plan", "problem", "stat", "frame", ""])
)
def test_no_text_makes_it_raise_and_every_place_is_in_the_text(text: str, notes: list[str], planned: bool, kind: str):
    result = judge(Claim(text, tuple(notes), planned, kind, other_names=("青石镇", "")))

    assert result.state in State
    assert all(0 <= item.start <= item.end <= len(text) for item in (*result.violations, *result.unproved))
    assert all(text[item.start : item.end] == item.words for item in result.unproved)


@given(st.sampled_from(GREEN), st.integers(0, 60), st.text(string.ascii_letters, min_size=3, max_size=8))
def test_a_foreign_word_never_leaves_a_sentence_green(pair: tuple[str, str], place: int, word: str):
    note, sentence = pair

    assert support(note, sentence[:place] + word + sentence[place:]) is not State.GREEN


def test_a_sentence_is_judged_in_two_milliseconds():
    pairs = [*OWN["paraphrases"], *OWN["inventions"]]
    judge(Claim("公开信息。"))
    start = time.perf_counter()
    for note, sentence in pairs:
        judge(Claim(sentence + "公开。", (note + "公开。",)))

    assert (time.perf_counter() - start) / len(pairs) < 0.002 * 3, "three times the goal, for a busy machine"


def test_a_long_text_does_not_take_long():
    text = "更新公示栏并公开信息目录" * 500
    start = time.perf_counter()
    judge(Claim(text, (text,)))

    assert time.perf_counter() - start < 5
