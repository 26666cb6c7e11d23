"""Computed facts are exact, and given only where they are sound."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.dossier.derived import SHARES, SUMS, change, share, sum_of
from drafter.dossier.facts import Fact
from drafter.form.editions import load_form
from drafter.form.statistics import Statistics

counts = st.integers(0, 10_000)


def fact(value: int | Decimal | None, unit: str = "件", kind: str = "count") -> Fact:
    return Fact("f", "某事", value, unit, kind, ("cell",))


def statistics(edition: str, **values: int) -> Statistics:
    cells = dict.fromkeys(load_form(edition).cells, 0)
    return Statistics(edition, {**cells, **{key.replace("__", "."): value for key, value in values.items()}})


@given(counts, counts)
def test_the_direction_follows_the_sign(value: int, base: int) -> None:
    comparison = change(fact(value), fact(base), 10)

    assert comparison is not None
    assert comparison.direction == ("up" if value > base else "down" if value < base else "same")
    assert comparison.difference == abs(value - base)


@given(counts, st.integers(0, 9))
def test_a_small_base_has_no_change_in_per_cent(value: int, base: int) -> None:
    comparison = change(fact(value), fact(base), 10)

    assert comparison is not None
    assert comparison.percent is None


@pytest.mark.parametrize(
    ("value", "base", "percent"),
    [(111, 100, "11.0"), (30, 10, "200.0"), (2025, 2000, "1.3"), (1, 16, "93.8"), (1001, 1000, "0.1")],
)
def test_per_cent_is_rounded_half_up_to_one_decimal(value: int, base: int, percent: str) -> None:
    comparison = change(fact(value), fact(base), 10)

    assert comparison is not None
    assert comparison.percent == Decimal(percent)


def test_a_change_too_small_to_show_has_no_per_cent() -> None:
    comparison = change(fact(100_001), fact(100_000), 10)

    assert comparison is not None
    assert comparison.percent is None


@pytest.mark.parametrize(
    ("this", "last"),
    [(fact(None), fact(3)), (fact(3), fact(None)), (fact(3), fact(3, "万元")), (fact(3, kind="change"), fact(2))],
)
def test_what_cannot_be_compared_is_not(this: Fact, last: Fact) -> None:
    assert change(this, last, 10) is None


def test_a_difference_of_shares_is_never_a_per_cent() -> None:
    comparison = change(fact(Decimal("62.5"), "%", "share"), fact(Decimal("50.0"), "%", "share"), 10)

    assert comparison is not None
    assert (comparison.difference, comparison.percent) == (Decimal("12.5"), None)


@pytest.mark.parametrize("edition", ["2019", "2021"])
@pytest.mark.parametrize("item", SUMS, ids=lambda item: item.id)
def test_a_sum_adds_exactly_the_cells_it_names(edition: str, item: object) -> None:
    form = load_form(edition)
    values = Statistics(edition, {path: 7**i % 1000 for i, path in enumerate(form.cells)})
    total = sum_of(item, form, values)  # type: ignore[arg-type]

    assert total is not None
    assert total.value == sum(values.number(path) for path in total.sources)
    assert len(total.sources) >= 1


def test_not_open_is_the_sum_of_eight_grounds_and_other_of_three() -> None:
    form = load_form("2021")
    by_id = {item.id: sum_of(item, form, statistics("2021")) for item in SUMS}

    assert {key: len(by_id[f"derived.{key}"].sources) for key in ("app_refused", "app_unavailable", "app_other")} == {  # type: ignore[union-attr]
        "app_refused": 8,
        "app_unavailable": 3,
        "app_other": 3,
    }


def test_a_sum_over_an_unreported_cell_is_unreported() -> None:
    form = load_form("2021")
    cells = {**statistics("2021").values, "applications.refused.stability.total": None}
    total = sum_of(next(item for item in SUMS if item.id == "derived.app_refused"), form, Statistics("2021", cells))

    assert total is not None
    assert total.value is None


def test_no_share_is_given_of_fewer_than_ten() -> None:
    few = statistics("2021", applications__granted__total=3, applications__concluded__total=9)
    enough = statistics("2021", applications__granted__total=1, applications__concluded__total=16)

    assert share(SHARES[0], few, 10) is None
    assert share(SHARES[0], enough, 10).value == Decimal("6.3")  # type: ignore[union-attr]
