"""Totals that a paragraph breaks down: 共120条，其中……; the parts, and whether they can make the total."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice, pairwise

from drafter.audit.heads import (
    COUNTS,
    TOTAL,
    clause,
    counts_parts,
    figures_in,
    is_again,
    is_total,
    may_head,
    multiplied,
)
from drafter.audit.list_marks import BETWEEN, FEWEST, MARK, VIEW
from drafter.audit.sums import CHANNEL, Breakdown, can_make
from drafter.dossier.figures import Figure

KIN = frozenset({"条", "件", "篇", "份", "个", "期", "则", "条次", "篇次"})
"""Measure words that reports mix for pieces of information."""
_STOP = re.compile(
    "全年|现行有效|现有|实际|实收|实缴|累计|另(?=[有外行])|此外|同时|年内|截至|阅读|浏览|点击|[较比]上|同比|满意|采用|结转|录用"
)
_PERHAPS = re.compile(
    "(?<!归)还(?!款)|共计?(?![^，。；]{0,6}$)|合计|总计|本年|组织|开展|召开|举办|受理|办结|办理|答复|清理|整改|检查|培训|按[时期]|完成|解决|制作|接受|落实|新增|较"
)
"""Words that may begin another subject, or stand in the name of a part: 检查公示1条."""
_OPEN = re.compile("等|[只仅占]有|(?<=[，、])有|主要|重点|部分(?!公开)|尤其|特别|例如|比如|包括但不限于")
_TREND = re.compile(
    "(?:(?:增加|增长|减少|下降|上升|提高|多|少)了?|[较比与同](?:上一?年度?|去年|20\\d\\d年度?)(?:同期)?的?)$"
)
_CHANGES = re.compile("(?:由|从|增至|减至|升至|降至|(?:增加|减少|上升|下降|提高|增长)(?:到|至))$")
"""What stands before the figures of a change: 由148条减至83条."""
_SUBJECT_FILLER = re.compile(
    "再|又|如果|若|信息|其中|的|全年|全部|所有|同时|主动|公开|发布|政府|政务|年度|本年|上述|总体|共"
)
"""What may stand before 按……分 and names no part of the total."""
_FAR = 40
_LONGEST = 600
_AROUND = 40
_MOST_MARKS = 300


@lru_cache(maxsize=1024)
def read_breakdowns(text: str) -> tuple[Breakdown, ...]:
    """Return the totals of a paragraph that it breaks down, in order."""
    return tuple(_breakdowns(text))


def _breakdowns(text: str) -> Iterator[Breakdown]:
    figures = figures_in(text)
    starts = [figure.start for figure in figures]
    for match in islice(MARK.finditer(text), _MOST_MARKS):
        # Only the figures around a mark can belong to it.
        at = bisect_left(starts, match.start())
        near, following = figures[max(0, at - _AROUND) : at], figures[at : at + _AROUND]
        if match.lastgroup == "sum":
            yield from _summed(text, (*near, *following[:2]), match)
            continue
        end = _end(text, match)
        inner = [figure for figure in following if match.end() <= figure.start and figure.end <= end]
        if found := _listed(text, match, _headed(text, near, inner, match), inner):
            yield found


def _headed(text: str, near: tuple[Figure, ...], inner: list[Figure], match: re.Match[str]) -> Figure | None:
    """Return the total of a list; where the figure before it says how many parts there are, the total before that.

    三个方面分别为25条、34条、24条 lists the 83条 of the clause before.
    """
    head = _head(text, near, match)
    if head is None or not inner:
        return head
    start = max(text.rfind(stop, 0, head.start) for stop in "。；") + 1
    same = [item for item in near if start <= item.start and item.end <= head.start and item.unit == inner[0].unit]
    if match.lastgroup == "each" and head.unit != inner[0].unit and same:
        # 其余66条由19个公告栏承担，分别为……
        return same[-1]
    if not counts_parts(head, inner):
        return head
    before = (item for item in reversed(near) if item.end <= match.start())
    return next((item for item in before if is_total(text, item, inner[0].unit)), None)


def _listed(text: str, match: re.Match[str], head: Figure | None, inner: list[Figure]) -> Breakdown | None:
    """Return a total with its list, None where they do not belong together."""
    if head is None:
        return None
    mark, label = match.lastgroup or "", clause(text[: head.start])
    parts, is_cut = _parts(text, head, multiplied(text, inner), match.end(), label)
    if mark == "bare" and is_again(text, head, label):
        mark = "within"
    if len(parts) < FEWEST.get(mark, 1) or not may_head(text, mark, label, head, parts):
        return None
    if mark == "within" and match.lastgroup == mark and head.end != match.start():
        return None
    if any(_CHANGES.search(text[: part.start][-8:]) for part in parts):
        return None
    if mark == "lists" and len(parts) == 1 and parts[0].unit != head.unit:
        return None
    region = text[match.end() : parts[-1].end + 2]
    labels = tuple(clause(text[match.end() : part.start]) for part in parts)
    is_open = is_cut or _OPEN.search(clause(text[: match.start()])[-4:] + region) is not None
    return Breakdown(head, label, parts, labels, mark, is_open, _near(text, parts))


def _summed(text: str, figures: tuple[Figure, ...], match: re.Match[str]) -> Iterator[Breakdown]:
    """Yield a total that stands behind its parts: 网站80条，公众号60条，合计140条."""
    start = max(text.rfind(stop, 0, match.start()) for stop in "。；（") + 1
    before = text[start : match.start()]
    head = next((figure for figure in figures if figure.start == match.end()), None)
    parts = tuple(
        item
        for item in figures
        if start <= item.start and item.end <= match.start() and head and item.unit == head.unit
    )
    if head is None or len(parts) < 2 or re.search("其中|包括|共|累计|全年|总数|含|等", before):
        return
    labels = tuple(clause(text[start : part.start]) for part in parts)
    yield Breakdown(head, clause(text[: head.start]), parts, labels, "sum", is_open=False, near=parts)


def _head(text: str, figures: tuple[Figure, ...], match: re.Match[str]) -> Figure | None:
    """Return the total that a list belongs to: the last figure before it, unless it is too far away."""
    # 比上年增加1件、增长5%，其中……: the list is of the total, not of the change.
    before = [
        figure
        for figure in figures
        if figure.end <= match.start() and not _TREND.search(text[max(0, figure.start - 12) : figure.start])
    ]
    if match.lastgroup == "view":
        # 网站信息再按事项统计: the list is of what the website published.
        subject = _SUBJECT_FILLER.sub("", clause(text[: match.start()]))
        if len(subject) >= 2:
            named = [figure for figure in before if subject[:2] in clause(text[: figure.start])]
            return named[-1] if named else None
        before = [figure for figure in before if TOTAL.search(clause(text[: figure.start]))]
    if not before or before[-1].kind not in COUNTS or not before[-1].unit:
        return None
    head = before[-1]
    between = text[head.end : match.start()]
    if match.lastgroup in ("paren", "plain", "bare", "colon") and not BETWEEN[match.lastgroup].fullmatch(between):
        return None
    # 总金额460元；其中1件300元: nothing stands between but the stop.
    between = "" if match.lastgroup == "among" and between == "；" else between
    if match.lastgroup != "view" and (len(between) > _FAR or "；" in between or "）" in between):
        return None
    is_apart = "。" in between and (between[-1] != "。" or match.lastgroup not in ("among", "view"))
    return None if is_apart and match.lastgroup != "view" else head


def _end(text: str, match: re.Match[str]) -> int:
    """Return where a list ends: its bracket, its sentence, or where another subject begins."""
    start = match.end()
    depth = 1 if match.lastgroup == "paren" else 0
    for place in range(start, min(len(text), start + _LONGEST)):
        depth += (text[place] == "（") - (text[place] == "）")
        if (depth < 0) or (match.lastgroup == "paren" and depth == 0) or text[place] in "。！？":
            return place
    return min(len(text), start + _LONGEST)


def _parts(text: str, head: Figure, inner: list[Figure], start: int, label: str) -> tuple[tuple[Figure, ...], bool]:
    """Return the figures of a list that count what the total counts, and whether others may belong to it."""
    found: list[Figure] = []
    end, is_cut = start, False
    for figure in inner:
        between = text[end : figure.start]
        if _is_elsewhere(between) or VIEW.search(between) or (found and MARK.match(clause(between) or "-")):
            break
        if text.count("（", start, figure.start) > text.count("）", start, figure.start):
            continue
        perhaps = _PERHAPS.search(between)
        if perhaps and perhaps.group() not in label and {figure.unit, head.unit} <= KIN | {head.unit}:
            is_cut = True
            break
        end = figure.end
        if figure.kind in COUNTS and figure.unit and (figure.low is not None or figure.high is not None):
            found.append(figure)
    same = [figure for figure in found if figure.unit == head.unit]
    kin = [figure for figure in found if {figure.unit, head.unit} <= KIN]
    if len(kin) > len(same) and not can_make(head, same):
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
