"""Many narratives: what is copied is found, what is not is not, and a mass of copies stays small."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.runs.sameness.body import SECTIONS
from drafter.runs.sameness.comparing import compared
from drafter.runs.sameness.likenesses import NEAREST, candidates, likenesses
from drafter.runs.sameness.narrative import Narrative
from drafter.runs.sameness.shelf import Shelf
from tests.runs.sameness.townships import NOTES, narrative
from tests.runs.sameness.written import Writer, exact, written


def unrelated(count: int, seed: int = 7) -> list[Narrative]:
    writer = Writer(seed)
    return [writer.narrative(f"{number:04d}") for number in range(count)]


def pairs(found: list) -> set[tuple[str, str, str]]:
    return {(item.left, item.right, item.section) for item in found}


def test_planted_copies_are_found_and_nothing_else() -> None:
    writer = Writer(5)
    reports = [writer.narrative(f"{number:04d}") for number in range(120)]
    reports += [Narrative(f"copy-{number}", (), reports[number * 10].passages) for number in range(6)]
    found = list(likenesses(reports))
    blocked = {(item.left, item.right) for item in found if item.band == "block"}

    assert blocked == {(f"{number * 10:04d}", f"copy-{number}") for number in range(6)}


def test_every_likeness_is_what_comparing_the_two_gives() -> None:
    reports = {item.key: item for item in written(300)}
    found = list(likenesses(reports.values()))

    assert found
    for item in found:
        assert item in list(compared(reports[item.left], reports[item.right]))


@pytest.mark.parametrize("seed", [1, 2])
def test_nothing_that_all_pairs_would_give_is_missed(seed: int) -> None:
    reports = list(written(250, seed))
    shelf = Shelf(reports)
    truth = {
        (shelf.keys[left], shelf.keys[right], section)
        for section in ("overview", "improvement")
        for left, right in exact(shelf, section)
    }
    found = pairs(list(likenesses(reports, nearest=250)))

    assert truth
    assert len(truth & found) >= 0.99 * len(truth)
    assert found <= truth


def test_hardly_anybody_is_compared_in_vain() -> None:
    shelf = Shelf(written(1000))
    looked = [sum(1 for _ in candidates(shelf, section)) for section in SECTIONS]

    assert max(looked) <= len(shelf)


@settings(max_examples=10)
@given(st.permutations(list(range(40))))
def test_the_order_of_the_reports_does_not_matter(order: list[int]) -> None:
    reports = list(written(40, seed=3))
    reports += [Narrative("copy", (), reports[0].passages)]

    assert list(likenesses([reports[40], *(reports[number] for number in order)])) == list(likenesses(reports))


def test_a_text_that_hundreds_share_gives_a_few_likenesses_each() -> None:
    text = unrelated(1)[0].passages
    mass = [Narrative(f"{number:03d}", (), text) for number in range(300)]
    found = list(likenesses(mass))
    told = Counter(key for item in found for key in (item.left, item.right))

    assert len(told) == 300
    assert len(found) <= 2 * 300 * NEAREST
    assert {item.band for item in found} == {"block"}


def test_siblings_with_notes_of_their_own_are_not_alike() -> None:
    assert list(likenesses(narrative(name, notes) for name, notes in NOTES.items())) == []


def test_no_report_and_one_report_are_like_nobody() -> None:
    assert list(likenesses([])) == list(likenesses(unrelated(1))) == []
    assert list(likenesses([Narrative("a", (), ()), Narrative("b", (), ())])) == []
