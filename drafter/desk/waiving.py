"""Waivers: a warning that somebody takes on themselves, with the reason, for exactly the values it was given for."""

from dataclasses import asdict, replace

from drafter.desk.account import Account
from drafter.desk.actions import Waive
from drafter.desk.assessing import assess
from drafter.desk.outcome import Done, Refused
from drafter.desk.working import Waiver, WorkingReport
from drafter.findings import Severity

MOST_CHARACTERS = 500
NOT_WAIVED = {
    "to-fill": "【待补】要补上内容或删去，不能说明了事",
    "sentence-amber": "待认可的词要逐句认可、改写或删去，不能用说明代替",
}


def waive(working: WorkingReport, action: Waive, account: Account) -> Done | Refused:
    """Return the report with a warning waived, or open again where the reason is empty."""
    reason = action.reason.strip()
    place = (action.code, action.where, action.message)
    held = next((item for item in working.waivers if (item.code, item.where, item.message) == place), None)
    if not reason:
        return _taken_back(working, held)
    if len(reason) > MOST_CHARACTERS:
        return Refused("reason-too-long", f"理由最多 {MOST_CHARACTERS} 个字")
    if action.code in NOT_WAIVED:
        return Refused("not-waivable", NOT_WAIVED[action.code])
    finding = next((item for item in assess(working).findings if (item.code, item.where, item.message) == place), None)
    if finding is None:
        return Refused("finding-unknown", "这条提示已经变了或没有了，请看过现在的提示再说明")
    if finding.severity is Severity.ERROR:
        return Refused("not-waivable", "这是错误，要改正，不能说明了事")
    waiver = Waiver(*place, reason, account.name)
    kept = tuple(item for item in working.waivers if item != held)
    return Done(replace(working, waivers=(*kept, waiver)), action.where, asdict(held) if held else {}, asdict(waiver))


def _taken_back(working: WorkingReport, held: Waiver | None) -> Done | Refused:
    if held is None:
        return Refused("reason-missing", "请写明为什么可以不改")
    kept = tuple(item for item in working.waivers if item != held)
    return Done(replace(working, waivers=kept), held.where, asdict(held), {})
