"""How the whole is divided, and what is more than what: 大多数, 以…为主, 占比, 多于."""

from collections.abc import Iterator

from drafter.writing.checks.sourcing import unsourced
from drafter.writing.checks.verdict import Claim, Violation

MESSAGE = "“{}”比较了多少或占比，所引材料里没有这样说。请删去，或改用构成（{{g:…}}、{{c:…}}）的占位符"


def majorities(claim: Claim) -> Iterator[Violation]:
    """Yield words of share and comparison that no cited note uses."""
    yield from unsourced(claim, "majority", "quantity-majority", MESSAGE)
