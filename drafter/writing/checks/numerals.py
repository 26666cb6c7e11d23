"""Numerals: denied wherever they stand, but for fixed words and the fixed terms of a cited note."""

import re
from collections.abc import Iterator
from functools import cache

from drafter.lexicon import SIGNS, load_lexicon
from drafter.writing.checks.reading import FIXED, Reading, plain_notes, read
from drafter.writing.checks.told_figures import is_told
from drafter.writing.checks.verdict import Claim, Violation
from drafter.writing.checks.wordlist import load_pattern

_SMALL = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5}
_KIND = re.compile("[种项类方个者][一-鿿、，。]?")
_ONCE_EACH = re.compile("每个?(?:年|半年|季度?|月|周|日|天)[^，。；]{1,8}一次$")
MESSAGE = "“{}”是数字。正文里不能写数字（汉字数字也不行），请改用可用短语的占位符，或删去"


def numerals(claim: Claim) -> Iterator[Violation]:
    """Yield every run of numerals that is not a fixed word, whatever script it is in.

    In a report a slot says it. Elsewhere it may stand where a note gives the same figure.
    """
    reading = read(claim)
    for start, end in _runs(reading):
        if not claim.reported and _is_each_once(reading.plain, start, end):
            continue
        if not claim.reported and _sums_up(reading.plain, start, end):
            continue
        if not claim.reported and is_told(reading.plain, start, end, plain_notes(claim.notes)):
            continue
        yield reading.violation("numeral", (start, end), MESSAGE)
    for found in load_pattern("english").finditer(reading.counted):
        yield reading.violation("numeral", found.span(), MESSAGE)
    for found in load_pattern("bare_ordinal").finditer(reading.counted):
        yield reading.violation("numeral", found.span(), MESSAGE)


def _is_each_once(text: str, start: int, end: int) -> bool:
    """Return whether a numeral only ends what is done each month or quarter: 每季度更新一次 is 每季更新."""
    return text[start:end] == "一" and _ONCE_EACH.search(text[: end + 1]) is not None


def _sums_up(text: str, start: int, end: int) -> bool:
    """Return whether a numeral counts no more than what its clause has just listed: 张贴与发布两种方式."""
    clause = text[max(text.rfind(mark, 0, start) for mark in "，。；") + 1 : start]
    listed = len(re.findall("、|[与和及](?!其)", clause)) + 1
    return listed > 1 and _SMALL.get(text[start:end]) == listed and _KIND.match(text, end) is not None


def _runs(reading: Reading) -> Iterator[tuple[int, int]]:
    """Yield the runs of numerals; 半, 几 and 参, 伍 … count beside another or before a measure word."""
    text, start = reading.counted, -1
    counts = [_counts(text, at) for at in range(len(text))]
    for at, is_counted in enumerate([*counts, False]):
        if is_counted and start < 0:
            start = at
        elif not is_counted and start >= 0:
            yield start, at
            start = -1


def _counts(text: str, at: int) -> bool:
    lexicon, character = load_lexicon(), text[at]
    if character == FIXED:
        return False
    if lexicon.is_numeral(character) or character in SIGNS:
        return True
    if character not in lexicon.loose and character not in lexicon.formal:
        return False
    beside = text[max(at - 1, 0) : at] + text[at + 1 : at + 2]
    either = lexicon.formal + lexicon.loose
    if any(lexicon.is_numeral(near) or (near in either and character in lexicon.formal) for near in beside):
        return True
    return _units().match(text, at + 1) is not None


@cache
def _units() -> re.Pattern[str]:
    """Return the measure words that make a numeral of 半, 几, 伍: those that no other word begins with."""
    units = "|".join(map(re.escape, load_lexicon().units))
    return re.compile(f"(?:{units}|多|余|佰|仟|圆|成)(?!体|化)")
