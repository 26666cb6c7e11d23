"""Once told as a habit."""

from collections.abc import Iterator

from drafter.writing.checks.claim_words import refused, unsupported
from drafter.writing.checks.verdict import Claim, Violation

_MESSAGE = "“{}”说的是经常、按期或一贯这样做，引用的材料里没有这样写，请删去或改用材料的说法。"


def check_regularity(claim: Claim) -> Iterator[Violation]:
    """Yield every word of habit or of promptness that no cited note has, in any written form."""
    for item in unsupported(claim, "regularity"):
        yield refused(claim, item, "once-regular", _MESSAGE)
