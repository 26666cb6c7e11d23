import pytest

from drafter.writing.checks.claim_words import asserted, claim_list
from drafter.writing.checks.weights import is_light, light_words, words_between
from drafter.writing.checks.wordlist import load_word_list

QUANTITIES = ("vague", "universal", "zero", "majority", "trend", "frequency", "ranking", "date")


def test_no_light_word_says_how_many_how_often_or_when():
    hits = [word for word in light_words() for name in QUANTITIES if list(load_word_list(name).hits(word))]

    assert hits == []


def test_the_light_words_that_are_deeds_are_everyday_handling():
    grave = claim_list("grave").rows.keys() | claim_list("roles").rows.keys() | claim_list("superlatives").rows.keys()
    deeds = light_words() & asserted()

    assert deeds & grave <= {"获得", "获"}
    assert len(deeds) < 80


@pytest.mark.parametrize(
    ("word", "marks", "expected"),
    [
        ("形成", b"\1\1", True),
        ("报请", b"\0\1", True),
        ("最美", b"\1\0", False),
        ("培训", b"\1\0", False),
        ("玻璃", b"\1\1", False),
        ("显", b"\1", True),
        ("奖", b"\1", False),
    ],
)
def test_a_word_is_light_by_the_list_or_by_its_proved_half(word: str, marks: bytes, expected: bool):
    assert is_light(word, marks) is expected


def test_what_is_wanting_is_one_word_with_its_want():
    assert [word for _, word in words_between("名称不够直观", 0, 6)] == ["名称", "不够直观"]
