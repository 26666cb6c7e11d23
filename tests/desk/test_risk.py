"""The queue's order: a heavier kind of trouble outweighs any amount of a lighter one."""

import pytest

from drafter.desk.assessing import assess
from drafter.desk.risk import QueueRow, summary
from drafter.desk.working import WorkingReport
from tests.desk.example import correction, done, report, typed

BROKEN = correction(applications__received__total=99)


def row(working: WorkingReport, likeness: float | None = None) -> QueueRow:
    return summary(working, assess(working), likeness)


def test_a_row_says_whose_report_it_is_and_how_it_stands():
    found = row(report())

    assert (found.organ, found.county, found.level, found.year, found.status) == (
        "灵溪镇人民政府",
        "云岭县",
        "镇",
        2025,
        "待审",
    )
    assert found.title == "云岭县灵溪镇人民政府2025年政府信息公开工作年度报告"
    assert (found.errors, found.reds, found.gaps, found.ambers, found.risk) == (0, 0, 0, 0, 0)


def test_every_kind_is_counted_once():
    amber = row(done(report(), typed("overview.4", "三是编发政策解读材料11篇，耐心解答群众咨询较多的问题。")).working)
    red = row(done(report(), typed("overview.4", "三是编发政策解读材料11篇，深受群众好评。")).working)
    jump = row(done(report(), correction(proactive__penalties__decisions=700)).working)

    assert (amber.ambers, amber.errors, amber.warnings) == (1, 0, 0)
    assert (red.reds, red.errors) == (1, 0)
    assert (jump.jumps, jump.warnings) == (1, 0)


def test_kinds_of_trouble_stand_in_their_order():
    doubtful = typed("overview.4", "三是编发政策解读材料11篇，耐心解答群众咨询较多的问题。")
    gap = correction(proactive__licensing__decisions=None)
    risks = [
        row(report()).risk,
        row(done(report(), correction(proactive__penalties__decisions=700)).working).risk,
        row(done(report(), doubtful).working).risk,
        row(report(), 0.9).risk,
        row(report(), 0.95).risk,
        row(done(report(), gap).working).risk,
    ]

    assert risks == sorted(risks)
    assert len(set(risks)) == len(risks)


@pytest.mark.parametrize(("likeness", "counts"), [(None, False), (0.3, False), (0.4, True)])
def test_likeness_counts_from_where_it_asks_a_question(likeness: float | None, counts: bool):
    assert (row(report(), likeness).risk > row(report()).risk) is counts
