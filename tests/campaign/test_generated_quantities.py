"""A hundred thousand quantities, each in a sentence that is true but for it: each is refused, and for the quantity."""

import pytest

from drafter.writing.checks.judge import judge
from drafter.writing.checks.verdict import Claim, State
from tests.campaign.quantities import WAYS, counted, han

CHUNKS, EACH = 20, 5_000
MOST_SHOWN = 20


def is_of_quantity(code: str) -> bool:
    return code in ("numeral", "date", "hidden-character", "document-number") or code.startswith("quantity-")


@pytest.mark.parametrize("seed", range(CHUNKS))
def test_every_quantity_is_refused_as_one(seed: int) -> None:
    through = []
    for sentence in counted(seed, EACH):
        verdict = judge(Claim(sentence.text, notes=(sentence.note,), reported=True))
        blamed = [item for item in verdict.violations if item.start < sentence.end and item.end > sentence.start]
        if verdict.state is not State.RED or not any(is_of_quantity(item.code) for item in blamed):
            through.append((sentence.text, sentence.note, verdict.state.value))

    assert through[:MOST_SHOWN] == []


def test_the_quantities_are_many_and_of_every_kind() -> None:
    texts = {sentence.text for seed in range(2) for sentence in counted(seed, EACH)}

    assert len(WAYS) > 20
    assert len(texts) > 0.9 * 2 * EACH
    assert [han(number) for number in (0, 10, 105, 1010, 20_003, 100_000_000)] == [
        *("零", "一十", "一百零五", "一千零一十", "二万零三", "一亿"),
    ]


def test_the_same_sentences_without_a_quantity_are_not_refused() -> None:
    carriers = {
        (sentence.note, sentence.text[: sentence.start] + sentence.text[sentence.end :]) for sentence in counted(0, 500)
    }
    refused = [text for note, text in carriers if judge(Claim(text, notes=(note,))).state is State.RED]

    assert refused == []
