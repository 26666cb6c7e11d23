"""How often: 每月, 定期, 经常, 三天两头."""

from collections.abc import Iterator

from drafter.writing.checks.sourcing import unsourced
from drafter.writing.checks.verdict import Claim, Violation

MESSAGE = "“{}”说的是做了几回、多久一次，所引材料里没有这样说。请删去，或照材料原词写"


def frequencies(claim: Claim) -> Iterator[Violation]:
    """Yield words of frequency that no cited note uses."""
    yield from unsourced(claim, "frequency", "quantity-frequency", MESSAGE)
