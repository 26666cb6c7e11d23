"""How many, without a numeral: 多次, 若干, 不胜枚举, 寥寥无几."""

import re
from collections.abc import Iterator
from functools import cache

from drafter.lexicon import load_lexicon
from drafter.writing.checks.sourcing import unsourced
from drafter.writing.checks.verdict import Claim, Violation

MESSAGE = "“{}”说的是数量，所引材料里没有这样说。请删去，或改用可用短语的占位符，或照材料原词写"


def vague_quantities(claim: Claim) -> Iterator[Violation]:
    """Yield words of quantity that no cited note uses."""
    yield from unsourced(claim, "vague", "quantity-vague", MESSAGE)
    for match in _several().finditer(claim.text):
        if match.group() not in claim.note and (claim.reported or "几" not in claim.note):
            yield Violation("quantity-vague", *match.span(), match.group(), MESSAGE.format(match.group()))


@cache
def _several() -> re.Pattern[str]:
    """Return 数 before any measure word, where it means several: 数类, 数册, but not 总数, 数据 or 数字化."""
    units = "|".join(sorted((re.escape(unit) for unit in load_lexicon().units), key=len, reverse=True))
    no_word_ends_here = "(?<![总人件参函号岁指分小整单双基负奇偶代变系常个字点计次户])"
    return re.compile(f"{no_word_ends_here}数(?![字据值码组量学额])(?:{units})")
