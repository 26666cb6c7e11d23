"""D15, second part: a change told with both its ends, against the amounts that are told of it.

由30条升为75条，增加1.5倍; 去年150条，今年186条，多36条; 21件，是上年7件的3倍.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from drafter.audit.audited import Audited
from drafter.audit.heads import figures_in
from drafter.audit.passages import located, paragraphs, text_of
from drafter.audit.spot import Spot
from drafter.dossier.figures import Figure

_FROM = re.compile("(?:由|从)(?:(?:上一?年|去年|20\\d\\d年)度?的?|原来的?)?$")
_TO = re.compile(
    "^[^，。；\\d]{0,4}?(?:增加|增长|增|升|上升|提高|扩大|减少|减|降|下降|变|压缩|缩减)?(?:到|至|为|成)(?:今年的?|本年的?)?$"
)
_LAST_YEAR = re.compile("(?:上一?年度?|去年|前一年|20\\d\\d年度?)(?:同期)?[^，。；、\\d]{0,16}$")
_THIS_YEAR = re.compile("^[^，。；]{0,6}，(?:而)?(?:今年|本年度?|20\\d\\d年度?)(?!计划|将|拟)[^，。；、\\d]{0,16}$")
_MULTIPLE_OF = re.compile("(?:是|为|相当于|达到?)(?:了)?(?:上一?年度?|去年|20\\d\\d年度?)(?:同期)?的?$")
_THEN = re.compile("^[^，。；\\d]{0,4}[，（](?:而)?(?:上一?年度?|去年|前一年)(?:同期)?(?:为|是|的|有|只有|仅有|仅)?$")
_MORE = re.compile("(?:增加|增长|增幅|上升|升|提高|多|净增|涨)(?:了|为|达|幅?度?为?)?(?:约|近)?$")
_LESS = re.compile("(?:减少|下降|降低|降幅|减幅|降|少|净减)(?:了|为|达|幅?度?为?)?(?:约|近)?$")
_BROKEN = re.compile("[。；]|其中|另")


@dataclass(frozen=True, slots=True)
class _Change:
    """Two ends of a change, and the figures told behind them in the same sentence."""

    last: Figure
    now: Figure
    following: tuple[Figure, ...]


def changes_between(audited: Audited) -> Iterator[Spot]:
    """Yield the first amount of a change that its two ends do not give."""
    for group in paragraphs(audited):
        text = text_of(group)
        for change in _changes(text):
            if problem := _problem(text, change):
                figure, message = problem
                passage, span = located(group, figure.start, figure.end)
                span = (max(0, span[0] - _before(text, figure)), span[1])
                yield passage.spot(message, span, "请按两个数重新计算增减")


def _changes(text: str) -> Iterator[_Change]:
    figures = [item for item in figures_in(text) if item.kind in ("count", "money", "multiple", "percent")]
    for number, figure in enumerate(figures[:-1]):
        after = figures[number + 1]
        if figure.value is None or after.value is None or figure.kind not in ("count", "money"):
            continue
        before, between = text[max(0, figure.start - 24) : figure.start], text[figure.end : after.start]
        following = tuple(
            item for item in figures[number + 2 : number + 6] if not _BROKEN.search(text[after.end : item.start])
        )
        if figure.unit == after.unit and (
            (_FROM.search(before) and _TO.search(between)) or (_LAST_YEAR.search(before) and _THIS_YEAR.search(between))
        ):
            yield _Change(figure, after, following[:3])
        if figure.unit == after.unit and _THEN.search(between):
            yield _Change(after, figure, following[:3])
        # 新收21件，是去年7件的3倍: the later figure is the earlier time.
        if figure.unit == after.unit and _MULTIPLE_OF.search(between) and following and following[0].kind == "multiple":
            yield _Change(after, figure, following[:1])


def _problem(text: str, change: _Change) -> tuple[Figure, str] | None:
    last, now = Decimal(change.last.value or 0), Decimal(change.now.value or 0)
    facts = f"由{change.last.text}到{change.now.text}"
    for figure in change.following:
        before = text[max(0, figure.start - 8) : figure.start]
        is_more, is_less = _MORE.search(before) is not None, _LESS.search(before) is not None
        if figure.value is None:
            continue
        if figure.kind == "multiple" and figure.unit == "倍" and not is_more and not is_less:
            if text[figure.start - 1] == "的" and last and abs(now / last - figure.value) > _slack(figure):
                return figure, f"写的是“{figure.text}”，{facts}，实际是 {_shown(now / last)} 倍"
            continue
        if figure.unit == "番":
            if now != last * 2 ** int(figure.value):
                return (
                    figure,
                    f"写的是“{figure.text}”，{facts}，实际不是",
                )
            continue
        if is_more == is_less:
            continue
        if (now > last) != is_more and now != last:
            return figure, f"写的是“{before[-4:]}{figure.text}”，{facts}，方向相反"
        if (wrong := _amount(figure, change, now - last, last)) is not None:
            return figure, f"写的是“{figure.text}”，{facts}，实际{wrong}"
    return None


def _amount(figure: Figure, change: _Change, difference: Decimal, last: Decimal) -> str | None:
    """Return what a change is, where a figure says otherwise."""
    said, real = Decimal(figure.value or 0), abs(difference)
    if figure.unit == change.now.unit:
        return None if said == real else f"相差 {_shown(real)}{figure.unit}"
    if not last:
        return None
    if figure.kind == "percent":
        return None if abs(real * 100 / last - said) <= _slack(figure) else f"是 {_shown(real * 100 / last)}%"
    if figure.kind == "multiple":
        fold = real / last if figure.unit == "倍" else None
        return None if fold is None or abs(fold - said) <= _slack(figure) else f"是 {_shown(fold)} 倍"
    return None


def _slack(figure: Figure) -> Decimal:
    """Return how far a rounded figure may lie from what it rounds."""
    places = -int(figure.low.as_tuple().exponent) if figure.low is not None else 0
    return max(Decimal("0.1") if figure.kind == "percent" else Decimal(0), Decimal(6).scaleb(-max(places, 0) - 1))


def _shown(value: Decimal) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _before(text: str, figure: Figure) -> int:
    match = _MORE.search(text[max(0, figure.start - 8) : figure.start]) or _LESS.search(
        text[max(0, figure.start - 8) : figure.start]
    )
    return len(match.group()) if match else 0
