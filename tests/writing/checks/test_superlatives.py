import pytest

from drafter.writing.checks.superlatives import check_superlatives
from drafter.writing.checks.verdict import Claim

FLAGGED = [
    ("公示栏都换了新。", "公示栏更新，荣获表彰。"),
    ("公示栏都换了新。", "公示栏更新，获评先进单位。"),
    ("公示栏都换了新。", "公示栏更新，成为典型。"),
    ("公示栏都换了新。", "公示栏更新，率先完成。"),
    ("公示栏都换了新。", "公示栏更新，走在前列。"),
    ("公示栏都换了新。", "公示栏更新，排名第一。"),
    ("公示栏都换了新。", "公示栏更新，成效显著。"),
    ("公示栏都换了新。", "公示栏更新，圆满完成。"),
    ("公示栏都换了新。", "公示栏更新，得到肯定。"),
    ("公示栏都换了新。", "公示栏更新，高度评价。"),
    ("公示栏都换了新。", "公示栏更新，受到好评。"),
    ("公示栏都换了新。", "公示栏更新，全县首个。"),
    ("公示栏都换了新。", "公示栏更新，示范点。"),
    ("公示栏都换了新。", "公示栏更新，标杆。"),
    ("公示栏都换了新。", "公示栏更新，亮点。"),
    ("公示栏都换了新。", "公示栏更新，特色。"),
    ("公示栏都换了新。", "公示栏更新，广泛认可。"),
    ("公示栏都换了新。", "公示栏更新，一流。"),
    ("公示栏都换了新。", "公示栏更新，创新性做法。"),
    ("公示栏都换了新。", "公示栏更新，突破性进展。"),
    ("公示栏都换了新。", "公示栏更新，入选案例。"),
    ("公示栏都换了新。", "公示栏更新，优秀等次。"),
    ("公示栏都换了新。", "公示栏更新，经验做法。"),
    ("公示栏都换了新。", "公示栏更新，名列前茅。"),
    ("公示栏都换了新。", "公示栏更新，高标准完成。"),
    ("公示栏都换了新。", "公示栏更新，点赞。"),
]
HARMLESS = [
    ("县里评为先进单位。", "被县级评为先进单位。"),
    ("考核第一。", "考核第一。"),
    ("公示栏都换了新。", "更新公示栏。"),
    ("做成亮点。", "做成亮点。"),
    ("问卷说满意。", "问卷反映满意。"),
    ("县里通报表扬。", "县级通报表扬。"),
]


def codes(note: str, sentence: str) -> set[str]:
    return {item.code for item in check_superlatives(Claim(sentence, (note,)))}


@pytest.mark.parametrize(("note", "sentence"), FLAGGED)
def test_praise_that_no_note_has_is_refused(note: str, sentence: str):
    assert "superlative" in codes(note, sentence)


@pytest.mark.parametrize(("note", "sentence"), HARMLESS)
def test_what_the_note_says_is_not_refused(note: str, sentence: str):
    assert codes(note, sentence) == set()


@pytest.mark.parametrize(("note", "sentence"), FLAGGED)
def test_the_words_at_fault_are_where_it_says(note: str, sentence: str):
    assert all(sentence[item.start : item.end] == item.words for item in check_superlatives(Claim(sentence, (note,))))
