"""D08, fourth part: a figure that points back, 视频号27条内容中, 已计入网站66条之内, and finds another there."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from drafter.audit.audited import Audited
from drafter.audit.passages import Passage, body
from drafter.audit.spot import Spot
from drafter.audit.statements import speaks_of_the_year
from drafter.dossier.figures import Figure, read_figures
from drafter.findings import Severity

_SECTIONS = ("overview", "proactive", "applications", "improvement", "other")
_BACK = re.compile("^(?P<noun>[一-鿿]{0,10}?)(?:之中|当中|之内|以内|里面|中|里|内)(?=[，。；、：]|[仅只有的尚还仍])")
_LEAD = re.compile(
    "^(?:[一二三四五六七八九]是|其[一二三四]|第[一二三四]|目前|现有|上述|这|已经?|均|都|也|计入|列入|包含在|包括在|含在|在|从|全年|今年|的)+|的$"
)
_PAST_NOUN = re.compile("[，、。；：（）]")
_KINDS = frozenset({"条", "件", "篇", "份", "户", "个", "名", "人", "家", "处", "块", "场", "期", "册", "项"})


@dataclass(frozen=True, slots=True)
class _Told:
    passage: Passage
    figure: Figure
    before: str
    """The words of its clause before it."""
    after: str
    """The words of its clause behind it."""


def references(audited: Audited) -> Iterator[Spot]:
    """Yield a figure that points back to what is told elsewhere under the same noun, always with another value."""
    told = [item for passage in body(audited, *_SECTIONS) for item in _told(passage, audited.year)]
    for number, item in enumerate(told):
        match = _BACK.match(item.after)
        if match is None or item.figure.unit not in _KINDS:
            continue
        named = _LEAD.sub("", item.before)
        noun = named if len(named) > 1 else match["noun"]
        others = [other for other in told if other.figure.unit == item.figure.unit and other is not item]
        others = [other for other in others if other.passage is not item.passage]
        same = [other for other in others if len(noun) > 1 and (noun in other.before or noun in other.after)]
        if (
            same
            and not _is_known(item.figure, audited)
            and all(other.figure.value != item.figure.value for other in same)
        ):
            first = same[0].passage.around(same[0].figure.start, same[0].figure.end)
        elif (
            not noun
            and (near := [other for other in told[:number] if other in others and _is_near(other, item)])
            and not _is_made_of(item.figure, near, others, audited)
        ):
            first = near[-1].passage.around(near[-1].figure.start, near[-1].figure.end)
        else:
            continue
        message = f"“{item.before[-8:]}{item.figure.text}”与“{first}”说的是同一项，数不一致"
        span = (item.figure.start, item.figure.end)
        yield item.passage.spot(message, span, "请核对后改成同一个数", Severity.WARNING)


def _told(passage: Passage, year: int | None) -> Iterator[_Told]:
    for figure in read_figures(passage.text):
        before, after = passage.text[: figure.start], passage.text[figure.end :]
        if figure.kind == "count" and figure.value is not None and speaks_of_the_year(before, year):
            yield _Told(passage, figure, _PAST_NOUN.split(before)[-1], _clause_after(after))


def _clause_after(text: str) -> str:
    match = _PAST_NOUN.search(text)
    return text[: match.end()] if match else text


def _is_near(one: _Told, other: _Told) -> bool:
    return one.passage.line == other.passage.line


def _is_made_of(figure: Figure, near: list[_Told], others: list[_Told], audited: Audited) -> bool:
    """Return whether a figure stands elsewhere, in a cell, or is the sum or the rest of two figures before it."""
    values = [Decimal(other.figure.value or 0) for other in near][-12:]
    sums = {a + b for a, b in combinations(values, 2)} | {abs(a - b) for a, b in combinations(values, 2)}
    known = {other.figure.value for other in others} | sums
    return figure.value in known or _is_known(figure, audited)


def _is_known(figure: Figure, audited: Audited) -> bool:
    """Return whether a number of cases stands in a table, or is what came in with what was carried in."""
    values = audited.report.statistics.values
    taken = [values.get(f"applications.{row}.total") or 0 for row in ("received", "carried_in")]
    return figure.unit == "件" and figure.value in {*values.values(), sum(taken)}
