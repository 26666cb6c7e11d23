"""Take an action on a report: who may, when, and what comes of it. Nothing here touches a file or a clock."""

from dataclasses import replace

from drafter.desk.account import Account, Role
from drafter.desk.actions import (
    Accept,
    Action,
    AddNote,
    Approve,
    Correct,
    Drop,
    Edit,
    Finalise,
    HandIn,
    Insert,
    Lock,
    Reopen,
    Return,
    Undo,
    Waive,
)
from drafter.desk.correcting import correct
from drafter.desk.deciding import accept, approve, finalise, hand_in, reopen, send_back, undo
from drafter.desk.editing import drop, edit, insert, lock
from drafter.desk.grounds import grounds_of
from drafter.desk.noting import add_note
from drafter.desk.outcome import Done, Option, Refused
from drafter.desk.waiving import waive
from drafter.desk.working import Status, WorkingReport

__all__ = ["Done", "Option", "Refused", "act"]

OPEN = (Status.PENDING, Status.RETURNED, Status.CHANGED)
CHANGES = (Edit, Insert, Drop, AddNote, Correct, Undo)
"""What makes somebody an editor of the report; a lock changes nothing."""
DECISIONS = (Accept, Waive, Return, Approve, Finalise, Reopen)
STATES: tuple[tuple[type[Action], tuple[Status, ...]], ...] = (
    (Return, (Status.PENDING, Status.CHANGED)),
    (HandIn, (Status.RETURNED,)),
    (Approve, (Status.PENDING, Status.CHANGED)),
    (Finalise, (Status.APPROVED,)),
    (Reopen, (Status.APPROVED, Status.FINAL)),
)


def act(
    working: WorkingReport,
    action: Action,
    account: Account,
    *,
    two_person: bool = False,
    earlier: WorkingReport | None = None,
) -> Done | Refused:
    """Return what comes of an action: a new version of the report, or why it was not taken.

    `earlier` is the version before the last change, for `Undo`. With `two_person` nobody approves what they edited.
    """
    refusal = _role(working, action, account) or _state(working, action)
    if refusal:
        return refusal
    done = _taken(working, action, account, two_person=two_person, earlier=earlier)
    if isinstance(done, Done) and isinstance(action, CHANGES):
        return replace(done, working=replace(done.working, editors=working.editors | {account.name}))
    return done


def _role(working: WorkingReport, action: Action, account: Account) -> Refused | None:
    if not account.may_see(grounds_of(working).dossier.organ.name):
        return Refused("not-yours", "这份报告不归您办理")
    if isinstance(action, DECISIONS) and not account.may_decide:
        return Refused("role", "经办只能修改和交回，这一步要由审核来做")
    is_managers = isinstance(action, Finalise) or (isinstance(action, Reopen) and working.status is Status.FINAL)
    if is_managers and account.role is not Role.MANAGER:
        return Refused("role", "定稿和重新打开定稿要由管理来做")
    return None


def _state(working: WorkingReport, action: Action) -> Refused | None:
    allowed = next((states for kind, states in STATES if isinstance(action, kind)), OPEN)
    if working.status in allowed:
        return None
    if allowed == OPEN:
        return Refused("closed", f"报告已经{working.status.value}，不能再改；要改请先重新打开")
    names = "、".join(status.value for status in allowed)
    return Refused("status", f"报告现在是“{working.status.value}”，这一步只能在“{names}”时做")


def _taken(
    working: WorkingReport, action: Action, account: Account, *, two_person: bool, earlier: WorkingReport | None
) -> Done | Refused:
    match action:
        case Edit():
            done = edit(working, action)
        case Insert():
            done = insert(working, action)
        case Drop():
            done = drop(working, action)
        case Lock():
            done = lock(working, action)
        case AddNote():
            done = add_note(working, action, account)
        case Correct():
            done = correct(working, action)
        case Undo():
            done = undo(working, earlier)
        case _:
            done = _decided(working, action, account, two_person=two_person)
    return done


def _decided(
    working: WorkingReport,
    action: Accept | Waive | Return | HandIn | Approve | Finalise | Reopen,
    account: Account,
    *,
    two_person: bool,
) -> Done | Refused:
    match action:
        case Accept():
            done = accept(working, action, account)
        case Waive():
            done = waive(working, action, account)
        case Return():
            done = send_back(working, action)
        case HandIn():
            done = hand_in(working)
        case Approve():
            done = approve(working, account, two_person=two_person)
        case Finalise():
            done = finalise(working)
        case Reopen():
            done = reopen(working, action.reason)
    return done
