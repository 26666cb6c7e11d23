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
from drafter.dossier.figures import read_figures
from drafter.findings import Severity

_TWICE = re.compile(
    r"(?P<number>\d+|[一二三四五六七八九十零两]+)(?P<unit>件次|份次|个次|件条|条件|件份)(?=[，。；、）]|$)"
)
_ROWS = ("applications.", "disputes.")
_CASES = frozenset({"件", "宗", "起", "份", "件次", ""})
_VAGUE = frozenset({"条", "件", "篇", "份", "次", "场", "个", "人次"})


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
                message = f"总数的单位是“{item.head.unit}”，分项“{other.text}”的单位是“{other.unit}”"
                yield passage.spot(message, span, "同一项数请用同一个量词")


def _rounding(audited: Audited) -> Iterator[Spot]:
    for passage in body(audited, "overview", "proactive", "applications", "disputes", "other"):
        for figure in read_figures(passage.text):
            if figure.kind == "approximate" and (figure.unit in _VAGUE or figure.unit == "人"):
                message = f"“{figure.text}”是约数，年度报告应当写准确数"
                yield passage.spot(message, (figure.start, figure.end), "请核对台账，写明准确数")


UNITS = Rule("D11", "measure-word", Severity.INFO, "GB/T 15835—2011；统计惯例", _units)
ROUNDING = Rule("D12", "figure-rounded", Severity.INFO, "国办公开办函〔2021〕30号：数据准确", _rounding)
