"""Names of papers, places, bodies and things: each must stand in a cited note."""

import re
from collections.abc import Iterator

from drafter.writing.checks.alignment import clause_of, is_added, may_replace
from drafter.writing.checks.claim_words import Found, asserted, claim_list, refused, unsupported
from drafter.writing.checks.documents import short_title
from drafter.writing.checks.register import plain, read_note
from drafter.writing.checks.verdict import Claim, Violation
from drafter.writing.checks.vocabulary import load_approved, unproved_marks

_TITLE = re.compile("《([^》]*)》?")
_QUOTE = re.compile('[“‘「『"]([^”’」』"]*)[”’」』"]?')
_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9_.@:/+-]*")
_SUFFIX = re.compile(
    "(?:委员会|办公室|平台|系统|中心|公司|学校|公众号|小程序|专栏|专区|热线|大厅|社区|服务站|工作站|协会|银行|医院|学院|集团|基地|广场|网站|频道|账号|工程|行动|计划|活动|模式|机制|制度|办法|方案|条例|意见|细则|规定|"
    "局(?![限部面势促])|委(?![托派婉屈任])|(?<![主举承协筹督催代帮经申自合停开兴创查惩严快速待所在交未可应须])办(?![理事结好法公])|(?<![各本村全边进到入下驻回])村(?![民务居级组里委干])"
    "|站(?!点所|位)|所(?![有在需以提列述属涉辖称做致])|院|厅|(?<![部签联])署|寨|屯|湾)"
)
_MESSAGE = "“{}”在引用的材料里没有出现，请删去，或照材料里的名称写。"
_BEFORE = 6
_NOUNS = frozenset(
    ["工程", "行动", "计划", "活动", "模式", "机制", "制度", "办法", "方案", "条例", "意见", "细则", "规定"]
)
_BODIES = frozenset("局委院厅署")
_TOWARDS = ("至", "到", "在", "于", "其", "该")
_NAMED, _LISTED, _GENERIC = 3, 2, 4


def check_named_things(claim: Claim) -> Iterator[Violation]:
    """Yield titles, quoted words, Latin words and nouns of bodies and things that no cited note has."""
    for item in unsupported(claim, "named"):
        if may_replace(claim, item.start, _LISTED):
            continue
        yield refused(claim, item, "named-thing", _MESSAGE)
    yield from _quoted(claim)
    yield from _suffixed(claim)


def _quoted(claim: Claim) -> Iterator[Violation]:
    text, note = plain(claim.text), plain(claim.note)
    marks = unproved_marks(claim.text, claim.note, claim.own_names)
    for pattern in (_TITLE, _QUOTE):
        for match in pattern.finditer(text):
            core = match[1].strip()
            known = short_title(core) in note or core in load_approved().words or read_note(claim.note).says(core)
            known = known or _bare(core) in _bare(note) or not any(marks[match.start(1) : match.end(1)])
            if core and not known and not any(core in name for name in claim.own_names):
                yield refused(claim, Found(match.start(), match.end(), core), "named-thing", _MESSAGE)
    folded = note.casefold()
    for match in _LATIN.finditer(text):
        if match[0].casefold() not in folded and not read_note(claim.note).says(match[0]):
            yield refused(claim, Found(match.start(), match.end(), match[0]), "named-thing", _MESSAGE)


def _bare(text: str) -> str:
    """Return the letters and characters of a text."""
    return "".join(sign for sign in text if sign.isalnum())


def _least(suffix: str) -> int:
    """Return what a clause must add at least for a noun with this ending to be a new thing and no rewording."""
    return 1 if suffix in _BODIES else _GENERIC if suffix in _NOUNS else _NAMED


def _adds(claim: Claim, place: int, least: int) -> bool:
    """Return whether the clause around a name says more than its notes, the light parts of the name included."""
    return is_added(claim, place, least) or clause_of(claim, place).surplus >= least


def _suffixed(claim: Claim) -> Iterator[Violation]:
    """Yield a noun that ends as names do and that begins in words which nothing accounts for."""
    text = plain(claim.text)
    marks = unproved_marks(claim.text, claim.note, claim.own_names)
    for match in _SUFFIX.finditer(text):
        start = match.start()
        while start > max(0, match.start() - _BEFORE) and marks[start - 1]:
            start -= 1
        if (
            text[start : match.start()] in asserted()
            or text[match.start() - 2 : match.start()] in claim_list("deeds").rows
        ):
            continue
        is_open = start < match.start() - 1 or (marks[match.start()] and (start < match.start() or match[0] in _BODIES))
        if is_open and text[start : match.start()][-1:] not in _TOWARDS and _adds(claim, start, _least(match[0])):
            yield refused(claim, Found(start, match.end(), match[0]), "named-thing", _MESSAGE)
