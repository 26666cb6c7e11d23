"""B08, B09, B10, B16: numbers written against the form, their units, their decimals, and 规章 of a township."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from drafter.audit.audited import Audited
from drafter.audit.placing import at_cell
from drafter.audit.rule import Rule
from drafter.audit.spot import Spot
from drafter.dossier.figures import read_figures
from drafter.findings import Severity
from drafter.form.checks import identity_findings, money_findings
from drafter.form.jumps import jump_findings
from drafter.form.model import Cell, Kind
from drafter.form.numbers import shown
from drafter.reading.report import CellState, PublishedReport, ReadCell

_ALL = frozenset(Kind)
_FAULTS = (
    (re.compile("[０-９．，－＋]"), _ALL, "用了全角数字"),
    (re.compile(r"[0-9][,，\s'][0-9]{3}"), _ALL, "带有千分位分隔"),
    (re.compile("^[-－—–][0-9]"), _ALL - {Kind.CHANGE}, "不应是负数"),
    (re.compile(r"[0-9][.．][0-9]"), _ALL - {Kind.MONEY}, "应当是整数"),
    (re.compile("[0-9]\\s*[件条项个次份]"), _ALL - {Kind.MONEY}, "单元格里不写单位"),
)
"""What a written number may be, of which kinds of cell, and what is wrong with it."""
_HAN = re.compile("[〇零一二三四五六七八九十百千万两]+[件条项个次份]?")
_YUAN = re.compile("(?<!万)元")
_ROUND = 10
"""A smaller amount may well be both 元 of one thing and 万元 of another."""
_LARGE_FEES = 1_000
"""万元. A township does not take ten million yuan of fees; more is mostly yuan in the column of 万元."""
_MOST = 4


def _formats(audited: Audited) -> Iterator[Spot]:
    """Yield a spot for every number that is not a plain one, or one for all where a table is full of them."""
    report = audited.report
    for table in report.tables:
        found = [
            (path, fault)
            for path, cell in report.cells.items()
            if path.partition(".")[0] == table.key and (fault := _fault(cell, report.form.cells[path]))
        ]
        for path, fault in found[: 1 if len(found) > _MOST else None]:
            count = f"；这张表有 {len(found)} 格是这样" if len(found) > _MOST else ""
            name = report.form.cells[path].label
            message = f"{name}写成“{report.cells[path].written.strip()}”，{fault}{count}"
            yield at_cell(report, path, message, "请填半角阿拉伯数字，不加千分位和单位；件数填不小于 0 的整数")


def _fault(cell: ReadCell, known: Cell) -> str:
    """Return what is wrong with the way a number is written; empty where nothing is."""
    text = cell.written.strip()
    if _HAN.fullmatch(text):
        return "用了汉字数字"
    if cell.state not in (CellState.READ, CellState.UNREADABLE) or not text or cell.conversion_suspect:
        return ""
    return next((fault for sign, kinds, fault in _FAULTS if known.kind in kinds and sign.search(text)), "")


def _units(audited: Audited) -> Iterator[Spot]:
    """Yield a spot for every amount whose unit is missing, is not that of its column, or can hardly be right."""
    report = audited.report
    slips = _slips(audited)
    for path, known in report.form.cells.items():
        cell = report.cells.get(path)
        if known.kind is not Kind.MONEY or cell is None or cell.state is not CellState.READ or not cell.value:
            continue
        if message := _unit_fault(cell, known, report):
            yield at_cell(report, path, message, "请核对单位；表内金额以万元计，1 万元等于 10000 元")
        elif path in slips:
            yield at_cell(report, path, slips[path].message, slips[path].suggestion)


def _slips(audited: Audited) -> dict[str, Spot]:
    """Return the amounts that differ from last year's as 元 does from 万元."""
    report, before = audited.report, audited.statistics_before
    if before is None:
        return {}
    found = jump_findings(report.form, report.statistics, before, audited.profile.jump_factor)
    return {
        finding.where: Spot(finding.message, finding.suggestion) for finding in found if finding.code == "unit-slip"
    }


def _unit_fault(cell: ReadCell, known: Cell, report: PublishedReport) -> str:
    text, value = cell.written.strip(), Decimal(cell.value or 0)
    if known.print_unit:
        return "" if "元" in text or _has_unit(known, report) else f"{known.label}写“{text}”，没有写明单位"
    if _YUAN.search(text):
        return f"{known.label}的单位是{known.unit}，格里写的是“{text}”"
    if value >= _ROUND and (said := _said_in_yuan(report, value)):
        return f"{known.label}填了 {shown(value)}{known.unit}，正文写的是“{said}”，数字相同，像是把元填进了万元"
    if known.path == "proactive.fees.amount" and value >= _LARGE_FEES:
        return f"{known.label}填了 {shown(value)}{known.unit}，作为一个乡镇的收费太大，像是把元填进了万元"
    return ""


def _said_in_yuan(report: PublishedReport, value: Decimal) -> str:
    """Return the amount in 元 of the prose that has the number of a cell in 万元; empty where there is none."""
    fees = report.fees.collected_yuan if report.fees else None
    if fees == value:
        return f"信息处理费 {shown(value)} 元"
    lines = (line.text for section in report.sections for line in section.lines if "元" in line.text)
    figures = (figure for line in lines for figure in read_figures(line))
    return next((figure.text for figure in figures if figure.unit == "元" and figure.value == value), "")


def _has_unit(known: Cell, report: PublishedReport) -> bool:
    """Return whether the column head of a cell names a unit."""
    table = report.table(known.table)
    return table is not None and any(known.column_label in head and "元" in head for head in table.heads)


def _precision(audited: Audited) -> Iterator[Spot]:
    """Yield a spot for every amount of more than four decimal places."""
    report = audited.report
    for finding in money_findings(report.form, report.statistics):
        yield at_cell(report, finding.where, finding.message, finding.suggestion)


def _regulations(audited: Audited) -> Iterator[Spot]:
    """Yield one spot for a township that reports 规章, which it cannot make."""
    report = audited.report
    form = replace(report.form, identities=tuple(item for item in report.form.identities if item.id.startswith("S-2")))
    found = identity_findings(form, report.statistics, level=report.contact.level)
    if found:
        values = [report.cells[finding.where].written.strip() for finding in found]
        columns = "、".join(report.form.cells[finding.where].column_label for finding in found)
        message = f"表二“规章”行“{columns}”列填了 {'、'.join(values)}；乡镇人民政府和街道办事处没有规章制定权，应当是 0"
        advice = "请改为 0；制发的如果是规范性文件，填到下一行"
        yield at_cell(report, found[0].where, message, advice)


RULES = (
    Rule("B08", "number-format", Severity.ERROR, "GB/T 15835—2011；国办公开办函〔2021〕30号附件格式", _formats),
    Rule("B09", "unit-doubtful", Severity.WARNING, "国办公开办函〔2021〕30号、〔2019〕60号附件表二", _units),
    Rule("B10", "money-precision", Severity.WARNING, "实务惯例", _precision),
    Rule("B16", "township-regulations", Severity.ERROR, "《中华人民共和国立法法》规章制定主体", _regulations),
)
