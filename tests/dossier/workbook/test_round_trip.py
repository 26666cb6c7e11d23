"""What a clerk fills in comes back exactly, cell for cell."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.dossier.intake import assess, prior_of
from drafter.form.editions import form_for_year, load_form
from drafter.form.model import Kind
from drafter.form.statistics import Number, Statistics
from drafter.form.totals import computed_totals
from tests.dossier.workbook.filling import NAME, YEARS, fill, filled, loaded, opened, read, read_statistics, saved
from tests.form.strategies import Year, valid_year

EDITIONS = sorted(YEARS)
KINDS = {
    Kind.COUNT: st.integers(0, 999_999_999),
    Kind.CHANGE: st.integers(-999_999_999, 999_999_999),
    Kind.MONEY: st.decimals(min_value=0, max_value=99_999_999, places=4, allow_nan=False),
}


@st.composite
def any_values(draw: st.DrawFn, edition: str) -> dict[str, Number | None]:
    """Draw a value, or none, for every cell, whether they agree with each other or not."""
    cells = load_form(edition).cells.values()
    few = draw(st.sets(st.sampled_from([cell.path for cell in cells]), max_size=30))
    return {
        cell.path: draw(KINDS[cell.kind]) if cell.path in few else draw(st.sampled_from([0, 3, None])) for cell in cells
    }


@pytest.mark.parametrize("edition", EDITIONS)
@given(data=st.data())
@settings(max_examples=20)
def test_a_valid_year_comes_back_exactly_and_clean(edition: str, data: st.DataObject):
    year = data.draw(valid_year(edition))
    last = year.prior if edition == "2019" else None
    book = filled(year.statistics.values, year=YEARS[edition], fees=year.fees, prior=last and last.values)
    tree = read(saved(book))

    assert read_statistics(tree) == year.statistics
    assert {item.code for item in assess(tree, prior_of(tree, NAME)).findings} <= {
        "total-computed",
        "jump-from-last-year",
        "unit-slip",
    }


@given(year=valid_year("2021"))
@settings(max_examples=10)
def test_last_years_tables_come_back_exactly(year: Year):
    tree = read(saved(filled(year.statistics.values, fees=year.fees, prior=year.prior.values)))
    reading = prior_of(tree, NAME)

    assert reading.prior is not None
    assert (reading.prior.year, reading.prior.statistics) == (2024, year.prior)
    assert reading.findings == ()


@pytest.mark.parametrize("edition", EDITIONS)
@given(data=st.data())
@settings(max_examples=15)
def test_whatever_is_typed_comes_back_and_nothing_becomes_zero(edition: str, data: st.DataObject):
    values = data.draw(any_values(edition))
    tree = read(saved(filled(values, year=YEARS[edition], typed=True)))

    form = load_form(edition)
    assert read_statistics(tree) == Statistics(edition, values | computed_totals(form, values))


@pytest.mark.parametrize("year", [2019, 2020, 2021, 2025])
def test_an_empty_workbook_has_no_value_at_all(year: int):
    tree = read(saved(opened(year)))

    assert set(read_statistics(tree).values.values()) == {None}
    assert read_statistics(tree).edition == form_for_year(year).edition
    assert tree.last_year is None


def test_2021_takes_last_year_in_the_edition_of_2019():
    book = filled(year=2021)
    last = dict.fromkeys(load_form("2019").cells, 0)
    fill(book, 2021, last, source="prior")
    dossier = loaded(book).dossier

    assert dossier is not None
    assert dossier.prior is not None
    assert (dossier.prior.year, dossier.prior.statistics) == (2020, Statistics("2019", last))
