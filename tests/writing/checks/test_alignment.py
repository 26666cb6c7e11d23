"""A clause is held against what its notes have left over."""

import pytest

from drafter.writing.checks.alignment import clause_of, is_added, is_frame, may_replace
from drafter.writing.checks.verdict import Claim

NOTE = "公开栏玻璃坏了，镇里掏钱修好了"


def test_a_clause_knows_what_it_has_open_and_what_is_left_of_its_notes():
    clause = clause_of(Claim("公开栏玻璃坏了，镇里魑魅魍魉。", (NOTE,)), 10)

    assert (clause.opened, clause.left) == (4, 3)
    assert clause.surplus == 1


def test_words_are_an_addition_where_nothing_of_the_notes_is_left():
    told = "公开栏玻璃坏了，镇里掏钱修好了"

    assert is_added(Claim(f"{told}，魑魅魍魉。", (NOTE,)), len(told) + 1)
    assert not is_added(Claim("公开栏玻璃坏了，镇里魑魅。", (NOTE,)), 10)


def test_what_begins_as_an_addition_does_is_one_sooner():
    claim = Claim("公开栏玻璃坏了，并魑魅。", ("公开栏玻璃坏了",))

    assert is_added(claim, 9)
    assert not is_added(Claim("公开栏玻璃坏了，也魑魅。", ("公开栏玻璃坏了",)), 9)


def test_a_word_replaces_only_where_something_is_left_for_it():
    assert may_replace(Claim("公开栏玻璃坏了，镇里魑魅。", (NOTE,)), 10)
    assert not may_replace(Claim("公开栏魑魅玻璃坏了。", ("公开栏玻璃坏了",)), 4)


def test_a_clause_of_a_report_that_shares_nothing_with_its_notes_is_added_at_once():
    told = "公开栏玻璃坏了，镇里掏钱修好了"
    claim = Claim("公开栏玻璃坏了，魑魅。", (told,))

    assert not is_added(claim, 8)
    assert is_added(Claim(claim.text, claim.notes, reported=True), 8)


@pytest.mark.parametrize(
    "clause", ["在平台建设方面", "为做好信息公开工作", "我乡认真做好台账登记工作", "进一步规范档案管理"]
)
def test_a_clause_that_only_says_of_what_is_spoken_is_a_frame(clause: str):
    assert is_frame(clause)


@pytest.mark.parametrize("clause", ["在大厅摆放资料", "做好了公开栏", "我镇举办培训"])
def test_a_clause_that_tells_a_deed_is_none(clause: str):
    assert not is_frame(clause)
