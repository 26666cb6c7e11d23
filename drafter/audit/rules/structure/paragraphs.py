"""A15: paragraphs broken in the middle of a sentence."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from drafter.audit.audited import Audited
from drafter.audit.enumerators import has_lead
from drafter.audit.placing import at_line
from drafter.audit.rule import Rule
from drafter.audit.spot import Spot
from drafter.findings import Severity
from drafter.reading.source import SourceLine

_OPEN = re.compile("(?:[\u4e00-\u9fff，、]|[\u4e00-\u9fff][》”’])$")
"""How a line ends that goes on in the next: page furniture ends in dates and numbers."""
_CONTINUES = re.compile(r"^\s*[\u4e00-\u9fff，。、；：）（(]")
_LABELLED = re.compile(r"^\s*[\u4e00-\u9fff]{1,8}\s*[：:]")
_BEFORE_TABLE = re.compile("(?:如下|见下|下表)[^。]{0,6}$")
WHOLE = re.compile(
    "(?:\\d|[一二三四五六七八九十百千两零])(?:余|多)?(?:条|件|次|份|篇|期|场|人|人次|个|户|家|处|名|页|分|张|块|万?元|%|％|天|项)$"
    "|(?<!未)(?:完毕|到位|为零|事项|复议|诉讼|追究|满意|好评|成效|提升|提高|解决|完成)$"
)
"""How a sentence ends that lacks only its stop."""
_BEGINS = re.compile(
    "\\s*(?![的了和与及或等、])(?:[一-鿿]{2,8}(?:方面|工作|情况)?(?:[，：]|[由有是为在对把将按])|20\\d\\d年|[我本全该各][镇乡年]|(?:街道|镇|乡)[一-鿿])"
)
_LONG = 20
"""A shorter line without a mark at its end is a heading or a label."""
_NEAR = 2
"""Lines this many blocks apart follow each other: there is at most an empty paragraph between them."""


def _broken(audited: Audited) -> Iterator[Spot]:
    """Yield a spot for a line that ends in the middle of a sentence which the next one goes on with."""
    stretches = [("preamble", audited.report.preamble)]
    stretches += [(section.key or "unknown", section.lines) for section in audited.sections]
    for where, lines in stretches:
        yield from _of_stretch(where, [line for line in lines if line.text.strip()])


def _of_stretch(where: str, lines: Sequence[SourceLine]) -> Iterator[Spot]:
    for line, after in pairwise(lines):
        if _goes_on(line, after):
            end = len(line.text.rstrip())
            message = f"这一段没有写完就断开了，下一段是“{after.text.strip()[:12]}……”"
            yield at_line(where, line, message, "请把两段连成一段，或补上标点", mark=(max(end - 6, 0), end))


def _goes_on(line: SourceLine, after: SourceLine) -> bool:
    text, following = line.text.strip(), after.text.strip()
    if line.level is not None or after.level is not None or after.place.block - line.place.block > _NEAR:
        return False
    if len(text) < _LONG or not _OPEN.search(text) or _BEFORE_TABLE.search(text):
        return False
    # 累计审批151条 in one paragraph and 平台有…… in the next: the first lacks its stop, which is another rule's.
    if WHOLE.search(text) and _BEGINS.match(following) and after.place.block - line.place.block == _NEAR:
        return False
    is_item = has_lead(following) or _LABELLED.match(following)
    return bool(_CONTINUES.match(following)) and not is_item


RULES = (Rule("A15", "paragraph-broken", Severity.WARNING, "实务惯例", _broken),)
