"""Whom the county office rings up first."""

from typing import Any

import pytest

from drafter.findings import Finding, Severity
from drafter.runs.batch.overview.county import gathered
from drafter.runs.batch.overview.risk import Level, level
from drafter.runs.batch.summary import Status, Summary
from drafter.runs.sameness.narrative import Likeness
from tests.runs.batch.overview.sample import ERROR, JUMP, WARNING, blocked, done, like

AMBER = {"green": 9, "amber": 1, "red": 0}
IN_ORDER: list[dict[str, Any]] = [
    {"status": Status.BLOCKED, "findings": (ERROR,)},
    {"status": Status.PENDING},
    {"findings": (ERROR, ERROR)},
    {"findings": (ERROR,)},
    {"sentences": AMBER, "findings": (WARNING,)},
    {"sentences": AMBER},
    {"gaps": ("一", "二")},
    {"gaps": ("一",)},
    {"findings": (JUMP,)},
    {"findings": (WARNING, WARNING)},
    {"findings": (WARNING,)},
    {},
]


def order(summaries: list[Summary], likenesses: list[Likeness] | None = None) -> list[str]:
    return [line.key for line in gathered(summaries, likenesses or []).lines]


def test_the_order_is_the_documented_one_whatever_the_order_given():
    summaries = [done(f"{number:02d}", **fields) for number, fields in enumerate(IN_ORDER)]

    assert order(summaries[::-1]) == [f"{number:02d}" for number in range(len(IN_ORDER))]


def test_copied_texts_stand_after_amber_sentences_and_before_gaps():
    summaries = [done("gap", gaps=("一",)), done("copy"), done("near"), done("other"), done("amber", sentences=AMBER)]
    likenesses = [like("copy", "copy@2024", 0.8, "block"), like("near", "near@2024", 0.2, "warn")]

    assert order(summaries, likenesses) == ["amber", "copy", "near", "gap", "other"]


def test_equals_keep_the_order_of_the_county():
    assert order([done("b"), done("a"), done("c")]) == ["b", "a", "c"]


@pytest.mark.parametrize(
    ("summary", "expected"),
    [
        (blocked("a"), Level.HIGH),
        (done("a", findings=(ERROR,)), Level.HIGH),
        (done("a", findings=(WARNING,)), Level.MIDDLE),
        (done("a", sentences=AMBER), Level.MIDDLE),
        (done("a", findings=(Finding("x", Severity.INFO, "a", "b"),)), Level.LOW),
        (done("a"), Level.LOW),
    ],
)
def test_a_level_says_what_is_to_be_done(summary: Summary, expected: Level):
    assert level(gathered([summary], []).lines[0]) is expected
