"""D15: a rise or fall against last year that the figures do not bear out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from drafter.audit.agreement import agrees, report_tables
from drafter.audit.audited import Audited
from drafter.audit.passages import Passage, paragraphs
from drafter.audit.rule import Rule
from drafter.audit.rules.narrative.cells import with_context
from drafter.audit.rules.narrative.changes import changes_between
from drafter.audit.rules.narrative.published import published
from drafter.audit.spot import Spot
from drafter.audit.statements import statements
from drafter.dossier.figures import Figure, read_figures
from drafter.findings import Severity

_TREND = re.compile(
    "(?:[比较与](?:上一?年度?|去年|20\\d\\d年度?)(?:同期)?(?:的\\d+[条件篇份次])?(?:相比)?|同比(?:去年|上年)?(?:的?\\d+[条件篇份次])?|环比)[^，。；\\d]{0,8}?"
    "(?P<way>增加|增长|上升|提高|增幅|多|减少|下降|降低|少|持平|翻番|翻一番|基本持平|略有增加|略有减少|有所增加|有所减少)"
    "(?:了|约|达|为)?"
)
_UP = re.compile("增|升|高|多|翻")
_DOWN = re.compile("减|降|少")
_TOPICS = (
    (re.compile("申请(?:数量|量|件数|总量|数)?"), "applications.received.total"),
    (re.compile("行政复议(?:案件|数量|申请)?"), "disputes.review.total"),
    (re.compile("(?:制发|出台)(?:行政)?规范性文件"), "proactive.normative_documents.issued"),
    (re.compile("行政许可"), "proactive.licensing.decisions"),
    (re.compile("行政处罚"), "proactive.penalties.decisions"),
)
_LAST = re.compile("(?:上一?年度?|去年|20\\d\\d年度?)(?:同期)?(?:的|为|是|收到|共|公开|公开信息)*$")


@dataclass(frozen=True, slots=True)
class _Compared:
    """What is compared: this year's value and last year's; None where it is not known."""

    name: str
    now: Decimal | None
    last: Decimal | None


def _find(audited: Audited) -> Iterator[Spot]:
    for group in paragraphs(audited, "overview", "proactive", "applications", "disputes"):
        for passage, context in with_context(group):
            for match in _TREND.finditer(passage.text):
                compared = _compared(passage, context, match, audited)
                said = _amount(passage.text, match.end())
                if problem := _problem(compared, match["way"], said):
                    end = said.end if said else match.end()
                    yield passage.spot(problem, (match.start(), end), "请按本年和上年的数重新计算增减")
    yield from changes_between(audited)


def _compared(passage: Passage, context: str, match: re.Match[str], audited: Audited) -> _Compared:
    """Return what a rise or fall is of: the nearest figure with a role before it, else the noun before it."""
    before = re.split("[。；]", passage.text[: match.start()])[-1]
    offset = match.start() - len(before)
    last = _last_in_text(passage.text, match)
    for item in published((passage,), audited.year):
        if offset <= item.figure.start < match.start() and item.figure.value is not None:
            known = last if last is not None else _published_last_year(audited, item.channel)
            return _Compared("公开信息", Decimal(item.figure.value), known)
    said = [item for item in statements(passage.text, context) if item.figure and offset <= item.start < match.start()]
    if said and said[-1].figure and said[-1].figure.value is not None:
        path = said[-1].claim.cells[0][0]
        known = last if last is not None else _cell(audited, path, prior=True)
        is_single = len(said[-1].claim.cells[0]) == 1
        return _Compared(said[-1].claim.name, Decimal(said[-1].figure.value), known if is_single else last)
    for words, path in _TOPICS:
        if words.search(before) and "公开" in context + before and not re.search("\\d", before):
            return _Compared(words.search(before)[0], _cell(audited, path), _cell(audited, path, prior=True))  # type: ignore[index]
    counts = [item for item in read_figures(before) if item.kind == "count" and item.value is not None]
    now = Decimal(counts[-1].value or 0) if counts and last is not None else None
    return _Compared("该项", now, last)


def _last_in_text(text: str, match: re.Match[str]) -> Decimal | None:
    """Return last year's value where the sentence gives it: 比上年的35条增加."""
    inside = [item for item in read_figures(text) if match.start() <= item.start < match.end() and item.kind == "count"]
    if inside:
        return Decimal(inside[0].value or 0)
    for item in read_figures(text):
        if item.kind == "count" and item.value is not None and _LAST.search(text[: item.start]):
            return Decimal(item.value)
    return None


def _cell(audited: Audited, path: str, *, prior: bool = False) -> Decimal | None:
    report = audited.prior if prior else audited.report
    if report is None:
        return None
    tables = report_tables(report.form, report.statistics, report.fees)
    return tables.total([path]) if path in tables.values else None


def _published_last_year(audited: Audited, channel: str) -> Decimal | None:
    if audited.prior is None:
        return None
    last = Audited(audited.prior, audited.prior.year, audited.prior.form, audited.profile)
    for group in paragraphs(last, "overview", "proactive"):
        for item in published(group, audited.prior.year):
            if item.channel == channel and item.figure.value is not None:
                return Decimal(item.figure.value)
    return None


def _amount(text: str, start: int) -> Figure | None:
    return next((item for item in read_figures(text) if item.start == start), None)


def _problem(compared: _Compared, way: str, said: Figure | None) -> str:
    """Return what is wrong with a rise or fall, empty where nothing is or nothing can be told."""
    if compared.now is None or compared.last is None:
        return ""
    change = compared.now - compared.last
    facts = f"{compared.name}本年 {compared.now}、上年 {compared.last}，实际{_named(change)}"
    if (_UP.search(way) and change <= 0) or (_DOWN.search(way) and change >= 0) or (way == "持平" and change):
        return f"写的是“{way}”，{facts}"
    if said is None or said.low is None or not (_UP.search(way) or _DOWN.search(way)):
        return ""
    if said.kind in ("count", "approximate", "money") and not agrees(said, abs(change)):
        return f"写的是“{way}{said.text}”，{facts}"
    if said.kind == "percent" and compared.last:
        actual = abs(change) * 100 / compared.last
        slack = max(Decimal("0.1"), Decimal(6).scaleb(min(0, int(said.low.as_tuple().exponent)) - 1))
        if said.value is not None and abs(actual - said.low) > slack:
            return f"写的是“{way}{said.text}”，{facts}（{actual:.2f}%）"
    return ""


def _named(change: Decimal) -> str:
    if not change:
        return "没有变化"
    return f"增加 {change}" if change > 0 else f"减少 {-change}"


TRENDS = Rule("D15", "trend-differs", Severity.ERROR, "国办公开办函〔2021〕30号：内容准确", _find)
