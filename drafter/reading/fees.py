"""信息处理费 as section 六 says it."""

import re
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation

from drafter.reading.report import ReadFees
from drafter.reading.script import compact

_ABOUT = re.compile("信息处理费|收费通知|处理费")
_NONE = re.compile(
    r"(?:未|没有|没|无|不存在|均未|不)(?:曾|发生|产生|发出|收到|出现|涉及|向|依法|申请人|过|有|[^，。；]{0,8}?)"
    r"(?:收取|发出|产生|收|涉及|发生)?[^，。；]{0,14}(?:信息处理费|处理费|收费通知)"
    r"|(?:信息处理费|处理费)(?:的)?(?:收取)?(?:情况)?(?:[：为共计是]|未|没有|均未|尚未)*(?:无|未发生|没有发生|未收取|未产生|零|0元|0万元|0。|0$)"
    r"|(?:信息处理费|处理费)[^，。；0-9]{0,6}(?:0|零)(?:元|万元|件)"
)
_NUMBER = r"(\d+(?:\.\d+)?)"
_THOUSANDS = re.compile(r"(?<=\d)[,，](?=\d{3}(?!\d))")
_NOTICES = (
    re.compile(rf"(?:收费)?通知(?:书|单)?(?:的?件数|数量)?[^0-9，。；]{{0,6}}{_NUMBER}(?:件|份|次|张)"),
    re.compile(rf"{_NUMBER}(?:件|份)(?:收费)?通知"),
)
# An amount that was collected, or of 信息处理费 as such, is not the amount of the notices.
_BILLED = re.compile(
    rf"(?<!收取)(?<!收到)(?<!实收)(?<!处理费)(?:总金额|(?<!总)金额|总额|应收取?|应缴纳?|应当收取|应当缴纳|需缴纳?)"
    rf"(?:信息处理费|处理费|费用|金额)*[^0-9，。；]{{0,5}}{_NUMBER}(万?元)"
)
_COLLECTED = re.compile(
    rf"(?:实际收取|实际收费|实际收到|实际缴纳|实际收|实缴|实收|到账|入账|共收取|(?<!应)(?<!应当)收取|收缴)(?:的)?(?:政府信息公开)?(?:信息处理费|处理费|费用)?"
    rf"(?:的)?(?:总金额|金额|总额|总计|共计|合计)?[^0-9，。；]{{0,4}}(?:\d+(?:件|笔|人|份)[、，]?(?:共|共计|计|合计)?)?{_NUMBER}(万?元)"
)
_COLLECTED_BEFORE = re.compile(
    rf"(?:信息处理费|处理费)(?:收取)?(?:的)?(?:总金额|金额|总额)?[^0-9，。；]{{0,4}}{_NUMBER}(万?元)"
)
_COLLECTED_NONE = re.compile(r"(?:未|没有|尚未)(?:实际)?(?:收取|收到)|实际收取[^0-9，。；]{0,4}(?:0|零)元|实收0元")
_NO_NOTICES = re.compile(r"(?:未|没有|无)发出[^，。；]{0,8}收费通知|发出[^，。；]{0,8}通知(?:书|单)?(?:0|零)件")


def read_fees(texts: Iterable[str]) -> ReadFees | None:
    """Return the fees; None where nothing is said of them, and None for each amount that is not said."""
    plain = (compact(_THOUSANDS.sub("", text)) for text in texts)
    clauses = [sentence for text in plain for sentence in re.split("[。；]", text) if _ABOUT.search(sentence)]
    if not clauses:
        return None
    whole = "。".join(clauses)
    notices = next((_amount(match[1]) for pattern in _NOTICES if (match := pattern.search(whole))), None)
    billed = _money(_BILLED.search(whole))
    collected = _money(_COLLECTED.search(whole))
    if collected is None and billed is None:
        collected = _money(_COLLECTED_BEFORE.search(whole))
    if not any((notices, billed, collected)) and _NONE.search(whole):
        return ReadFees(0, Decimal(0), Decimal(0))
    if collected is None and _COLLECTED_NONE.search(whole):
        collected = Decimal(0)
    if notices is None and _NO_NOTICES.search(whole):
        notices, billed = Decimal(0), Decimal(0) if billed is None else billed
    if notices is None and billed is None and collected is None:
        return None
    return ReadFees(None if notices is None else int(notices), billed, collected)


def _money(match: "re.Match[str] | None") -> Decimal | None:
    if match is None:
        return None
    amount = _amount(match[1])
    return amount * 10000 if amount is not None and match[2] == "万元" else amount


def _amount(text: str) -> Decimal | None:
    try:
        return Decimal(text)
    except InvalidOperation:
        return None
