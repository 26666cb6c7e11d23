"""Who stands where in the notes and in the sentence: an actor who vanished, or who changed places with another."""

import re
from collections.abc import Iterator
from itertools import combinations

from drafter.writing.checks.register import plain, read_note
from drafter.writing.checks.verdict import Claim, Unproved, Violation

_OWN = (
    "(?:我|本|咱|俺)?(?:们)?(?:镇|乡|街道)(?:里|上|政府|办)?(?![村区民域级机外上内])"
    "|我们|咱们|俺们|我单位|我方|本机关|我(?![镇乡街])"
)
_OTHER = (
    "[县市省区](?:里|上)?(?:的)?(?:[\u4e00-\u9fff]{0,4}?(?:办公室|办|局|中心|委|院|馆|协会|联))?(?![级民域长容])|上级|上头|上面"
    "|[\u4e00-\u9fff]{1,4}?(?:司法所|财政所|派出所|卫生院|信息中心|服务中心|残联|妇联|团委|工会|公司|学校|物业|法庭|律师事务所)"
    "|司法所|财政所|派出所|卫生院|残联|妇联|团委|工会|律师|法律顾问|专家|志愿者|网格员|信息员|联络员|监督员|代表|窗口"
    "|(?:[^，。；、的把将给交到在向为由从对于与和让请了着过里上发报送贴收看目把]{2,3}|各)?村(?:里|上|委会|干部|会计|支书|文书|民小组长|委)?(?![民务级居口组部规公栏头内账财])|社区(?![居民公])|各?站所|各科室|申请人|群众代表|群众|村民|居民|老百姓|分管领导|书记|镇长|乡长|主任"
)
_CLAUSES = re.compile("[^，。；：！？\n]+")
_LIGHT = frozenset("的了和与及在将把由对向为以并也都就已给到从于其等后先再镇村里上我")
_SEVERAL, _MUCH = 2, 2
_EXCHANGED = "材料里“{}”和另一方做的事正好相反，请按材料写清谁做了什么"
_BODY = (
    "(?<=[，。；：\n由给向请让交跟和])(?![一-鿿]{0,2}[的了着把给在])[一-鿿]{2,3}(?:所|站|局|中心|办|队|科|室|院|校|会|组|厂|社)(?![属有内外议])"
    "|^(?![一-鿿]{0,2}[的了着把给在])[一-鿿]{2,3}(?:所|站|局|中心|办|队|科|室|院|校|厂)(?![属有内外议])"
)
_ACTOR = re.compile(f"(?P<own>{_OWN})|(?P<other>{_BODY}|{_OTHER})")
_BEGIN = re.compile("(?:^|[，。；：！？\n]|由|经|被|应|据|按照?|根据|让|请|叫|安排|交由|随后|后|现|已|再)$")
_SELF_FIRST = re.compile("(?:我|本)(?:镇|乡|街道|单位|机关)|由?(?:工作人员|党政办|办公室)")
_APPLICANT = {"申请人", "申请者", "当事人", "对方", "本人", "其", "群众"}
"""By what an applicant is named where we are said to act: 申请 alone names nobody."""
_OF = re.compile("[^，。；]{0,5}的")
_TOWARDS = re.compile(
    "(?:致电|联系|电话|告知|提醒|督促|指导|协助|帮助|动员|引导|向|给|替|为|至|(?<![受得收接遇])到|送|交|报|发给|告诉|通知|征求|听取|问)$"
)


def dropped_actors(claim: Claim) -> Iterator[Unproved]:
    """Yield the beginning of a sentence that leaves out who, in the notes, did it: not we but another."""
    text = plain(claim.text)
    if any(is_missing(name, text) for name in acting(plain(claim.note))):
        own = next((item for item in _ACTOR.finditer(text) if item["own"]), None)
        start, end = own.span() if own else (0, min(2, len(text)))
        yield Unproved(start, end, claim.text[start:end])


def acting(note: str) -> Iterator[str]:
    """Yield who other than we does something in a note."""
    for match in _ACTOR.finditer(note):
        if match["other"] and _place(note, match) == "does" and not _OF.match(note, match.end()):
            yield match["other"]


def turned_actors(claim: Claim) -> Iterator[Unproved]:
    """Yield an actor who acts in the sentence and is acted upon in the notes, or the other way round."""
    told = _places(plain(claim.note))
    for name, (place, match) in _places(plain(claim.text)).items():
        if name in told and {place, told[name][0]} == {"does", "gets"}:
            yield Unproved(*match.span(), claim.text[match.start() : match.end()])
    said = _places(plain(claim.text))
    for first, second in combinations([name for name in told if name in said], 2):
        are_turned = said[first][1].start() > said[second][1].start()
        if are_turned and {told[first][0], told[second][0], said[first][0], said[second][0]} == {"does"}:
            yield Unproved(*said[second][1].span(), claim.text[slice(*said[second][1].span())])


def check_exchanged(claim: Claim) -> Iterator[Violation]:
    """Yield two actors who changed places: who acts first in the notes acts last here, or does what was done to it."""
    told, said = _places(plain(claim.note)), _places(plain(claim.text))
    both = [name for name in told if name in said]
    for first, second in combinations(both, 2):
        ways = (told[first][0], told[second][0], said[first][0], said[second][0])
        if set(ways[:2]) == {"does", "gets"} and ways[2:] == ways[1::-1]:
            match = said[second][1]
            words = claim.text[match.start() : match.end()]
            yield Violation("swapped", *match.span(), words, _EXCHANGED.format(words))
            return


def check_subjects(claim: Claim) -> Iterator[Violation]:
    """Yield who begins a clause of the sentence with what, in the notes, another who begins a clause did."""
    told = [(_subject(part), part) for part in _CLAUSES.findall(plain(claim.note))]
    if len(told) < _SEVERAL:
        return
    acting = _places(plain(claim.text))
    for match in _CLAUSES.finditer(plain(claim.text)):
        subject = _subject(match[0])
        own = [part for name, part in told if subject and name == subject]
        others = [part for name, part in told if name and name != subject and name in acting]
        if not own or not others:
            continue
        mine = max(_overlap(match[0], part, subject) for part in own)
        theirs = max(_overlap(match[0], part, subject) for part in others)
        if theirs >= _MUCH and theirs - mine >= _MUCH:
            yield Violation("swapped", *match.span(), claim.text[slice(*match.span())], _EXCHANGED.format(subject))


def _subject(clause: str) -> str:
    """Return the actor a clause begins with; ourselves under one name."""
    match = _ACTOR.match(clause.removeprefix("由"))
    return "" if match is None else "我" if match["own"] else match[0].rstrip("里上")


def _overlap(said: str, told: str, subject: str) -> int:
    """Return how many content characters two clauses share beside their actors."""
    return len((set(said) & set(told)) - set(subject) - _LIGHT)


def turned_clauses(claim: Claim) -> Iterator[Unproved]:
    """Yield who, of two, is said to have done what the notes tell of the other, wherever in the clause he stands."""
    told = [(names, part) for part in _CLAUSES.findall(plain(claim.note)) if len(names := _named(part)) == 1]
    everyone = frozenset[str]().union(*(names for names, _ in told))
    for match in _CLAUSES.finditer(plain(claim.text)) if len(everyone) > 1 else ():
        said = _named(match[0])
        if len(said) != 1 or not said <= everyone:
            continue
        name = next(iter(said))
        mine = max(_overlap(match[0], part, name) for names, part in told if names == said)
        theirs = max(_overlap(match[0], part, name) for names, part in told if names != said)
        if theirs - mine > _MUCH:
            yield Unproved(*match.span(), claim.text[slice(*match.span())])


def _named(clause: str) -> frozenset[str]:
    """Return who is named anywhere in a clause; ourselves under one name."""
    return frozenset(
        "我" if match["own"] else match[0].rstrip("里上") for match in _ACTOR.finditer(clause.replace("是", "，"))
    )


def turned_heads(claim: Claim) -> Iterator[Unproved]:
    """Yield one of two alike that changed places: 老信息员带新信息员, told as 新任信息员指导老信息员."""
    text, note = plain(claim.text), plain(claim.note)
    heads = {match[1] for match in re.finditer("(?=([\u4e00-\u9fff]{2,4}).+?\\1)", note) if text.count(match[1]) > 1}
    for head in heads:
        told = [note[max(0, match.start() - 1) : match.start()] for match in re.finditer(re.escape(head), note)]
        said = [text[max(0, match.start() - 2) : match.start()] for match in re.finditer(re.escape(head), text)]
        if told[0] != told[1] and told[0] and told[1] in said[0] and told[0] in said[1]:
            place = text.find(head)
            yield Unproved(place, place + len(head), claim.text[place : place + len(head)])


def is_missing(told: str, text: str) -> bool:
    """Return whether a sentence names an actor of the notes in no form, not even by its last two characters."""
    forms = {told, told.rstrip("里上的"), told[-2:], *read_note(told).licensed}
    if told == "申请人":
        forms = _APPLICANT if _SELF_FIRST.match(text) else forms
    if told[0] in "县市省区":
        forms |= {told[0], "上级"}
    if told[:2] == "上级" or told[:2] in ("上头", "上面"):
        forms |= {"上级", "县", "市", "省"}
    if told.startswith(("村", "各村")):
        forms |= {"村"}
    if told in ("群众", "村民", "居民", "老百姓"):
        forms |= {"群众", "村民", "居民", "公众", "民"}
    return not any(form and form in text for form in forms)


def _place(text: str, match: re.Match[str]) -> str:
    """Return whether an actor does, gets, or merely stands in a text."""
    before = text[max(0, match.start() - 3) : match.start()]
    if _BEGIN.search(before) and text[match.end() : match.end() + 1] not in "的、和与":
        return "does"
    return "gets" if _TOWARDS.search(before) else ""


def _places(text: str) -> dict[str, tuple[str, re.Match[str]]]:
    """Return the first place of each actor of a text that does or gets; ourselves under one name."""
    places: dict[str, tuple[str, re.Match[str]]] = {}
    for match in _ACTOR.finditer(text):
        place = _place(text, match)
        name = "我" if match["own"] else match[0].rstrip("里上")
        if place and name not in places:
            places[name] = (place, match)
    return places
