"""The rates on the fault bank: on the pairs that were tuned on, and on those of which only rates were seen.

The bounds are what the checks do today, a little below it, so that a change which loses ground is seen. The goals of
unseen sentences are quantity red 90 % and never green in 100, inventions red 80 % and never green, true paraphrases red
at most 3 % and green 60 %, harmless red at most 2 %. On the held half those of quantities and of red inventions are
met.
"""

import pytest

from drafter.writing.checks.verdict import State
from scripts.measure_fault_bank import judged, rates

TUNE = {
    "quantity": (96.0, 100.0, 0.0, 0.0),
    "invention": (92.0, 100.0, 0.0, 0.0),
    "paraphrase": (0.0, 2.5, 72.0, 100.0),
    "harmless": (0.0, 3.4, 55.0, 100.0),
}
HELD = {
    "quantity": (93.5, 100.0, 0.0, 0.0),
    "invention": (83.0, 100.0, 0.0, 3.5),
    "paraphrase": (0.0, 11.0, 49.0, 100.0),
    "harmless": (0.0, 7.5, 64.0, 100.0),
}
"""By kind: the least and most per cent red, the least and most per cent green."""


@pytest.mark.parametrize(("half", "bounds"), [("tune", TUNE), ("held", HELD)])
def test_the_rates_of_the_bank_are_held(half: str, bounds: dict[str, tuple[float, float, float, float]]):
    found = rates(judged(half))

    assert set(found) == set(bounds)
    for kind, (least_red, most_red, least_green, most_green) in bounds.items():
        counts = found[kind]
        red = 100 * counts[State.RED.value] / counts.total()
        green = 100 * counts[State.GREEN.value] / counts.total()
        assert least_red <= red <= most_red, (half, kind, "red", round(red, 1))
        assert least_green <= green <= most_green, (half, kind, "green", round(green, 1))
