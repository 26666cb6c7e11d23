"""H05 an overview without figures, H06 one that is too long or too short."""

from collections.abc import Iterator

from drafter.audit.audited import Audited
from drafter.audit.passages import body
from drafter.audit.rule import Rule
from drafter.audit.spot import Spot
from drafter.audit.statements import statements
from drafter.dossier.figures import Figure, read_figures
from drafter.findings import Severity

_KINDS = frozenset({"count", "money", "percent"})
_NO_COUNTS = ("方面", "层次", "环节", "层面", "维度", "角度", "内容", "制度", "关键")
"""三个方面 counts nothing that was done."""
_FEWEST = 3
_SLACK_LOW, _SLACK_HIGH = 0.5, 1.25


def _figures(audited: Audited) -> Iterator[Spot]:
    passages = body(audited, "overview")
    if not passages:
        return
    found = [
        figure.text
        for passage in passages
        for figure in read_figures(passage.text)
        if (figure.kind in _KINDS and figure.value is not None) or _is_said(figure)
        if not passage.text[figure.end :].startswith(_NO_COUNTS)
    ]
    # 未收到申请 says a 0; but zeros alone tell of no work.
    denied = sum(said.figure is None for passage in passages for said in statements(passage.text))
    if not found or len(found) + denied < _FEWEST:
        listed = f"只有 {'、'.join(found)}" if found else "一个也没有"
        message = f"总体情况里的准确数字不到 {_FEWEST} 个（{listed}）"
        yield passages[0].spot(message, None, "请写明公开条数、申请件数、培训次数等实际数字")


def _is_said(figure: Figure) -> bool:
    """Return whether an approximate figure still says something: 100余条, not 千万次."""
    return figure.kind == "approximate" and figure.text[-1] != "次" and any(sign.isdigit() for sign in figure.text)


def _length(audited: Audited) -> Iterator[Spot]:
    passages = body(audited, "overview")
    length = sum(len(passage.text) for passage in passages)
    low, high = audited.profile.overview_characters
    if passages and not low * _SLACK_LOW <= length <= high * _SLACK_HIGH:
        how = "偏短" if length < low else "偏长"
        message = f"总体情况有 {length} 字，{how}（一般 {low}—{high} 字）"
        yield Spot(
            message, "请补充实际工作和数据" if length < low else "请精简一般性的表述", "overview", passages[0].place
        )


FIGURES = Rule(
    "H05", "overview-without-figures", Severity.WARNING, "国办公开办函〔2021〕30号：内容具体、数据翔实", _figures
)
LENGTH = Rule("H06", "overview-length", Severity.INFO, "地区设置：总体情况的篇幅", _length)
