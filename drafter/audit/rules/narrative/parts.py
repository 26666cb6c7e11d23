"""Parts that do not make their total: D04 exact figures, D05 approximate ones, D06 a number against its own list."""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import partial

from drafter.audit.audited import Audited
from drafter.audit.breakdowns import read_breakdowns
from drafter.audit.claims import RESULTS
from drafter.audit.heads import figures_in
from drafter.audit.passages import Passage, located, paragraphs, text_of
from drafter.audit.rule import Rule
from drafter.audit.rules.narrative.own_lists import own_lists
from drafter.audit.spot import Spot
from drafter.audit.sums import CHANNEL, Breakdown, can_make, equation, exceeds, falls_short, makes_total, share_of
from drafter.dossier.figures import Figure
from drafter.findings import Severity

_CLOSE = Decimal("0.85")
_PEOPLE = frozenset({"人", "名", "位", "人次"})
_RESULTS = re.compile("|".join(RESULTS))


def _misfits(audited: Audited) -> Iterator[tuple[tuple[Passage, ...], Breakdown]]:
    for group in paragraphs(audited):
        text = text_of(group)
        told: set[int] = set()
        for item in read_breakdowns(text):
            is_result = sum(_RESULTS.search(label) is not None for label in item.labels) > 1
            if item.head.start in told or makes_total(item) or is_result or _is_explained(item, text):
                continue
            if exceeds(item) or falls_short(item):
                told.add(item.head.start)
                yield group, item


def _is_explained(item: Breakdown, text: str) -> bool:
    """Return whether the list breaks down one of the parts of another list, or its parts overlap by nature."""
    if item.mark == "view":
        others = [other for other in read_breakdowns(text) if other.head == item.head and other.mark != "view"]
        return any(_equals(part, item) for other in others for part in other.parts)
    if item.mark in ("among", "each") and _is_of_an_earlier_total(item, text):
        return True
    return re.search("重复|交叉|同时在|同步|一稿多发", text[item.head.start : item.parts[-1].end + 30]) is not None


def _is_of_an_earlier_total(item: Breakdown, text: str) -> bool:
    """Return whether a figure before in the sentence is what the parts make: 新收4件，……，其中3件……."""
    start = text.rfind("。", 0, item.head.start) + 1
    earlier = (figure for figure in figures_in(text) if start <= figure.start < item.head.start)
    return any(figure.unit == item.head.unit and _equals(figure, item) for figure in earlier)


def _equals(part: Figure, item: Breakdown) -> bool:
    return part.value is not None and part.value == sum(figure.value or 0 for figure in item.parts)


def _is_own_list(item: Breakdown) -> bool:
    return item.mark in ("lists", "each") and exceeds(item) and not re.search("共|累计|总|全年", item.label)


def _find(wanted: Callable[[Breakdown], bool], audited: Audited) -> Iterator[Spot]:
    for group, item in _misfits(audited):
        if wanted(item):
            passage, span = located(group, item.parts[0].start, item.parts[-1].end)
            how = "超过" if exceeds(item) else "少于"
            message = f"分项相加 {equation(item)}，{how}总数“{item.label[-12:]}{item.head.text}”"
            yield passage.spot(
                message, span, "请核对总数和各分项，使分项之和等于总数；只列一部分的写明“等”", _weight(item)
            )


def _weight(item: Breakdown) -> Severity | None:
    """Return a warning where the parts may overlap or the list may not be meant to name them all."""
    if item.head.unit in _PEOPLE or item.mark in ("plain", "bare", "sum"):
        return Severity.WARNING
    if exceeds(item):
        return None
    # 包括 may begin a list of examples; what comes close to the total is meant to make it.
    is_example = item.mark == "lists" and share_of(item) < _CLOSE
    if item.mark in ("among", "within") or len(item.parts) == 2 or is_example:
        return Severity.WARNING
    return None


def _exact(item: Breakdown) -> bool:
    return item.is_exact and not _is_own_list(item)


def _approximate(item: Breakdown) -> bool:
    return not item.is_exact


def _own(item: Breakdown) -> bool:
    return item.is_exact and _is_own_list(item)


def _lists(audited: Audited) -> Iterator[Spot]:
    yield from _find(_own, audited)
    yield from own_lists(audited)


def _mixed(audited: Audited) -> Iterator[Spot]:
    """Yield a total that is made of its channels and its kinds together: every piece is counted twice."""
    for group in paragraphs(audited):
        text = text_of(group)
        for item in read_breakdowns(text):
            turn = next(
                (n for n in range(1, len(item.parts)) if "；" in text[item.parts[n - 1].end : item.parts[n].start]), 0
            )
            channels = [CHANNEL.search(label) is not None for label in item.labels]
            is_mixed = turn >= 2 and len(item.parts) - turn >= 2 and all(channels[:turn]) and not any(channels[turn:])
            if is_mixed and can_make(item.head, item.parts) and item.is_exact:
                passage, span = located(group, item.parts[0].start, item.parts[-1].end)
                message = f"总数“{item.head.text}”由各渠道之和加上各类别之和得出，同一条信息计了两次"
                yield passage.spot(message, span, "按渠道、按类别分别合计，都应等于总数", Severity.WARNING)


def _all_parts(audited: Audited) -> Iterator[Spot]:
    yield from _find(_exact, audited)
    yield from _mixed(audited)


def _unbroken(audited: Audited) -> Iterator[Spot]:
    """Yield the total of what was published where nothing breaks it down, and no channel has a figure of its own."""
    for group in paragraphs(audited, "overview", "proactive"):
        text = text_of(group)
        heads = {item.head.start for item in read_breakdowns(text)}
        for figure in figures_in(text):
            before = re.split("[。；]", text[: figure.start])[-1]
            if figure.unit not in ("条", "件", "篇") or figure.start in heads or not _PUBLISHED.search(before):
                continue
            if re.search("专栏|专题|栏目|专区", before):
                continue
            others = [other for other in figures_in(text) if other.unit == figure.unit and other.start > figure.start]
            if not others:
                passage, span = located(group, figure.start, figure.end)
                yield passage.spot(f"公开总数“{figure.text}”没有按渠道或类别分列", span, "建议写明各渠道或各类别的条数")
            break


_PUBLISHED = re.compile("(?:公开|发布)[^，。；]{0,12}信息[^，。；]{0,8}$")
_SOURCE = "真实报告的常见差错：分项之和与总数不符"

PARTS = Rule("D04", "parts-differ-from-total", Severity.ERROR, _SOURCE, _all_parts)
ROUGH_PARTS = Rule("D05", "parts-exceed-rough-total", Severity.WARNING, _SOURCE, partial(_find, _approximate))
OWN_LIST = Rule("D06", "number-differs-from-list", Severity.ERROR, _SOURCE, _lists)
UNBROKEN = Rule("D07", "total-not-broken-down", Severity.INFO, "统计惯例：公开总数应按渠道或类别分列", _unbroken)
