"""The lists of quantity words hold together."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from drafter.resources import read_text
from drafter.writing.checks.quantities import QUANTITY_CHECKS
from drafter.writing.checks.verdict import Claim
from drafter.writing.checks.wordlist import load_pattern, load_word_list
from drafter.yamltree import parse_own
from tests.writing.checks.quantity_claims import codes, violations

RAW = parse_own(read_text("schemas/lexicon/quantities.yaml")).value
LISTS = ["vague", "universal", "zero", "majority", "trend", "frequency", "ranking", "date"]
SENTENCES = json.loads((Path(__file__).parent / "quantity_sentences.json").read_text(encoding="utf-8"))


def entries(name: str) -> Iterator[str]:
    yield from (word for row in RAW[name].get("words", []) for word in row)
    yield from (word for row in RAW[name].get("same", []) for word in row["words"])


@pytest.mark.parametrize("sentence", SENTENCES["must_flag"])
def test_a_hidden_quantity_is_refused_by_one_check_or_another(sentence: str) -> None:
    assert codes(sentence)


@pytest.mark.parametrize("sentence", SENTENCES["must_pass"])
def test_a_harmless_sentence_passes_all_checks(sentence: str) -> None:
    assert not codes(sentence)


@pytest.mark.parametrize("name", LISTS)
def test_every_word_of_a_list_is_found_by_it(name: str) -> None:
    words = load_word_list(name)
    lost = [word for word in entries(name) if not list(words.hits(f"工作{word}。")) and not list(words.hits(word))]

    assert not lost


@pytest.mark.parametrize("name", LISTS)
def test_every_harmless_word_is_let_through_by_its_list(name: str) -> None:
    words = load_word_list(name)
    found = [word for row in RAW[name].get("harmless", []) for word in row if list(words.hits(f"、{word}、"))]

    assert not found


@pytest.mark.parametrize("name", LISTS)
def test_the_words_of_a_row_stand_for_each_other(name: str) -> None:
    words = load_word_list(name)
    rows = RAW[name].get("same", [])

    assert all(words.stands_in(word, (row["words"][-1],)) for row in rows for word in row["words"])


@pytest.mark.parametrize("name", LISTS)
def test_a_row_is_rows_of_words_and_not_of_characters(name: str) -> None:
    assert all(len(word) > 1 or word in "均皆都佥" for word in entries(name))


@pytest.mark.parametrize("name", sorted(RAW["single"]))
def test_every_single_pattern_compiles(name: str) -> None:
    assert load_pattern(name).pattern


def test_every_violation_says_what_is_wrong_and_what_to_do() -> None:
    for violation in violations(
        "①近{{p:x}}件申请均已按时答复，培训多次，较上年增加，首次居多，年底每月未收到投诉《条例》｛"
    ):
        assert "请" in violation.message or "不能" in violation.message
        assert "{}" not in violation.message


def test_a_check_reads_the_claim_only() -> None:
    claim = Claim("全年培训三次。")

    assert [list(check(claim)) for check in QUANTITY_CHECKS] == [list(check(claim)) for check in QUANTITY_CHECKS]
