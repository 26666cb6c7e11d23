"""H01 like last year's report, H02 like a neighbour's."""

from collections.abc import Iterator

from drafter.audit.audited import Audited
from drafter.audit.rule import Rule
from drafter.audit.rules.copying.texts import SECTIONS, Body, body_of, body_of_report
from drafter.audit.similarity import (
    ALIKE,
    CONTAINED,
    LONG_RUN,
    MOSTLY_CONTAINED,
    VERY_ALIKE,
    common,
    containment,
    jaccard,
    longest_run,
)
from drafter.audit.spot import Spot
from drafter.findings import Severity

_SAME, _MOSTLY = 0.9, 0.7
_COUNTY = 4
"""From how many neighbours on wording that half of them share counts as the county's."""


def _last_year(audited: Audited) -> Iterator[Spot]:
    if audited.prior is None:
        return
    for section, name in SECTIONS.items():
        mine, last = body_of(audited, section), body_of_report(audited.prior, section, audited)
        if not (mine.is_long_enough and last.is_long_enough):
            continue
        share = containment(mine.grams, last.grams)
        if share < _MOSTLY:
            continue
        message = f"“{name}”与上年报告重复 {share:.0%}（已除去数字、名称和法定用语）"
        severity = Severity.ERROR if share > _SAME else Severity.WARNING
        yield _told(mine, last, section, message, "请按本年的工作重写，尤其是标出的句子", severity)


def _neighbours(audited: Audited) -> Iterator[Spot]:
    for section, name in SECTIONS.items():
        mine = body_of(audited, section)
        others = [(report, body_of_report(report, section, audited)) for report in audited.siblings]
        others = [(report, other) for report, other in others if other.is_long_enough]
        if not (mine.is_long_enough and others):
            continue
        shared = (
            common((other.grams for _, other in others), len(others) // 2 + 1)
            if len(others) >= _COUNTY
            else frozenset()
        )
        own = mine.grams - shared
        report, other = max(others, key=lambda pair: jaccard(own, pair[1].grams - shared))
        likeness, share = jaccard(own, other.grams - shared), containment(own, other.grams)
        if likeness <= ALIKE and share <= CONTAINED:
            continue
        is_copy = likeness > VERY_ALIKE or share > MOSTLY_CONTAINED
        run = longest_run(mine.text, other.text)
        who = report.contact.organ or report.contact.short or report.source.name
        message = f"“{name}”与{who}的报告相似（重复 {share:.0%}）"
        if len(run) >= LONG_RUN:
            message += f"，连续相同 {len(run)} 字：“{run[:LONG_RUN]}……”"
        severity = Severity.WARNING if is_copy else Severity.INFO
        yield _told(mine, other, section, message, "请核对是否互相套用，按本单位的实际改写", severity)


def _told(mine: Body, other: Body, section: str, message: str, advice: str, severity: Severity) -> Spot:
    """Return a spot at the longest sentence that is the same, which names how many are."""
    same = mine.same_sentences(other)
    if not same:
        return Spot(message, advice, section, mine.passages[0].place, mine.passages[0].raw, None, severity)
    return same[0].spot(f"{message}，相同的句子有 {len(same)} 句", None, advice, severity)


LAST_YEAR = Rule(
    "H01", "same-as-last-year", Severity.ERROR, "国办公开办函〔2021〕30号：不得内容雷同、敷衍塞责", _last_year
)
NEIGHBOURS = Rule(
    "H02", "same-as-neighbour", Severity.WARNING, "国办公开办函〔2021〕30号：不得内容雷同、敷衍塞责", _neighbours
)
