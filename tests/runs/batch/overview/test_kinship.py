"""The nearest of each township, out of a stream of likenesses."""

from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.runs.batch.overview import kinship as module
from drafter.runs.batch.overview.county import gathered
from drafter.runs.batch.overview.kinship import kinship, own_last_year
from drafter.runs.sameness.narrative import Likeness
from tests.runs.batch.overview.sample import done, like

BAND = st.sampled_from(["none", "warn", "block"])
PAIR = st.tuples(st.sampled_from("abcd"), st.sampled_from("abcd")).filter(lambda pair: pair[0] != pair[1])
LIKE = st.builds(lambda pair, jaccard, band: like(*pair, jaccard, band), PAIR, st.floats(0, 1), BAND)


@settings(max_examples=60, deadline=None)
@given(st.lists(LIKE, max_size=12))
def test_the_nearest_is_the_greatest_of_all_that_name_the_township(likenesses: list[Likeness]):
    found = kinship(likenesses)

    for key in "abcd":
        own = [
            (module.BANDS[item.band], item.jaccard, item.containment)
            for item in likenesses
            if key in (item.left, item.right)
        ]
        assert (found.siblings[key].weight if key in found.siblings else None) == max(own, default=None)


def test_a_pair_is_counted_once_in_the_band_of_its_worst_section():
    found = kinship(
        [like("a", "b", 0.2, "warn"), like("b", "a", 0.9, "block", section="improvement"), like("a", "c", 0.2, "warn")]
    )

    assert found.counts == {"warn": 1, "block": 1}


def test_ones_own_last_year_is_no_sibling():
    found = kinship([like("a", "a@2024", 0.9, "block")])

    assert (found.siblings, found.last_years["a"].key, found.counts["block"]) == ({}, "a@2024", 0)


def test_a_key_with_an_at_sign_is_still_a_township():
    assert own_last_year(like("a", "b@2024", 0.9, "block")) == ""
    assert own_last_year(like("b@2024", "b", 0.9, "block")) == "b"


def test_only_the_closest_are_kept_and_the_others_are_counted(monkeypatch):
    monkeypatch.setattr(module, "MOST_CLOSEST", 2)
    found = kinship(
        [
            like("a", "b", 0.2, "warn"),
            like("a", "c", 0.9, "block"),
            like("a", "d", 0.3, "warn"),
            like("b", "c", 0.1, "none"),
        ]
    )

    assert ([item.right for item in found.closest], found.left_out) == (["c", "d"], 1)


def test_a_likeness_is_told_by_the_names_of_townships():
    county = gathered([done("a", name="甲镇人民政府")], [])

    assert [county.called(key) for key in ("a", "a@2024", "z")] == ["甲镇人民政府", "甲镇人民政府 2024 年报告", "z"]
