"""Awards, rankings, praise and evaluations."""

import re
from collections.abc import Iterator

from drafter.writing.checks.claim_words import refused, unsupported
from drafter.writing.checks.verdict import Claim, Violation

_DENIED = re.compile("[未没不待拟](?:能|有)?$")
_TOLD = re.compile(
    "夸|说好|讲好|叫好|挨[批说训]|评上|评了|[得拿]了?[^，。]{0,3}奖|牌子|第[一二三四五六七八九十]|头一"
    "|表扬|认可|满意|倒数|最后一?名"
)
"""Praise or a rank that notes tell of in plain words."""
_MESSAGE = "“{}”是评价、荣誉或排名，引用的材料里没有，请删去。"


def check_superlatives(claim: Claim) -> Iterator[Violation]:
    """Yield every award, ranking or evaluation that no cited note has, in any written form."""
    for item in unsupported(claim, "superlatives"):
        is_told = not claim.reported and _TOLD.search(claim.note)
        if not is_told and not _DENIED.search(claim.text[: item.start]):
            yield refused(claim, item, "superlative", _MESSAGE)
