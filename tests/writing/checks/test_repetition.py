import pytest

from drafter.writing.checks.repetition import check_empty, check_repetition
from drafter.writing.checks.verdict import Claim


@pytest.mark.parametrize(
    "sentence",
    [
        "更新公示栏，更新公示栏。",
        "更新更新公示栏。",
        "做好政务公开做好政务公开。",
        "在便民服务中心设立专区，并在便民服务中心设立电脑。",
    ],
)
def test_the_same_said_twice_is_refused(sentence: str):
    assert {item.code for item in check_repetition(Claim(sentence))} == {"repetition"}


@pytest.mark.parametrize("sentence", ["更新公示栏，撤下旧版。", "统一收稿、统一发布。", "公开目录、公开指南。"])
def test_parallel_wording_is_not_repetition(sentence: str):
    assert list(check_repetition(Claim(sentence))) == []


@pytest.mark.parametrize("sentence", ["", "。", "　", "……"])
def test_a_sentence_without_a_word_is_refused(sentence: str):
    assert [item.code for item in check_empty(Claim(sentence))] == ["empty"]
