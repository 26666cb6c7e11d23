"""Yes told as no, no as yes, and a shortcoming softened into a strength."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from drafter.resources import read_text
from drafter.writing.checks.claim_words import Found, clause_at, refused
from drafter.writing.checks.plans import is_intended, is_planned
from drafter.writing.checks.register import MASK, cut, plain, read_note
from drafter.writing.checks.verdict import Claim, Unproved, Violation
from drafter.yamltree import parse_own

_NEGATION = re.compile(
    "未能|未经|尚未|暂未|并未|从未|未(?![来成])|没有|没(?!收(?![到过费申钱着件取信]))|无(?![论需须偿障疑锡]|人机|线[电网上]|纸化)|不(?![断仅少同但止妨过管论如时日])|非(?![常法遗])|难以|缺乏|缺少|免于|停止|暂停|中断"
)
_PROBLEM = re.compile(
    "不足|不够|滞后|偏少|较少|有限|薄弱|较弱|偏低|较低|短板|(?<!发现)问题|困难|单一|缺|差|慢|弱|欠|少|旧|乱|低|难|有待|仍需|亟待|参差|随意|模糊|笼统|生硬|空白|逾期|失效|超期|零|毛病|短处|停(?=[更了用])|停止|不到|不行|不好|漏洞"
)
_TURNED = re.compile("(?:不够|不太|不甚|尚未|没有|难以|不|未|没|无)(.+)")
_FAULT = re.compile("存在[^，。；]{0,12}(?:问题|不足|短板|困难|差距|隐患)(?!及|和改|与改|如下|主要有|包括)|有待|亟待")
_REACH = 10
_SHORT = 3
_NONE = ("没有", "未", "没", "尚未", "暂未")
_STOP = re.compile("[，。；：！？,;\n]|并(?!未|非|不)|而(?=[^不未])|即|方可|才")
_LITTLE = re.compile("[不没][少慢差弱低难缺]")
_OF_IT = re.compile("^的?[一-鿿]?[^\\W了过的着]$")
"""A noun of one character that ends what is denied: 没收申请公开的钱."""
_LISTED = re.compile("(?:、[^，。；：、！？,;\n]{2,6})+(?=[，。；：！？,;\n]|$)")
_ASKED = re.compile(
    "是否|能否|可否|有无|有没有|([\u4e00-\u9fff])[不没]\\1|(?:没|不)[^，。；]{1,6}(?:不行|不准|不能|不得|不许|不让|不给|不算)"
)
_NOTHING = re.compile("(?:没有?|未|无)(?:发生|出现|接到|收到|产生|存在)?(?:过)?(?=[，。；\n]|$)")
_WANTED = re.compile("要求|[要让叫得应该想]|希望|打算|准备|五花八门|各样|七零八落")
"""What is asked for or wished is not so yet."""
_LEFT = re.compile("都|全|按|及时|还[要得需该]|再[加提改]|[得要]再|跟不上|往上提")
"""What tells that something is left to do, or of all: a lack in other words."""
_TOPIC = re.compile("(?:针对|对)[^，。；]*$")
_MENDED = (
    (frozenset(["通俗", "通俗易懂", "浅显易懂", "易于理解"]), re.compile("白话|简单|改[成写]|图[解画]|漫画")),
    (frozenset(["齐全", "完整", "完备", "齐备"]), re.compile("补[齐全上足]|[配凑弄]齐")),
)
_FLIPPED = "“{}”与引用的材料说的正相反，请照材料写有无、是否。"
_NEW = "“{}”说的是没有或不足，引用的材料里没有这样写，请删去。"
_SOFTENED = "引用的材料说的是不足，“{}”写成了好的方面，请照材料写。"


@cache
def opposites() -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    """Return the rows of words of shortcoming and the words of strength that turn them round."""
    rows = parse_own(read_text("schemas/lexicon/claims.yaml")).value["opposites"]
    return tuple((tuple(row.partition("→")[0].split()), tuple(row.partition("→")[2].split())) for row in rows)


def check_polarity(claim: Claim) -> Iterator[Violation]:
    """Yield words denied in the notes and affirmed in the sentence or the reverse, and softened shortcomings."""
    if not claim.note:
        return
    yield from (refused(claim, item, "polarity", _FLIPPED) for item, is_sure in _flips(claim) if is_sure)
    yield from _denied_anew(claim)
    yield from _softened(claim)
    yield from _blackened(claim)


def turned_words(claim: Claim) -> Iterator[Unproved]:
    """Yield words denied on one side only where both sides deny something: who denies what is for a person to see."""
    for item, is_sure in _flips(claim) if claim.note else ():
        if not is_sure:
            yield Unproved(item.start, item.end, claim.text[item.start : item.end])


def _flips(claim: Claim) -> Iterator[tuple[Found, bool]]:
    """Yield words that one side denies and the other affirms, and whether the other denies nothing at all."""
    said_no, said_yes = _sides(_asserted(claim.text))
    told_no, told_yes = _sides(_asserted(claim.note))
    note, text = plain(claim.note), plain(claim.text)
    doubtful = bool(_NEGATION.search(note) or _PROBLEM.search(note))
    for word, place in said_yes.items() if claim.kind != "plan" else ():
        is_due = is_planned(claim.note) and is_intended(clause_at(claim.text, place))
        if word in told_no and not is_due and not {word} & {*told_yes, *said_no} and not _doubted(claim.text, place):
            yield Found(place, place + len(word), word), not _NEGATION.search(text)
    for word, place in said_no.items():
        is_told = word in told_yes and not _WANTED.search(clause_at(note, told_yes[word]))
        known = (is_told and not _NOTHING.search(claim.note) and not _doubted(claim.note, told_yes[word])) or (
            word in read_note(claim.note).licensed and not doubtful
        )
        if known and word not in told_no and word not in said_yes:
            yield Found(place, place + len(word), word), not doubtful


def _asserted(text: str) -> str:
    """Return a text without its questions (有没有, 是否) and without two denials that make a yes (没签字不行)."""
    return _ASKED.sub(lambda match: MASK * len(match[0]), plain(text))


def _denied_anew(claim: Claim) -> Iterator[Violation]:
    """Yield a denial where the notes neither deny nor complain of anything."""
    note = plain(claim.note)
    if _NEGATION.search(note) or _PROBLEM.search(note) or _LEFT.search(note):
        return
    for match in _FAULT.finditer(plain(claim.text)):
        if _TOPIC.search(claim.text[: match.start()]):
            continue
        yield refused(claim, Found(match.start(), match.end(), match[0]), "polarity", _NEW)


def _doubted(text: str, place: int) -> bool:
    """Return whether the clause around a place denies or complains of anything."""
    start = max((match.end() for match in _STOP.finditer(text, 0, place)), default=0)
    stop = _STOP.search(text, place)
    clause = text[start : stop.start() if stop else len(text)]
    return bool(_NEGATION.search(clause) or _PROBLEM.search(clause))


def _softened(claim: Claim) -> Iterator[Violation]:
    text, note = plain(claim.text), read_note(claim.note)
    _, affirmed = _sides(note.text)
    if claim.kind == "plan":
        return
    for weak, strong in opposites():
        if not any(note.says(word) and not _LITTLE.search(note.text) for word in weak):
            continue
        for word in strong:
            place = text.find(word)
            before = text[max(0, place - 3) : place]
            if place < 0 or word in affirmed or _NEGATION.search(before) or "不够" in before or "有待" in before:
                continue
            if text[place + len(word) :].startswith(("不", "欠", "有限")) or _is_mended(word, note.text):
                continue
            if is_planned(note.text) and is_intended(clause_at(text, place)):
                continue
            yield refused(claim, Found(place, place + len(word), word), "polarity", _SOFTENED)


def _is_mended(word: str, note: str) -> bool:
    """Return whether notes tell, in plain words, that what was wanting was made good: 补齐 is 补充完整."""
    return any(word in words and told.search(note) for words, told in _MENDED)


def _blackened(claim: Claim) -> Iterator[Violation]:
    """Yield a shortcoming where the notes tell of the strength that it denies."""
    text, note = plain(claim.text), read_note(claim.note)
    _, affirmed = _sides(note.text)
    for weak, strong in opposites():
        if not any(word in affirmed for word in strong) or any(note.says(word) for word in weak):
            continue
        for word in weak:
            place = text.find(word)
            if place >= 0 and len(word) > 1:
                yield refused(claim, Found(place, place + len(word), word), "polarity", _FLIPPED)


def _scope_end(text: str, start: int) -> int:
    """Return where a denial ends: at a stop, or after a short list of what is denied (没有复议、诉讼)."""
    stop = _STOP.search(text, start)
    end = stop.start() if stop else len(text)
    mark = text.find("、", start, end)
    if mark >= 0:
        listed = _LISTED.match(text, mark)
        end = listed.end() if listed else mark
    return min(end, start + _REACH)


@lru_cache(maxsize=256)
def _sides(text: str) -> tuple[dict[str, int], dict[str, int]]:
    """Return the words of two characters or more that are denied in a text, and those that are not, with places.

    不 denies the word that follows; 没有, 未 and 无 also the last one before the next stop: 没有因…被诉讼. What stands
    between the two is neither denied nor affirmed.
    """
    words = [(place, word) for place, word in cut(text, _SHORT) if len(word) > 1]
    denied: dict[str, int] = {}
    open_words = dict(words)
    for place, word in words:
        if (turn := _TURNED.match(word)) and len(turn[1]) > 1:
            denied.setdefault(turn[1], place + turn.start(1))
            open_words.pop(place)
    for match in _NEGATION.finditer(text):
        end = _scope_end(text, match.end())
        scope = [(place, word) for place, word in words if match.end() <= place < end]
        near = [pair for pair in scope[:1] if pair[0] <= match.end() + 1]
        rest = text[scope[-1][0] + len(scope[-1][1]) : end] if scope else ""
        far = scope[-1:] if match[0] in _NONE and not _OF_IT.search(rest) else []
        denied.update({word: place for place, word in near + far})
        for place, _ in scope if far else near:
            open_words.pop(place, None)
    affirmed: dict[str, int] = {}
    for place, word in open_words.items():
        affirmed.setdefault(word, place)
    return denied, affirmed
