"""The verdict on a sentence: quantities, then support, then vocabulary and what else is doubtful."""

from drafter.writing.checks.doubts import doubts
from drafter.writing.checks.quantities import QUANTITY_CHECKS
from drafter.writing.checks.support import SUPPORT_CHECKS
from drafter.writing.checks.verdict import Claim, Verdict, verdict
from drafter.writing.checks.light import unproved


def judge(claim: Claim) -> Verdict:
    """Return red with every violation, amber with every unproved word, or green."""
    violations = [item for check in (*QUANTITY_CHECKS, *SUPPORT_CHECKS) for item in check(claim)]
    return verdict(dict.fromkeys(violations), dict.fromkeys((*unproved(claim), *doubts(claim))))
