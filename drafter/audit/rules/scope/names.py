"""F01: the name of another place or organ.

By a gazetteer or by neighbours' reports, which prove that the place is another one, it is an error; by its form alone,
against the own chain, no more than a warning.
"""

import re
from collections import Counter
from collections.abc import Iterator

from drafter.audit.audited import Audited
from drafter.audit.passages import Passage, passages
from drafter.audit.rule import Rule
from drafter.audit.rules.scope.chain import Chain, chain_of
from drafter.audit.rules.scope.placenames import PlaceName, town_names, upper_names
from drafter.audit.spot import Spot
from drafter.findings import Severity

_ADDRESS = re.compile("地址|邮编|路\\d+号|网址|http|位于|坐落")
_TO_ANOTHER = re.compile(
    "(?:前往|赴|到|学习|借鉴|考察|参观|对接|帮扶|协作|交流|与|和|联合|会同|来自|原|更名|划入|合并|并入|撤|毗邻|相邻|邀请)[^，。；]{0,4}$"
)
_NEIGHBOUR = re.compile(
    "相邻|毗邻|邻近|周边|涉及|属于?|归属|学习|借鉴|考察|参观|对接|联合|会同|协作|帮扶|邀请|来自|移交|转交|转送|函告|征求|划入|划归|并入"
    "|合并|撤并|原|更名|兼任|区别于|赴|前往"
)
_WITH_US = re.compile(
    "[^，。；]{0,12}(?:并入|划入|划归|划转|来函|来人|派员|转来|移送|并列)|[^，。；]{0,6}(?:两[镇乡地]|[两三]个?乡镇|交界|接壤|毗邻|相邻|商定|协商|共同|联合|互设|互认|共建|结对|学习|考察|交流|参观|制作|保存|管辖|辖区)"
)
_ASKED_FOR = re.compile(
    "(?:要求|申请(?!人)|请求|索取|索要|获取|调取|查阅|查询|咨询|了解)(?:公开|提供|查询|获取)?[^，。；]{0,6}$"
)
_SENT_TO = re.compile(
    "(?:告知|告诉|指引|引导|建议|转告|提示|转请)(?:申请人|其|他|她|当事人|对方)?(?:可|应)?(?:向|到|去|联系|与)[^，。；]{0,4}$"
)
_NOT_OURS = re.compile(
    "不属于?(?:本|我)|(?:本|我)[^，。；]{0,6}(?:不|未)(?:掌握|制作|保存|持有|负责)|不掌握|未掌握|非(?:本|我)|不归(?:本|我)|不是(?:本|我)|无权|职责范围"
)
"""That somebody asked us for what another organ holds, and was sent there."""
_MEASURED = re.compile(
    "(?:并列|相比|高于|低于|仅次于|落后于|领先于?|调[入往任自到]|调任|任职|挂职|交流到|借调)[^，。；]{0,4}$"
)
_REACH = 12
_MOST = 3
"""How often one wrong name is told."""
ADVICE = "请核对是否套用了其他单位的文字"


def _find(audited: Audited) -> Iterator[Spot]:
    chain = chain_of(audited)
    told: Counter[str] = Counter()
    for passage in passages(audited):
        for start, end, weight in _foreign(passage, audited, chain):
            name = passage.text[start:end]
            told[name] += 1
            if told[name] <= _MOST:
                message = f"“{name}”不是本报告的机关（{chain.short or '本机关'}）"
                yield passage.spot(message, (start, end), ADVICE, weight)


def _foreign(passage: Passage, audited: Audited, chain: Chain) -> Iterator[tuple[int, int, Severity | None]]:
    covered: list[range] = []
    for name in (name for name in audited.gazetteer.others if name in passage.text):
        for match in re.finditer(re.escape(name), passage.text):
            is_own = _is_own(match.start(), match.end(), passage.text, audited, chain)
            if not is_own and not _is_with_reason(passage, *match.span()):
                covered.append(range(*match.span()))
                yield *match.span(), None
    for found in _by_form(passage, chain):
        is_told = any(found.start < place.stop and place.start < found.end for place in covered)
        if not is_told and _is_other(found, passage, audited, chain):
            covered.append(range(found.start, found.end))
            # Only a list of names proves that a place is another one; its form does not.
            yield found.start, found.end, Severity.WARNING


def _is_with_reason(passage: Passage, start: int, end: int) -> bool:
    """Return whether the words around a name say why a neighbour is named."""
    if passage.section in ("title", "preamble", "signature"):
        return False
    clause = re.split("[，。；：]", passage.text[:start])[-1]
    reasons = (_NEIGHBOUR, _ASKED_FOR, _SENT_TO, _MEASURED)
    is_theirs = passage.text.count("申请") + passage.text.count("要求") and _NOT_OURS.search(passage.text)
    return bool(
        is_theirs or any(words.search(clause[-_REACH:]) for words in reasons) or _WITH_US.match(passage.text[end:])
    )


def _by_form(passage: Passage, chain: Chain) -> Iterator[PlaceName]:
    is_address = _ADDRESS.search(passage.text) is not None
    # A bureau of the county may well speak of its towns.
    if chain.short and chain.level:
        yield from (found for found in town_names(passage.text, chain.above) if found.acts or not is_address)
    if chain.county:
        yield from upper_names(passage.text, chain.above)


def _is_own(start: int, end: int, text: str, audited: Audited, chain: Chain) -> bool:
    """Return whether a name is part of a longer one of our own, such as 溪镇 of 灵溪镇."""
    own = {chain.short, *chain.above, *audited.gazetteer.own} - {""}
    return any(
        match.start() <= start and end <= match.end() for name in own for match in re.finditer(re.escape(name), text)
    )


def _is_other(found: PlaceName, passage: Passage, audited: Audited, chain: Chain) -> bool:
    own = {chain.short, chain.stem, *chain.above, *audited.gazetteer.own} - {""}
    if any(found.name in mine or found.name.endswith(mine) for mine in own):
        return False
    is_visited = passage.section != "preamble" and _TO_ANOTHER.search(passage.text[: found.start])
    if (
        is_visited
        or _is_with_reason(passage, found.start, found.end)
        or _is_own(found.start, found.end, passage.text, audited, chain)
    ):
        return False
    # A name that the title carries belongs to the report, however the title was read.
    title = audited.report.title
    return not (title and found.name in title.text and passage.section != "title")


NAMES = Rule("F01", "other-organ-named", Severity.ERROR, "媒体曝光案例：正文出现其他地方的名称", _find)
