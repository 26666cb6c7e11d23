"""Who may do what and when: roles, states, acceptance by name, waivers, two persons, undo."""

from dataclasses import replace

import pytest

from drafter.desk.account import ALONE, Account, Role
from drafter.desk.acting import act
from drafter.desk.actions import (
    Accept,
    Action,
    AddNote,
    Approve,
    Drop,
    Finalise,
    HandIn,
    Insert,
    Lock,
    Reopen,
    Return,
    Undo,
    Waive,
    Written,
)
from drafter.desk.assessing import assess
from drafter.desk.outcome import Done, Refused
from drafter.desk.working import Status, WorkingReport
from drafter.findings import Severity
from tests.desk.example import correction, done, line_of, refused, report, typed

ORGAN = "灵溪镇人民政府"
CLERK = Account("小王", Role.CLERK, frozenset({ORGAN}))
REVIEWER = Account("老李", Role.REVIEWER)
ANSWER = "overview.4"
DOUBTFUL = typed(ANSWER, "三是编发政策解读材料11篇，耐心解答医保缴费、危房改造等群众咨询较多的问题。")
EDIT = typed("overview.19", "二是举办业务培训2次，信息员共86人次参加。")


def status(value: Status) -> WorkingReport:
    return replace(report(), status=value)


@pytest.mark.parametrize(
    "action", [Accept(ANSWER, ("耐心",)), Waive("a", "b", "c", "d"), Return(("改",)), Approve(), Reopen("改")]
)
def test_a_clerk_decides_nothing(action: Action):
    assert refused(status(Status.PENDING), action, CLERK).code == "role"


def test_a_clerk_edits_and_hands_in():
    edited = done(status(Status.RETURNED), EDIT, CLERK).working
    handed = done(edited, HandIn(), CLERK).working

    assert handed.status is Status.CHANGED
    assert handed.editors == {"小王"}


def test_a_report_of_another_township_is_nobodys_to_touch():
    other = Account("小赵", Role.CLERK, frozenset({"别处镇人民政府"}))

    assert refused(report(), EDIT, other).code == "not-yours"


@pytest.mark.parametrize(
    ("action", "allowed"),
    [
        (Return(("改",)), {Status.PENDING, Status.CHANGED}),
        (HandIn(), {Status.RETURNED}),
        (Approve(), {Status.PENDING, Status.CHANGED}),
        (Finalise(), {Status.APPROVED}),
        (Reopen("改"), {Status.APPROVED, Status.FINAL}),
        (EDIT, {Status.PENDING, Status.RETURNED, Status.CHANGED}),
        (Drop("overview.19"), {Status.PENDING, Status.RETURNED, Status.CHANGED}),
        (Lock("overview.19"), {Status.PENDING, Status.RETURNED, Status.CHANGED}),
        (AddNote("其他", "内容", "台账"), {Status.PENDING, Status.RETURNED, Status.CHANGED}),
    ],
)
def test_every_action_has_its_states(action: Action, allowed: set[Status]):
    assert {value for value in Status if isinstance(act(status(value), action, ALONE), Done)} == allowed


@pytest.mark.parametrize(("action", "value"), [(Finalise(), Status.APPROVED), (Reopen("改"), Status.FINAL)])
def test_final_files_are_the_managers(action: Action, value: Status):
    assert refused(status(value), action, REVIEWER).code == "role"


def test_unproved_words_are_accepted_by_name():
    doubtful = done(report(), DOUBTFUL).working
    accepted = done(doubtful, Accept(ANSWER, ("耐心",)), REVIEWER).working

    assert [line.id for line in assess(doubtful).ambers] == [ANSWER]
    assert assess(doubtful).blockers != ()
    assert line_of(accepted, ANSWER).accepted_by == "老李"
    assert assess(accepted).blockers == ()
    assert "sentence-amber" not in {finding.code for finding in assess(accepted).findings}


def test_acceptance_is_for_the_words_there_are():
    doubtful = done(report(), DOUBTFUL).working

    assert refused(doubtful, Accept(ANSWER, ("热情",))).code == "words-changed"
    assert refused(report(), Accept(ANSWER, ())).code == "nothing-to-accept"


def test_a_change_of_the_text_takes_the_acceptance_away():
    accepted = done(done(report(), DOUBTFUL).working, Accept(ANSWER, ("耐心",))).working
    changed = done(accepted, typed(ANSWER, "三是编发政策解读材料11篇，耐心解答医保缴费等群众咨询较多的问题。")).working

    assert line_of(changed, ANSWER).accepted_by == ""
    assert assess(changed).blockers != ()


def test_a_red_sentence_cannot_be_accepted_and_blocks():
    red = done(report(), typed(ANSWER, "三是编发政策解读材料11篇，深受群众好评。")).working

    assert refused(red, Accept(ANSWER, ())).code == "line-red"
    assert refused(red, Approve()).code == "not-ready"


def jumped() -> tuple[WorkingReport, Waive]:
    """Return a report with a jump against last year, and the waiver of it."""
    working = done(report(), correction(proactive__penalties__decisions=700)).working
    finding = next(item for item in assess(working).findings if item.code == "jump-from-last-year")
    return working, Waive(finding.code, finding.where, finding.message, "当年集中整治，台账已核")


def test_a_waiver_closes_a_warning_until_its_values_change():
    working, waiver = jumped()
    waived = done(working, waiver, REVIEWER).working
    changed = done(waived, correction(proactive__penalties__decisions=701)).working

    assert waiver.code not in {finding.code for finding in assess(waived).open_findings}
    assert waiver.code in {finding.code for finding in assess(waived).findings}
    assert waiver.code in {finding.code for finding in assess(changed).open_findings}


def test_a_waiver_can_be_taken_back():
    working, waiver = jumped()
    waived = done(working, waiver).working

    assert done(waived, replace(waiver, reason=" ")).working.waivers == ()
    assert refused(working, replace(waiver, reason=" ")).code == "reason-missing"


def test_errors_and_unknown_findings_are_nobodys_to_waive():
    broken = done(report(), correction(applications__received__total=99)).working
    error = next(item for item in assess(broken).findings if item.severity is Severity.ERROR)

    assert refused(broken, Waive(error.code, error.where, error.message, "无妨")).code == "not-waivable"
    assert refused(broken, Waive("jump-from-last-year", "x", "y", "无妨")).code == "finding-unknown"


def test_with_two_persons_nobody_approves_what_they_edited():
    edited = done(report(), EDIT, REVIEWER).working

    own = act(edited, Approve(), REVIEWER, two_person=True)
    other = act(edited, Approve(), Account("老张", Role.REVIEWER), two_person=True)

    assert isinstance(own, Refused)
    assert own.code == "two-persons"
    assert isinstance(other, Done)
    assert isinstance(act(edited, Approve(), REVIEWER), Done)


def test_a_return_has_reasons_which_the_clerk_receives():
    returned = done(report(), Return(("第二部分数字请核对", "  ", "补培训材料"))).working

    assert (returned.status, returned.reasons) == (Status.RETURNED, ("第二部分数字请核对", "补培训材料"))
    assert refused(report(), Return((" ",))).code == "reason-missing"


def test_the_way_to_the_final_report():
    approved = done(report(), Approve(), REVIEWER).working
    final = done(approved, Finalise()).working
    reopened = done(final, Reopen("发现错字")).working

    assert (approved.status, approved.approved_by) == (Status.APPROVED, "老李")
    assert final.status is Status.FINAL
    assert (reopened.status, reopened.approved_by) == (Status.PENDING, "")
    assert refused(final, Reopen(" ")).code == "reason-missing"


@pytest.mark.parametrize(
    "action",
    [
        EDIT,
        Insert("overview.19", (Written("举办业务培训2次。"),), ("N14",)),
        Drop("overview.19"),
        AddNote("其他", "内容", "台账"),
        correction(disputes__review__total=0, disputes__review__upheld=0),
    ],
)
def test_undo_restores_what_was_there(action: Action):
    before = report()
    changed = done(before, action).working
    undone = act(changed, Undo(), ALONE, earlier=before)

    assert isinstance(undone, Done)
    assert (undone.working.lines, undone.working.corrections, undone.working.notes) == (
        before.lines,
        before.corrections,
        before.notes,
    )


def test_undo_leaves_decisions_on_other_sentences():
    before = done(report(), DOUBTFUL).working
    accepted = done(done(before, EDIT).working, Accept(ANSWER, ("耐心",))).working
    undone = act(accepted, Undo(), ALONE, earlier=before)

    assert isinstance(undone, Done)
    assert line_of(undone.working, ANSWER).accepted_by == ALONE.name
    assert line_of(undone.working, "overview.19") == line_of(report(), "overview.19")


def test_there_may_be_nothing_to_undo():
    assert refused(report(), Undo()).code == "nothing-to-undo"
