"""Characters a reader cannot see, or would take for others."""

import unicodedata
from collections.abc import Iterator

from drafter.lexicon import load_lexicon
from drafter.writing.checks.verdict import Claim, Violation

INVISIBLE = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u2028\u2029\u2800\u3164\uffa0\ufffc\ufffd")
CATEGORIES = frozenset({"Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp", "Mn", "Me"})
MESSAGE = "有看不见或形似的字符（{codes}）。请删去，用键盘能直接输入的字重写"


def hidden_characters(claim: Claim) -> Iterator[Violation]:
    """Yield every run of hidden or disguised characters."""
    text, start = claim.text, 0
    while start < len(text):
        end = start
        while end < len(text) and is_hidden(text[end]):
            end += 1
        if end > start:
            codes = "、".join(f"U+{ord(character):04X}" for character in text[start:end][:3])
            yield Violation("hidden-character", start, end, text[start:end], MESSAGE.replace("{codes}", codes))
        start = end + 1


def is_hidden(character: str) -> bool:
    """Return whether a reader cannot see a character or would take it for a usual one."""
    if character.isascii():
        return not character.isprintable()
    if character in INVISIBLE or unicodedata.category(character) in CATEGORIES:
        return True
    return _is_disguised(character)


def _is_disguised(character: str) -> bool:
    """Return whether a character is a Kangxi radical, a compatibility ideograph, a styled or foreign digit."""
    category = unicodedata.category(character)
    if category == "Nd":
        return character not in "０１２３４５６７８９"
    plain = unicodedata.normalize("NFKC", character)
    if plain == character or category not in ("So", "Lo"):
        return False
    is_numeral = load_lexicon().is_numeral
    return len(plain) == 1 and (unicodedata.category(plain) == "Lo" or is_numeral(plain))
