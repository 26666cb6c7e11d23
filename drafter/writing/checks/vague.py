"""How many, without a numeral: 多次, 若干, 不胜枚举, 寥寥无几."""

from collections.abc import Iterator

from drafter.writing.checks.sourcing import unsourced
from drafter.writing.checks.verdict import Claim, Violation

MESSAGE = "“{}”说的是数量，所引材料里没有这样说。请删去，或改用可用短语的占位符，或照材料原词写"


def vague_quantities(claim: Claim) -> Iterator[Violation]:
    """Yield words of quantity that no cited note uses."""
    yield from unsourced(claim, "vague", "quantity-vague", MESSAGE)
