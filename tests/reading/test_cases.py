"""Published tables in the layouts of their pages, typed in as facts: every cell that is read is right."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from drafter.form.numbers import Number
from tests.reading.pages import Score, read_text

CASES = json.loads((Path(__file__).parent / "cases.json").read_text(encoding="utf-8"))


def truth(case: dict[str, Any]) -> dict[str, Number]:
    """Return the values of a case in the units of the form: it gives an amount in 元 as the page does."""
    values = {path: Decimal(str(value)) for path, value in case["cells"].items()}
    in_yuan = {path for path, text in case["raw"].items() if text.endswith("元") and "万" not in text}
    return {path: value / 10000 if path in in_yuan else value for path, value in values.items()}


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['id']}-{case['style']}")
def test_every_cell_of_a_case_is_read_and_none_is_wrong(case: dict[str, Any]):
    score, read = Score(), read_text(case["text"], case["year"])

    score.add(read, truth(case), frozenset(case["blank"]))

    assert (score.wrong, score.missed) == ((), 0)
    assert read.edition == case["edition"]


def test_blank_cells_stay_blank():
    score = Score()

    for case in CASES:
        score.add(read_text(case["text"], case["year"]), truth(case), frozenset(case["blank"]))

    # The six that are missed stand behind the last word of a text that stops within a row.
    assert score.kept >= score.blanks - 6
