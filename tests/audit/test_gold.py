"""How the audit does on the gold sets, whose authors had not seen the rules.

The goals are 95 % of the seeded defects and at most 0.3 false errors a clean report. The first three sets have been
worked on since, so that their figures say that nothing is lost. What a report nobody has seen may expect is what each
set gave the first time it was run:

    gold2   117 of 152  77.0 %   0.40 false errors a clean report
    gold3   156 of 193  80.8 %   0.25
    gold4   143 of 172  83.1 %   0.45

Of gold4 only the false errors have been looked at since (three families, mended); its misses have not.
`python -m scripts.measure_audit --list [tests/gold4]` names every miss and every alarm.
"""

from pathlib import Path

import pytest

from tests.gold import build
from tests.gold.scoring import Scored, all_scored, recall

GOAL = 0.95
FALSE_ERRORS, FALSE_WARNINGS = 0.3, 0.3
ROOTS = [build.HERE, build.HERE.parent / "gold2", build.HERE.parent / "gold3"]
UNSEEN = build.HERE.parent / "gold4"
REACHED = 0.82
"""What the misses nobody has looked at leave: the goal is not reached there yet."""


def clean(root: Path) -> list[Scored]:
    return [item for item in all_scored(root) if item.report.expected is None]


@pytest.mark.parametrize("root", ROOTS, ids=lambda root: root.name)
def test_of_a_hundred_seeded_defects_ninety_five_are_found(root: Path):
    wanted, hit = recall(all_scored(root))

    assert hit.total() >= GOAL * wanted.total()


def test_on_the_set_whose_misses_nobody_has_looked_at_no_ground_is_lost():
    wanted, hit = recall(all_scored(UNSEEN))

    assert hit.total() >= REACHED * wanted.total()


@pytest.mark.parametrize("root", [*ROOTS, UNSEEN], ids=lambda root: root.name)
def test_a_clean_report_gets_less_than_one_false_error_in_three(root: Path):
    found = clean(root)

    assert sum(len(item.false_errors) for item in found) <= FALSE_ERRORS * len(found)


@pytest.mark.parametrize("root", ROOTS, ids=lambda root: root.name)
def test_a_clean_report_gets_less_than_one_false_warning_in_three(root: Path):
    found = clean(root)

    assert sum(len(item.alarms) for item in found) <= (FALSE_ERRORS + FALSE_WARNINGS) * len(found) / 2
