"""Names of townships, counties and districts in a sentence, found by their form and by what stands around them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from drafter.resources import read_text
from drafter.yamltree import parse_own

_TOWN = re.compile("镇|乡(?!村|镇|亲|贤|土|风|愁|音|野|里)|街道(?!路|口|上|边)")
_COUNTY = re.compile("县(?![级里直域城内外以乡区处长情属])|旗(?!下|帜|舰)")
_DISTRICT = re.compile("[区市](?=人民政府|政府|委、|委办|政务|信息公开)")
_ORGAN = re.compile("人民政府|政府|党委|党工委|办事处|党政|便民服务|机关|公众号|微信|信息公开|政务公开|纪委|人大")
_SUBJECT = re.compile(
    "[，、]?(?:认真|严格|高度|全面|坚持|按照|依据|依法|通过|主动|积极|持续|紧紧|围绕|始终|不断|进一步|共|累计|未|将|在|以|深入|切实|扎实|充分|严|年|20)"
)
_STRONG = "在由向对到赴与和及于将把请经是为省市州县区年日度"
_REACH = 16
_LENGTHS = (2, 3, 4)
_HAN = re.compile("[一-鿿]+")
_PARTICLES = "是经被去须于往给让使并着能会可应要就都也还不没已曾其这那某每"
_NO_TOWN = re.compile(
    f"[{_PARTICLES}全各我本该贵乡村城小古集其他两每多此外周边邻属及与在由对向以将把被据省市县区州年月日的了为下返回入离异名建辖所到和]"
    "|人民|重点|示范|特色|中心|试点|强|先进|社区|片区|景区|园区|民族|兄弟|有关|相关|附近"
)
_NO_COUNTY = re.compile(
    f"[{_PARTICLES}全各我本该省市区州由经向与和及在报按据对从以的至了到于将把县级]|附近|周边|兄弟|百强|先进|示范|邻|贫困|试点"
)
_NO_DISTRICT = re.compile(
    f"[{_PARTICLES}全各我本该省县由经向与和及在报按据对从以的至了到于将把级]|社区|辖|园|景|片|专|地|山|城|小|校|厂|开发|高新|示范|新区|经济|管理|合作|自治|试验"
    "|保税|贸|文明|查阅|体验|服务|宣传|功能|矿"
)


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A name in a sentence, `text[start:end]`."""

    start: int
    end: int
    name: str
    kind: str
    """town, county or district."""
    acts: bool
    """Whether it stands as an organ or as who does the work, not merely as a place."""


def town_names(text: str, above: tuple[str, ...]) -> Iterator[PlaceName]:
    """Yield what looks like the name of a town, a township or a subdistrict; `above` are the places above ours."""
    for match in _TOWN.finditer(text):
        after = text[match.end() : match.end() + _REACH]
        is_organ, is_subject = _ORGAN.match(after) is not None, _SUBJECT.match(after) is not None
        for length in _LENGTHS:
            start = match.start() - length
            stem = text[max(0, start) : match.start()]
            if start < 0 or not _HAN.fullmatch(stem) or _NO_TOWN.search(stem) or stem in _verbs():
                break
            # 让群众知道乡政府: a common word is a name only where one must begin.
            is_word = stem in _common_words() and not (is_organ and _is_bounded(text, start, above, is_loose=False))
            if _is_bounded(text, start, above, is_loose=is_organ) and not is_word:
                if not (is_organ or is_subject) and (
                    length > _LENGTHS[0] or not _stands_alone(text, start, after, above)
                ):
                    break
                acts = is_organ or (
                    is_subject and (start == 0 or not _HAN.match(text[start - 1]) or text[start - 1] in "年日度县市区")
                )
                yield PlaceName(start, match.end(), text[start : match.end()], "town", acts)
                break


def upper_names(text: str, above: tuple[str, ...]) -> Iterator[PlaceName]:
    """Yield what looks like the name of a county or, before an organ, of a district or a city."""
    for pattern, kind, excluded in ((_COUNTY, "county", _NO_COUNTY), (_DISTRICT, "district", _NO_DISTRICT)):
        for match in pattern.finditer(text):
            start = match.start() - 2
            stem = text[max(0, start) : match.start()]
            is_name = start >= 0 and _HAN.fullmatch(stem) and not excluded.search(stem) and stem not in _common_words()
            if is_name and stem not in _verbs() and _is_bounded(text, start, above, is_loose=True):
                yield PlaceName(start, match.end(), text[start : match.end()], kind, acts=True)


def _stands_alone(text: str, start: int, after: str, above: tuple[str, ...]) -> bool:
    """Return whether a name that does nothing is surely one: after a stop, 在 or a place above, and not 镇内, 镇级."""
    before = text[max(0, start - _REACH) : start]
    is_bounded = not before or not _HAN.match(before[-1]) or before[-1] in "在由赴" or before.endswith(above)
    return is_bounded and not after.startswith(("内", "里", "级", "域", "属", "长", "区", "街", "直"))


def _is_bounded(text: str, start: int, above: tuple[str, ...], *, is_loose: bool) -> bool:
    """Return whether a name may begin at a place: after a stop, a place above, a preposition, or a word."""
    before = text[max(0, start - _REACH) : start]
    if not before or not _HAN.match(before[-1]) or before[-1] in _STRONG or before.endswith(above):
        return True
    if before[-1] + text[start : start + 1] in _common_words():
        # 公开工作占镇机关: the name would begin in the middle of a word.
        return False
    return is_loose and (before[-2:] in _common_words() or before[-1] in "过照据从托")


@cache
def _verbs() -> frozenset[str]:
    return frozenset(parse_own(read_text("schemas/audit/places.yaml")).value["verbs"])


@cache
def _common_words() -> frozenset[str]:
    return frozenset(read_text("schemas/lexicon/words.txt").split("\n"))
