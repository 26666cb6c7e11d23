"""How many pieces of information a sentence says were published, in all or through one channel."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from drafter.audit.breakdowns import read_breakdowns
from drafter.audit.passages import Passage
from drafter.audit.statements import speaks_of_the_year
from drafter.dossier.figures import Figure, read_figures

_PUBLISHED = re.compile(
    "(?:公开|发布|公示)(?:了|的)?(?:各类|各项|相关|有关|全部)?(?:政府|政务|政务公开|政府公开)?信息(?:内容)?(?:数量|总数|总量|条数)?"
    "(?:共计?|累计|合计|总计|达到?|为|共有|总共|数)?$"
    "|(?:主动公开|(?:全年|本年度?|年内|累计|总计)(?:主动)?公开)(?:共计?|累计|合计|总计)?$"
)
_PUBLISHED_AFTER = re.compile("(?:各类|有关)?(?:政府|政务)?信息(?![^，。；]{0,6}(?:员|栏))")
_PUBLISHES = re.compile("(?:公开|发布)(?:了|的)?(?:各类)?$")
_CHANNELS = {
    "网站": re.compile("网站|门户网"),
    "公众号": re.compile("公众号|微信(?!群)"),
    "视频": re.compile("抖音|视频号|短视频"),
    "平台": re.compile("平台"),
    "公开栏": re.compile("公开栏|公示栏|公告栏|宣传栏|村务栏"),
}
_MANY_CHANNELS = re.compile(
    "等(?:多种|各类|各种|多个|多)?(?:渠道|方式|形式|平台|途径|载体|媒介)|(?:各类|各种|多种|多个|多|各)(?:大|类|个|种)?(?:渠道|平台)|线上线下"
)
_PART = re.compile("其中|包括|主要|重点|另外?|领域|(?<!各)类")
_SUBJECT = re.compile(
    "专栏|专题|栏目|板块|专区|专版|活动|期间|方面|围绕|针对|涉及|关于|各村|村级|所属|站所|季度|半年|[0-9]月"
    "|(?:共|全年|累计|其中)[^。；]*(?:共|累计)"
)
"""What a sentence is about where its figure is not all that was published."""
_ALL = re.compile("^.*?(?=(?:全年|年内|本年度?|20\\d\\d年度?|累计|总计|共|主动)[^，。；]*$)")
"""What stands before the clause that says that it counts all."""
_UNITS = frozenset({"条", "件", "篇", "份", "条次", "篇次"})


@dataclass(frozen=True, slots=True)
class Published:
    """A figure said to be the number of pieces published in the year; `channel` is empty for the total."""

    passage: Passage
    figure: Figure
    channel: str
    is_of_all: bool
    """Whether nothing says that only some matter is meant, such as a column of the website."""


def published(group: tuple[Passage, ...], year: int | None) -> Iterator[Published]:
    """Yield the totals of what was published that a paragraph gives, of all channels or of one."""
    for passage in group:
        parts = {part.start for item in read_breakdowns(passage.text) for part in item.parts}
        for figure in read_figures(passage.text):
            before = passage.text[: figure.start]
            if figure.unit not in _UNITS or figure.start in parts or not speaks_of_the_year(before, year):
                continue
            segment = re.split("[。；]", before)[-1]
            is_after = _PUBLISHES.search(segment) and _PUBLISHED_AFTER.match(passage.text[figure.end :])
            if (_PUBLISHED.search(segment) or is_after) and not _PART.search(re.split("[，。；]", segment)[-1]):
                is_of_all = _SUBJECT.search(_ALL.sub("", segment)) is None
                yield Published(passage, figure, _channel(segment), is_of_all)


def is_publishing(words: str) -> bool:
    """Return whether the words before a figure only say that so much was published."""
    return _PUBLISHED.search(words) is not None


def _channel(segment: str) -> str:
    if _MANY_CHANNELS.search(segment):
        return ""
    found = [name for name, words in _CHANNELS.items() if words.search(segment)]
    return found[0] if len(found) == 1 else ""
