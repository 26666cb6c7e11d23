"""Characters a reader cannot see or would take for others, and placeholders nobody filled in."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from drafter.findings import Finding, Severity
from drafter.lexicon import load_lexicon
from drafter.richtext import PieceKind, Text

INVISIBLE = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u2028\u2029\u3164\uffa0\ufffc\ufffd")
INVISIBLE_CATEGORIES = frozenset({"Cc", "Cf", "Co", "Cs", "Cn"})
SELECTORS = range(0xFE00, 0xFE10), range(0xE0100, 0xE01F0)
BRACES = frozenset("{}｛｝❴❵⟦⟧⦃⦄︷︸﹛﹜")
PLACEHOLDER = re.compile(
    r"(?<![A-Za-z0-9])[XＸ]{2,}(?![A-Za-z0-9])|[×╳✕]{2,}|_{2,}|＿{2,}|[【】]|待补充|请填写|\[具体|[（(]具体|\*{2,}|〔申请人"
)
GAP = re.compile("【待补：[^【】]+】")
USUAL_WIDE = frozenset("０１２３４５６７８９％")


def character_findings(text: Text, where: str) -> Iterator[Finding]:
    """Yield an error for every hidden or disguised character and every placeholder left in a line."""
    for item in text.pieces:
        found = sorted({character for character in item.text if is_hidden(character)})
        if found:
            yield hidden_finding(found, item.text, where)
        if item.kind is PieceKind.GAP and not GAP.fullmatch(item.text):
            yield placeholder_finding(item.text, str(text), where)
    for match in PLACEHOLDER.finditer(_without_gaps(text)):
        yield placeholder_finding(match.group(), str(text), where)


def hidden_finding(found: list[str], text: str, where: str) -> Finding:
    """Return the error for hidden or disguised characters in a text."""
    names = "、".join(f"U+{ord(character):04X}" for character in found)
    message = f"“{_visible(text)[:20]}”里有看不见或形似的字符：{names}"
    return Finding("hidden-character", Severity.ERROR, where, message, "请删去这些字符，改用键盘直接输入的文字和数字")


def placeholder_finding(found: str, text: str, where: str) -> Finding:
    """Return the error for a placeholder that was left in a text."""
    message = f"“{text[:20]}”里留有没有填写的“{found}”"
    return Finding("placeholder-left", Severity.ERROR, where, message, "请在资料文件里填上实际内容后重新起草")


@lru_cache(maxsize=65_536)
def is_hidden(character: str) -> bool:
    """Return whether a reader cannot see a character, or would take it for a numeral or a brace of the usual kind."""
    if character in BRACES or character in INVISIBLE:
        return True
    if unicodedata.category(character) in INVISIBLE_CATEGORIES or any(ord(character) in row for row in SELECTORS):
        return True
    return _is_disguised(character)


def _is_disguised(character: str) -> bool:
    """Return whether a character is a numeral in disguise: a Kangxi radical, a mathematical or a foreign digit."""
    if character.isascii() or character in USUAL_WIDE:
        return False
    if unicodedata.category(character) == "Nd":
        return True
    plain, lexicon = unicodedata.normalize("NFKC", character), load_lexicon()
    is_letter = unicodedata.category(character) in ("So", "Lo")
    return (
        is_letter and plain != character and any(lexicon.is_numeral(part) or part in lexicon.formal for part in plain)
    )


def _without_gaps(text: Text) -> str:
    return "".join(item.text for item in text.pieces if item.kind is not PieceKind.GAP)


def _visible(text: str) -> str:
    return "".join(character for character in text if not is_hidden(character))
