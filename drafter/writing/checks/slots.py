"""The slots of a sentence: well formed, known, used once, with nothing glued to them."""

import re
from collections.abc import Iterator

from drafter.writing.checks.reading import read
from drafter.writing.checks.verdict import Claim, Violation
from drafter.writing.checks.wordlist import load_pattern
from drafter.writing.slots import SLOT

BRACES = "{}｛｝❴❵⟦⟧⦃⦄︷︸﹛﹜⟨⟩〖〗〚〛【】⦅⦆｟｠"
STRAY = re.compile(f"[{BRACES}]+(?:[^{BRACES}，。；！？]{{0,64}}[{BRACES}]+)?")


def malformed_slots(claim: Claim) -> Iterator[Violation]:
    """Yield every brace, of whatever shape, that is not part of a well-formed slot."""
    masked = SLOT.sub(lambda found: "\0" * len(found.group()), claim.text)
    for found in STRAY.finditer(masked):
        words = claim.text[slice(*found.span())]
        message = f"“{words}”不是正确的占位符。占位符要照抄，形如 {{{{p:app_new}}}}；正文里不能有花括号和【】"
        yield Violation("slot-malformed", *found.span(), words, message)


def unknown_slots(claim: Claim) -> Iterator[Violation]:
    """Yield every slot that may not stand in the sentence."""
    for found in SLOT.finditer(claim.text):
        if f"{found[1]}:{found[2]}" not in claim.slots:
            message = f"“{found.group()}”不在这一句可用的占位符里。请换成列出的占位符，或删去"
            yield Violation("slot-unknown", *found.span(), found.group(), message)


def repeated_slots(claim: Claim) -> Iterator[Violation]:
    """Yield every slot that already stood in the sentence."""
    seen: set[str] = set()
    for found in SLOT.finditer(claim.text):
        if found.group() in seen:
            message = f"“{found.group()}”在这一句里用了两次。请只留一处"
            yield Violation("slot-repeated", *found.span(), found.group(), message)
        seen.add(found.group())


def hedged_slots(claim: Claim) -> Iterator[Violation]:
    """Yield hedges, round numbers and shares glued to a slot: 近{{p:x}}, {{p:x}}余."""
    yield from _glued(claim, "hedge_before", "slot-hedged", "占位符前不能加“{}”，数值由程序写准。请删去这些字")
    yield from _glued(claim, "hedge_after", "slot-hedged", "占位符后不能加“{}”，数值由程序写准。请删去这些字")


def slot_units(claim: Claim) -> Iterator[Violation]:
    """Yield measure words that stand behind a slot, whose text has its own."""
    yield from _glued(claim, "unit_after", "slot-unit", "占位符已经带有单位，后面不能再写“{}”。请删去这些字")


def _glued(claim: Claim, pattern: str, code: str, message: str) -> Iterator[Violation]:
    reading = read(claim)
    for found in load_pattern(pattern).finditer(reading.plain):
        group = found.lastindex or 0
        yield reading.violation(code, found.span(group), message)
