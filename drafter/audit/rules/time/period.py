"""E02: the period that the figures are said to be of."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from drafter.audit.audited import Audited
from drafter.audit.passages import Passage, passages
from drafter.audit.rule import Rule
from drafter.audit.spot import Spot
from drafter.dossier.numerals import read_numeral
from drafter.findings import Severity

_N = "(?:\\d{1,4}|[一二三四五六七八九十〇零○]{1,4})"
_FIRST = f"(?P<ay>{_N})年(?P<am>{_N})月(?:份)?(?:(?P<ad>{_N})日)?"
_LAST = f"(?:(?P<by>{_N})年|(?:同年|当年|本年|该年))?(?P<bm>{_N})月(?:份|底|末)?(?:(?P<bd>{_N})日)?"
_WHICH = "(?:截至|截止|终止|结束|止|终)?(?:于|时间|日期|日)*(?:为|是)?：?"
_PERIOD = re.compile(
    f"{_FIRST}(?:零时)?(?:起|开始|始)?[，、；]?(?:至|到|和|与|及|—+|-+|~|–|、|{_WHICH})(?:{_WHICH})?{_LAST}"
)
_MONTHS = re.compile(f"(?P<ay>{_N})年(?P<am>{_N})(?:至|到|—+|-+|~|–)(?P<bm>{_N})月(?:份)?")
_DOTTED = re.compile(
    "(?P<ay>\\d{4})(?P<sign>[./-])(?P<am>\\d{1,2})(?P=sign)(?P<ad>\\d{1,2})日?(?:起|开始)?，?(?:至|到|和|—+|-+|~|–)"
    "(?P<by>\\d{4})(?P=sign)(?P<bm>\\d{1,2})(?P=sign)(?P<bd>\\d{1,2})"
)
_UNTIL = re.compile(f"(?:截至|截止到?|截止日(?:期)?[为是]|止于|统计[至到]|更新[至到]|算[至到]){_LAST}")
_PART = re.compile("(?:20\\d\\d年|本年度?|当年)?(?:上半年|下半年|前[一二三1-3]季度|第?[一二三四1-4]季度)")
_SAID = re.compile("统计|期限|时限|数据|所列|本报告|周期|起止")
_OF_FIGURES = re.compile(
    "(?:统计|数据)[^，。；]{0,10}(?:期|时间|时段|时限|起止|周期|范围|区间|截|止|至|到|为)|期限|时限|起止"
)
ADVICE = "应为自报告年度1月1日起至12月31日止"

Day = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Period:
    """What a sentence says that the figures are of; `first` is None where it only says until when."""

    span: tuple[int, int]
    text: str
    first: Day | None
    last: Day | None
    """None where only a part of the year is named: 上半年."""


def _find(audited: Audited) -> Iterator[Spot]:
    year = audited.year
    if year is None:
        return
    is_said = False
    for passage in passages(audited, "preamble", "overview", "title", "unknown", "other"):
        for period in _periods(passage, year):
            is_said = True
            if problem := _problem(period.first, period.last, year):
                yield passage.spot(f"统计期限“{period.text}”{problem}", period.span, ADVICE)
    if not is_said and audited.report.period:
        first, last = (_parts(text) for text in audited.report.period)
        if problem := _problem(first, last, year):
            yield Spot(f"统计期限{problem}", ADVICE, "preamble")


def _periods(passage: Passage, year: int) -> Iterator[Period]:
    """Yield the periods of a sentence: both days, months, or only a last day or a part of the year."""
    is_found = False
    for match in (match for form in (_PERIOD, _MONTHS, _DOTTED) for match in form.finditer(passage.text)):
        if _SAID.search(passage.text[: match.start()]) or passage.section == "preamble":
            is_found = True
            yield _period(match)
    if is_found or passage.section != "preamble" or not (said := _OF_FIGURES.search(passage.text)):
        return
    for match in _UNTIL.finditer(passage.text):
        last = _day(match, "b", year, 31)
        # 数据截至2026年1月10日 tells when they were counted.
        if last[0] <= year:
            yield Period(match.span(), match.group(), None, last)
    for match in _PART.finditer(passage.text, said.start()):
        yield Period(match.span(), match.group(), None, None)


def _period(match: re.Match[str]) -> Period:
    first = _day(match, "a", 0, 1)
    return Period(match.span(), match.group(), first, _day(match, "b", first[0], 31))


def _day(match: re.Match[str], which: str, year: int, day: int) -> Day:
    """Return a day of a match; a year or a day that is not written is the given one."""
    parts = match.groupdict()
    written, month, date = (parts.get(f"{which}{part}") for part in "ymd")
    return (_number(written) if written else year, _number(month or ""), _number(date) if date else day)


def _number(text: str) -> int:
    value = read_numeral(text.replace("零", "〇").replace("○", "〇"))
    return value if isinstance(value, int) else 0


def _parts(text: str) -> Day:
    year, month, day = (int(part) for part in text.split("-"))
    return year, month, day


def _problem(first: Day | None, last: Day | None, year: int) -> str:
    if first and last and first > last:
        return "起止颠倒"
    if last != (year, 12, 31) or first not in (None, (year, 1, 1)):
        return f"不是{year}年1月1日至{year}年12月31日"
    return ""


PERIOD = Rule("E02", "period-differs", Severity.ERROR, "国办公开办函〔2021〕30号：数据统计期限为自然年度", _find)
