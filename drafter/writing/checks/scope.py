"""How far a deed is said to reach."""

import re
from collections.abc import Iterator

from drafter.writing.checks.claim_words import Found, refused, unsupported
from drafter.writing.checks.register import plain
from drafter.writing.checks.verdict import Claim, Violation

_ABOVE = re.compile("(?:(?<![城都])市|省(?![时力心事得钱])|县)(?:里|级|直|政府|委)")
_SOME = re.compile("部分(?!公开)|有的|有些|个别|少数|一些|某些|有时|时有|偶|少量")
_SHORTCOMING = re.compile("未|没|不|无|滞后|难以|缺|差|错")
_CLAUSE = re.compile("[，。；\n]")
_PARTIAL = "引用的材料说的是“{}”，句子写成了全部，请照材料写。"
_MESSAGE = "“{}”扩大了范围，引用的材料里没有这样写，请按材料写明的范围写。"


def check_scope(claim: Claim) -> Iterator[Violation]:
    """Yield every word of scope that no cited note has, in any written form."""
    for item in unsupported(claim, "scope"):
        yield refused(claim, item, "scope", _MESSAGE)
    note = plain(claim.note) + "".join(claim.own_names)
    for match in _ABOVE.finditer(plain(claim.text)):
        if match[0][0] not in note:
            yield refused(claim, Found(match.start(), match.end(), match[0]), "scope", _MESSAGE)


def check_partial(claim: Claim) -> Iterator[Violation]:
    """Yield a sentence that tells of all the shortcoming that the notes tell of some: 有的栏目没更新."""
    text, note = plain(claim.text), plain(claim.note)
    told = _SOME.search(note)
    short = _SHORTCOMING.search(text)
    if told and short and not _SOME.search(text) and len(_CLAUSE.split(note.strip("。"))) == 1:
        yield Violation("scope", 0, len(text), claim.text, _PARTIAL.format(told[0]))
