"""Automatic numbering of Word, as the text that Word shows: 一、 （一） 1. ①."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from drafter.reading.formats.word.names import W, find, is_on, number, value
from drafter.reading.formats.word.styles import Styles

if TYPE_CHECKING:
    from lxml.etree import _Element

_DIGITS = "〇一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_HIGHEST = 9999
_FORMS = {
    **dict.fromkeys(("chineseCounting", "chineseCountingThousand", "japaneseCounting"), "chinese"),
    **dict.fromkeys(("taiwaneseCountingThousand", "koreanCounting"), "chinese"),
    **dict.fromkeys(("chineseLegalSimplified", "ideographLegalTraditional", "japaneseLegal"), "legal"),
    **dict.fromkeys(("ideographDigital", "taiwaneseCounting", "taiwaneseDigital", "koreanDigital"), "digits"),
    **dict.fromkeys(("decimalEnclosedCircle", "decimalEnclosedCircleChinese"), "circle"),
    **dict.fromkeys(("upperLetter", "lowerLetter"), "letter"),
    **dict.fromkeys(("upperRoman", "lowerRoman"), "roman"),
    "decimalZero": "zero",
}


@dataclass(slots=True)
class _Level:
    format: str
    text: str
    start: int
    restart: int | None
    is_legal: bool
    has_gap: bool
    style: str | None


class Numbering:
    """Counts paragraphs as Word does; `label` must be asked for every paragraph in order."""

    def __init__(self, root: "_Element | None", styles: Styles) -> None:
        self.styles = styles
        self.abstract: dict[str, dict[int, _Level]] = {}
        self.lists: dict[str, str] = {}
        self.overrides: dict[str, dict[int, int]] = {}
        self.own_levels: dict[str, dict[int, _Level]] = {}
        self.counts: dict[str, dict[int, int]] = {}
        self.started: set[str] = set()
        if root is not None:
            self._read(root)

    def _read(self, root: "_Element") -> None:
        for item in root.iterchildren(f"{W}abstractNum"):
            levels = {number(level.get(f"{W}ilvl")): _level(level) for level in item.iterchildren(f"{W}lvl")}
            self.abstract[item.get(f"{W}abstractNumId") or ""] = levels
        for item in root.iterchildren(f"{W}num"):
            name = item.get(f"{W}numId") or ""
            self.lists[name] = value(item, "abstractNumId") or ""
            for override in item.iterchildren(f"{W}lvlOverride"):
                at = number(override.get(f"{W}ilvl"))
                start, own = value(override, "startOverride"), find(override, "lvl")
                if start is not None:
                    self.overrides.setdefault(name, {})[at] = number(start, 1)
                if own is not None:
                    self.own_levels.setdefault(name, {})[at] = _level(own)

    def label(self, paragraph: "_Element") -> str:
        """Return the number that Word shows before a paragraph; empty where it has none or a bullet."""
        found = self.styles.numbering(paragraph)
        if found is None:
            return ""
        properties, style = found
        name = value(properties, "numId") or ""
        abstract = self.lists.get(name)
        if name == "0" or abstract is None:
            return ""
        levels = {**self.abstract.get(abstract, {}), **self.own_levels.get(name, {})}
        at = number(value(properties, "ilvl"))
        if style is not None:
            # A style that is linked to a level does not say which: the level names the style.
            at = next((level for level, item in levels.items() if item.style == style), at)
        if at not in levels:
            return ""
        self._count(name, abstract, levels, at)
        return self._shown(abstract, levels, at)

    def _count(self, name: str, abstract: str, levels: dict[int, _Level], at: int) -> None:
        counts = self.counts.setdefault(abstract, {})
        if name not in self.started:
            self.started.add(name)
            for level, start in self.overrides.get(name, {}).items():
                counts[level] = start - 1
        counts[at] = counts.get(at, levels[at].start - 1) + 1
        for deeper, below in levels.items():
            if deeper > at and (below.restart is None or 0 < below.restart >= at + 1):
                counts.pop(deeper, None)

    def _shown(self, abstract: str, levels: dict[int, _Level], at: int) -> str:
        level, counts = levels[at], self.counts[abstract]
        if level.format in {"bullet", "none"}:
            return ""
        text = level.text
        for other, item in levels.items():
            if f"%{other + 1}" in text:
                form = "decimal" if level.is_legal else item.format
                text = text.replace(f"%{other + 1}", ordinal(counts.get(other, item.start), form))
        # Without a sign of its own the number would run into the text.
        return f"{text} " if level.has_gap and text[-1:].isalnum() else text


def _level(element: "_Element") -> _Level:
    restart = value(element, "lvlRestart")
    return _Level(
        format=value(element, "numFmt") or "decimal",
        text=value(element, "lvlText") or "",
        start=number(value(element, "start"), 1),
        restart=None if restart is None else number(restart),
        is_legal=bool(is_on(element, "isLgl")),
        has_gap=value(element, "suff") != "nothing",
        style=value(element, "pStyle"),
    )


def ordinal(count: int, form: str) -> str:
    """Return a number in a numbering format of Word; decimal for a format that reports do not use."""
    if not 0 <= count <= _HIGHEST:
        return str(count)
    shown = {
        "chinese": lambda: _counted(count, _DIGITS, "十百千"),
        "legal": lambda: _counted(count, _LEGAL, "拾佰仟"),
        "digits": lambda: "".join(_DIGITS[int(digit)] for digit in str(count)) if count != 10 else "十",
        "circle": lambda: chr(0x2460 + count - 1) if 1 <= count <= 20 else str(count),
        "letter": lambda: chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1) if count else "0",
        "roman": lambda: _roman(count),
        "zero": lambda: f"{count:02d}",
    }.get(_FORMS.get(form, ""), lambda: str(count))()
    return shown.lower() if form.startswith("lower") else shown.upper()


def _counted(count: int, digits: str, units: str) -> str:
    """Return a number as Chinese counts it: 十二, 一百〇五."""
    if count == 0:
        return digits[0]
    text, gap = "", False
    for place in range(3, -1, -1):
        digit = count // 10**place % 10
        if digit:
            text += (digits[0] if gap and text else "") + digits[digit] + (units[place - 1] if place else "")
            gap = False
        else:
            gap = True
    ten = digits[1] + units[0]
    return text[1:] if digits is _DIGITS and text.startswith(ten) else text


def _roman(count: int) -> str:
    steps = (
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
    )
    text = ""
    for size, sign in (*steps, (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        text += sign * (count // size)
        count %= size
    return text
