"""E02: the period that the figures are said to be of."""

import re
from collections.abc import Iterator

from drafter.audit.audited import Audited
from drafter.audit.passages import passages
from drafter.audit.rule import Rule
from drafter.audit.spot import Spot
from drafter.dossier.numerals import read_numeral
from drafter.findings import Severity

_N = "(?:\\d{1,4}|[一二三四五六七八九十〇零○]{1,4})"
_PERIOD = re.compile(
    f"(?P<ay>{_N})年(?P<am>{_N})月(?:份)?(?:(?P<ad>{_N})日)?(?:起|开始)?，?(?:至|到|—+|-+|~|–)"
    f"(?:(?P<by>{_N})年|(?:同年|当年|本年))?(?P<bm>{_N})月(?:份|底|末)?(?:(?P<bd>{_N})日)?"
)
_SAID = re.compile("统计|期限|时限|数据|所列|本报告|周期")
ADVICE = "应为自报告年度1月1日起至12月31日止"


def _find(audited: Audited) -> Iterator[Spot]:
    year = audited.year
    if year is None:
        return
    is_said = False
    for passage in passages(audited, "preamble", "overview", "title", "unknown", "other"):
        for match in _PERIOD.finditer(passage.text):
            if not _SAID.search(passage.text[: match.start()]) and passage.section != "preamble":
                continue
            is_said = True
            first = (_number(match["ay"]), _number(match["am"]), _number(match["ad"] or "1"))
            last = (_number(match["by"] or match["ay"]), _number(match["bm"]), _number(match["bd"] or "31"))
            if problem := _problem(first, last, year):
                yield passage.spot(f"统计期限“{match.group()}”{problem}", match.span(), ADVICE)
    if not is_said and audited.report.period:
        first, last = (_parts(text) for text in audited.report.period)
        if problem := _problem(first, last, year):
            yield Spot(f"统计期限{problem}", ADVICE, "preamble")


def _number(text: str) -> int:
    value = read_numeral(text.replace("零", "〇").replace("○", "〇"))
    return value if isinstance(value, int) else 0


def _parts(text: str) -> tuple[int, int, int]:
    year, month, day = (int(part) for part in text.split("-"))
    return year, month, day


def _problem(first: tuple[int, int, int], last: tuple[int, int, int], year: int) -> str:
    if first > last:
        return "起止颠倒"
    if first != (year, 1, 1) or last != (year, 12, 31):
        return f"不是{year}年1月1日至{year}年12月31日"
    return ""


PERIOD = Rule("E02", "period-differs", Severity.ERROR, "国办公开办函〔2021〕30号：数据统计期限为自然年度", _find)
