"""What a figure is worth: its kind, exact value or interval, and unit, from the groups of the grammar."""

import re
from dataclasses import dataclass
from decimal import Decimal

from drafter.dossier.numerals import DIGITS, MYRIADS, SPELLED, UNITS, read_numeral
from drafter.form.statistics import Number

LEAST = ("不少于", "不低于", "至少", "最少", "超过", "突破", "超", "逾", "以上")
MOST = ("不超过", "不足", "不到", "最多", "至多", "以下")
NEARLY = ("近", "将近", "接近")
RECENT = ("年", "月", "个月", "天", "周", "季度", "个季度", "届", "期", "日")
"""近三年 is the last three years, not nearly three."""
FEW = {"几": (Decimal(1), Decimal(9))}
_PLACES = {**UNITS, **MYRIADS}
_TWO = re.compile(r"(.*?)([一二两三四五六七八])([二两三四五六七八九])([十百千]?[万亿]?)")
_SOME = re.compile(r"(.*?)[几数]?([十百千]?[万亿]?)")


@dataclass(frozen=True, slots=True)
class Worth:
    """Kind, bounds, exact value, and unit of a figure; a figure without an exact value may have bounds."""

    kind: str
    unit: str = ""
    value: Number | None = None
    low: Decimal | None = None
    high: Decimal | None = None

    @property
    def approximate(self) -> bool:
        """Return whether the figure is said to be inexact: 余, 近, 约, 几, 三五."""
        return self.kind == "approximate"


def exact(kind: str, value: Number | None, unit: str = "") -> Worth:
    """Return what an exact figure is worth."""
    bound = None if value is None else Decimal(value)
    return Worth(kind, unit, value, bound, bound)


def fraction(base: str | None, part: str | None) -> Worth:
    """Return what 百分之三十, 千分之五 or 百分百 is worth; of 三分之一 only that it is a share."""
    if base is None or part is None:
        return Worth("other", "分之")
    value = Decimal(100) if base == part == "百" else read_numeral(part)
    unit = {"百": "%", "千": "‰", "万": "‱"}[base]
    return exact("percent", value if value is None else _plain(Decimal(value)), unit)


def amount(groups: dict[str, str | None]) -> Worth:
    """Return what an amount is worth, given the groups `before`, `low`, `after`, `unit`, `more`, `tail`."""
    if high := groups["high"]:
        return _span(groups["low"] or "", high, groups["last"] or "")
    numeral, unit, more = groups["low"] or groups["few"] or "", groups["unit"] or "", groups["more"] or ""
    if unit == "个" and more.startswith("多"):
        unit = f"个{more[1:]}"
    if not groups["after"]:
        numeral, unit = _scaled(numeral, unit)
    kind, value = _kind(unit), read_numeral(numeral)
    unit = {"％": "%", "成": "%"}.get(unit, unit)
    if value is not None and kind == "percent" and groups["unit"] == "成":
        value *= 10
    if more.startswith("半") or numeral == "半":
        value, unit = Decimal(value or 0) + Decimal("0.5"), more[1:] or unit
    tail = groups["tail"] or ""
    words = (groups["before"] or "", groups["after"] or "".join(set((more + tail)[:1]) & set("余多")), tail)
    if words[0] == "近" and unit in RECENT and not words[1] + words[2]:
        words = ("", "", "")
    if value is None:
        return _inexact(numeral, unit, words)
    if any(words):
        return Worth("approximate", unit, None, *_bounds(Decimal(value), _place(numeral), words))
    return exact(kind, value, unit)


def _scaled(numeral: str, unit: str) -> tuple[str, str]:
    """Return 12万 and 元 as 12 and 万元, for money alone: so the tables of the form print it."""
    if unit == "元" and len(numeral) > 1 and numeral[-1] in "万亿":
        return numeral[:-1], f"{numeral[-1]}元"
    return numeral, unit


def _kind(unit: str) -> str:
    if not unit:
        return "other"
    groups = {"percent": ("%", "％", "‰", "成"), "points": ("个百分点", "百分点", "个点"), "multiple": ("倍", "番")}
    named = next((kind for kind, units in groups.items() if unit in units), "count")
    return "money" if unit.endswith("元") or unit == "角" else named


def _span(first: str, second: str, unit: str) -> Worth:
    """Return what 3—5次 is worth."""
    second, unit = _scaled(second, unit)
    low, high = read_numeral(first), read_numeral(second)
    unit = {"％": "%"}.get(unit, unit)
    if low is None or high is None:
        return Worth("range", unit)
    return Worth("range", unit, None, Decimal(low), Decimal(high))


def _bounds(value: Decimal, place: Decimal, words: tuple[str, str, str]) -> tuple[Decimal | None, Decimal | None]:
    """Return the bounds that 余, 近, 约, 以上 … leave; None where they leave one side open."""
    before, after, tail = words
    if before in MOST or tail in MOST:
        return None, value
    if before in NEARLY:
        return max(value - place, value / 2), value
    if after and after != "来":
        return value, value + place
    if before in LEAST or tail in LEAST:
        return value, None
    return (value, value + place) if tail == "有余" else (value - place / 2, value + place / 2)


def _place(numeral: str) -> Decimal:
    """Return the last place a numeral says: 100 for 1200, 10000 for 三万, 1000 for 17.6万."""
    value = read_numeral(numeral)
    last = numeral[-1].translate(SPELLED)
    if value is None or last[-1] in _PLACES:
        factor = _PLACES.get(last[-1], 1)
        head = read_numeral(numeral[:-1]) if len(numeral) > 1 else None
        return Decimal(factor) * (_place(numeral[:-1]) if head is not None else 1)
    if not isinstance(value, int):
        return Decimal(1).scaleb(int(value.as_tuple().exponent))
    zeros = len(str(value)) - len(str(value).rstrip("0")) if value else 0
    return Decimal(10) ** zeros


def _inexact(numeral: str, unit: str, words: tuple[str, str, str]) -> Worth:
    """Return what 三五次, 十几条, 数百人 or 千条 is worth."""
    if match := _TWO.fullmatch(numeral):
        low, high = (read_numeral(match[1] + match[i] + match[4]) for i in (2, 3))
        if low is not None and high is not None and _neighbours(match[2], match[3]):
            return Worth("range", unit, None, Decimal(low), Decimal(high))
    place = _factor(numeral)
    low, high = _bounds(place, place, words) if place and any(words) else _some(numeral)
    is_said = any(words) or low is not None
    return Worth("approximate" if is_said else "other", unit, None, low, high)


def _neighbours(first: str, second: str) -> bool:
    return DIGITS[second] - DIGITS[first] == 1 or first + second == "三五"


def _some(numeral: str) -> tuple[Decimal | None, Decimal | None]:
    """Return the bounds of 几十 (10 to 99), 十几 (11 to 19), 上百 (from 100), 千 (a thousand or so)."""
    if numeral in FEW:
        return FEW[numeral]
    if numeral[0] in "数几" and (place := _factor(numeral[1:])):
        return place, place * 10 - 1
    if numeral[0] == "上" and (place := _factor(numeral[1:])):
        return place, None
    if numeral[-1] == "几" and (base := read_numeral(numeral[:-1])):
        return Decimal(base + 1), Decimal(base + 9)
    if place := _factor(numeral):
        return place / 2, place * 3 / 2
    return None, None


def _factor(text: str) -> Decimal | None:
    """Return what 百 or 千万 multiplies by."""
    place = Decimal(1)
    for character in text:
        if character not in _PLACES:
            return None
        place *= _PLACES[character]
    return place if text else None


def _plain(value: Decimal) -> Number:
    return int(value) if value == value.to_integral_value() else value
