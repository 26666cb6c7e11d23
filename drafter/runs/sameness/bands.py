"""How much may be shared: none, warn or block.

Measured on published reports with figures, names, titles and statutory wording masked: unrelated sections share 0 to
3 % of their 5-grams and no stretch beyond 10 characters; one copied sentence gives 10 % and a stretch of 24.
"""

from drafter.audit.similarity import ALIKE, CONTAINED, LONG_RUN, VERY_ALIKE

NONE, WARN, BLOCK = "none", "warn", "block"
RANK = {NONE: 0, WARN: 1, BLOCK: 2}

FEWEST_GRAMS, SO_FEW_GRAMS = 60, 30
"""Below so many 5-grams a share says little: a turn of speech is a quarter of the text. Only text that is mostly the
same counts there, and below the second number only a long stretch."""


def band_of(jaccard: float, containment: float, run: int, smaller: int) -> str:
    """Return the band of two sections; `smaller` is how many 5-grams the shorter of them has."""
    if smaller >= FEWEST_GRAMS:
        if jaccard > VERY_ALIKE:
            return BLOCK
        if jaccard > ALIKE or containment > CONTAINED:
            return WARN
    is_mostly_same = smaller >= SO_FEW_GRAMS and jaccard > VERY_ALIKE
    return WARN if is_mostly_same or run >= LONG_RUN else NONE
