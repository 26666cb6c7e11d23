"""A fact is said in the form its value calls for, every figure in it a piece of its own."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.dossier.derived import change
from drafter.dossier.facts import Comparison, Fact, Ledger
from drafter.form.numbers import read_back
from drafter.richtext import PieceKind
from drafter.writing.bank import load_bank
from drafter.writing.choice import choice_for
from drafter.writing.phrases import Speaker

NEW = "applications.received.total"


def speaker(values: dict[str, int | Decimal | None], prior: dict[str, int] | None = None, unit: str = "件") -> Speaker:
    facts = {key: Fact(key, key, value, unit, "count", (key,)) for key, value in values.items()}
    comparisons: dict[str, Comparison] = {}
    for key, base in (prior or {}).items():
        comparison = change(facts[key], Fact(key, key, base, unit, "count", (key,)), 10)
        assert comparison is not None
        comparisons[key] = comparison
        facts[f"prior.{key}"] = Fact(f"prior.{key}", key, base, unit, "count", (key,))
        facts[f"change.{key}"] = Fact(f"change.{key}", key, comparison.difference, unit, "difference", (key,))
        facts[f"percent.{key}"] = Fact(f"percent.{key}", key, comparison.percent, "%", "percent", (key,))
    return Speaker(Ledger(facts, comparisons), choice_for("县", "镇", 2025))


@given(st.integers(1, 10**9))
def test_a_count_is_shown_with_its_unit(value: int) -> None:
    text = speaker({NEW: value}).phrase("app_new")

    assert [piece.text for piece in text.pieces if piece.kind is PieceKind.FACT] == [f"{value}件"]


def test_zero_is_said_in_words_and_points_to_its_fact() -> None:
    text = speaker({NEW: 0}).phrase("app_new")

    assert not any(character.isdigit() for character in str(text))
    assert text.refs(PieceKind.FACT) == [NEW]


@pytest.mark.parametrize("phrase_id", load_bank().phrases)
def test_what_is_not_reported_is_a_gap_never_a_zero(phrase_id: str) -> None:
    text = speaker({load_bank().phrases[phrase_id].fact: None}).phrase(phrase_id)

    assert text.refs(PieceKind.FACT) == []
    assert len(text.refs(PieceKind.GAP)) == 1


@pytest.mark.parametrize(
    ("value", "base", "forbidden", "needed"),
    [(5, 3, "减少", "增加"), (3, 5, "增加", "减少"), (3, 3, "增加", "上年"), (120, 100, "减", "20%")],
)
def test_a_comparison_says_the_direction_that_the_figures_have(
    value: int, base: int, forbidden: str, needed: str
) -> None:
    text = str(speaker({NEW: value}, {NEW: base}).comparison("app_new"))

    assert needed in text
    assert forbidden not in text


def test_growth_from_nothing_is_not_given_in_per_cent() -> None:
    text = speaker({NEW: 50}, {NEW: 0}).comparison("app_new")

    assert "%" not in str(text)
    assert text.refs(PieceKind.FACT) == [f"prior.{NEW}"]


def test_without_last_year_nothing_is_compared() -> None:
    assert str(speaker({NEW: 5}).comparison("app_new")) == ""


RESULTS = [part.fact for part in load_bank().groups["app_results"].parts]


@given(st.lists(st.integers(0, 99), min_size=6, max_size=6))
def test_a_breakdown_shows_every_part_but_the_zeros(parts: list[int]) -> None:
    values: dict[str, int | Decimal | None] = dict(zip(RESULTS, parts, strict=True))
    text = speaker({**values, "applications.concluded.total": sum(parts)}).breakdown("app_results")
    shown = [piece for piece in text.pieces if piece.kind is PieceKind.FACT]

    if sum(part > 0 for part in parts) > 1:
        assert {piece.ref: read_back(piece.text.rstrip("件")) for piece in shown} == {
            fact: value for fact, value in values.items() if value
        }
    else:
        assert shown == []
