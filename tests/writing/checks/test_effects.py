import pytest

from drafter.writing.checks.effects import check_effects
from drafter.writing.checks.verdict import Claim

FLAGGED = [
    ("公示栏都换了新。", "公示栏更新，提升公开质量。"),
    ("公示栏都换了新。", "公示栏更新，提高办事效率。"),
    ("公示栏都换了新。", "公示栏更新，增强透明度。"),
    ("公示栏都换了新。", "公示栏更新，促进规范。"),
    ("公示栏都换了新。", "公示栏更新，保障知情权。"),
    ("公示栏都换了新。", "公示栏更新，确保公开。"),
    ("公示栏都换了新。", "公示栏更新，方便了群众。"),
    ("公示栏都换了新。", "公示栏更新，拉近距离。"),
    ("公示栏都换了新。", "公示栏更新，赢得信任。"),
    ("公示栏都换了新。", "公示栏更新，取得成效。"),
    ("公示栏都换了新。", "公示栏更新，实现全公开。"),
    ("公示栏都换了新。", "公示栏更新，畅通渠道。"),
    ("公示栏都换了新。", "公示栏更新，扩大覆盖面。"),
    ("公示栏都换了新。", "公示栏更新，减轻负担。"),
    ("公示栏都换了新。", "公示栏更新，解决难题。"),
    ("公示栏都换了新。", "公示栏更新，便利群众。"),
    ("公示栏都换了新。", "公示栏更新，满足需求。"),
    ("公示栏都换了新。", "公示栏更新，杜绝错误。"),
    ("公示栏都换了新。", "公示栏更新，拓宽渠道。"),
    ("公示栏都换了新。", "公示栏更新，营造氛围。"),
    ("公示栏都换了新。", "公示栏更新，群众满意。"),
    ("公示栏都换了新。", "公示栏更新，改善环境。"),
    ("公示栏都换了新。", "公示栏更新，形成合力。"),
    ("公示栏都换了新。", "公示栏更新，惠及群众。"),
    ("公示栏都换了新。", "公示栏更新，深受欢迎。"),
    ("公示栏都换了新。", "公示栏更新，节约成本。"),
]
HARMLESS = [
    ("公示栏都换了新。", "更新公示栏。"),
    ("群众说办事方便。", "群众反映办事方便。"),
    ("效率提高了。", "效率有所提高。"),
    ("问卷满意率高。", "问卷满意率高。"),
    ("错链少了。", "错误链接较少。"),
]


def codes(note: str, sentence: str) -> set[str]:
    return {item.code for item in check_effects(Claim(sentence, (note,)))}


@pytest.mark.parametrize(("note", "sentence"), FLAGGED)
def test_an_effect_that_no_note_has_is_refused(note: str, sentence: str):
    assert "effect" in codes(note, sentence)


@pytest.mark.parametrize(("note", "sentence"), HARMLESS)
def test_what_the_note_says_is_not_refused(note: str, sentence: str):
    assert codes(note, sentence) == set()


@pytest.mark.parametrize(("note", "sentence"), FLAGGED)
def test_the_words_at_fault_are_where_it_says(note: str, sentence: str):
    assert all(sentence[item.start : item.end] == item.words for item in check_effects(Claim(sentence, (note,))))
