"""Two narratives against each other."""

from hypothesis import given
from hypothesis import strategies as st

from drafter.audit.similarity import longest_run
from drafter.runs.sameness.body import bodies_of
from drafter.runs.sameness.comparing import closeness, compared
from tests.runs.sameness.townships import NOTES, narrative

ALL = [text for notes in NOTES.values() for text in notes]
sentences = st.lists(st.sampled_from(ALL), min_size=1, max_size=8, unique=True)
any_text = st.lists(st.text("田水山石云风雨雪", min_size=1, max_size=40), min_size=1, max_size=5)
COPIED = "在三月和九月的圩日由包村干部带着账本到凉亭逐笔念给群众听并当场解释"


@given(st.one_of(sentences, any_text), st.one_of(sentences, any_text))
def test_likeness_is_the_same_both_ways(left: list[str], right: list[str]) -> None:
    one, other = bodies_of(narrative("a", left))[0], bodies_of(narrative("b", right))[0]
    there, back = closeness(one, other), closeness(other, one)

    assert (there.jaccard, there.containment, len(there.run), there.band) == (
        back.jaccard,
        back.containment,
        len(back.run),
        back.band,
    )


@given(any_text, any_text)
def test_the_longest_run_is_that_of_all_pairs_of_sentences(left: list[str], right: list[str]) -> None:
    one, other = bodies_of(narrative("a", left))[0], bodies_of(narrative("b", right))[0]
    longest = max(len(longest_run(a, b)) for a in one.words for b in other.words)

    assert len(closeness(one, other).run) == (longest if longest >= 5 else 0)


@given(sentences, st.integers(0, 8), st.integers(0, 8))
def test_a_copied_sentence_is_found_wherever_it_stands(own: list[str], here: int, there: int) -> None:
    others = [text for text in ALL if text not in own][:8]
    left = narrative("a", [*own[:here], COPIED, *own[here:]])
    right = narrative("b", [*others[:there], COPIED, *others[there:]])
    (found,) = compared(left, right)

    assert found.band != "none"
    assert COPIED in {pair.left.text for pair in found.shared}
    assert all(pair.left.text == pair.right.text for pair in found.shared)


@given(sentences.flatmap(lambda texts: st.tuples(st.just(texts), st.permutations(texts))))
def test_the_order_of_the_sentences_does_not_matter(orders: tuple[list[str], list[str]]) -> None:
    given_order, other_order = orders
    (found,) = compared(narrative("a", given_order), narrative("b", other_order))

    assert (found.jaccard, found.containment) == (1, 1)


def test_sections_are_compared_each_with_its_own() -> None:
    left, right = narrative("a", ALL[:9]), narrative("b", ALL[:9], "improvement")

    assert list(compared(left, right)) == []
