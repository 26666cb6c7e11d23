"""Characters a reader cannot see, or would take for others."""

import pytest

from drafter.writing.checks.characters import hidden_characters
from tests.writing.checks.quantity_claims import codes, violations

HIDDEN = [
    "\u200b", "\u200d", "\ufeff", "\u00ad", "\u2060", "\u202e", "\ue000", "\ue001", "\uf8ff", "\u3164", "\u2800",
    "\u034f", "\u180b", "\ufe0f", "\U000e0041", "\n", "\t", "\x00", "\u2028", "\ufffd", "\U000f0000", "\u0301",
]  # fmt: skip
DISGUISED = ["⼀", "⼆", "⼗", "𝟑", "٣", "१", "\uf900", "⼈"]


@pytest.mark.parametrize("character", HIDDEN)
def test_a_hidden_character_is_refused(character: str) -> None:
    (violation,) = violations(f"开展{character}培训。", checks=(hidden_characters,))

    assert (violation.code, violation.start, violation.end) == ("hidden-character", 2, 3)


@pytest.mark.parametrize("character", DISGUISED)
def test_a_character_that_passes_for_another_is_refused(character: str) -> None:
    assert violations(f"开展{character}培训。", checks=(hidden_characters,))


def test_a_run_of_them_is_one_violation() -> None:
    assert len(violations("开展\u200b\u200b培\u200b训。", checks=(hidden_characters,))) == 2


@pytest.mark.parametrize("text", ["开展“公开”培训；（修订）《条例》、PDF—A…：！？", "7×24小时％２", "开展 培训", "①"])
def test_usual_characters_pass(text: str) -> None:
    assert not violations(text, checks=(hidden_characters,))


@pytest.mark.parametrize("text", ["三\u200b次", "多\u200b次", "多 次", "培训⼀次", "全\ufeff部", "首\u3000次"])
def test_words_are_read_through_what_is_hidden_in_them(text: str) -> None:
    assert codes(text) - {"hidden-character"}
