"""Decisions on a report as a whole and on its unproved words: accept, return, hand in, approve, finalise, reopen."""

from dataclasses import replace

from drafter.desk.account import Account
from drafter.desk.actions import Accept, Return
from drafter.desk.assessing import assess
from drafter.desk.outcome import Done, Refused
from drafter.desk.working import Status, WorkingReport

MOST_CHARACTERS = 500
MOST_REASONS = 30


def accept(working: WorkingReport, action: Accept, account: Account) -> Done | Refused:
    """Return the report with the unproved words of a sentence accepted by name."""
    line = working.line(action.line)
    if line is None or line.dropped:
        return Refused("line-unknown", "找不到这一句，可能已经被改动或删去，请刷新页面")
    if line.state == "red":
        return Refused("line-red", "这一句没有通过检查，不能认可，请改写或删去")
    if line.state != "amber" or line.accepted_by:
        return Refused("nothing-to-accept", "这一句没有待认可的词")
    if action.words != line.unproved:
        return Refused("words-changed", "待认可的词已经变了，请看过现在的词再认可")
    changed = replace(line, accepted_by=account.name)
    words = list(line.unproved)
    return Done(
        working.with_line(changed), line.id, {"text": str(line.text), "unproved": words}, {"accepted_by": account.name}
    )


def send_back(working: WorkingReport, action: Return) -> Done | Refused:
    """Return the report sent back to the clerk with reasons."""
    reasons = tuple(reason.strip() for reason in action.reasons if reason.strip())
    if not reasons:
        return Refused("reason-missing", "退回要写明理由，经办照着改")
    if len(reasons) > MOST_REASONS or any(len(reason) > MOST_CHARACTERS for reason in reasons):
        return Refused("reason-too-long", f"最多 {MOST_REASONS} 条理由，每条最多 {MOST_CHARACTERS} 个字")
    return _moved(replace(working, reasons=reasons), working, Status.RETURNED, reasons=list(reasons))


def hand_in(working: WorkingReport) -> Done | Refused:
    """Return a returned report handed in again; its reasons stay to be looked at."""
    return _moved(working, working, Status.CHANGED)


def approve(working: WorkingReport, account: Account, *, two_person: bool) -> Done | Refused:
    """Return the report approved, where nothing keeps it from that."""
    if two_person and account.name in working.editors:
        return Refused("two-persons", "您改过这份报告，要由另一个人通过")
    if blockers := assess(working).blockers:
        return Refused("not-ready", "还不能通过：" + "；".join(blockers))
    return _moved(replace(working, approved_by=account.name), working, Status.APPROVED, approved_by=account.name)


def finalise(working: WorkingReport) -> Done | Refused:
    """Return an approved report as final."""
    if blockers := assess(working).blockers:
        return Refused("not-ready", "还不能定稿：" + "；".join(blockers))
    return _moved(working, working, Status.FINAL)


def reopen(working: WorkingReport, reason: str) -> Done | Refused:
    """Return an approved or final report open again."""
    reason = reason.strip()
    if not reason or len(reason) > MOST_CHARACTERS:
        return Refused("reason-missing", f"重新打开要写明理由，最多 {MOST_CHARACTERS} 个字")
    return _moved(replace(working, approved_by=""), working, Status.PENDING, reason=reason)


def undo(working: WorkingReport, earlier: WorkingReport | None) -> Done | Refused:
    """Return the report with text, notes and cells as they were in an earlier version; decisions since then stay."""
    if earlier is None:
        return Refused("nothing-to-undo", "没有可以撤销的改动")
    now = {line.id: line for line in working.lines}
    lines = tuple(now[line.id] if _same(now.get(line.id), line) else line for line in earlier.lines)
    restored = replace(working, lines=lines, corrections=earlier.corrections, notes=earlier.notes)
    if restored == working:
        return Refused("nothing-to-undo", "没有可以撤销的改动")
    return Done(restored, "", *_differences(working, restored))


def _same(now: object, line: object) -> bool:
    """Return whether a line differs from its earlier self in nothing but who accepted it."""
    return now is not None and replace(now, accepted_by="") == replace(line, accepted_by="")  # type: ignore[type-var]


def _differences(now: WorkingReport, restored: WorkingReport) -> tuple[dict[str, object], dict[str, object]]:
    return _summary(now, restored), _summary(restored, now)


def _summary(working: WorkingReport, other: WorkingReport) -> dict[str, object]:
    """Return what a version has that another has not, for the trail."""
    lines = {line.id: str(line.text) for line in working.lines if other.line(line.id) != line}
    cells = {
        path: None if value is None else str(value)
        for path, value in working.corrections.items()
        if path not in other.corrections or other.corrections[path] != value
    }
    return {"lines": lines, "cells": cells, "notes": [note.id for note in working.notes if note not in other.notes]}


def _moved(changed: WorkingReport, working: WorkingReport, status: Status, **after: object) -> Done:
    return Done(
        replace(changed, status=status), "", {"status": working.status.value}, {"status": status.value, **after}
    )
