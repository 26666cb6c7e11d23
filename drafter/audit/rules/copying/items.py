"""The problems and the measures of section 五, as far as the text sets them apart."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from drafter.audit.audited import Audited
from drafter.audit.passages import Passage, body
from drafter.reading.source import Place

_NUMBER = (
    "(?:[一二三四五六七八]是|[第其][一二三四五六][，是、]|首先|其次|再次|最后|[（(][一二三四五六1-6][）)]"
    "|(?<!\\d)[1-6][.、．](?!\\d))"
)
_ITEM = re.compile(f"(?:^|(?<=[，。；：、）]))(?:主要)?{_NUMBER}")
_MEASURES = re.compile(
    "改进措施|整改措施|改进情况|改进方向|改进工作|下一步|下步|今后(?!的工作中存在)|下一阶段|针对(?:上述|以上|存在的|这些)"
    "|^(?:拟(?:采取|做|从)|今后|往后|改进的?(?:打算|方向|办法|思路|做法|计划)|改进之[一二三])"
    "|^(?:改进|整改|措施|对策|做法|办法|打算|改进(?:办法|做法|打算|思路|计划|方面))[有为是：，一]|改进(?:办法|做法|打算|思路)"
    "|^针对(?!性)|^为(?:了?解决|补上|改变|扭转)|^第[一二三四五1-5][项点个](?:问题|不足)?的?(?:改进|整改|措施|办法)"
    "|^(?:对此|针对此|鉴于此|围绕(?:上述|以上|这些))|为此|工作打算|整改情况|解决措施|我[镇乡]将|我街道将|将从|20\\d\\d年，?[^，。]{0,6}将|将(?:重点|着力|进一步|继续)"
)
_LATER = re.compile("[二三四五六]是|[第其][二三四五六](?![项点个条])|其次|再次|[（(][二三四五六2-6][）)]|[2-6][.、．]")
_COUNTED = re.compile("(?<!第)(?P<count>[二两三四五])(?:个|方面|处|点|项|条|类)[^。：；]{0,24}：")
_LAST = re.compile("上一?年度?|去年|往年")
_PROBLEMS = re.compile("问题|不足|短板|差距")


@dataclass(frozen=True, slots=True)
class Item:
    """A problem or a measure, in the report's words."""

    text: str
    passage: Passage | None
    place: Place
    more: str = ""
    """What follows it in its paragraph without a number of its own."""
    is_numbered: bool = False
    """Whether it is one of a list, by its number or by the number of them that was announced."""


@dataclass(frozen=True, slots=True)
class Items:
    """Section 五 taken apart; `turns` is how often the text turns from problems to measures."""

    problems: tuple[Item, ...]
    measures: tuple[Item, ...]
    numbered: tuple[int, int]
    """How many of either are numbered."""
    turns: int


def items_of(audited: Audited) -> Items:
    """Return the problems and measures of a report."""
    kinds: dict[bool, list[Item]] = {False: [], True: []}
    numbered = {False: 0, True: 0}
    is_measure, turns = False, 0
    for passage in body(audited, "improvement"):
        if _LAST.search(passage.topic) and not _PROBLEMS.search(passage.topic.split("及")[0][:8]):
            continue
        topic_says = _topic(passage.topic)
        turned = topic_says if topic_says is not None else (is_measure or _opens_measures(passage.text))
        if topic_says is None and is_measure and not numbered[True] and _goes_on(passage.text):
            turned = False
        turns += turned and not is_measure
        is_measure = turned
        last = kinds[is_measure][-1:]
        if last and numbered[is_measure] and last[0].passage and last[0].passage.line == passage.line:
            # What follows a numbered item in its paragraph is told of it.
            kinds[is_measure][-1] = replace(last[0], more=last[0].more + passage.text)
        for text, is_numbered in _split(passage.text):
            kinds[is_measure].append(Item(text, passage, passage.place, "", is_numbered))
            numbered[is_measure] += is_numbered
    return Items(tuple(kinds[False]), tuple(kinds[True]), (numbered[False], numbered[True]), turns)


def _topic(topic: str) -> bool | None:
    """Return whether a sub-heading speaks of measures; None where it does not say."""
    if not topic or len(topic) > 20 or re.search("(?:问题|不足)(?:及|和|与|、)", topic):
        return None
    if re.search("改进|措施|打算|整改|下一步|下步", topic):
        return True
    return False if _PROBLEMS.search(topic) else None


def _goes_on(text: str) -> bool:
    """Return whether a sentence opens with 二是 or a later number: each problem has its measure right behind it."""
    return _LATER.match(text) is not None


def _opens_measures(text: str) -> bool:
    return _MEASURES.search(text[:40]) is not None


def _split(text: str) -> Iterator[tuple[str, bool]]:
    starts = [match.start() for match in _ITEM.finditer(text)]
    if not starts:
        listed = _announced(text)
        yield from ((part, True) for part in listed)
        if not listed:
            yield text, False
        return
    if starts[0] > 30:
        yield text[: starts[0]], False
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        yield text[start:end], True


def _announced(text: str) -> list[str]:
    """Return the parts of a list whose number is said before it: 问题有两个：甲；乙."""
    match = _COUNTED.search(re.sub("[2-5](?=[个处点项条类方])", lambda found: "〇一二三四五"[int(found.group())], text))
    parts = [part for part in re.split("[；。]", text[match.end() :]) if part] if match else []
    return parts if match and "一二三四五".find(match["count"].replace("两", "二")) + 1 == len(parts) else []
