"""The lists of quantity words hold together."""

from collections.abc import Iterator

import pytest

from drafter.resources import read_text
from drafter.writing.checks.quantities import QUANTITY_CHECKS
from drafter.writing.checks.verdict import Claim
from drafter.writing.checks.wordlist import load_pattern, load_word_list
from drafter.yamltree import parse_own
from tests.writing.checks.quantity_claims import codes, violations

RAW = parse_own(read_text("schemas/lexicon/quantities.yaml")).value
LISTS = ["vague", "universal", "zero", "majority", "trend", "frequency", "ranking", "date"]
AIMS = [
    "不断提高公开质量，切实保障群众知情权。",
    "围绕群众关切，通过图解、短视频等多种形式开展政策解读。",
    "依法依规办理政府信息公开申请，规范答复文书。",
    "健全依申请公开工作机制，完善登记、审核、办理、答复流程。",
    "严格落实信息发布审核制度，做到先审后发。",
    "在便民服务中心设立查阅点，配备电脑和资料架。",
    "把群众最关心最直接最现实的利益问题作为公开重点。",
    "对过期栏目进行清理，修复失效链接。",
    "信息公开的主动性有待提高，公开内容不够全面。",
    "做好政府信息公开年度报告的编制和发布。",
    "信息员岗位调整频繁，业务衔接不畅。",
    "推动公开工作提质增效，确保公开内容准确无误。",
    "规范性文件按照要求进行合法性审核和备案。",
    "一方面加强学习，另一方面改进方法。",
    "组织干部到兄弟乡镇学习经验做法。",
    "减少审核环节，提高工作效率。",
]


def entries(name: str) -> Iterator[str]:
    yield from (word for row in RAW[name].get("words", []) for word in row)
    yield from (word for row in RAW[name].get("same", []) for word in row["words"])


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
    assert all(len(word) > 1 or word in "均皆都" for word in entries(name))


@pytest.mark.parametrize("name", sorted(RAW["single"]))
def test_every_single_pattern_compiles(name: str) -> None:
    assert load_pattern(name).pattern


@pytest.mark.parametrize("sentence", AIMS)
def test_plain_sentences_of_a_report_pass_all_checks(sentence: str) -> None:
    assert not codes(sentence)


def test_every_violation_says_what_is_wrong_and_what_to_do() -> None:
    for violation in violations(
        "①近{{p:x}}件申请均已按时答复，培训多次，较上年增加，首次居多，年底每月未收到投诉《条例》｛"
    ):
        assert "请" in violation.message or "不能" in violation.message
        assert "{}" not in violation.message


def test_a_check_reads_the_claim_only() -> None:
    claim = Claim("全年培训三次。")

    assert [list(check(claim)) for check in QUANTITY_CHECKS] == [list(check(claim)) for check in QUANTITY_CHECKS]
