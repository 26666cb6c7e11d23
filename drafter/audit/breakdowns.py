"""Totals that a paragraph breaks down: 共120条，其中……; the parts, and whether they can make the total."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from drafter.audit.passages import SENTENCE
from drafter.dossier.figures import Figure, read_figures
from drafter.form.numbers import shown

COUNTS = frozenset({"count", "approximate", "range"})
KIN = frozenset({"条", "件", "篇", "份", "个", "期", "则", "条次", "篇次"})
"""Measure words that reports mix for pieces of information."""
CHANNEL = re.compile(
    "网站|网页|平台|公众号|微信|微博|新媒体|抖音|视频号|客户端|线上|线下|栏|渠道|报刊|广播|电子屏|触摸屏|查询机"
)
_MARK = re.compile(
    "(?P<among>其中[，：]?(?:包括|包含|含|有)?)"
    "|(?P<lists>(?:内容|具体|范围|信息)?(?:包括了?|包含了?|涵盖了?|囊括了?|含有|(?<![包蕴内隐])含(?!义|量|金))[：]?)"
    "|(?P<each>分别(?:为|是|来自|通过|在|由)?|具体为[：]?|由(?=[^。；]{4,80}(?:组成|构成)))"
    "|(?P<paren>（(?!其中|包括|含))"
    "|(?P<view>(?:从|按照?|分)(?!期|时)[^，。；]{1,10}?(?:看|来看|分|划分|分类|统计)，)"
    "|(?P<plain>，(?!其中|包括)(?=(?:通过|在)?(?:[^，。；、]{0,8})(?:网站|平台|公众号|微信|新媒体|公开栏|公示栏|渠道)))"
)
_STOP = re.compile(
    "全年|累计|共计?(?![^，。；]{0,6}$)|合计|总计|另(?=[有外行])|此外|同时|年内|截至|阅读|浏览|点击|[较比]上|同比|满意|采用|结转|录用"
)
_PERHAPS = re.compile(
    "(?<!归)还(?!款)|本年|组织|开展|召开|举办|受理|办结|办理|答复|清理|整改|检查|培训|按[时期]|完成|解决|制作|接受|落实|新增|较"
)
"""Words that may begin another subject, or stand in the name of a part: 检查公示1条."""
_OPEN = re.compile("等|主要|重点|部分(?!公开)|尤其|特别|例如|比如|包括但不限于")
_REST = re.compile("(?:其余|剩余|其他|其它)[^，。；、]{0,10}$")
_TOTAL = re.compile("共|累计|总计|合计|全年|总数|总量|达")
_CHANGE = re.compile("(?:[比较同去上][^，。；]{0,8})?(?:增加|减少|增长|下降|上升|净增|多|少)了?$")
_FAR = 40
_MANY = 3


@dataclass(frozen=True, slots=True)
class Breakdown:
    """A total with what is listed as its parts, all figures of one text."""

    head: Figure
    label: str
    """The words before the total, in its clause."""
    parts: tuple[Figure, ...]
    labels: tuple[str, ...]
    """The words before each part."""
    mark: str
    """How the list begins: among (其中), lists (包括), each (分别), paren, view (按类别), plain."""
    is_open: bool
    """Whether the words allow for parts that are not listed."""
    near: tuple[Figure, ...]
    """The first parts alone, where 、 holds them together and others follow a comma."""

    @property
    def is_exact(self) -> bool:
        """Return whether the total and all parts are exact."""
        return all(figure.value is not None for figure in (self.head, *self.parts))


@lru_cache(maxsize=1024)
def figures_in(text: str) -> tuple[Figure, ...]:
    """Return the figures of a paragraph, read sentence by sentence as everywhere else, so that none is read twice."""
    return tuple(
        replace(figure, start=figure.start + match.start(), end=figure.end + match.start())
        for match in SENTENCE.finditer(text)
        for figure in read_figures(match.group())
    )


@lru_cache(maxsize=1024)
def read_breakdowns(text: str) -> tuple[Breakdown, ...]:
    """Return the totals of a paragraph that it breaks down, in order."""
    return tuple(_breakdowns(text))


def _breakdowns(text: str) -> Iterator[Breakdown]:
    figures = figures_in(text)
    for match in _MARK.finditer(text):
        head = _head(text, figures, match)
        if head is None:
            continue
        end = _end(text, match)
        inner = [figure for figure in figures if match.end() <= figure.start and figure.end <= end]
        parts, is_cut = _parts(text, head, inner, match.end())
        if not parts or (match.lastgroup in ("paren", "plain", "view") and len(parts) == 1):
            continue
        label = clause(text[: head.start])
        if match.lastgroup == "plain" and not _TOTAL.search(label):
            continue
        region = text[match.end() : parts[-1].end + 2]
        yield Breakdown(
            head,
            label,
            parts,
            tuple(clause(text[match.end() : part.start]) for part in parts),
            match.lastgroup or "",
            is_cut or _OPEN.search(clause(text[: match.start()])[-4:] + region) is not None,
            _near(text, parts),
        )


def _head(text: str, figures: tuple[Figure, ...], match: re.Match[str]) -> Figure | None:
    """Return the total that a list belongs to: the last figure before it, unless it is too far away."""
    before = [figure for figure in figures if figure.end <= match.start()]
    if match.lastgroup == "view":
        before = [figure for figure in before if _TOTAL.search(clause(text[: figure.start]))]
    # 比上年增加1件、增长5%，其中…: the list is of the total, not of the change.
    while len(before) > 1 and _CHANGE.search(clause(text[: before[-1].start])):
        before = before[:-1]
    if not before or before[-1].kind not in COUNTS or not before[-1].unit:
        return None
    head = before[-1]
    between = text[head.end : match.start()]
    if match.lastgroup == "paren" and between:
        return None
    if match.lastgroup == "plain" and between:
        return None
    if match.lastgroup != "view" and (len(between) > _FAR or "；" in between or "）" in between):
        return None
    is_apart = "。" in between and (between[-1] != "。" or match.lastgroup not in ("among", "view"))
    return None if is_apart and match.lastgroup != "view" else head


def _end(text: str, match: re.Match[str]) -> int:
    """Return where a list ends: its bracket, its sentence, or where another subject begins."""
    start = match.end()
    depth = 1 if match.lastgroup == "paren" else 0
    for place in range(start, len(text)):
        depth += (text[place] == "（") - (text[place] == "）")
        if (depth < 0) or (match.lastgroup == "paren" and depth == 0) or text[place] in "。！？":
            return place
    return len(text)


def _parts(text: str, head: Figure, inner: list[Figure], start: int) -> tuple[tuple[Figure, ...], bool]:
    """Return the figures of a list that count what the total counts, and whether others may belong to it."""
    found: list[Figure] = []
    end, is_cut = start, False
    for figure in inner:
        between = text[end : figure.start]
        if _is_elsewhere(between) or (found and _MARK.match(clause(between) or "-")):
            break
        if text.count("（", start, figure.start) > text.count("）", start, figure.start):
            continue
        if _PERHAPS.search(between) and {figure.unit, head.unit} <= KIN | {head.unit}:
            is_cut = True
            break
        end = figure.end
        if figure.kind in COUNTS and figure.unit and (figure.low is not None or figure.high is not None):
            found.append(figure)
    same = [figure for figure in found if figure.unit == head.unit]
    kin = [figure for figure in found if {figure.unit, head.unit} <= KIN]
    if len(kin) > len(same) and not _can_make(head, same):
        return tuple(kin), is_cut
    return tuple(same), is_cut


def _is_elsewhere(between: str) -> bool:
    """Return whether the words before a figure begin another subject: 累计 of a channel does not."""
    stop = _STOP.search(between)
    return stop is not None and not (stop.group() in ("累计", "共", "共计") and CHANNEL.search(between))


def _near(text: str, parts: tuple[Figure, ...]) -> tuple[Figure, ...]:
    """Return the parts up to the first comma after a 、, all of them where there is none."""
    is_listed = False
    for number, (left, right) in enumerate(pairwise(parts), start=1):
        between = text[left.end : right.start]
        if is_listed and between.startswith(("，", "；")):
            return parts[:number]
        is_listed = is_listed or between.startswith(("、", "和", "以及", "及"))
    return parts


def bounds(figures: tuple[Figure, ...] | list[Figure]) -> tuple[Decimal, Decimal | None]:
    """Return the least and the most that figures make together; no most where one is open."""
    low = sum((figure.low or Decimal(0) for figure in figures), Decimal(0))
    if any(figure.high is None for figure in figures):
        return low, None
    return low, sum((figure.high or Decimal(0) for figure in figures), Decimal(0))


def _can_make(head: Figure, parts: tuple[Figure, ...] | list[Figure]) -> bool:
    low, high = bounds(parts)
    is_most = head.high is None or low <= head.high
    return is_most and (high is None or head.low is None or high >= head.low)


def makes_total(item: Breakdown) -> bool:
    """Return whether the parts, or the first of them, can make the total."""
    firsts = (item.parts[:number] for number in range(2, len(item.parts)))
    if item.is_exact and any(_can_make(item.head, first) for first in firsts):
        return True
    return _can_make(item.head, item.parts) or _can_make(item.head, item.near)


def exceeds(item: Breakdown) -> bool:
    """Return whether the parts are more than the total however they are taken."""
    low, _ = bounds(item.parts)
    return item.head.high is not None and low > item.head.high


def falls_short(item: Breakdown) -> bool:
    """Return whether a list that names every part makes less than the total."""
    _, high = bounds(item.parts)
    if high is None or item.head.low is None or high >= item.head.low:
        return False
    if any(_REST.search(label) for label in item.labels):
        return True
    if item.is_open or len(item.parts) < 2:
        return False
    share = high / item.head.low
    if item.mark in ("each", "view", "lists", "paren"):
        return True
    if len(item.parts) >= _MANY:
        return share >= Decimal("0.6")
    return share >= Decimal("0.7") and all(CHANNEL.search(label) for label in item.labels)


def equation(item: Breakdown) -> str:
    """Return the parts and their sum as a person adds them up: 293＋109＋132＝534."""
    low, high = bounds(item.parts)
    total = _number(low) if low == high else f"{_number(low)}—{_number(high) if high is not None else '更多'}"
    return f"{'＋'.join(figure.text for figure in item.parts)}＝{total}"


def _number(value: Decimal) -> str:
    return shown(int(value) if value == value.to_integral_value() else value)


def clause(text: str) -> str:
    """Return what stands behind the last stop."""
    return re.split("[，、。；：！？（）]", text)[-1]
