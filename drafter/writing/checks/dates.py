"""When: dates, parts of the year and relative times belong to slots or stand in the note."""

from collections.abc import Iterator

from drafter.writing.checks.sourcing import unsourced
from drafter.writing.checks.verdict import Claim, Violation

MESSAGE = "“{}”说的是时间，所引材料里没有这样说。请删去，或改用日期的占位符，或照材料原词写"


def dates(claim: Claim) -> Iterator[Violation]:
    """Yield words of time that no cited note uses."""
    yield from unsourced(claim, "date", "date", MESSAGE)
