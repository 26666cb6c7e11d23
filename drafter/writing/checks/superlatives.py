"""Awards, rankings, praise and evaluations."""

import re
from collections.abc import Iterator

from drafter.writing.checks.claim_words import refused, unsupported
from drafter.writing.checks.verdict import Claim, Violation

_DENIED = re.compile("[未没不待拟](?:能|有)?$")
_MESSAGE = "“{}”是评价、荣誉或排名，引用的材料里没有，请删去。"


def check_superlatives(claim: Claim) -> Iterator[Violation]:
    """Yield every award, ranking or evaluation that no cited note has, in any written form."""
    for item in unsupported(claim, "superlatives"):
        if not _DENIED.search(claim.text[: item.start]):
            yield refused(claim, item, "superlative", _MESSAGE)
