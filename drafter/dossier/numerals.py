"""Read a clean numeral, arabic, Chinese or mixed, as its exact value."""

import re
import unicodedata
from decimal import Decimal, localcontext

from drafter.form.statistics import Number

MAX_DIGITS = 30
_EXACT = 100
"""Decimal digits of precision: more than any numeral of `MAX_DIGITS` with a multiplier needs."""

DIGITS = {
    **{character: value for value, character in enumerate("零一二三四五六七八九")},
    **{character: value for value, character in enumerate("零壹贰叁肆伍陆柒捌玖")},
    **dict.fromkeys("壱弌", 1),
    **dict.fromkeys("两兩貳弐貮弍俩", 2),
    **dict.fromkeys("参參叄弎仨", 3),
    "〇": 0,
    "亖": 4,
    "陸": 6,
}
UNITS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
MYRIADS = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
SPELLED = str.maketrans({"廿": "二十", "卄": "二十", "卅": "三十", "卌": "四十", "皕": "二百", "萬": "万", "億": "亿"})

_PLAIN = r"(?:0|[1-9][0-9]{0,2}(?:,[0-9]{3})+|[1-9][0-9]*)"
_ARABIC = re.compile(rf"({_PLAIN}(?:\.[0-9]+)?)([十百千]?[万亿]?|万亿)(.*)")
_POINT = re.compile(r"([^点]+)点([〇零一二三四五六七八九]+)([百千]?[万亿]?)")


def read_numeral(text: str) -> Number | None:
    """Return the exact value of a whole text, or None where it is not one clean numeral.

    Whole values are int, others Decimal. 三四 (three or four), 几十, 百 and 千万 alone are approximations: None.
    """
    if not text or len(text) > MAX_DIGITS:
        return None
    plain = unicodedata.normalize("NFKC", text) if text.isascii() or _is_wide(text) else text
    with localcontext(prec=_EXACT):
        if plain[0].isascii():
            return _arabic(plain)
        return _pointed(plain) if "点" in plain else _han(plain.translate(SPELLED))


def _is_wide(text: str) -> bool:
    """Return whether a text has full-width digits: only they and the full-width point are made narrow."""
    return "０" <= text[0] <= "９" and not re.search(r"[^0-9０-９．.,，一-鿿〇]", text)


def _arabic(text: str) -> Number | None:
    """Return the value of 1,234 or 17.6万 or 1亿2000万; what follows a multiplier must fill the places below it."""
    match = _ARABIC.fullmatch(text)
    if match is None:
        return None
    number = match[1].replace(",", "")
    if not match[2]:
        return None if match[3] else (Decimal(number) if "." in number else int(number))
    multiplier = _multiplier(match[2])
    value = Decimal(number) * multiplier
    if match[3]:
        rest = _arabic(match[3]) if match[3][0].isascii() else _han(match[3])
        if rest is None or not multiplier <= rest * 10 < multiplier * 10:
            return None
        value += rest
    return _whole(value)


def _multiplier(text: str) -> int:
    value = 1
    for character in text:
        value *= UNITS.get(character) or MYRIADS[character]
    return value


def _whole(value: Decimal) -> Number:
    return int(value) if value == value.to_integral_value() else value.normalize()


def _pointed(text: str) -> Number | None:
    """Return the value of 三点五 or 十七点六万."""
    match = _POINT.fullmatch(text)
    whole = _han(match[1].translate(SPELLED)) if match else None
    if match is None or whole is None:
        return None
    places = "".join(str(DIGITS[character]) for character in match[2])
    value = Decimal(f"{whole}.{places}")
    return _whole(value * _multiplier(match[3])) if match[3] else value


def _han(text: str) -> int | None:
    """Return the value of a numeral in Chinese characters."""
    if text and all(character in DIGITS for character in text):
        return _digits(text)
    return _myriads(text)


def _digits(text: str) -> int | None:
    """Return one digit, or 二〇二五 digit by digit; two digits side by side (三四, 三五) are an approximation."""
    if len(text) == 1:
        return DIGITS[text]
    is_string = DIGITS[text[0]] != 0 and (len(text) >= 4 or any(DIGITS[character] == 0 for character in text))
    return int("".join(str(DIGITS[character]) for character in text)) if is_string else None


def _myriads(text: str) -> int | None:
    """Return the value of a numeral with 亿 and 万, the last place of which may be left unsaid: 一万二."""
    for name, place in (("亿", 10**8), ("万", 10**4)):
        head, found, tail = text.rpartition(name)
        if not found:
            continue
        left = _myriads(head) if head else None
        right = _below(tail, place) if tail else 0
        if left is None or right is None or left == 0 or (place == 10**4 and left >= place):
            return None
        return left * place + right
    return _section(text)


def _below(text: str, place: int) -> int | None:
    """Return what stands behind 万 or 亿."""
    if len(text) == 1:
        digit = DIGITS.get(text)
        return digit * place // 10 if digit else None
    value = _myriads(text[1:] if text[0] in "零〇" else text)
    return value if value and value < place else None


def _section(text: str) -> int | None:
    """Return the value of a numeral below ten thousand, or None where its places are out of order."""
    total, digit, place, zero = 0, None, 10**4, False
    for character in text:
        value = DIGITS.get(character)
        if value == 0:
            if digit is not None or zero or not total:
                return None
            zero = True
        elif value is not None:
            if digit is not None:
                return None
            digit = value
        else:
            unit = UNITS.get(character, 10**4)
            if unit >= place or (digit is None and unit != 10):
                return None
            total, digit, place, zero = total + (digit or 1) * unit, None, unit, False
    return _closed(total, digit, place, zero)


def _closed(total: int, digit: int | None, place: int, zero: bool) -> int | None:
    """Return the total with its last digit: after 百 or 千 it counts the next place, as in 三百五."""
    if digit is None:
        return None if zero or not total else total
    return total + (digit * place // 10 if place in (100, 1000) and not zero else digit)
