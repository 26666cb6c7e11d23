"""Names of the county's other organs, and an organ that calls itself by the wrong level."""

import re
from collections.abc import Iterator

from drafter.writing.checks.register import plain
from drafter.writing.checks.verdict import Claim, Violation

_SELF = re.compile("(?:我|本)(镇|乡|街道)(?![村居]民)")
_PLACE = re.compile(
    "(?<![\u4e00-\u9fff])(?P<name>[\u4e00-\u9fff]{1,3}(?<![各全本我们该乡村城集小古强新名重进每到在与和由对向所外邻周成为到去来回给是了里跟叫让报改写转送])"
    "(?:镇|乡|街道|省|市|州))(?=人民政府|政府|办事处|[，、的在与和]|同步|推[行进]|新|也|已|予以|公开)"
)
_VAGUE = re.compile("隔壁|邻近|旁边|附近|周边|其他|别的|哪个|几个|有的|兄弟|外地")
_THEIRS = "引用的材料说的是{}的事，不能写成本机关做的。"
_OTHER = "“{}”是别的单位，引用的材料里没有提到，请删去。"
_LEVEL = "本机关是{}，“{}”写错了，请改为“我{}”。"


def check_neighbours(claim: Claim) -> Iterator[Violation]:
    """Yield every name of another organ that no cited note has."""
    for name in claim.other_names:
        if name and name in claim.text and name not in claim.note and not any(name in own for own in claim.own_names):
            start = claim.text.find(name)
            yield Violation("neighbour", start, start + len(name), name, _OTHER.format(name))


def check_places(claim: Claim) -> Iterator[Violation]:
    """Yield a place that is neither ours nor in a note, and our own name where a note names another place."""
    text = plain(claim.text)
    for match in _PLACE.finditer(text):
        known = (claim.note, *claim.own_names)
        if not any(match["name"] in source for source in known):
            yield Violation("neighbour", *match.span("name"), match["name"], _OTHER.format(match["name"]))
    told = [match["name"] for match in _PLACE.finditer(plain(claim.note))]
    theirs = [name for name in told if not _is_own(name, claim) and not _VAGUE.search(name)]
    own = _SELF.search(text)
    if own and theirs and not any(name in text for name in theirs):
        yield Violation("neighbour", *own.span(), own.group(), _THEIRS.format(theirs[0]))


def _is_own(name: str, claim: Claim) -> bool:
    return any(name in own for own in claim.own_names)


def check_level(claim: Claim) -> Iterator[Violation]:
    """Yield 我镇, 我乡 and 我街道 where the organ is of another level."""
    if not claim.level:
        return
    for match in _SELF.finditer(plain(claim.text)):
        if match[1] != claim.level and match[0] not in claim.note:
            message = _LEVEL.format(claim.level, match[0], claim.level)
            yield Violation("level", match.start(), match.end(), match[0], message)
