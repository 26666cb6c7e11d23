"""Characters that prose of a report has no use for: markup, pictures, letters of other scripts."""

import re
from collections.abc import Iterator

from drafter.writing.checks.verdict import Claim, Violation
from drafter.writing.slots import SLOT

_USUAL = re.compile("[\u4e00-\u9fff〇，。；：、！？“”‘’（）《》〈〉·0-9０-９A-Za-z%％.\\s]")
_HIDDEN_OR_BRACE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f{}｛｝]"
)
_OLD = re.compile("(?:[念幺双]|个把)(?=[次件条场期份])")
_MESSAGE = "“{}”不是公文正文里的字符，请删去"


def check_symbols(claim: Claim) -> Iterator[Violation]:
    """Yield every character that is no usual one of Chinese prose and stands in no cited note."""
    masked = SLOT.sub(lambda match: "镇" * len(match.group()), claim.text)
    for place, character in enumerate(masked):
        if _USUAL.match(character) or character in claim.note or _HIDDEN_OR_BRACE.match(character):
            continue
        yield Violation("symbol", place, place + 1, character, _MESSAGE.format(character))


def check_old_numerals(claim: Claim) -> Iterator[Violation]:
    """Yield old or regional words for a number before a measure word: 念次 is twenty times, 双次 twice."""
    for match in _OLD.finditer(claim.text):
        yield Violation("numeral", *match.span(), match.group(), f"“{match.group()}”是数字，请用占位符")


def check_order_words(claim: Claim) -> Iterator[Violation]:
    """Yield words that speak of the prompt or to a person instead of reporting."""
    for match in _ECHO.finditer(claim.text):
        if match.group() not in claim.note:
            yield Violation("prompt-echo", *match.span(), match.group(), f"“{match.group()}”不是报告的话，请删去")


_ECHO = re.compile(
    "占位符|铁律|您|修改如下|不是指令|指令，|(?:以上|上述|忽略|遵守|按照)(?:规则|指令|提示)|忽略|JSON|json|材料编号|编号为|这个题目|此处省略|省略|好的，|以下是"
    "|某某|某镇|（略）|待补充|你镇|你乡|你街道|贵镇|贵办|作为(?:AI|人工智能|模型)|提示词|模型"
)
