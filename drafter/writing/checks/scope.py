"""How far a deed is said to reach."""

import re
from collections.abc import Iterator

from drafter.writing.checks.claim_words import Found, refused, unsupported
from drafter.writing.checks.register import plain
from drafter.writing.checks.verdict import Claim, Violation

_ABOVE = re.compile("(?:(?<![城都])市|省(?![时力心事得钱])|县)(?:里|级|直|政府|委)")
_MESSAGE = "“{}”扩大了范围，引用的材料里没有这样写，请按材料写明的范围写。"


def check_scope(claim: Claim) -> Iterator[Violation]:
    """Yield every word of scope that no cited note has, in any written form."""
    for item in unsupported(claim, "scope"):
        yield refused(claim, item, "scope", _MESSAGE)
    note = plain(claim.note) + "".join(claim.own_names)
    for match in _ABOVE.finditer(plain(claim.text)):
        if match[0][0] not in note:
            yield refused(claim, Found(match.start(), match.end(), match[0]), "scope", _MESSAGE)
