"""What the quantity checks say of a sentence, for their tests."""

import re

from drafter.writing.checks.quantities import QUANTITY_CHECKS
from drafter.writing.checks.verdict import Check, Claim, Violation

SLOTS = re.compile(r"\{\{([a-z]+:[\w.]+)\}\}")


def violations(text: str, *notes: str, checks: tuple[Check, ...] = QUANTITY_CHECKS) -> list[Violation]:
    """Return the violations of a sentence of a report whose slots are all allowed."""
    claim = Claim(text, notes, slots=frozenset(SLOTS.findall(text)), reported=True)
    return [violation for check in checks for violation in check(claim)]


def codes(text: str, *notes: str) -> set[str]:
    return {violation.code for violation in violations(text, *notes)}
