"""Names of the county's other organs, and an organ that calls itself by the wrong level."""

import re
from collections.abc import Iterator

from drafter.writing.checks.register import plain
from drafter.writing.checks.verdict import Claim, Violation

_SELF = re.compile("(?:我|本)(镇|乡|街道)(?![村居]民)")
_OTHER = "“{}”是别的单位，引用的材料里没有提到，请删去。"
_LEVEL = "本机关是{}，“{}”写错了，请改为“我{}”。"


def check_neighbours(claim: Claim) -> Iterator[Violation]:
    """Yield every name of another organ that no cited note has."""
    for name in claim.other_names:
        if name and name in claim.text and name not in claim.note and not any(name in own for own in claim.own_names):
            start = claim.text.find(name)
            yield Violation("neighbour", start, start + len(name), name, _OTHER.format(name))


def check_level(claim: Claim) -> Iterator[Violation]:
    """Yield 我镇, 我乡 and 我街道 where the organ is of another level."""
    for match in _SELF.finditer(plain(claim.text)):
        if match[1] != claim.level and match[0] not in claim.note:
            message = _LEVEL.format(claim.level, match[0], claim.level)
            yield Violation("level", match.start(), match.end(), match[0], message)
