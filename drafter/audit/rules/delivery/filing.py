"""J01, J04: where a report is filed and when it was published."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import PurePath

from drafter.audit.audited import Audited
from drafter.audit.rule import Rule
from drafter.audit.spot import Spot
from drafter.findings import Severity

_YEAR = re.compile(r"(?<![0-9])(20[12][0-9])(?:(?=[^0-9]|$)|(?=(?:0[1-9]|1[0-2])(?:[0-3][0-9])?(?:[^0-9]|$)))")
_COLUMN = re.compile(
    "(?:.{0,8}[^0-9])?20[12][0-9](?:n|nd|nb|ndbg|nnb|nianbao|年?(?:年报|年度报告)|年度年报|年政府信息公开.{0,8})",
    re.IGNORECASE,
)
_PATH_PARTS = 2
"""Of a path on a disk only the file's name and its folder say where a report is filed."""


def _filing(audited: Audited) -> Iterator[Spot]:
    """Yield a spot where the address of a report names a year that is neither its own nor that of its publication."""
    if audited.year is None or not audited.address:
        return
    address = audited.address
    if "://" not in address:
        parts = PurePath(address.replace("\\", "/")).parts
        # Further up only a folder that is named as websites name the column of a year: 2024n, 2024年报.
        columns = [part for part in parts[:-_PATH_PARTS] if _COLUMN.fullmatch(part)]
        address = "/".join([*columns, *parts[-_PATH_PARTS:]])
    years = [(int(match[1]), match.span(1)) for match in _YEAR.finditer(address)]
    wrong = [item for item in years if item[0] not in (audited.year, audited.year + 1)]
    if wrong:
        year, mark = wrong[0]
        message = f"{audited.year} 年度报告放在了标着 {year} 的栏目或文件名下"
        yield Spot(message, f"请移到 {audited.year} 年度的栏目，或改正文件名", "file", None, address, mark)


def _late(audited: Audited) -> Iterator[Spot]:
    """Yield a spot for a report published after 31 January, or before its year was over."""
    day, year = audited.published, audited.year
    if day is None or year is None:
        return
    if day > date(year + 1, 1, 31):
        late = (day - date(year + 1, 1, 31)).days
        message = f"{_in_chinese(day)}公布，晚于{year + 1}年1月31日 {late} 天"
        yield Spot(message, "按条例第四十九条，应在每年 1 月 31 日前公布；逾期的请说明原因", "file")
    elif day <= date(year, 12, 31):
        message = f"公布日期{_in_chinese(day)}在统计年度结束之前"
        yield Spot(message, "请核对公布日期和报告年度", "file", severity=Severity.WARNING)


def _in_chinese(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


RULES = (
    Rule("J01", "filed-under-other-year", Severity.INFO, "实务惯例", _filing),
    Rule("J04", "published-late", Severity.ERROR, "条例第四十九条", _late),
)
