import pytest

from drafter.writing.checks.scope import check_scope
from drafter.writing.checks.verdict import Claim

FLAGGED = [
    ("更新了公示栏。", "更新全县公示栏。"),
    ("更新了公示栏。", "更新全市公示栏。"),
    ("更新了公示栏。", "更新全省公示栏。"),
    ("更新了公示栏。", "更新全镇公示栏。"),
    ("更新了公示栏。", "更新各村公示栏。"),
    ("更新了公示栏。", "更新各社区公示栏。"),
    ("更新了公示栏。", "更新各站所公示栏。"),
    ("更新了公示栏。", "更新各部门公示栏。"),
    ("更新了公示栏。", "更新辖区内公示栏。"),
    ("更新了公示栏。", "更新所有公示栏。"),
    ("更新了公示栏。", "更新村村公示栏。"),
    ("更新了公示栏。", "更新逐户公示栏。"),
    ("更新了公示栏。", "更新挨家挨户公示栏。"),
    ("更新了公示栏。", "更新全域公示栏。"),
    ("更新了公示栏。", "更新每个村公示栏。"),
]
HARMLESS = [
    ("各村换了公示栏。", "更新各村公示栏。"),
    ("每个村都换了公示栏。", "各村更新公示栏。"),
    ("更新了公示栏。", "更新公示栏。"),
    ("全镇统一。", "全镇统一。"),
]


def codes(note: str, sentence: str) -> set[str]:
    return {item.code for item in check_scope(Claim(sentence, (note,)))}


@pytest.mark.parametrize(("note", "sentence"), FLAGGED)
def test_a_wider_reach_is_refused(note: str, sentence: str):
    assert "scope" in codes(note, sentence)


@pytest.mark.parametrize(("note", "sentence"), HARMLESS)
def test_what_the_note_says_is_not_refused(note: str, sentence: str):
    assert codes(note, sentence) == set()


@pytest.mark.parametrize(("note", "sentence"), FLAGGED)
def test_the_words_at_fault_are_where_it_says(note: str, sentence: str):
    assert all(sentence[item.start : item.end] == item.words for item in check_scope(Claim(sentence, (note,))))
