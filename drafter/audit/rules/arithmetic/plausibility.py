"""C09, C10: figures that a township can hardly have, and tables of zeros beside a text that tells of activity."""

import re
from collections.abc import Iterator
from decimal import Decimal

from drafter.audit.audited import Audited
from drafter.audit.placing import at_cell, at_line
from drafter.audit.rule import Rule
from drafter.audit.spot import Spot
from drafter.findings import Severity
from drafter.form.numbers import shown
from drafter.form.statistics import Number

_ITEMS, _AMOUNT = "proactive.procurement.items", "proactive.procurement.amount"
_MANY_ITEMS, _LARGE_AMOUNT = 50, 1_000
_MANY_DECISIONS = 1_000
_DECISIONS = {
    "proactive.licensing.decisions": "许可|审批|办件|证照",
    "proactive.penalties.decisions": "处罚|罚款",
    "proactive.coercion.decisions": "强制",
}
_TOWNSHIPS = ("镇", "乡", "街道")
_NUMBER = "(?:[1-9][0-9]*|[一二两三四五六七八九十百]+|数十|多)余?多?"
_CLAIMS = {
    "proactive.licensing.decisions": re.compile(
        f"(?:办理|作出|办结|核发|实施)[^。；，、]{{0,6}}行政许可[^。；，、]{{0,8}}?(?P<n>{_NUMBER})[件项次宗]|"
        f"行政许可(?:处理)?(?:决定)?(?P<m>{_NUMBER})[件项次宗]"
    ),
    "proactive.penalties.decisions": re.compile(
        f"(?:作出|实施|办理|办结)[^。；，、]{{0,6}}行政处罚[^。；，、]{{0,8}}?(?P<n>{_NUMBER})[件起次宗]|"
        f"行政处罚(?:处理)?(?:决定|案件)?(?P<m>{_NUMBER})[件起次宗]"
    ),
    "proactive.coercion.decisions": re.compile(
        f"(?:作出|实施|采取)[^。；，、]{{0,6}}行政强制[^。；，、]{{0,8}}?(?P<n>{_NUMBER})[件起次宗]|"
        f"行政强制(?:处理)?(?:决定|措施)?(?P<m>{_NUMBER})[件起次宗]"
    ),
    "applications.received.total": re.compile(
        f"(?:收到|受理|新收)[^。；，、不未没无]{{0,6}}(?:信息公开|依申请公开)[^。；，、]{{0,6}}?(?P<n>{_NUMBER})[件条份次]"
    ),
}
_DONE = {
    "proactive.licensing.decisions": re.compile(
        "(?:作出|做出|办理|办结|核发|准予|颁发)[^。；，、]{0,8}(?:行政许可(?:决定|证)?|许可证)(?!事项|流程|清单|指南|信息)"
        "|(?:审批|核发|办理)[^。；，、]{0,10}(?:许可证?|宅基地|建房)[^。；，、]{0,4}(?P<n>[1-9][0-9]*)[件户宗份起]"
    ),
    "proactive.penalties.decisions": re.compile(
        "(?:作出|做出|给予|实施|处以|予以)了?[^。；，、]{0,8}(?:行政处罚(?:决定)?|罚款)(?!的|信息|依据|事项|流程|清单|结果|裁量)"
        "|处罚(?:了)?(?P<n>[1-9][0-9]*)[件起宗家人户]|(?:罚款|罚没)(?P<m>[1-9][0-9.]*)万?元"
    ),
    "proactive.coercion.decisions": re.compile(
        "(?:作出|实施|采取|执行)了?[^。；，、]{0,8}行政强制(?:措施|执行|决定)?(?!信息|依据|事项|流程|清单)"
        "|(?:强制拆除|依法强拆|查封|扣押)[^。；，、]{0,10}(?P<n>[1-9][0-9]*)[处起件宗户]"
    ),
    "applications.received.total": re.compile(
        "(?:收到|受理|接收|接到|收)[^。；，、不未没无]{0,14}(?:公开申请|申请公开|依申请公开)[^。；，、]{0,4}?(?P<n>[1-9一二两三四五六七八九十][0-9十]*)[件份条次]"
        "|依申请公开(?:方面)?，?(?:收|接|收到|受理)了?(?P<m>[1-9一二两三四五六七八九十][0-9十]*)[件份]"
    ),
}
"""What tells of a thing done, with or without a number."""
_DENIED = re.compile("未|没有|无|不|零|暂|0[件起宗]|如何|依法应当|凡是|对拟|拟|可以|权限|职权")
_OTHERS_FIGURES = re.compile("上年|去年|上一年|全县|全市|全省|计划|下一步|将")
_SENTENCE = re.compile("[^。；]+[。；]?")


def _implausible(audited: Audited) -> Iterator[Spot]:
    """Yield a spot for figures of a size that the text would speak of, if a township had them."""
    report = audited.report
    if report.contact.level not in _TOWNSHIPS:
        return
    items, amount = report.statistics[_ITEMS], report.statistics[_AMOUNT]
    yield from _procurement(audited, items, amount)
    for path, words in _DECISIONS.items():
        value = report.statistics[path]
        if value is not None and value >= _MANY_DECISIONS and not _speaks_of(audited, words):
            message = f"{report.form.cells[path].label}填了 {shown(value)}，作为乡镇很大，正文却没有提到"
            yield at_cell(report, path, message, "请核对是不是把县级部门的数或其他事项算了进来")


def _procurement(audited: Audited, items: Number | None, amount: Number | None) -> Iterator[Spot]:
    if items is None or amount is None:
        return
    report, message = audited.report, ""
    is_large = items >= _MANY_ITEMS or amount >= _LARGE_AMOUNT
    if (items == 0) != (amount == 0):
        message = f"政府集中采购 {shown(items)} 项，总金额 {shown(amount)} 万元：一个是 0，另一个不是"
    elif is_large and not _speaks_of(audited, "采购"):
        each = shown(round(Decimal(amount) / Decimal(items), 1)) if items else "0"
        message = f"政府集中采购 {shown(items)} 项、{shown(amount)} 万元（平均每项 {each} 万元），正文却没有提到采购"
    if message:
        yield at_cell(report, _ITEMS, message, "请核对统计口径：只统计政府集中采购目录内的项目，工程和村级项目不在内")


def _speaks_of(audited: Audited, words: str) -> bool:
    pattern = re.compile(words)
    return any(pattern.search(line.text) for _, line in audited.prose())


def _silent_tables(audited: Audited) -> Iterator[Spot]:
    """Yield a spot for every sentence that tells how often something was done of which the table says 0."""
    statistics = audited.report.statistics
    zero = [path for path in _CLAIMS if statistics[path] == 0]
    if any(statistics[path] != 0 for path in _CLAIMS):
        # Where the tables have figures at all, the rules on narrative and tables compare one with the other.
        return
    for where, line in audited.prose():
        for sentence in _SENTENCE.finditer(line.text):
            for path in zero:
                match = _CLAIMS[path].search(sentence.group()) or _done(path, sentence.group())
                if match and not _OTHERS_FIGURES.search(sentence.group()):
                    label = audited.report.form.cells[path].label
                    message = f"正文说“{match.group()}”，{label}却是 0，各表也都是 0"
                    start = sentence.start()
                    mark = (start + match.start(), start + match.end())
                    yield at_line(where, line, message, "请核对表格是不是漏填，或正文是不是套用了别处的话", mark=mark)


def _done(path: str, sentence: str) -> re.Match[str] | None:
    """Return where a sentence tells of a thing done, None where its clause denies it, or speaks of rules."""
    for match in _DONE[path].finditer(sentence):
        clause = re.split("[，；：、]", sentence[: match.end()])[-1]
        if not _DENIED.search(clause):
            return match
    return None


_SOURCE = "国办公开办函〔2021〕30号（内容准确）；实务惯例"
RULES = (
    Rule("C09", "figure-implausible", Severity.WARNING, _SOURCE, _implausible),
    Rule("C10", "tables-silent", Severity.WARNING, _SOURCE, _silent_tables),
)
