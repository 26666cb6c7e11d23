"""F01: the name of another place or organ, by a gazetteer where one is given, else by form against the own chain."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from drafter.audit.audited import Audited
from drafter.audit.passages import Passage, passages
from drafter.audit.rule import Rule
from drafter.audit.rules.scope.chain import Chain, chain_of
from drafter.audit.spot import Spot
from drafter.findings import Severity
from drafter.resources import read_text

_ORGAN = re.compile("(?P<name>[一-鿿]{1,4}(?:镇|乡|街道))(?:人民政府|党委|党工委|办事处|党政办|政府信息公开)")
_SUBJECT = re.compile(
    "(?:^|[，。；：、年（]|\\d日|度)(?P<name>[一-鿿]{1,3}(?P<kind>镇|乡|街道))"
    "(?=[，、]?(?:认真|严格|高度|全面|坚持|按照|依据|依法|通过|主动|积极|持续|紧紧|围绕|始终|不断|进一步|政府信息|政务公开|共|累计|未|将|在|以|信息公开|深入|切实|扎实|充分|人民|严|党))"
)
_COUNTY = re.compile("(?P<name>[一-鿿]{2,4}(?:县|旗|自治县))(?:人民政府|政府|委|政务|融媒体|信息公开|镇|乡)?")
_DISTRICT = re.compile("(?P<name>[一-鿿]{2,3}(?:区|市))(?=人民政府|政府|委、|委办|政务公开|政务服务|信息公开)")
_COMMON = re.compile(
    "[全各我本该贵乡村城小古建其他两每多此外周边邻兄弟有关相关所辖属和及与在由对向以将把被据省市县区州年月日的了为]|人民|重点|示范|特色|中心|试点|强|先进|辖区|社区|片区|景区|园区"
)
_NOT_COUNTY = re.compile("[全各我本该省市区州由经向与和及在报按据对从以的]|附近|周边|兄弟|百强|先进|示范|邻|贫困|试点")
_NOT_DISTRICT = re.compile(
    "[全各我本该省县由经向与和及在报按据对从以的]|社区|辖|园|景|片|专|地|山|城|小|校|厂|开发|高新|示范|新区|经济|管理|合作|自治|试验|保税|贸|文明|查阅|体验|服务|宣传|功能|矿"
)
_ADDRESS = re.compile("地址|邮编|联系|电话|路\\d+号|网址|http")
_TO_ANOTHER = re.compile(
    "(?:前往|赴|到|学习|借鉴|考察|参观|对接|帮扶|协作|交流|与|和|联合|会同|来自|原|更名|划入|合并|并入|撤)[^，。；]{0,4}$"
)
ADVICE = "请核对是否套用了其他单位的文字"


def _find(audited: Audited) -> Iterator[Spot]:
    chain = chain_of(audited)
    told: Counter[str] = Counter()
    for passage in passages(audited):
        for start, end, name, weight in _foreign(passage, audited, chain):
            if not any(name in other or other in name for other in told if told[other] >= 3):
                told[name] += 1
                yield passage.spot(
                    f"“{name}”不是本报告的机关（{chain.short or '本机关'}）", (start, end), ADVICE, weight
                )


def _foreign(passage: Passage, audited: Audited, chain: Chain) -> Iterator[tuple[int, int, str, Severity | None]]:
    covered: list[range] = []
    for name in audited.gazetteer.others:
        for match in re.finditer(re.escape(name), passage.text):
            if not _is_own(match.start(), match.end(), passage, audited, chain):
                covered.append(range(*match.span()))
                yield *match.span(), name, None
    if not chain.short or (passage.section == "preamble" and _ADDRESS.search(passage.text)):
        return
    for start, end, weight in _by_form(passage, audited, chain):
        if not any(start < place.stop and place.start < end for place in covered):
            yield start, end, passage.text[start:end], weight


def _is_own(start: int, end: int, passage: Passage, audited: Audited, chain: Chain) -> bool:
    """Return whether a name is part of a longer one of our own, such as 溪镇 of 灵溪镇."""
    own = {chain.short, *chain.above, *audited.gazetteer.own} - {""}
    return any(
        match.start() <= start and end <= match.end()
        for name in own
        for match in re.finditer(re.escape(name), passage.text)
    )


def _by_form(passage: Passage, audited: Audited, chain: Chain) -> Iterator[tuple[int, int, Severity | None]]:
    """Yield names of townships, counties and districts that are not of the chain."""
    for pattern in (_ORGAN, _SUBJECT):
        for match in pattern.finditer(passage.text):
            start, end = _bare(match, chain)
            name = passage.text[start:end]
            if (
                name
                and not _COMMON.search(name[:-1].removesuffix("街"))
                and _is_other(start, end, passage, audited, chain)
            ):
                yield start, end, None
    if not chain.county:
        return
    for match in _COUNTY.finditer(passage.text):
        start, end = _bare(match, chain)
        name = passage.text[start:end]
        if len(name) >= 3 and not _is_no_place(name, _NOT_COUNTY) and _is_other(start, end, passage, audited, chain):
            yield start, end, None
    for match in _DISTRICT.finditer(passage.text):
        start, end = match.span("name")
        name = passage.text[start:end]
        if not _is_no_place(name, _NOT_DISTRICT) and _is_other(start, end, passage, audited, chain):
            yield start, end, Severity.WARNING if name.endswith("市") else None


def _is_no_place(name: str, words: re.Pattern[str]) -> bool:
    """Return whether what stands before 县, 区 or 市 is a word of the language, as in 落实县政府."""
    return words.search(name[:-1]) is not None or name[:-1] in _common_words()


@cache
def _common_words() -> frozenset[str]:
    return frozenset(read_text("schemas/lexicon/words.txt").split("\n"))


def _bare(match: re.Match[str], chain: Chain) -> tuple[int, int]:
    """Return a name without the names of the chain and the words before it."""
    start, end = match.span("name")
    name = match["name"]
    for above in (*chain.above, "灾区"):
        if name.startswith(above):
            start += len(above)
    words = re.search(
        ".*(?:人民政府|由|在|向|对|按照|根据|依据|全|与|和|及|为|是|到|经|请|以|从|据|的|了|年|省|市|县|区)",
        match.string[start : end - 1],
    )
    return (start + words.end() if words else start), end


def _is_other(start: int, end: int, passage: Passage, audited: Audited, chain: Chain) -> bool:
    name = passage.text[start:end]
    own = {chain.short, chain.stem, *chain.above, *audited.gazetteer.own} - {""}
    if len(name) < 2 or any(name in mine or mine.endswith(name) or name.endswith(mine) for mine in own):
        return False
    if _is_own(start, end, passage, audited, chain) or _TO_ANOTHER.search(passage.text[:start]):
        return False
    # A name that the title carries belongs to the report, however the title was read.
    return not (audited.report.title and name in audited.report.title.text and passage.section != "title")


NAMES = Rule("F01", "other-organ-named", Severity.ERROR, "媒体曝光案例：正文出现其他地方的名称", _find)
