"""How figures are written: D11 measure words, D12 rounding where a figure is due."""

import re
from collections.abc import Iterator

from drafter.audit.audited import Audited
from drafter.audit.breakdowns import KIN, read_breakdowns
from drafter.audit.passages import body, located, paragraphs, text_of
from drafter.audit.rule import Rule
from drafter.audit.rules.narrative.cells import with_context
from drafter.audit.spot import Spot
from drafter.audit.statements import statements
from drafter.dossier.figures import Figure, read_figures
from drafter.findings import Severity

_TWICE = re.compile(
    r"(?P<number>\d+|[一二三四五六七八九十零两]+)(?P<unit>件次|份次|个次|件条|条件|件份)(?=[，。；、）]|$)"
)
_ROWS = ("applications.", "disputes.")
_CASES = frozenset({"件", "宗", "起", "份", "件次", ""})
_VAGUE = frozenset({"条", "件", "篇", "份", "次", "场", "个", "人次", "人", "期", "户", "家", "处", "元", "万元"})
_LOOSE = re.compile("几|数|好|成[百千]上|[一二三四五六七八九][二三四五六七八九][十百千万]?[^十百千万]")
_NO_NUMBER = re.compile(
    "(?:公开|发布|收到|受理|接待|推送|办理|答复|组织|开展)[^，。；：0-9]{0,6}"
    "(?:若干|大量的?|大批|众多|不少|无数|多)(?:条|件|篇|份|次|场|期|人次)(?=[，。；、政信])"
)


def _units(audited: Audited) -> Iterator[Spot]:
    for group in paragraphs(audited):
        for passage, context in with_context(group):
            for match in _TWICE.finditer(passage.text):
                message = f"“{match.group()}”的量词不当"
                yield passage.spot(message, match.span(), "申请、复议、诉讼用“件”，信息用“条”")
            for said in statements(passage.text, context):
                is_case = said.claim.cells[0][0].startswith(_ROWS)
                if said.figure and is_case and said.figure.unit not in _CASES:
                    message = f"“{said.said}”：{said.claim.name}的量词应当是“件”"
                    yield passage.spot(message, (said.start, said.end), "请改用“件”")
        for item in read_breakdowns(text_of(group)):
            other = next(
                (part for part in item.parts if {part.unit, item.head.unit} <= KIN and part.unit != item.head.unit),
                None,
            )
            if other:
                passage, span = located(group, other.start, other.end)
                whole = f"{item.label[-8:]}{item.head.text}"
                message = f"总数“{whole}”的单位是“{item.head.unit}”，分项“{other.text}”的单位是“{other.unit}”"
                yield passage.spot(message, span, "同一项数请用同一个量词")


def _rounding(audited: Audited) -> Iterator[Spot]:
    for passage in body(audited, "overview", "proactive", "applications", "disputes", "other"):
        for figure in read_figures(passage.text):
            if figure.unit in _VAGUE and (figure.kind == "approximate" or _is_loose(figure)):
                message = f"“{figure.text}”是约数，年度报告应当写准确数"
                yield passage.spot(message, (figure.start, figure.end), "请核对台账，写明准确数")
        for match in _NO_NUMBER.finditer(passage.text):
            message = f"“{match.group()}”没有写出数，年度报告应当写准确数"
            yield passage.spot(message, match.span(), "请核对台账，写明准确数")


def _is_loose(figure: Figure) -> bool:
    """Return whether a figure of no one value is a rough number, 十几万人次, 二三十条, not a garbled one."""
    return figure.kind in ("other", "range") and _LOOSE.search(figure.text) is not None


UNITS = Rule("D11", "measure-word", Severity.INFO, "GB/T 15835—2011；统计惯例", _units)
ROUNDING = Rule("D12", "figure-rounded", Severity.INFO, "国办公开办函〔2021〕30号：数据准确", _rounding)
