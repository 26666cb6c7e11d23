"""What is said to have been done: verbs of deeds, by classes of verbs that stand for each other."""

from collections.abc import Iterator

from drafter.writing.checks.claim_words import refused, unsupported
from drafter.writing.checks.verdict import Claim, Violation

_MESSAGE = "“{}”这件事在引用的材料里找不到，请删去，或用材料里的动词来写。"


def check_deeds(claim: Claim) -> Iterator[Violation]:
    """Yield every verb of a deed for which no cited note has a verb of its class."""
    for item in unsupported(claim, "deeds"):
        yield refused(claim, item, "deed", _MESSAGE)
