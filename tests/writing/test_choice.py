"""Variation is seeded, never random."""

from hypothesis import given
from hypothesis import strategies as st

from drafter.writing.choice import choice_for


@given(st.text(), st.lists(st.integers(), min_size=1, unique=True))
def test_the_same_organ_and_year_choose_alike(key: str, variants: list[int]) -> None:
    first, second = choice_for("云岭县", "灵溪镇人民政府", 2025), choice_for("云岭县", "灵溪镇人民政府", 2025)

    assert first.pick(key, variants) == second.pick(key, variants)
    assert first.shuffled(key, variants) == second.shuffled(key, variants)


@given(st.text(), st.lists(st.integers(), unique=True))
def test_shuffling_keeps_every_item(key: str, items: list[int]) -> None:
    assert sorted(choice_for("县", "镇", 2025).shuffled(key, items)) == sorted(items)


def test_sixteen_neighbours_spread_over_all_variants() -> None:
    picks = {choice_for("云岭县", f"第{n}镇人民政府", 2025).pick("lead.proactive", range(3)) for n in range(16)}

    assert picks == {0, 1, 2}


def test_another_year_is_another_choice_for_some_key() -> None:
    last, this = choice_for("云岭县", "灵溪镇人民政府", 2024), choice_for("云岭县", "灵溪镇人民政府", 2025)

    assert any(last.pick(str(key), range(4)) != this.pick(str(key), range(4)) for key in range(10))
