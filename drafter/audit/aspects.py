"""The five aspects of 总体情况 in anybody's words: which a line opens, and which a text speaks of."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from drafter.audit.enumerators import has_lead, without_lead
from drafter.reading.report import ReadSection
from drafter.reading.source import SourceLine

_NAMES: Mapping[str, re.Pattern[str]] = {
    "主动公开": re.compile("主动公开|公开内容|公开力度|信息发布"),
    "依申请公开": re.compile("依申请|公开申请|申请公开|申请办理"),
    "政府信息管理": re.compile("信息(?:的)?(?:管理|资源管理)|规范管理|信息规范"),
    "平台建设": re.compile("平台|公开(?:渠道|载体|阵地)|渠道建设|阵地建设|新媒体"),
    "监督保障": re.compile("监督|保障|组织领导|考核|队伍建设|教育培训"),
}
"""What a heading says of its aspect."""
_EXACT: Mapping[str, re.Pattern[str]] = {
    "主动公开": re.compile("主动公开|(?:公开|发布)(?:各类)?(?:政府|政务)?信息(?:共计?|累计|合计)?[0-9]+余?多?[条件篇]"),
    "依申请公开": re.compile("依申请公开|信息公开申请|公开申请"),
    "政府信息管理": re.compile("信息管理"),
    "平台建设": re.compile("平台建设"),
    "监督保障": re.compile("监督保障|监督检查|监督考核"),
}
"""What a sentence in a report with headings must say for an aspect that has none."""
_SPOKEN: Mapping[str, re.Pattern[str]] = {
    "主动公开": re.compile("主动公开|公开(?!申请)[^。，；]{0,12}(?:信息|内容|事项)|发布[^。，；]{0,12}信息|[0-9余]条"),
    "依申请公开": re.compile("依申请|公开[^。，；]{0,4}申请|申请公开|申请[^。，；]{0,8}件"),
    "政府信息管理": re.compile("信息管理|三审|审核|审签|动态(?:调整|更新)|规范性文件|清理|保密审查(?:制度|机制)"),
    "平台建设": re.compile("平台|网站|公众号|新媒体|公开栏|公示栏|专区|查阅点|专栏|抖音|栏目"),
    "监督保障": re.compile("监督(?:保障|检查|考核)|督查|督导|考核|考评|评议|追究|追责|问责|通报"),
}
"""What a report without headings says of an aspect."""
_WEAK: Mapping[str, re.Pattern[str]] = {
    "政府信息管理": re.compile("审查|目录|台账|更新|管理"),
    "监督保障": re.compile("培训|监督|保障|领导小组|责任"),
}
"""What is enough in a text of a few sentences."""
_NAMED_ASPECT = re.compile("([^，。；：]{2,12})方面")
_END_OF_HEAD = re.compile("[。；：，:;]")
_SENTENCE = re.compile("[^。；]+[。；]?")
_SHORT = 300
_STRUCTURED = 3
"""A text is arranged by aspects where this many of them have a heading."""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of 总体情况 under a heading that names an aspect."""

    aspect: str
    head: SourceLine
    text: str
    """What stands under the heading, and behind it on its line."""
    first: SourceLine
    """The line that text begins in."""


def absent_aspects(section: ReadSection) -> list[str]:
    """Return the aspects that 总体情况 does not speak of, in the order of the notice."""
    text = "".join(line.text for line in section.lines)
    named = {aspect for line in section.lines for aspect in _heads(line)}
    if len(named) >= _STRUCTURED:
        sentences = [part for part in _SENTENCE.findall(text) if _count(part) < _STRUCTURED]
        present = named | {name for name, word in _EXACT.items() if any(word.search(part) for part in sentences)}
    else:
        present = {name for name, word in _SPOKEN.items() if word.search(text)} | named
        has_heads = any(has_lead(line.text) for line in section.lines)
        if not has_heads or len(text) < _SHORT:
            present |= {name for name, word in _WEAK.items() if word.search(text)}
    return [name for name in _NAMES if name not in present]


def parts(section: ReadSection) -> Iterator[Part]:
    """Yield the stretches of 总体情况 whose headings name one aspect."""
    head: SourceLine | None = None
    lines: list[SourceLine] = []
    for line in section.lines:
        if line.level is not None or has_lead(line.text):
            yield from _part(head, lines)
            head, lines = line, []
        else:
            lines.append(line)
    yield from _part(head, lines)


def _part(head: SourceLine | None, lines: list[SourceLine]) -> Iterator[Part]:
    if head is None:
        return
    title = head_of(head.text)
    aspects = [name for name, word in _EXACT.items() if word.search(title)]
    if len(aspects) == 1:
        rest = without_lead(head.text)[len(title) :]
        first = head if len(rest) > 1 or not lines else lines[0]
        yield Part(aspects[0], head, "".join((rest, *(line.text for line in lines))), first)


def head_of(text: str) -> str:
    """Return what a line says before its first mark of punctuation, without its enumerator."""
    return _END_OF_HEAD.split(without_lead(text), maxsplit=1)[0]


def _heads(line: SourceLine) -> set[str]:
    """Return the aspects that a line opens: by its heading, or by 在……方面."""
    single = [part for part in _SENTENCE.findall(line.text) if _count(part) < _STRUCTURED]
    heads = [match[1] for part in single for match in _NAMED_ASPECT.finditer(part)]
    if line.level is not None or has_lead(line.text) or len(line.text) < 20:
        heads.append(head_of(line.text)[:24])
    heads = [head for head in heads if _count(head) < _STRUCTURED]
    return {name for head in heads for name, word in _NAMES.items() if word.search(head)}


def _count(text: str) -> int:
    return sum(bool(word.search(text)) for word in _EXACT.values())
