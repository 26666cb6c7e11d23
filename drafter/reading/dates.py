"""The report year and 统计期限, as a report writes them."""

import re
from collections.abc import Iterable

from drafter.reading.script import simplified

_DIGITS = {sign: str(value) for value, signs in enumerate(("〇○零Ｏ", *"一二三四五六七八九")) for sign in signs}
_CHINESE_YEAR = re.compile("[二][〇○零Ｏ][〇○零Ｏ一二三四五六七八九]{2}(?=年)")
_YEAR = re.compile(r"(20\d\d)\s*年")
_FIRST = r"(?P<y1>\d{4})\s*年\s*(?P<m1>\d{1,2})\s*月\s*(?P<d1>\d{1,2})\s*日?"
_LAST = r"(?:(?P<y2>\d{4})\s*年\s*|(?:同年|当年|本年)?)(?P<m2>\d{1,2})\s*月\s*(?P<d2>\d{1,2})\s*日"
_PERIOD = re.compile(rf"{_FIRST}\s*(?:起|开始|始)?\s*[,，]?\s*(?:至|到|止于|—|–|-|－|~|～|一)+\s*{_LAST}")
_ABOUT = re.compile("期限|统计|数据|时间")


def arabic_years(text: str) -> str:
    """Return a text with years like 二〇二〇年 in digits."""
    return _CHINESE_YEAR.sub(lambda match: "".join(_DIGITS[sign] for sign in match[0]), text)


def year_of_title(title: str) -> int | None:
    """Return the year in a title; None where it names none, or more than one."""
    years = set(_YEAR.findall(arabic_years(simplified(title))))
    return int(years.pop()) if len(years) == 1 else None


def period_of(texts: Iterable[str]) -> tuple[str, str] | None:
    """Return the period of the statistics as ISO dates, as written: also one that ends before it begins."""
    found = []
    for text in texts:
        plain = simplified(text)
        for match in _PERIOD.finditer(plain):
            around = plain[max(match.start() - 40, 0) : match.end() + 20]
            found.append((not _ABOUT.search(around), _iso(match)))
    return min(found, key=lambda item: item[0])[1] if found else None


def _iso(match: "re.Match[str]") -> tuple[str, str]:
    first = f"{match['y1']}-{int(match['m1']):02d}-{int(match['d1']):02d}"
    last = f"{match['y2'] or match['y1']}-{int(match['m2']):02d}-{int(match['d2']):02d}"
    return first, last


def year_of_period(period: tuple[str, str] | None) -> int | None:
    """Return the year that a period lies in; None where it crosses a year."""
    if period is None or period[0][:4] != period[1][:4]:
        return None
    return int(period[0][:4])
