"""The phrase bank: every phrase has every form, and every hole a fact that some edition has."""

import pytest

from drafter.dossier.derived import SHARES, SUMS
from drafter.form.editions import editions, load_form
from drafter.writing.bank import COMPARISONS, FORMS, load_bank
from drafter.writing.slots import HOLE

BANK = load_bank()
FEES = {"fees.notices", "fees.billed_yuan", "fees.collected_yuan"}
KNOWN = {path for edition in editions() for path in load_form(edition).cells} | {i.id for i in (*SUMS, *SHARES)} | FEES


@pytest.mark.parametrize("phrase_id", BANK.phrases)
def test_every_phrase_has_at_least_one_variant_of_every_form(phrase_id: str) -> None:
    phrase = BANK.phrases[phrase_id]

    assert set(phrase.forms) == {*FORMS, *COMPARISONS}
    assert all(phrase.forms.values())


@pytest.mark.parametrize("phrase_id", BANK.phrases)
def test_every_hole_of_a_phrase_names_a_fact(phrase_id: str) -> None:
    phrase = BANK.phrases[phrase_id]

    for form in FORMS:
        for variant in phrase.forms[form]:
            assert {name for name, *_words in HOLE.findall(variant)} <= {"n", *phrase.others}
    for form in COMPARISONS:
        for variant in phrase.forms[form]:
            assert set(HOLE.findall(variant)) <= {("difference", "", ""), ("percent", "", "")}
    assert {phrase.fact, *phrase.others.values()} <= KNOWN


@pytest.mark.parametrize("phrase_id", BANK.phrases)
def test_no_variant_holds_a_numeral_or_repeats_the_unit_after_a_figure(phrase_id: str) -> None:
    for variants in BANK.phrases[phrase_id].forms.values():
        for variant in variants:
            assert not any(character.isnumeric() for character in variant), variant
            assert "}件" not in variant
            assert "}万元" not in variant


@pytest.mark.parametrize("phrase_id", BANK.phrases)
def test_only_a_phrase_of_many_shows_its_own_figure(phrase_id: str) -> None:
    phrase = BANK.phrases[phrase_id]

    assert all("{n}" in variant for variant in (*phrase.forms["one"], *phrase.forms["many"]))
    assert not any("{n}" in variant for variant in (*phrase.forms["none"], *phrase.forms["zero"]))


@pytest.mark.parametrize("phrase_id", BANK.phrases)
def test_only_a_form_for_nothing_at_all_says_zero_of_another_fact(phrase_id: str) -> None:
    phrase = BANK.phrases[phrase_id]

    for form in ("zero", "one", "many"):
        for variant in phrase.forms[form]:
            only_zero = {name for name, zero, lead in HOLE.findall(variant) if zero and not lead}
            assert only_zero <= ({"n"} if form == "zero" else set())


@pytest.mark.parametrize("group_id", BANK.groups)
def test_the_parts_of_a_breakdown_are_facts(group_id: str) -> None:
    group = BANK.groups[group_id]

    assert {group.total, *(part.fact for part in group.parts)} <= KNOWN
    assert all("{label}" in variant for variant in (*group.sole, *group.whole))
    assert all("{parts}" in variant for variant in group.several)
