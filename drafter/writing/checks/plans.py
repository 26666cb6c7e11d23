"""A plan told as a deed, and what is under way told as done."""

import re
from collections.abc import Iterator
from functools import lru_cache

from drafter.writing.checks.register import plain
from drafter.writing.checks.verdict import Claim, Violation

_PLAN = re.compile(
    "(?<![先所])拟(?!定|订|写|稿)|计划(?!生育)|打算|准备(?!好|了|工作|充分)|预备|琢磨|寻思|盘算|惦记|考虑(?=[把给在请跟让搞弄建办做开加换编印写设增])|有意(?!见|义|识|思|外)|想着(?!别)|酝酿|合计着|明年|来年|下一?年|下一?步|接下来|今后|往后(?=[要再得想打准按，])|(?:^|(?<=[，。；]))以后(?!好|能|就能|方便|省|可以|不用)|下[回次](?=[要再得把跟将，做])|后[头面](?=准备|要|打算|得|想)|年后|过了年|正商量|还没动手|将于|将在|争取|力争|筹备|筹划|(?<![不没别谁])想要?(?![法看知了查听问尽方办到起当不想别参]|要看|着别)|待(?!办|遇|考)|有望|谋划|规划中"
    "|(?<![即必，。；])将(?!县|本|各|有|其|原|政|信|公|材|文|内|过|错|相|这|该|表|全|部|新增|拟|所|旧|村|镇|党)"
    "|(?<=[，。；])将(?=督促|推动|开展|强化|健全|探索|重点|着重|继续|进一步|按|在|于|对|就|由|根据|结合|严格|认真|加强|着力|逐步|适时|予以|会|持续|加快|积极|另|再|以)"
)
_DUE = re.compile(
    "(?<![需主重只必紧想索不没所是谁来份请他她爷户民人哥叔娘家])要(?!走|等|[求闻点件素紧么不是说的得什多啥看问查])|快(?:要|[^，。]{1,4}了$)|该[^，。]{1,6}了|说是(?=[下明要过后年等])|下[周月]|提上|还想|下半年(?![^，。]{0,3}[了过])(?=[^，。；了过]*(?:[，。；]|$))|下个?月|开春|过(?:段|阵|几天)|等[^，。]{1,10}(?:再|就|后|批)|待[^，。]{1,8}(?:再|后)"
    "|没批|等批|在谈|谈着|选址|设法|提上日程|立了?项|(?<!统)筹|有个?想法|考虑|正[找谈选等联商]|还在[选谈定找等商]|申请着|(?:^|(?<=[，。；还就也都先才]))得(?=[把给想再好]|抓紧|尽快)"
)
_INTENDED = re.compile(_PLAN.pattern + "|希望|期待|期盼|欲|意愿|需(?!求)|须|应(?![用急对邀])|亟待|有待")
_ONGOING = re.compile(
    "正在|还在|尚在|仍在|进行中|没[弄做搞改]?完|尚未完成|未完成|推进中|建设中|试行中|筹建|正(?=改|整|清|建|做|搞|办|修)"
)
_DONE = re.compile(
    "已(?!于|知|较|显|不|有(?!效)|无|难|过[时期]|经?[陈老破])|完成|建成|完毕|到位|落成|上线|投入使用|启用|印发|实现|圆满|全部|办结|落地|做好了|[改建设办换清装配编制开]了"
)
_NOT = re.compile("(?:尚|仍|还)?(?:未|没有?)(?:能|曾|予以?|及时|全部|整改|更新)*$")
"""What denies that a thing is done: 尚未整改完毕."""
_OBJECT = re.compile("将([一-鿿]{2})(?=[一-鿿]{1,10}?(?:在|至|到|为|于|予以|进行|作|上|下|入|出|成|给))")
"""将 before what a note has as its object is 把: 将查阅点设在一楼 tells of no plan."""
_DELIM = re.compile("[。；;！？\n]")
_PLANNED = "引用的材料写的是打算做的事，句子写成了已做或在做。请写明“计划”“下一步”或“拟”。"
_UNDER_WAY = "引用的材料写的是正在做、还没做完的事，句子写成了做完。请写“正在”或“推进”。"


def check_plans(claim: Claim) -> Iterator[Violation]:
    """Yield a sentence that tells as done what its notes plan, or as finished what they have under way."""
    text = plain(claim.text)
    clauses = [part for part in _DELIM.split(plain(claim.note)) if part.strip()]
    planned = [part for part in clauses if claim.planned or _PLAN.search(part)]
    done = next((item for item in _DONE.finditer(text) if not _NOT.search(text[: item.start()])), None)
    text = _OBJECT.sub(lambda match: match[0] if match[1] not in claim.note else "把" + match[1], text)
    if planned and not _INTENDED.search(text) and _rests_on(text, planned, clauses):
        if claim.kind != "plan" or done:
            yield _violation(claim, done, _PLANNED)
        return
    under_way = [part for part in clauses if _ONGOING.search(part)]
    if not under_way or done is None or done[0] in claim.note or _ONGOING.search(text):
        return
    if _rests_on(text, under_way, clauses):
        yield _violation(claim, done, _UNDER_WAY)


@lru_cache(maxsize=1024)
def is_planned(note: str) -> bool:
    """Return whether notes tell of a plan."""
    return _PLAN.search(plain(note)) is not None or _DUE.search(note) is not None


def is_intended(text: str) -> bool:
    """Return whether a sentence says of anything that it is planned, wished for or due."""
    return _INTENDED.search(plain(text)) is not None or re.search("(?<![已现并经])将|要求", text) is not None


def _violation(claim: Claim, at: re.Match[str] | None, message: str) -> Violation:
    start, end = at.span() if at else (0, len(claim.text))
    return Violation("plan-done", start, end, claim.text[start:end], message)


def _rests_on(text: str, some: list[str], clauses: list[str]) -> bool:
    """Return whether a sentence has more pairs of characters of these clauses than of the others."""
    said = _pairs(text)
    theirs = set[str]().union(*map(_pairs, some))
    others = set[str]().union(*(_pairs(part) for part in clauses if part not in some))
    return len(said & theirs - others) >= max(1, len(said & others - theirs))


def _pairs(text: str) -> set[str]:
    return {text[place : place + 2] for place in range(len(text) - 1) if text[place : place + 2].isalnum()}
