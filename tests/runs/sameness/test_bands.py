"""How much may be shared before somebody has to look."""

import pytest

from drafter.runs.sameness.bands import band_of


@pytest.mark.parametrize(
    ("jaccard", "containment", "run", "smaller", "band"),
    [
        (0.03, 0.06, 10, 400, "none"),
        (0.15, 0.25, 19, 400, "none"),
        (0.16, 0.2, 0, 400, "warn"),
        (0.1, 0.26, 0, 400, "warn"),
        (0.02, 0.04, 20, 400, "warn"),
        (0.36, 0.5, 12, 400, "block"),
        (0.2, 0.9, 12, 59, "none"),
        (0.9, 0.9, 19, 59, "warn"),
        (0.9, 0.9, 19, 29, "none"),
        (0.9, 0.9, 20, 29, "warn"),
    ],
)
def test_a_band_follows_from_the_figures(jaccard: float, containment: float, run: int, smaller: int, band: str) -> None:
    assert band_of(jaccard, containment, run, smaller) == band
