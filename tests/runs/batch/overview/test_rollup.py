"""The county's sums: exact, and never silently partial."""

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.form.editions import load_form
from drafter.runs.batch.overview.rollup import MOST_NAMED, roll_ups
from drafter.runs.batch.summary import Summary
from tests.runs.batch.overview.sample import blocked, cells, done, unread

PATHS = list(load_form("2021").cells)
COUNT = st.one_of(st.none(), st.integers(0, 10**9))
MONEY = st.one_of(st.none(), st.decimals(0, 10**12, places=6))


@st.composite
def townships(draw: st.DrawFn) -> list[Summary]:
    """Return townships that report some cells; a few cells are drawn, the others are zero."""
    drawn = draw(st.lists(st.sampled_from(PATHS), min_size=1, max_size=4, unique=True))
    found = []
    for number in range(draw(st.integers(1, 6))):
        values = {path: draw(MONEY if path == "proactive.fees.amount" else COUNT) for path in drawn}
        found.append(done(f"第{number}镇", statistics=cells(changed=values)))
    return found


@settings(max_examples=60, deadline=None)
@given(townships())
def test_a_sum_is_the_sum_of_what_was_reported_and_names_who_did_not(summaries: list[Summary]):
    (roll_up,) = roll_ups(summaries)

    for path, found in roll_up.sums.items():
        values = {item.name: item.statistics[path] for item in summaries if item.statistics}
        reported = [Decimal(value) for value in values.values() if value is not None]
        assert Decimal(found.total) == sum(reported, Decimal(0))
        assert found.names == tuple(name for name, value in values.items() if value is None)
        assert (found.reported, found.missing) == (len(reported), len(found.names))
        assert found.is_complete == (len(reported) == len(summaries))


@settings(max_examples=30, deadline=None)
@given(townships(), st.randoms(use_true_random=False))
def test_the_order_of_townships_does_not_change_a_sum(summaries: list[Summary], random):
    shuffled = random.sample(summaries, len(summaries))

    (first,), (second,) = roll_ups(summaries), roll_ups(shuffled)
    assert [found.total for found in first.sums.values()] == [found.total for found in second.sums.values()]


def test_a_reported_zero_is_no_gap():
    (roll_up,) = roll_ups([done("甲镇"), done("乙镇")])

    assert roll_up.incomplete == {}


def test_a_dossier_that_could_not_be_read_is_missing_in_every_cell():
    (roll_up,) = roll_ups([done("甲镇"), unread("乙镇")])

    assert {found.names for found in roll_up.sums.values()} == {("乙镇人民政府",)}
    assert set(roll_up.incomplete) == set(PATHS)
    assert (roll_up.townships, roll_up.returned) == (2, 1)


def test_years_and_editions_are_never_added():
    old = done("乙镇", year=2020, edition="2019", statistics=cells("2019", 1))
    other = done("丙镇", year=2024, statistics=cells(value=5))

    found = roll_ups([done("甲镇", statistics=cells(value=2)), old, other])
    assert [(roll_up.year, roll_up.form.edition) for roll_up in found] == [
        (2025, "2021"),
        (2024, "2021"),
        (2020, "2019"),
    ]
    assert [roll_up.sums["applications.received.total"].total for roll_up in found] == [2, 5, 1]


def test_figures_of_a_returned_dossier_are_added_and_counted_as_not_final():
    (roll_up,) = roll_ups([done("甲镇"), blocked("乙镇", statistics=cells(value=3))])

    assert roll_up.sums["applications.received.total"].total == 3
    assert roll_up.returned == 1


def test_of_very_many_who_did_not_report_the_first_are_named_and_all_are_counted():
    gaps = [done(f"{number}镇", statistics=cells(value=None)) for number in range(MOST_NAMED + 5)]
    (roll_up,) = roll_ups(gaps)
    found = roll_up.sums[PATHS[0]]

    assert (found.missing, len(found.names)) == (MOST_NAMED + 5, MOST_NAMED)


def test_nobody_has_no_sums():
    assert roll_ups([]) == ()
