"""A16: the closing lines and their date."""

import re
from collections.abc import Iterator
from datetime import date

from drafter.audit.audited import Audited
from drafter.audit.enumerators import value_of
from drafter.audit.placing import at_line
from drafter.audit.rule import Rule
from drafter.audit.spot import Spot
from drafter.findings import Severity
from drafter.reading.source import SourceLine

_DIGIT = "0-9０-９〇○零一二三四五六七八九十"
_DATE = re.compile(rf"([{_DIGIT}]{{4}})\s*年\s*([{_DIGIT}]{{1,3}})\s*月\s*([{_DIGIT}]{{1,3}})\s*日")


def _signature(audited: Audited) -> Iterator[Spot]:
    """Yield a spot for closing lines that are missing, have no date, or one outside the January after the year."""
    lines = [line for line in audited.report.signature if line.text.strip()]
    if not lines:
        yield Spot("没有落款（机关名称和日期）", "建议在文末写明机关名称和成文日期", "signature")
        return
    dated = [(line, match) for line in lines if (match := _DATE.search(line.text))]
    if not dated:
        yield at_line("signature", lines[-1], "落款没有写日期", "请写明成文日期，例如 2026年1月20日")
    for line, match in dated[-1:]:
        yield from _judged(audited, line, match)


def _judged(audited: Audited, line: SourceLine, match: re.Match[str]) -> Iterator[Spot]:
    day = _day(match)
    if day is None:
        message = f"落款日期“{match.group()}”不是一个日期"
        yield at_line("signature", line, message, "请核对年月日", mark=match.span())
    elif audited.year and (day.year, day.month) != (audited.year + 1, 1):
        message = f"落款日期是 {day.year}年{day.month}月{day.day}日，一般应在 {audited.year + 1}年1月1日至31日之间"
        yield at_line("signature", line, message, "请核对日期；晚于1月31日的，说明没有按时公布", mark=match.span())


def _day(match: re.Match[str]) -> date | None:
    year, month, day = (value_of(part.replace("○", "〇").replace("零", "〇")) for part in match.groups())
    try:
        return date(year, month, day) if year and month and day else None
    except ValueError:
        return None


RULES = (Rule("A16", "signature-date", Severity.INFO, "条例第四十九条；GB/T 9704—2012 第7.3.5条", _signature),)
