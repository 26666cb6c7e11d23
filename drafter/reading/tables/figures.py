"""What a cell of a published table holds: a number, nothing, or something that is neither."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from drafter.form.model import Kind
from drafter.form.statistics import Number
from drafter.reading.report import CellState
from drafter.reading.tables.wording import narrow, simplified, squeezed, wording

_UNIT = r"(?P<unit>亿元|千万元|百万元|万元|千元|元|万|件次|人次|件|项|个|条|份|次|宗|起|例|批|部)?"
_DIGITS = r"(?P<digits>[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?|零)"
_SIGN = r"(?P<sign>增加了?|新增|增|上升|减少了?|减|下降|\+|-|−|–|—|↑|↓)?"
_FIGURE = re.compile(rf"(?P<lost>[?\ufffd_*·]*){_SIGN}{_DIGITS}{_UNIT}[。;；]?")
_LOST = re.compile(r"[?\ufffd]+")
_BLANKS = re.compile(r"[\s\u200b-\u200f\u2060\ufeff\u00ad]+")
_SPLIT_DIGITS = re.compile(r"[0-9]\s+[0-9]")
_DOWN = ("减", "下降", "-", "−", "–", "—", "↓")
_YUAN = {
    "亿元": Decimal(10000),
    "千万元": Decimal(1000),
    "百万元": Decimal(100),
    "万元": Decimal(1),
    "万": Decimal(1),
    "千元": Decimal("0.1"),
    "元": Decimal("0.0001"),
}
LOST_SIGNS = 0.9
"""How certain a number is that stands behind signs of lost text: `????0`."""
UNIT_UNSAID = 0.85
"""How certain an amount is whose unit neither cell nor label says: the form's unit is taken."""


@dataclass(frozen=True, slots=True)
class Figure:
    """What a cell holds."""

    state: CellState
    value: Number | None = None
    confidence: float = 1.0
    lost: bool = False
    """Whether the cell shows signs of lost text."""


NOTHING = Figure(CellState.BLANK)
ILLEGIBLE = Figure(CellState.UNREADABLE, confidence=0.0)


@cache
def _blank_marks() -> frozenset[str]:
    return frozenset(_bare(mark) for mark in wording()["blank"])


def _bare(text: str) -> str:
    return simplified(_BLANKS.sub("", narrow(text)))


def is_blank_mark(text: str) -> bool:
    """Return whether a cell shows that it holds nothing: empty, `/`, a dash, 无."""
    return _bare(text) in _blank_marks()


def is_figure(text: str) -> bool:
    """Return whether a cell is written as a number, or as signs where a number was lost."""
    bare = _bare(text)
    return bool(_FIGURE.fullmatch(bare) or _LOST.fullmatch(bare))


def tells_change(text: str) -> bool:
    """Return whether a cell is a number that says it grew or fell (增加3): it can stand in a column of changes only."""
    found = _FIGURE.fullmatch(_bare(text))
    return bool(found and found["sign"] and found["sign"] not in "-−–—")


def figure(text: str, kind: Kind, label: str = "") -> Figure:
    """Return what a cell of a kind holds; `label` is that of its column, which may name the unit of an amount."""
    bare = _bare(text)
    if is_blank_mark(text):
        return NOTHING
    if _LOST.fullmatch(bare):
        return Figure(CellState.UNREADABLE, confidence=0.0, lost=True)
    found = _FIGURE.fullmatch(bare)
    if not found or _SPLIT_DIGITS.search(narrow(text)):
        return ILLEGIBLE
    value = _value(found, kind, label)
    if value is None:
        return ILLEGIBLE
    confidence = LOST_SIGNS if found["lost"] else 1.0
    if kind is Kind.MONEY and value and not (found["unit"] or _label_unit(label)):
        confidence = min(confidence, UNIT_UNSAID)
    return Figure(CellState.READ, value, confidence, bool(found["lost"]))


def _value(found: re.Match[str], kind: Kind, label: str) -> Number | None:
    """Return the number, in the unit of the form; None where its sign, unit or digits do not fit its kind."""
    digits = "0" if found["digits"] == "零" else found["digits"].replace(",", "")
    whole, _, part = digits.partition(".")
    if len(digits) > 18 or (len(whole) > 1 and whole[0] == "0"):
        return None  # 00 and 012 are two cells run together, or one that lost something
    sign, unit = found["sign"] or "", found["unit"] or ""
    if kind is Kind.MONEY:
        return None if sign else _amount(digits, unit or _label_unit(label) or "万元")
    if (unit in _YUAN) or (part.strip("0")):
        return None
    number = int(whole)
    if kind is Kind.CHANGE:
        return -number if sign.startswith(_DOWN) else number
    return None if sign and number else number


def _amount(digits: str, unit: str) -> Number | None:
    """Return an amount in 万元."""
    if unit not in _YUAN:
        return None
    amount = Decimal(digits) * _YUAN[unit]
    return int(amount) if amount == amount.to_integral_value() else amount


def _label_unit(label: str) -> str:
    """Return the unit that a label gives in brackets: 采购总金额（元）, （单位：万元）."""
    found = re.search(r"\([^()]*?(亿元|万元|千元|元)\)?$", squeezed(label))
    return found[1] if found else ""
