"""More or less than before: 较上年, 逐年, 再创新高, 申请量上升. 提高公开质量 is an aim and no trend."""

from collections.abc import Iterator

from drafter.writing.checks.sourcing import unsourced
from drafter.writing.checks.verdict import Claim, Violation

MESSAGE = "“{}”说的是增减变化，所引材料里没有这样说。请删去，或改用与上年比较（{{d:…}}）的占位符"


def trends(claim: Claim) -> Iterator[Violation]:
    """Yield words of change that no cited note uses."""
    yield from unsourced(claim, "trend", "quantity-trend", MESSAGE)
