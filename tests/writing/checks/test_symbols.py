"""Characters and words that belong to no report."""

import pytest

from drafter.writing.checks.symbols import check_old_numerals, check_order_words, check_symbols
from drafter.writing.checks.verdict import Claim


@pytest.mark.parametrize(
    "text", ["**公开**目录。", "公开☎目录。", "公开目录→网站。", "公开ニ次。", "公开目录※。", "$公开$。", "公开＝次。"]
)
def test_a_character_that_prose_has_no_use_for_is_found(text: str) -> None:
    assert {fault.code for fault in check_symbols(Claim(text, ("公开目录",)))} == {"symbol"}


@pytest.mark.parametrize("text", ["公开“目录”，（含附件）；《指南》。", "新收{{p:app_new}}，办结：{{p:app_closed}}。"])
def test_usual_characters_and_slots_pass(text: str) -> None:
    assert list(check_symbols(Claim(text, ("公开目录",)))) == []


def test_a_character_of_the_note_may_be_repeated() -> None:
    assert list(check_symbols(Claim("推行“公开+服务”。", ("搞公开+服务",)))) == []


@pytest.mark.parametrize("text", ["培训念次。", "公开幺条。", "检查双次。", "公开个把条。"])
def test_an_old_word_for_a_number_is_found(text: str) -> None:
    assert [fault.code for fault in check_old_numerals(Claim(text))] == ["numeral"]


@pytest.mark.parametrize("text", ["双向互动。", "留念册。", "开展双随机抽查。"])
def test_the_same_characters_in_words_pass(text: str) -> None:
    assert list(check_old_numerals(Claim(text))) == []


@pytest.mark.parametrize("text", ["以上规则已遵守。", "铁律。", "好的，以下是草稿。", "某某镇公开。", "此处省略。"])
def test_words_that_speak_of_the_prompt_are_found(text: str) -> None:
    assert {fault.code for fault in check_order_words(Claim(text, ("公开目录",)))} == {"prompt-echo"}
