"""How far a deed is said to reach."""

from collections.abc import Iterator

from drafter.writing.checks.claim_words import refused, unsupported
from drafter.writing.checks.verdict import Claim, Violation

_MESSAGE = "“{}”扩大了范围，引用的材料里没有这样写，请按材料写明的范围写。"


def check_scope(claim: Claim) -> Iterator[Violation]:
    """Yield every word of scope that no cited note has, in any written form."""
    for item in unsupported(claim, "scope"):
        yield refused(claim, item, "scope", _MESSAGE)
