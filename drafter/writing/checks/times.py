"""When one thing was done against another: at once for late, during for after, last year for this."""

import re
from collections.abc import Iterator

from drafter.writing.checks.verdict import Claim, Violation

_AT_ONCE = re.compile("随即|立即|立刻|当即|即时|即刻|第一时间|迅速|马上|当场|当[日天](?!地)|火速|从速|秒")
_FAST = re.compile(
    "马上|立[即刻马]|当[场天日即]|随[即后时]|一[^，。]{1,6}就|赶紧|赶快|很快|快|及时|现场|第一时间|连夜|就[^，。]|即|一到|一来|那天|同时|同步|紧|抓紧|接着"
)
_DURING = re.compile("(?<!任职|存续)期间|过程中|的同时|同步(?!推进|更新)")
_ALONG = re.compile("时|边|期间|一?起|同|中|那几?天|那阵|顺|连|也|一块|一道|并|正")
_AFTER = re.compile("完|后|了才|才|再")
_LATE = re.compile("才|后来|过了|拖|晚|迟|隔|好久|半天|等了")
_LAST, _THIS = re.compile("去年|上年|往年|前年|上一年"), re.compile("今年|本年|年内|当年")
_MESSAGE = "“{}”与引用的材料说的时间先后不同，请照材料写。"


def check_times(claim: Claim) -> Iterator[Violation]:
    """Yield words of when that turn round what the notes say of it."""
    text, note = claim.text, claim.note
    if not note:
        return
    rules = (
        (_AT_ONCE, not _FAST.search(note) or bool(_LATE.search(note) and not _AT_ONCE.search(note))),
        (_DURING, bool(_AFTER.search(note)) and not _ALONG.search(note)),
        (_LAST, bool(_LAST.search(note) and _THIS.search(note) and not _THIS.search(text) and "今年" in note)),
    )
    for pattern, is_turned in rules:
        found = pattern.search(text)
        if found and is_turned and (pattern is _LAST or found.group() not in note):
            yield Violation("order", *found.span(), found.group(), _MESSAGE.format(found.group()))
