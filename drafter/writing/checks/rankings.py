"""First, only, most, and places in a ranking: 首次, 唯一, 最多, 名列前茅."""

from collections.abc import Iterator

from drafter.writing.checks.sourcing import unsourced
from drafter.writing.checks.verdict import Claim, Violation

MESSAGE = "“{}”说的是首次、唯一、最高或名次，所引材料里没有这样说。请删去，只写做了什么"


def rankings(claim: Claim) -> Iterator[Violation]:
    """Yield words of rank that no cited note uses."""
    yield from unsourced(claim, "ranking", "quantity-ranking", MESSAGE)
