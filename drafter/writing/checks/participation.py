"""Taking part told as organising."""

import re
from collections.abc import Iterator

from drafter.writing.checks.claim_words import claim_list, found
from drafter.writing.checks.register import cut, plain
from drafter.writing.checks.verdict import Claim, Violation

_PART = re.compile(
    "参加|参与|参会|出席|列席|配合|协助|旁听|受邀|应邀|接受(?!了?申请)|派人|派员|派[^，。]{0,8}去|去[县市省区]|(?:跟着|跟随|陪同|随)[县市省区上]"
    "|帮忙|听了?[上县市省区]|[县市省区上][^，。]{1,8}，?叫[我咱俺]们?(?=[试去来帮填报看])"
)
_LEAD = re.compile(
    "组织|主导|举办|举行|召开|开展|主办|牵头|承办|主持|筹办|组成|组建|部署|发起|开了?[会班]|办了?[^，。]{0,4}班|搞"
)
_ABOVE = re.compile("[县市省区]里?[^，。；]{0,10}$|上级[^，。；]{0,8}$")
_MERELY = re.compile("参加|参与|配合|协助|列席|受邀|应邀|(?:跟着|跟随|陪同)(?=[县市省区上])|旁听")
_HOST = re.compile("组织|邀请|请|让|叫|通知|安排|人次?$")
_OWN_PEOPLE = re.compile(
    "^(?:全体|机关|镇|乡|街道|村|各村|各办)*(?:干部|职工|信息员|工作人员|人员|同志|群众|村民|居民)(?:都|也|全)?$"
)
"""Ours who take part in what need not be another's: 机关干部参加."""
_THEIRS = re.compile(
    "(?:[县市省区](?!长|民)[一-鿿]{0,5}|上级|上头|[一-鿿]{1,4}(?:局|委|联|院|中心|公司|学校))"
    "(?:办|搞|弄|组织|召集|举办|召开|主办|牵头|开|来)(?:的|了|个|场|[一-鿿]{0,4}[会班训动查讲课摊])"
    "|(?:[县市省区]里?|上级|上头)[一-鿿]{0,4}(?:会议|培训|活动|宣讲|课|会)(?=[，,]?[^，。]{0,4}(?:听|去|参|派|进去))"
)
"""What a higher or another office holds: 县里办的培训, 县局开的会, 市里线上会议我进去听了."""
_OURS = re.compile("(?:我们|咱们?|俺们?|镇[里上]|乡[里上]|街道)(?:也|又|就|自己)?(?:[办搞开]了?|组织|举办|召开)")
_CLAUSE = re.compile("[，。；;！？\n]")
_PAIR = 2
_TAKEN = "引用的材料写的是参加或配合别人做的事，“{}”写成了本机关自己做。请写“参加”或“配合”。"
_MESSAGE = "引用的材料写的是参加、配合或由上级组织，“{}”写成了本机关组织。请写“参加”或“配合”。"


def check_participation(claim: Claim) -> Iterator[Violation]:
    """Yield the verb of organising where the notes only tell of taking part, or of what a higher office organised."""
    text, note = plain(claim.text), plain(claim.note)
    if not _PART.search(text) and any(_shares(clause, text) for clause in _CLAUSE.split(note)):
        yield Violation("part-led", 0, len(text), claim.text, _TAKEN.format(claim.text))
        return
    lead, part = _LEAD.search(text), _PART.search(text)
    if lead is None or (part and part.start() < lead.start()) or _ABOVE.search(text[: lead.start()]):
        return
    if _THEIRS.search(note) and not _OURS.search(note) and not _THEIRS.search(text):
        words = claim.text[lead.start() : lead.end()]
        yield Violation("part-led", lead.start(), lead.end(), words, _MESSAGE.format(words))
        return
    clauses = [part for part in _CLAUSE.split(note) if part]
    if _PART.search(note) and not any(_leads(part) for part in clauses) and any(map(_takes_part, clauses)):
        words = lead[0]
        yield Violation(
            "part-led", lead.start(), lead.end(), claim.text[lead.start() : lead.end()], _MESSAGE.format(words)
        )


def _shares(clause: str, text: str) -> bool:
    """Return whether a sentence has the deed that a clause only tells of having taken part in."""
    part = _MERELY.search(clause)
    if part is None or _HOST.search(clause[: part.start()]):
        return False
    rows = claim_list("deeds").rows
    deeds = {word for _, word in cut(clause[part.end() :], _PAIR)} & rows.keys()
    said = {item.word for item in found(text, "deeds")}
    return any(said & (rows[deed] | {deed}) for deed in deeds) and not _ABOVE.search(text.partition("，")[0])


def _leads(clause: str) -> bool:
    lead = _LEAD.search(clause)
    if lead is None or _ABOVE.search(clause[: lead.start()]):
        return False
    part = _PART.search(clause)
    return part is None or part.start() > lead.start()


def _takes_part(clause: str) -> bool:
    part, lead = _PART.search(clause), _LEAD.search(clause)
    if part is not None and part[0][-1] in "县市省区上":
        return True
    if part is not None and _OWN_PEOPLE.search(clause[: part.start()]):
        return False
    if part is not None and _HOST.search(clause[: part.start()]) and not _ABOVE.search(clause[: part.start()]):
        return False
    return part is not None and (
        lead is None or part.start() < lead.start() or bool(_ABOVE.search(clause[: lead.start()]))
    )
