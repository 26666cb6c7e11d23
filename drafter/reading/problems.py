"""Section 五: the problems, each with the measure that answers it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from drafter.findings import Finding, Severity
from drafter.reading.headings import is_subheading
from drafter.reading.items import items_of, starts_numbered
from drafter.reading.report import ReadProblem
from drafter.reading.script import simplified
from drafter.reading.source import Place, SourceLine

LONGEST = 300
MOST = 10
MOST_TEXT = 20_000
"""Section 五 has some hundred characters; one so long is something else, and would take long."""
_LAST = re.compile(
    r"(?:上年度?|上一年度?|去年|以往|20\d\d年度?报告?)[^。；]{0,12}(?:问题|不足)[^。；]{0,16}(?:整改|改进|落实|解决)|(?:问题)?整改(?:落实|完成)?情况(?:如下)?[：:。]?$"
)
_MEASURES = re.compile(
    r"(?:改进|整改|解决|下步|下一步)(?:的)?(?:措施|举措|办法|情况|方向|打算|工作)|下一步|下步|针对(?:上述|以上|存在|这些|前述)|针对.{0,8}(?:问题|不足)"
    r"|今后|下一阶段|(?:我镇|我乡|我街道|我们)?将(?:从以下|重点|继续|进一步|采取|做好)|改进情况"
)
_PROBLEMS = re.compile(
    r"(?:存在|主要|工作中)[^。；]{0,16}(?:问题|不足|差距|薄弱)|(?:问题|不足|差距)(?:如下|有|主要|表现|是)|^[（(]?.{0,6}(?:主要)?问题[：:]?$"
)
_WITHIN = re.compile(
    r"[。；;，,]?\s*(?:改进措施|整改措施|改进情况|整改情况|解决措施|措施|下一步(?:工作|打算|计划)?|下步|对此|为此|针对(?:此|这一|该|上述)(?:问题|情况)?|今后)\s*[:：，,是]?\s*"
)
_FURTHER = re.compile(r"(?<=。)\s*(?:此外|另外|同时，|上述|以上|针对|下一步|今后|20\d\d年，)")
_TITLED = re.compile(
    r"[（(]?[一二三四五1-5][）)、.．]?\s*([^。；：:]{0,8}(?:问题|不足|措施|打算|情况|方向)[^。；：:]{0,4})[：:]\s*(?=\S)"
)
_ENDS = " \t\n；;。，,"
_GAP = "【待补"


@dataclass(frozen=True, slots=True)
class Problems:
    """What section 五 gives: pairs, and what of it could not be paired."""

    pairs: tuple[ReadProblem, ...]
    findings: tuple[Finding, ...]


@dataclass(slots=True)
class _Half:
    """A stretch of section 五 of one kind: problems, measures or last year's."""

    kind: str
    text: str
    place: Place


def read_problems(lines: Sequence[SourceLine]) -> Problems:
    """Return the problems of section 五 with their measures; a measure that cannot be given to one problem is left."""
    if sum(len(line.text) for line in lines) > MOST_TEXT:
        return Problems((), _nothing_read(lines))
    halves = _halves(lines)
    problems = [(item.text, half) for half in halves if half.kind == "problems" for item in items_of(half.text)]
    measures = [item for half in halves if half.kind == "measures" for item in _items(half)]
    if not problems:
        return Problems((), _nothing_read(lines))
    inside = [_WITHIN.search(text) for text, _ in problems]
    if not measures and any(inside):
        pairs = [
            _pair(text[: match.start()], text[match.end() :], half.place) if match else _pair(text, "", half.place)
            for (text, half), match in zip(problems, inside, strict=True)
        ]
        return _checked(pairs, [])
    problems = [(item, half) for half in halves if half.kind == "problems" for item in _items(half)]
    answers = list(measures)
    findings = []
    if len(answers) != len(problems):
        findings = [_uneven(len(problems), len(answers))] if answers else []
        answers = [""] * len(problems)
    pairs = [_pair(text, answer, half.place) for (text, half), answer in zip(problems, answers, strict=True)]
    return _checked(pairs, findings)


def _halves(lines: Sequence[SourceLine]) -> list[_Half]:
    """Return the stretches of the section; a sentence that announces measures ends the problems before it."""
    halves: list[_Half] = []
    kind = "problems"
    for line in lines:
        text = simplified(line.text).strip()
        if title := _TITLED.match(text):
            # 1.存在的主要问题：一是…… is a title with its text behind it.
            kind, text = _kind(title[1], kind), text[title.end() :]
            halves.append(_Half(kind, "", line.place))
        lead = text if is_subheading(text) else _lead(text)
        kind = _kind(lead, kind)
        if is_subheading(text) and _names_half(lead):
            halves.append(_Half(kind, "", line.place))
            continue
        for part_kind, part in _parts(text, kind):
            kind = part_kind
            if halves and halves[-1].kind == kind:
                halves[-1].text += ("\n" if halves[-1].text else "") + part
            else:
                halves.append(_Half(kind, part, line.place))
        kind = _kind(_announced(text), kind)
    return halves


def _lead(text: str) -> str:
    """Return what stands before the first item of a line: what it announces."""
    if starts_numbered(text):
        return ""
    items = items_of(text)
    return text[: items[0].start] if items else text[:40]


def _announced(text: str) -> str:
    """Return the last clause of a line where it announces what follows, as in 存在的问题有."""
    return text.rstrip("：: ").rpartition("。")[2] if text.rstrip().endswith(("：", ":")) else ""


def _names_half(title: str) -> bool:
    return bool(_LAST.search(title) or _MEASURES.search(title) or _PROBLEMS.search(title))


def _kind(lead: str, before: str) -> str:
    if _LAST.search(lead) and not lead.startswith(("针对", "下一步")):
        return "last"
    if _MEASURES.search(lead):
        return "problems" if _is_both(lead) else "measures"
    return "problems" if _PROBLEMS.search(lead) else before


def _is_both(title: str) -> bool:
    """Return whether a title names problems and measures in one: what follows holds both."""
    return bool(re.search(r"问题(?:及|和|与|、)", title)) and len(title) <= 24


def _parts(text: str, kind: str) -> list[tuple[str, str]]:
    """Return a line in parts where it turns from problems to measures, as in 不足。下一步，我镇将…."""
    if kind != "problems" or (starts_numbered(text) and not items_of(text)):
        return [(kind, text)]
    for match in re.finditer(r"(?<=[。；])", text):
        rest = text[match.start() :]
        items = items_of(rest)
        lead = rest[: items[0].start] if items else rest[:30]
        announced = _MEASURES.match(lead.lstrip()) or re.match(r"(?:改进措施|整改措施)[:：]?", lead.lstrip())
        if announced and (items or not items_of(text)):
            return [("problems", text[: match.start()]), ("measures", rest)]
    return [(kind, text)]


def _items(half: _Half) -> list[str]:
    """Return the items of a stretch, without what is said after the last of them.

    Running text without numbers is none, because where it parts is not certain.
    """
    texts = [item.text for item in items_of(half.text)]
    if texts and (further := _FURTHER.search(texts[-1])):
        texts[-1] = texts[-1][: further.start()]
    return texts


def _pair(problem: str, measure: str, place: Place) -> ReadProblem:
    return ReadProblem(_clean(problem), _clean(measure), place)


def _clean(text: str) -> str:
    """Return a text on one line, without the marks at its ends; what we ourselves marked as missing is nothing."""
    joined = re.sub(r"\s*\n\s*", "", text).strip(_ENDS)
    return "" if joined.startswith(_GAP) else joined


def _checked(pairs: list[ReadProblem], findings: list[Finding]) -> Problems:
    """Return the pairs that a dossier can hold; a text that is too long is left out, not cut."""
    kept = []
    for number, pair in enumerate(pairs, start=1):
        if not pair.text or len(pair.text) > LONGEST:
            findings.append(_too_long(number, "问题"))
            continue
        if len(pair.measure) > LONGEST:
            findings.append(_too_long(number, "措施"))
        kept.append(pair if len(pair.measure) <= LONGEST else ReadProblem(pair.text, "", pair.place))
    return Problems(tuple(kept[:MOST]), tuple(findings))


def _too_long(number: int, what: str) -> Finding:
    message = f"第五部分的第 {number} 个{what}写得太长（超过 {LONGEST} 字）或是空的，没有写进资料。"
    return Finding("problem-too-long", Severity.INFO, "problems", message, "请照原文概括后自己填上。")


def _uneven(problems: int, measures: int) -> Finding:
    message = f"第五部分读到 {problems} 个问题、{measures} 条措施，不能一一对应，只写了问题。"
    return Finding("measures-uneven", Severity.INFO, "problems", message, "请照原文把措施填到对应的问题下面。")


def _nothing_read(lines: Sequence[SourceLine]) -> tuple[Finding, ...]:
    if not any(line.text.strip() for line in lines):
        return ()
    message = "第五部分没有分条写问题，分不清有几个问题，没有写进资料。"
    return (Finding("problems-unread", Severity.INFO, "problems", message, "请照原文把问题和措施填上。"),)
