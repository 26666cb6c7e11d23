"""What no word shows is amber, and only amber."""

import pytest

from drafter.writing.checks.doubts import doubts
from drafter.writing.checks.judge import judge
from drafter.writing.checks.verdict import Claim, State


@pytest.mark.parametrize(
    ("note", "sentence"),
    [
        ("残联把册子放在大厅", "将册子放在大厅。"),
        ("公开栏看不了，更换公开栏", "更换公开栏。"),
        ("正选址，编制公开目录", "公开目录已编制。"),
        ("公开目录", "逐一公开目录。"),
    ],
)
def test_a_doubtful_sentence_is_amber_whatever_its_words(note: str, sentence: str):
    verdict = judge(Claim(sentence, (note,)))

    assert verdict.state is State.AMBER
    assert all(sentence[item.start : item.end] == item.words for item in verdict.unproved)


@pytest.mark.parametrize(
    ("note", "sentence"),
    [
        ("各村公开目录", "逐一公开目录。"),
        ("计划编制公开目录", "拟编制公开目录。"),
        ("公开栏看不了，更换公开栏", "更换无法查看的公开栏。"),
        ("公开目录", "公开目录。"),
    ],
)
def test_nothing_is_doubted_without_cause(note: str, sentence: str):
    assert list(doubts(Claim(sentence, (note,)))) == []
