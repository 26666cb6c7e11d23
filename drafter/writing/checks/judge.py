"""The verdict on a sentence: quantities, then support, then vocabulary and what else is doubtful."""

import re
from dataclasses import replace

from drafter.writing.checks.doubts import doubts
from drafter.writing.checks.frames import is_frame_sentence, unnumbered
from drafter.writing.checks.light import unproved
from drafter.writing.checks.quantities import QUANTITY_CHECKS
from drafter.writing.checks.support import SUPPORT_CHECKS
from drafter.writing.checks.verdict import Claim, Verdict, verdict

_NARROW = re.compile("(?<=[一-鿿”’》）{}])[,;:?!](?![0-9/])")
_USUAL = str.maketrans(",;:?!", "，；：？！")


def judge(claim: Claim) -> Verdict:
    """Return red with every violation, amber with every unproved word, or green."""
    claim = _punctuated(claim)
    if is_frame_sentence(claim):
        return verdict((), ())
    claim = claim if claim.reported else replace(claim, text=unnumbered(claim.text))
    violations = [item for check in (*QUANTITY_CHECKS, *SUPPORT_CHECKS) for item in check(claim)]
    return verdict(dict.fromkeys(violations), dict.fromkeys((*unproved(claim), *doubts(claim))))


def _punctuated(claim: Claim) -> Claim:
    """Return a claim with the usual marks for half-width ones behind a Chinese word: they end clauses all the same.

    The text of a report keeps them, so that they are mended there.
    """
    text = claim.text if claim.reported else _usual(claim.text)
    return replace(claim, text=text, notes=tuple(map(_usual, claim.notes)))


def _usual(text: str) -> str:
    return _NARROW.sub(lambda match: match[0].translate(_USUAL), text)
