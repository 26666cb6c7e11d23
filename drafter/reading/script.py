"""Traditional characters as simplified ones, for reading only: what a report shows is never changed."""

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from opencc import OpenCC

# Characters of the form's own labels and of any report that simplified text does not have.
_TRADITIONAL = re.compile(
    "[開況總體條項業務問題報關機構團處罰費數縣鎮鄉國實際應當發結轉訴訟復議維審請擊進與為個時動規範類製導組織強計劃還這對於並無現據辦"
    "員會單網電話聯絡編郵號樓層區東門設領訓參備產傳統權責監長]"
)
_BLANKS = re.compile(r"[\s\u200b\ufeff]+")
_MARKS = str.maketrans(
    {"(": "（", ")": "）", ":": "：", ",": "，", ";": "；", "﹙": "（", "﹚": "）", "*": "", "#": ""}
)


def simplified(text: str) -> str:
    """Return a text in simplified characters; one that has none of the other script is returned as it is."""
    if not _TRADITIONAL.search(text):
        return text
    converted = _converter().convert(text)
    return converted if len(converted) == len(text) else text


def compact(text: str) -> str:
    """Return a text for comparing: simplified, without blanks, its brackets and commas full width."""
    return _BLANKS.sub("", simplified(text)).translate(_MARKS)


@cache
def _converter() -> "OpenCC":
    from opencc import OpenCC

    return OpenCC("t2s")
