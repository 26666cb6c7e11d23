"""Effects claimed for what was done."""

import re
from collections.abc import Iterator

from drafter.writing.checks.alignment import is_added, may_replace
from drafter.writing.checks.claim_words import claim_list, clause_at, refused, shared, unsupported
from drafter.writing.checks.register import plain
from drafter.writing.checks.verdict import Claim, Violation

_TOLD = re.compile(
    "[快慢好少多低高大小短长]多?了|费劲|省|再?不用|不再|没再|能[^，。]{1,8}了|免得|怕|方便|好让|够|顺|清楚|利索|没落下|没人[看点关]"
)
"""A change or a benefit that notes tell of in plain words: whether it is the one claimed is for a person to compare."""
_WANTING = re.compile(
    "(?:度|性|面|率)?(?:尚|仍|较|还|略)?(?:不足|不够|不高|不广|不佳|不强|一般|偏低|偏小|较低|有限|欠|差|低|弱)"
)
"""What makes a shortcoming of an effect: 覆盖不足."""
_WANTED = re.compile("(?:有待|亟待|[仍尚还亟]需|需要?)(?:进一步|加以|不断|继续)?$")
_MESSAGE = "“{}”写的是成效，引用的材料里没有写这个效果，请删去。"


def check_effects(claim: Claim) -> Iterator[Violation]:
    """Yield every claim of an effect that no cited note has, in any written form.

    Words that also tell of what was undergone (受到, 得到) count where they add to the note.
    """
    either = claim_list("either").rows
    for item in unsupported(claim, "effects"):
        if (
            _WANTED.search(claim.text[: item.start])
            or _WANTING.match(claim.text, item.end)
            or (not claim.reported and _TOLD.search(claim.note))
        ):
            continue
        is_told = may_replace(claim, item.start) or shared(clause_at(plain(claim.text), item.start), plain(claim.note))
        if item.word in either and is_told and not is_added(claim, item.start):
            continue
        yield refused(claim, item, "effect", _MESSAGE)
