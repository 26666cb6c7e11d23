"""A08: the outline in the preamble and the sections that follow."""

import re
from collections.abc import Iterator

from drafter.audit.audited import Audited
from drafter.audit.enumerators import value_of
from drafter.audit.labels import letters
from drafter.audit.placing import at_line
from drafter.audit.rule import Rule
from drafter.audit.spot import Spot
from drafter.findings import Severity
from drafter.reading.source import SourceLine

_SENTENCE = re.compile("[^。]+")
_OUTLINE = re.compile("包括|包含|分为|组成|由|涵盖|内容有|部分(?:如下)?[：:]|(?:目录|内容|结构|框架)(?:如下|为)")
_COUNT = re.compile("([一二三四五六七八九十0-9]{1,2})(?:个|大)?(?:部分|方面|项内容)")
_PARTS = re.compile("[一二三四五六七八九十0-9]{1,2}(?:个|大)?部分")
"""What a sentence says that is an outline even where it names none of the six."""
_SAYS_SO = re.compile("(?:本报告|年度报告|全文|报告全文|主要内容)(?:内容)?(?:主要)?(?:包括|包含|分为|由)")
_ONLY_COUNT = re.compile(
    "(?:本报告|年度报告|全文|报告)[^，。；]{0,6}?(?:共|分为|分|由|包括|包含|有)+([一二三四五六七八九十0-9]{1,2})(?:个|大)?部分"
)
_LOOSE = {
    "overview": re.compile("总体情况"),
    "proactive": re.compile("主动公开(?:政府信息)?(?:的)?(?:工作)?情况"),
    "applications": re.compile(
        "(?:收到[和与]处理)?(?:政府信息)?(?:依申请公开|公开申请)(?:政府信息)?(?:的)?(?:处理|办理|工作)?情况"
    ),
    "disputes": re.compile("(?:因?政府信息公开(?:工作)?(?:被申请)?)?行政复议[、和与及]?(?:提起)?行政诉讼(?:的)?情况"),
    "improvement": re.compile(
        "(?:政府信息公开工作)?(?:存在的?)?(?:主要)?问题[及和与、](?:其)?改进(?:的)?(?:情况|措施)"
    ),
    "other": re.compile("其他(?:需要)?(?:报告)?的?(?:事项|情况)"),
}
_LISTING = 3
"""A sentence that names this many parts lists them."""
_SEPARATOR = re.compile("[、，,；;：:]|以及|[一二三四五六七八九十]、")
_FILLER = re.compile(
    "^.*?(?:包括|包含|分为|由|涵盖|内容有|内容[为是]|(?:依次|分别)[为是]|如下|介绍|说明|即为?)|[和及与]$|^[和及与]|等?[一二三四五六七八九十0-9]{0,2}(?:个|大)?(?:部分|方面|项内容).*$|"
    '组成|[“”"《》]|[（(].*?[）)]'
)


def _outline(audited: Audited) -> Iterator[Spot]:
    """Yield a spot where the outline in the preamble is not the six sections of the report."""
    for line in audited.report.preamble:
        for match in _SENTENCE.finditer(line.text):
            if _OUTLINE.search(match.group()) and len(_SEPARATOR.findall(match.group())) >= _LISTING:
                yield from _judged(audited, line, match)
                return
            if count := _ONLY_COUNT.search(match.group()):
                yield from _miscounted(audited, line, match, value_of(count[1]))
                return


def _miscounted(audited: Audited, line: SourceLine, match: re.Match[str], stated: int | None) -> Iterator[Spot]:
    """Yield a number of parts that stands without a list and is not that of the form."""
    actual = len(audited.form.sections)
    if stated not in (None, actual):
        message = f"引言说报告有 {stated} 个部分，统一格式是 {actual} 个部分"
        yield at_line("preamble", line, message, f"请改为 {actual} 个部分", mark=match.span())


def _judged(audited: Audited, line: SourceLine, match: re.Match[str]) -> Iterator[Spot]:
    sentence, rest, absent = match.group(), match.group(), []
    for section in audited.form.sections:
        names = sorted((section.title, *section.aliases), key=len, reverse=True)
        exact = next((name for name in names if name in rest), None)
        loose = _LOOSE[section.key].search(rest) if section.key in _LOOSE and exact is None else None
        if exact is None and loose is None:
            absent.append(section.title)
        rest = rest.replace(exact or (loose.group() if loose else "\0"), "、", 1)
    is_said = _PARTS.search(sentence) or _SAYS_SO.search(sentence)
    if len(absent) > len(audited.form.sections) - _LISTING and not is_said:
        return
    faults = [f"没有列“{title}”" for title in absent]
    faults += [f"列出的“{item}”不是统一格式的部分" for item in _foreign(rest)]
    count = _COUNT.search(sentence)
    stated = value_of(count[1]) if count else None
    if stated not in (None, len(audited.form.sections)) and not absent:
        faults.append(f"说是 {stated} 个部分，实际应为 {len(audited.form.sections)} 个")
    if faults:
        message = f"引言里列的报告组成与统一格式的六个部分不一致：{'；'.join(faults)}"
        advice = f"请改为：{'；'.join(section.title for section in audited.form.sections)}"
        yield at_line("preamble", line, message, advice, mark=match.span())


def _foreign(rest: str) -> list[str]:
    """Return what the outline lists beside the sections."""
    items = [_FILLER.sub("", _FILLER.sub("", part)).strip() for part in _SEPARATOR.split(rest)]
    return [item for item in items if len(letters(item)) > _LISTING and not _is_frame(item)]


def _is_frame(item: str) -> bool:
    """Return whether a part of the sentence is about the report, not an item of its list."""
    return any(
        word in item
        for word in (
            "本报告",
            "年度报告",
            "条例",
            "通知",
            "要求",
            "根据",
            "现将",
            "编制",
            "公布",
            "统计期限",
            "数据",
            "自20",
        )
    )


RULES = (Rule("A08", "outline-differs", Severity.WARNING, "国办公开办函〔2021〕30号；实务惯例", _outline),)
