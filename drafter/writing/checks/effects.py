"""Effects claimed for what was done."""

from collections.abc import Iterator

from drafter.writing.checks.claim_words import refused, unsupported
from drafter.writing.checks.verdict import Claim, Violation

_MESSAGE = "“{}”写的是成效，引用的材料里没有写这个效果，请删去。"


def check_effects(claim: Claim) -> Iterator[Violation]:
    """Yield every claim of an effect that no cited note has, in any written form."""
    for item in unsupported(claim, "effects"):
        yield refused(claim, item, "effect", _MESSAGE)
