"""Once told as a habit."""

import re
from collections.abc import Iterator

from drafter.writing.checks.alignment import clause_of, is_added
from drafter.writing.checks.claim_words import Found, found, refused, unsupported
from drafter.writing.checks.plans import is_intended, is_planned
from drafter.writing.checks.sourcing import hints
from drafter.writing.checks.verdict import Claim, Violation

_ADDED = 1
_YEAR, _ZEAL = "全年", frozenset(["不断", "持续", "继续", "始终"])
_DENIED = re.compile("(?:[不未没]|难以|缺乏)$")
_ONCE = re.compile(
    "[一-鿿]过(?!期|时|程|去|来|高|低|于|目|年|渡|长|细|多|少|小|大|不|了|一遍)|那[天次回]|了[一]?[回次趟场遍](?!答|复|应|收|信|话|执|去|来)|[一这那有上][回次趟场](?!性)"
)
_HABIT = re.compile(
    "机制|制度|惯例|常态|动态(?=[巡检管监更维])|日常|长效|坚持|推行|固定|例行|每[逢次回天日周月季年]|一贯|逐[月季年]|按[月季周年]|轮流|形成[^，。]{0,12}做法|随时|时时"
)
_TOLD_HABIT = re.compile(
    "每|按[月季周年期]|定期|天天|经常|常|老|总|一直|机制|制度|规矩|轮|日常|坚持|平时|回回|一向|都要|随时|动态|固定|一[月周季]一"
)
_MESSAGE = "“{}”说的是经常、按期或一贯这样做，引用的材料里没有这样写，请删去或改用材料的说法。"


def check_regularity(claim: Claim) -> Iterator[Violation]:
    """Yield every word of habit or of promptness that no cited note has, in any written form."""
    for item in unsupported(claim, "regularity"):
        if _DENIED.search(claim.text[: item.start]):
            continue
        if hints(claim, "frequency") or _is_usual(claim, item):
            continue
        is_other = any(found(claim.note, "regularity"))
        if not is_other and clause_of(claim, item.start).left and not is_added(claim, item.start, _ADDED):
            continue
        yield refused(claim, item, "once-regular", _MESSAGE)


def _is_usual(claim: Claim, item: Found) -> bool:
    """Return whether a word only says of which year a report tells, or with what zeal a plan will be carried out."""
    if claim.reported:
        return False
    return (item.word == _YEAR and not _ONCE.search(claim.note)) or (
        item.word in _ZEAL and is_planned(claim.note) and is_intended(claim.text)
    )


def check_habit(claim: Claim) -> Iterator[Violation]:
    """Yield a word of habit or of standing rules where the notes tell of once: 做过检查 is no 检查机制."""
    word = _HABIT.search(claim.text)
    if word and word.group() not in claim.note and _ONCE.search(claim.note) and not _TOLD_HABIT.search(claim.note):
        yield refused(claim, Found(*word.span(), word.group()), "once-regular", _MESSAGE)
