"""What is added to a deed: partners, audiences, places, causes, and whole stretches of which the notes know nothing."""

import re
from collections.abc import Iterator

from drafter.writing.checks.alignment import align, clause_of, is_added, is_frame, may_replace
from drafter.writing.checks.claim_words import Found, claim_list, clause_at, refused, shared, unsupported
from drafter.writing.checks.register import plain
from drafter.writing.checks.verdict import Claim, Violation
from drafter.writing.checks.vocabulary import stretches, unproved_marks

_KINDS = {
    "partner": ("partners", "“{}”写了共同参与的单位或人，引用的材料里没有，请删去。"),
    "audience": ("audience", "“{}”写的对象在引用的材料里没有，请删去，或照材料写。"),
    "place": ("place", "“{}”写的地点在引用的材料里没有，请删去，或照材料写。"),
    "cause": ("cause", "“{}”写的原因或目的在引用的材料里没有，请删去。"),
}
_LEADS = {
    "partner": re.compile(
        "(?:会同|联合|协同|联动|携手|邀请|特邀|聘请|委托)(?P<of>[^，。；、]{0,10})"
        "|(?:与|同|和|跟)(?P<with>[^，。；、与和]{1,10})(?=联合|共同|合作|共建|一道|联动|对接|协作)"
    ),
    "audience": re.compile(
        "(?:面向|惠及|覆盖|服务于|向|(?<![较作成认分更最极颇称视因多均仍尚皆实原改系即换变调列定编记转升降评选任聘命制写更])为"
        "(?!防|避免|便|了|迎|应对|配合|落实|贯彻|推[进动]|提[高升]|完善|解决|维护|进一步|做好|加强|规范|切实|确保|方便|空|零|一致|主|准|例|止|妥)|给)(?!群众|公众|社会|大家|村民|居民)(?P<of>[^，。；、]{1,8})"
    ),
    "place": re.compile(
        "(?:(?<![存所现旨正尚仍还])在(?!此|即|网上|线上|现场|[^，。；]{0,12}(?:方面|工作中|过程中|环节|领域|期间|前提下|基础上|情况下|之中|范围内|时|之前|之后|后|前|中(?=[，。]))(?:[，。]|$)?)|(?<![受得收接达遇等看找感做直提])到(?!位)|赴|走进|深入|进入|前往|设于|位于)(?P<of>[^，。；、]{1,8})"
    ),
    "cause": re.compile(
        "(?:(?<![原])因(?!此|政|公|信)|(?:根据|按照|依照|参照)(?!《|[^，。；]{0,10}(?:要求|规定|安排|部署|实际|精神|职责|程序|原则))"
        "|依托|借助|响应|由于|鉴于|为了|得益于|(?<![接])受(?![到理众访骗损潮灾益阻限]))(?P<of>[^，。；]{1,10})"
    ),
}
_PERSONS = re.compile(
    "[养种开带做管搞卖住懂办打][^，。的]{1,5}的(?=[^，。]{0,2}[想要来问看嫌说听打])|妈|爹|娘|大[爷哥姐]|老板|厂里|快退休|有户|[几谁]个?户|上学|读书"
)
"""Persons whom notes call by what they do: 养羊的来问."""
_WITH = re.compile("请|找|拉上|跟|和|同|一块|一起|帮")
"""With whom, in plain words."""
_REASON = re.compile(
    "(?:因|由于|受|鉴于|出于|囿于|碍于|为了?(?:方便|便于|避免|防止|解决|满足|提高|提升))(?!此|公|而)(?P<of>[^，。；]{3,20})，"
)
_INLINE = re.compile("(?<![原])(?:因|由于)(?!此|公|而)(?P<of>[一-鿿]{2,4})(?=重新|未|无法|而|被|停|不|延|晚|推|暂)")
_WHY = re.compile("因|由于|怕|为了|免得|省得|好让|怪|图|嫌|方便|叫|让|主要是")
_NEAR = 2
_SURPLUS = 4
_LEAST = {"partner": 1, "audience": 3, "place": 3, "cause": 4}
_OPENING = "难无不未险过较尚仍易缺其该此"
"""What begins no item of a list of things: 错字多、难以兼顾."""
_WHOLE = 6
_FOREIGN = 4
_FAR, _APPENDED = 6, 3
_CLAUSE = re.compile("[^，。；：！？,;\n]+")
_WIDE = ("partner", "cause")
_ITEM = re.compile(
    "(?:、|以及|[和与]|及(?!时))(?P<item>(?![之其此多勤再先])[^，。；、：和及与]{2,6})(?=[，。；、等]|$)"
)
_HEAD = re.compile("(?:、|以及|[和与]|及(?!时)|通过|利用|运用|借)(?P<item>(?![之其此多勤再先])[^，。；、：]{3})")
_UNKNOWN = "“{}”在引用的材料里找不到依据，请删去，或换成材料里的说法。"


def check_additions(claim: Claim) -> Iterator[Violation]:
    """Yield partners, audiences, places and causes that the notes do not name, by list and by preposition."""
    text = plain(claim.text)
    marks = unproved_marks(claim.text, claim.note, claim.own_names)
    for code, (kind, message) in _KINDS.items():
        taken = []
        for item in unsupported(claim, kind):
            if code == "audience" and not claim.reported and _PERSONS.search(claim.note):
                continue
            least = _SURPLUS if item.word in claim_list("either").rows else 1
            if code != "partner" and may_replace(claim, item.start, least):
                continue
            if code == "cause" and not claim.reported and _is_told(claim, item.end, marks):
                continue
            taken.append(item.start)
            yield refused(claim, item, code, message)
        for match in _LEADS[code].finditer(text):
            start, end = next(match.span(name) for name in match.groupdict() if match[name] is not None)
            is_open = sum(marks[start:end]) >= _NEAR if code in _WIDE else _opens(marks, start, end)
            is_open = is_open and is_added(claim, start, _LEAST[code])
            if code == "partner" and _WITH.search(claim.note) and shared(match[0], plain(claim.note)):
                continue
            if is_open and not any(start <= place < end for place in taken):
                yield refused(claim, Found(match.start(), end, match[0]), code, message)


def _is_told(claim: Claim, start: int, marks: bytes) -> bool:
    """Return whether notes tell all that is given as a cause, though not that it is one."""
    rest = clause_at(plain(claim.text)[start:], 0)
    return not any(marks[start : start + len(rest)]) and shared(rest, plain(claim.note))


def check_reason(claim: Claim) -> Iterator[Violation]:
    """Yield a reason put before the deed of which notes of one clause, that give no reason, know nothing."""
    text, note = plain(claim.text), plain(claim.note)
    match = _REASON.match(text) or _INLINE.search(text)
    if match is None or not note or _WHY.search(note) or len(_CLAUSE.findall(note)) > 1:
        return
    if not shared(match["of"], note):
        yield refused(claim, Found(match.start(), match.end(), match[0]), "cause", _KINDS["cause"][1])


def _opens(marks: bytes, start: int, end: int) -> bool:
    """Return whether words which nothing accounts for stand right after a preposition."""
    return sum(marks[start : start + _NEAR]) == _NEAR and start + _NEAR <= end


def check_listed(claim: Claim) -> Iterator[Violation]:
    """Yield an item of a list that the notes do not have: 宣传单、环保袋."""
    text = plain(claim.text)
    marks = unproved_marks(claim.text, claim.note, claim.own_names)
    for match in (*_ITEM.finditer(text), *_HEAD.finditer(text)):
        start, end = match.span("item")
        is_open = sum(marks[start:end]) >= max(_NEAR, end - start - (match.re is _ITEM))
        if is_open and match["item"][0] not in _OPENING and is_added(claim, start, _NEAR):
            yield refused(claim, Found(start, end, match["item"]), "named-thing", _UNKNOWN)


def check_surplus(claim: Claim) -> Iterator[Violation]:
    """Yield a clause that says far more than its notes can have meant, however it is scattered over it."""
    for clause in align(claim.text, claim.note, claim.own_names):
        words = claim.text[clause.start : clause.end]
        least = _APPENDED if clause.appended and not shared(words, plain(claim.note)) else _FAR
        if claim.note and clause.weight >= least and not is_frame(words):
            yield refused(claim, Found(clause.start, clause.end, words), "deed", _UNKNOWN)


def check_unknown(claim: Claim) -> Iterator[Violation]:
    """Yield clauses that share nothing with the notes, and stretches too long to be another way of putting them."""
    text, note = plain(claim.text), plain(claim.note)
    marks = unproved_marks(claim.text, claim.note, claim.own_names)
    ends = [0]
    for match in _CLAUSE.finditer(text):
        clause = clause_of(claim, match.start())
        is_foreign = clause.opened - clause.light >= _FOREIGN and not shared(match[0], note)
        if is_foreign and not is_frame(match[0]) and is_added(claim, match.start()):
            ends += range(*match.span())
            yield refused(claim, Found(match.start(), match.end(), match[0]), "deed", _UNKNOWN)
    for start, end in stretches(marks, text):
        clause = clause_of(claim, start)
        if is_frame(text[clause.start : clause.end]):
            continue
        if sum(marks[start:end]) >= _WHOLE and start not in ends[1:] and is_added(claim, start):
            yield refused(claim, Found(start, end, text[start:end]), "deed", _UNKNOWN)
