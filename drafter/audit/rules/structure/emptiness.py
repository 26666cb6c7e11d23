"""A11, A12: sections with nothing in them, and section 六 without the statement on 信息处理费."""

import re
from collections.abc import Iterator

from drafter.audit.audited import Audited
from drafter.audit.placing import at_line
from drafter.audit.rule import Rule
from drafter.audit.rules.structure.overview import SHORTEST
from drafter.audit.spot import Spot
from drafter.findings import Severity
from drafter.reading.report import ReadSection

FEES_SINCE = 2021
"""The first report year of 信息处理费: its rules (国办函〔2020〕109号) hold from 2021-01-01."""
_FEES = re.compile("信息处理费|收费通知|处理费")
_MARKS = re.compile(r"[\s。，、；：.,;:—\-]+")
_NOTHING = re.compile(
    "略|(?:(?:一|二|（?[一二]）?|1|2)?(?:存在的?)?(?:主要)?(?:问题|不足)?(?:及|和|与)?(?:整改|改进)?(?:情况|措施)?)?"
    "(?:[一-鿿]{0,20}?(?:政府信息公开工作|工作|方面))?(?:目前|本年度?|今年|20\\d\\d年度?)*"
    "(?:暂无|暂?未发现|暂?没有发现|没有|不存在|未存在|无)"
    "(?:(?:明显|突出|较大|重大|需要改进|需要整改|其他)?的?(?:问题|不足|情况|事项|内容)|存在的?问题)?"
    "(?:(?:整改|改进)(?:情况|措施)(?:暂?无|没有))?"
)
_NARRATIVE = ("overview", "improvement", "other")
"""The sections that are only text; in the others the table speaks."""


def _empty(audited: Audited) -> Iterator[Spot]:
    """Yield a spot for a narrative section without text, and for 总体情况 or 问题及改进 that says next to nothing."""
    for key in _NARRATIVE:
        section = audited.report.section(key)
        if section is None:
            continue
        text = _text(section)
        if not text:
            message = f"“{section.heading.text.strip()}”下面没有内容"
        elif key != "other" and (len(text) < SHORTEST or _NOTHING.fullmatch(text)):
            message = f"“{section.heading.text.strip()}”下面只有“{text}”，等于没有写"
        else:
            continue
        yield at_line(key, section.lines[0] if text else section.heading, message, _advice(key))


def _advice(key: str) -> str:
    return {
        "overview": "请按五个方面写明一年的工作",
        "improvement": "请写明存在的主要问题和对应的改进措施",
    }.get(key, "没有其他事项的，也要写一句，并写明信息处理费的收取情况")


def _fee_statement(audited: Audited) -> Iterator[Spot]:
    """Yield a spot where a report of 2021 or later says nothing of 信息处理费 anywhere."""
    section = audited.report.section("other")
    if section is None or not _text(section) or audited.year is None or audited.year < FEES_SINCE:
        return
    if not any(_FEES.search(line.text) for _, line in audited.prose()):
        message = "第六部分没有写信息处理费的收取情况"
        advice = "请写明发出收费通知的件数和总金额、实际收取的总金额；没有收取的，写明“本年度未收取信息处理费”"
        yield at_line("other", section.lines[0], message, advice)


def _text(section: ReadSection) -> str:
    return _MARKS.sub("", "".join(line.text for line in section.lines))


RULES = (
    Rule("A11", "section-empty", Severity.ERROR, "条例第五十条；国办公开办函〔2021〕30号", _empty),
    Rule("A12", "fee-statement-missing", Severity.WARNING, "国办函〔2020〕109号", _fee_statement),
)
