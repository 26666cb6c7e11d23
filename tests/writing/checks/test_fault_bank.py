"""The rates on the fault bank: on the pairs that were tuned on, on those of which only rates were seen, on unseen ones.

The bounds are what the checks do today, a little below it, so that a change which loses ground is seen. The goals of
unseen sentences are quantity red 90 % and never green in 100, inventions red 80 % and never green, true paraphrases red
at most 3 % and green 60 %, harmless red at most 2 %. The pairs of author k were measured once, after all tuning, and
read by nobody. On them the reds of quantities and inventions are as they should be; 1 of 50 quantities and 2 of 60
inventions are green, 19 of 110 paraphrases and 4 of 80 harmless sentences are refused, and 46 paraphrases are green.
"""

import pytest

from drafter.writing.checks.verdict import State
from scripts.measure_fault_bank import judged, rates

TUNE = {
    "quantity": (96.5, 100.0, 0.0, 0.0),
    "invention": (92.0, 100.0, 0.0, 0.0),
    "paraphrase": (0.0, 1.0, 81.5, 100.0),
    "harmless": (0.0, 1.0, 85.0, 100.0),
}
HELD = {
    "quantity": (93.0, 100.0, 0.0, 0.7),
    "invention": (81.0, 100.0, 0.0, 3.5),
    "paraphrase": (0.0, 8.0, 63.0, 100.0),
    "harmless": (0.0, 5.0, 72.0, 100.0),
}
UNSEEN = {
    "quantity": (95.0, 100.0, 0.0, 2.0),
    "invention": (81.0, 100.0, 0.0, 3.5),
    "paraphrase": (0.0, 18.0, 41.0, 100.0),
    "harmless": (0.0, 5.0, 83.0, 100.0),
}
"""By kind: the least and most per cent red, the least and most per cent green."""


@pytest.mark.parametrize(("half", "bounds"), [("tune", TUNE), ("held", HELD), ("author_k", UNSEEN)])
def test_the_rates_of_the_bank_are_held(half: str, bounds: dict[str, tuple[float, float, float, float]]):
    found = rates(judged(half))

    assert set(found) == set(bounds)
    for kind, (least_red, most_red, least_green, most_green) in bounds.items():
        counts = found[kind]
        red = 100 * counts[State.RED.value] / counts.total()
        green = 100 * counts[State.GREEN.value] / counts.total()
        assert least_red <= red <= most_red, (half, kind, "red", round(red, 1))
        assert least_green <= green <= most_green, (half, kind, "green", round(green, 1))
