"""G01 words written twice, G02 wrong words, G03 fixed terms that lost a character."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from drafter.audit.audited import Audited
from drafter.audit.passages import Passage, passages
from drafter.audit.rule import Rule
from drafter.audit.rules.language.lost import lost_halves
from drafter.audit.rules.language.set_phrases import changed_phrases, known_words
from drafter.audit.rules.language.slips import slips
from drafter.audit.spot import Spot
from drafter.findings import Severity
from drafter.resources import read_text
from drafter.yamltree import parse_own

_TWICE = re.compile("(?P<word>[一-鿿]{2,8})(?P=word)")
_REDUPLICATED = re.compile(
    "(.)\\1(.)\\2|[一二三四五六七八九十百千零〇两]+|逐条|一条|一项|一个|一件|一村|一户|一步|一次|一遍|一页|一级|一年|研究研究|讨论讨论|考虑考虑|商量商量|哈|呵|挨家|家家|"
    "某某|××"
)
_ACROSS = re.compile(
    "(?P<head>信息|政务|主动|申请|依法|全面|及时|对外)公开公开(?=栏|指南|目录|透明|事项|内容|形式|方式|渠道|年报|平台|专栏)"
)
_ONE = re.compile(
    "(?P<one>的的|了了(?!解|然)|和和(?!谐|平|睦|美)|是是(?!非)|在在(?!线|岗|职|编|建|校|册|外)|与与|及及(?!时|早|格)|将将(?!近|来)|把把(?!关|握|脉|手)"
    "|被被|我我|们们|政政(?!策)|府府(?!院)|并并|由由|对对(?!接|外|照|标|比|象|口|应|策)|从从(?!严|事|业|优|快)|向向|使使(?!用|命)|以以(?!上|下|及|内|往|外|来)"
    "|年年度(?!报告|考核|总结|评[估议比]|计划|[预决]算|会议|目标)|月月底|(?<!一)条条例|件件次|(?<![微短电通])信信息|(?<![办])公公开|(?<!公)开开展|(?<=公)开开(?=工作)|(?<![社职员义劳民化重])工工作|作作为依"
    "|(?<=[我全本])镇镇(?![长区域党村属直政街机纪人武志东西南北中内级里直])|条条[，。；]|件件[，。；]|共共(?![同享建产治])|已已|未未|也也|其其(?![他中它])|为为|于于(?!是)|至至(?!今)"
    "|可可(?![以能])|能能(?![够力])|不不(?![断同])|没没|有有(?![效关序])|等等[，、])"
)
_ASPECTS = (
    "主动公开",
    "依申请公开",
    "政府信息管理",
    "信息管理",
    "政府信息公开平台建设",
    "公开平台建设",
    "平台建设",
    "监督保障",
)
_TAIL = re.compile("(?:工作)?(?:情况)?$")
_DOUBLE = re.compile("(?P<one>[一-鿿])(?P=one)")
_OF_PLACES = frozenset(
    "镇乡村县市区街路组桥河山湖江港湾沟坝塘岭坪庄屯寨口庙家人个条件次名户项家天年月日层级处种样科事时刻处点步常节说反场桩面周週看想试听走谈笑一二三四五六七八九十百千万零〇亿两"
)
"""Characters that end one name and begin the next, or are said twice for each: 芦花镇镇前街, 事事."""
_CLAUSE = re.compile("(?P<clause>[^，。；：、！？]{4,60})[，、；](?P=clause)")


@dataclass(frozen=True, slots=True)
class Confusion:
    """A wrong word, the right one, and what the finding weighs."""

    wrong: re.Pattern[str]
    right: str
    severity: Severity | None


@cache
def confusions() -> tuple[Confusion, ...]:
    """Return the wrong words of `schemas/audit/confusions.yaml`."""
    rows = parse_own(read_text("schemas/audit/confusions.yaml")).value
    return tuple(
        Confusion(re.compile(row["wrong"]), row["right"], Severity(row["weight"]) if "weight" in row else None)
        for row in rows
    )


@cache
def _any_confusion() -> re.Pattern[str]:
    return re.compile("|".join(item.wrong.pattern for item in confusions()))


@cache
def _dropped() -> tuple[re.Pattern[str], dict[str, tuple[str, int]]]:
    """Return a pattern of every term that lost one character, and of each the term and which character."""
    raw = parse_own(read_text("schemas/audit/terms.yaml")).value
    right = set(raw["not"])
    found: dict[str, tuple[str, int]] = {}
    for term in raw["whole"]:
        for place in range(len(term)):
            left = term[:place] + term[place + 1 :]
            if left not in right and left not in raw["whole"]:
                found.setdefault(left, (term, place))
    longest_first = sorted(found, key=len, reverse=True)
    return re.compile("|".join(longest_first)), found


@cache
def _lost_by_context() -> tuple[tuple[re.Pattern[str], str], ...]:
    rows = parse_own(read_text("schemas/audit/terms.yaml")).value["patterns"]
    return tuple((re.compile(row["wrong"]), row["term"]) for row in rows)


def _twice(audited: Audited) -> Iterator[Spot]:
    for passage in passages(audited):
        text = passage.text
        for match in _TWICE.finditer(text):
            if _REDUPLICATED.fullmatch(match["word"]) or _ACROSS.search(
                text[max(0, match.start() - 2) : match.end() + 2]
            ):
                continue
            message = f"“{match['word']}”重复：“{passage.around(*match.span(), 4)}”"
            yield passage.spot(message, match.span(), "请删去重复的字词")
        for match in _ONE.finditer(text):
            if re.search("(.)\\1$", text[: match.start()]):
                continue
            message = f"“{match.group()[0]}”重复：“{passage.around(*match.span(), 4)}”"
            yield passage.spot(message, match.span(), "请删去重复的字")
        yield from _doubled(passage)
        for match in _CLAUSE.finditer(text):
            yield passage.spot(f"“{match['clause']}”写了两遍", match.span(), "请删去重复的分句")


def _doubled(passage: Passage) -> Iterator[Spot]:
    """Yield a character written twice that no word, no name and no counting by ones explains: 会签后后公开."""
    text = passage.text
    for match in _DOUBLE.finditer(text):
        start, one = match.start(), match["one"]
        before, after = text[max(0, start - 2) : start], text[start + 2 : start + 4]
        words = (one * 2, before[-1:] + one * 2, one * 2 + after[:1], before[-2:] + one * 2, one * 2 + after)
        is_word = any(len(word) > 1 and word in known_words() for word in words)
        is_seam = _meet(before, one, text[start + 2 : start + 5])
        if is_word or is_seam or before.endswith(("一", one)) or after.startswith(one):
            continue
        if one in _OF_PLACES or _ONE.search(text, max(0, start - 1), start + 4):
            continue
        message = f"“{one}”重复：“{passage.around(start, start + 2, 4)}”"
        yield passage.spot(message, (start, start + 2), "请删去重复的字")


def _meet(before: str, one: str, after: str) -> bool:
    """Return whether one word ends or another begins where a character stands twice: 公开|开放, not 公开|开|工作."""
    words = known_words()
    ends = any(len(word) > 1 and word in words for word in (before[-1:] + one, before + one))
    begins = any(len(word) > 1 and word in words for word in (one + after[:1], one + after[:2]))
    if not ends:
        return begins
    # 培训训2次: the second one is left over where a figure, a stop or a whole word follows it.
    is_stray = not "一" <= after[:1] <= "鿿" or (after[:2] in words and after[1:3] not in words)
    return not is_stray or one + after[:2] in words or (begins and after[1:3] in words)


def _wrong(audited: Audited) -> Iterator[Spot]:
    told = []
    for spot in (*_confused(audited), *changed_phrases(audited)):
        told.append((spot.place, spot.quote, *(spot.mark or (0, 0))))
        yield spot
    for passage in passages(audited):
        for span, spot in slips(passage):
            first, last = passage.mark(*span)
            if not any(at[:2] == (passage.place, passage.raw) and first < at[3] and at[2] < last for at in told):
                yield spot


def _confused(audited: Audited) -> Iterator[Spot]:
    for passage in passages(audited):
        if not _any_confusion().search(passage.text):
            continue
        end = 0
        hits = [(match, item) for item in confusions() for match in item.wrong.finditer(passage.text) if match.group()]
        for match, item in sorted(hits, key=lambda hit: (hit[0].start(), -hit[0].end())):
            if match.start() >= end:
                end = match.end()
                message = f"“{passage.around(*match.span(), 4)}”里的“{match.group()}”可能用错"
                yield passage.spot(message, match.span(), f"疑为“{item.right}”", item.severity)


def _lost(audited: Audited) -> Iterator[Spot]:
    for passage in passages(audited):
        found = [*_lost_terms(passage), *_cut_heading(passage), *lost_halves(passage)]
        # What was lost is told once, however it was found.
        told: list[tuple[int, int]] = []
        for spot in found:
            first, last = spot.mark or (0, 0)
            if not any(first < end and start < last for start, end in told):
                told.append((first, last))
                yield spot


def _lost_terms(passage: Passage) -> Iterator[Spot]:
    pattern, terms = _dropped()
    hits = [(match, *terms[match.group()]) for match in pattern.finditer(passage.text)]
    hits = [hit for hit in hits if _is_cut(passage, *hit)]
    by_context = [(match, term, 0) for wrong, term in _lost_by_context() for match in wrong.finditer(passage.text)]
    for match, term, _ in (*hits, *by_context):
        message = f"“{passage.around(*match.span(), 4)}”里的“{match.group()}”少了一个字"
        yield passage.spot(message, match.span(), f"疑为“{term}”")


def _cut_heading(passage: Passage) -> Iterator[Spot]:
    """Yield a sub-heading that is one of the five aspects but for a character: （一）动公开."""
    if passage.section != "overview" or not passage.topic or passage.topic not in passage.text:
        return
    title = _TAIL.sub("", passage.topic)
    for term in _ASPECTS:
        if any(title == term[:place] + term[place + 1 :] for place in range(len(term))) and title not in _ASPECTS:
            start = passage.text.index(passage.topic)
            message = f"小标题“{title}”少了一个字"
            yield passage.spot(message, (start, start + len(title)), f"疑为“{term}”")
            return


def _is_cut(passage: Passage, match: re.Match[str], term: str, place: int) -> bool:
    """Return whether a character is really lost: at the ends of a term a neighbour may hold it or go on otherwise."""
    before, after = passage.text[: match.start()], passage.text[match.end() :]
    if place == 0:
        return not before.endswith(term[0]) and (
            not before or re.search("[，。；：、（）《“年的]$", before) is not None
        )
    if place == len(term) - 1:
        return not after or re.match("[，。；：、）》”]", after) is not None
    return True


TWICE = Rule("G01", "word-twice", Severity.WARNING, "真实差错：组织组织保障、公开公开", _twice)
WRONG = Rule("G02", "word-wrong", Severity.WARNING, "《现代汉语词典》；真实差错：调度群众积极性", _wrong)
LOST = Rule("G03", "character-lost", Severity.WARNING, "真实差错：（四）府信息公开平台建设", _lost)
