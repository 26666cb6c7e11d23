"""A published report as a dossier in YAML, with comments that tell what a person should check."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from drafter.form.model import Cell, Form, Table
from drafter.form.numbers import shown
from drafter.form.statistics import Number
from drafter.reading.report import CellState, PublishedReport, ReadCell
from drafter.reading.source import SourceLine

MOST_TEXT = 60_000
MOST_TEXTS = 150_000
"""Of one section, and of all: the file stays one that every command takes in."""
MOST_SECTIONS = 58
MOST_WRITTEN = 120
_UNPRINTABLE = re.compile("[^\\x20-\\x7e\u00a0-\u2027\u202a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|\ufeff")
_ORGAN = (
    ("name", "organ", "机关全称"),
    ("short", "short", "机关简称"),
    ("level", "level", "镇、乡 或 街道"),
    ("county", "county", "所属县（市、区）"),
    ("province", "province", "所属省（自治区、直辖市）"),
    ("office", "office", "编制报告的科室"),
    ("address", "address", "办公地址"),
    ("postcode", "postcode", "邮政编码"),
    ("phone", "phone", "办公电话"),
    ("email", "email", "办公邮箱"),
    ("website", "website", "公开网址"),
)
_REQUIRED = ("name", "short", "level", "county")
_STATES = {
    CellState.BLANK: "原件是空白（不等于 0）",
    CellState.UNREADABLE: "读不准",
    CellState.ABSENT: "原件里没有找到",
}


def transcript(report: PublishedReport) -> str:
    """Return the report as a dossier; what was not read for certain is null, and a comment says so."""
    lines = [*_head(report), *_organ(report), "", f"year: {report.year or 'null'}{_year_note(report)}", ""]
    lines += ["statistics:", f'  edition: "{report.form.edition}"      # 格式版本，按表格上的栏目名称判断']
    for table in report.form.tables:
        lines += _table(report, table)
    lines += ["", *_problems(report), "", *_fees(report), "", "profile: default", "", *_read(report)]
    return "".join(f"{line}\n" for line in lines)


def _head(report: PublishedReport) -> Iterator[str]:
    total = len(report.cells)
    read = sum(cell.state is CellState.READ for cell in report.cells.values())
    yield f"# 从公布的报告读出的资料：{_comment(report.source.name)}"
    yield f"# 表格共 {total} 格，读出 {read} 格；其余写 null，旁边注明原因，请对照原件填上，没有发生的填 0。"
    yield "# 用法：作上年资料（--prior 本文件），或补齐后用 drafter check 检查。读出的内容以原件为准。"
    if report.findings:
        yield "# 需要人看的地方："
        yield from (f"#   - {_comment(finding.message)}" for finding in report.findings)
    yield ""


def _organ(report: PublishedReport) -> Iterator[str]:
    yield "organ:"
    for field, source, label in _ORGAN:
        value = getattr(report.contact, source)
        missing = "，没有读到，请填" if field in _REQUIRED else "，没有读到"
        yield f"  {field}: {_text(value) if value else 'null'}   # {label}{'' if value else missing}"


def _year_note(report: PublishedReport) -> str:
    return "" if report.year else "   # 没有读到报告年度，请填"


def _table(report: PublishedReport, table: Table) -> Iterator[str]:
    yield ""
    yield f"  # ==== {table.name}：{report.form.section(table.section).title} ===="
    opened: list[str] = []
    for row, cells in _rows(report.form, table):
        *groups, last = row.split(".")
        for depth in range(1, len(groups) + 1):
            path = ".".join(groups[:depth])
            if path not in opened:
                opened.append(path)
                yield f"{'  ' * depth}{groups[depth - 1]}:"
        yield from _row(report, cells, last, len(groups) + 1)


def _rows(form: Form, table: Table) -> list[tuple[str, list[Cell]]]:
    rows: dict[str, list[Cell]] = {}
    for cell in form.cells.values():
        if cell.table == table.key:
            rows.setdefault(cell.path.rpartition(".")[0], []).append(cell)
    return list(rows.items())


def _row(report: PublishedReport, cells: Sequence[Cell], key: str, depth: int) -> Iterator[str]:
    """Yield a row on one line where it is read whole, else a line for each cell that says what to look for."""
    indent = "  " * depth
    label = f"   # {cells[0].row_label}" if cells[0].row_label else ""
    read = [report.cells[cell.path] for cell in cells]
    if all(cell.state is CellState.READ for cell in read):
        values = ", ".join(f"{_key(cell)}: {_number(report, cell)}" for cell in cells)
        yield f"{indent}{key}: {{{values}}}{label}"
        return
    yield f"{indent}{key}:{label}"
    for cell, found in zip(cells, read, strict=True):
        yield f"{indent}  {_key(cell)}: {_number(report, cell)}   # {cell.column_label}{_doubt(found)}"


def _key(cell: Cell) -> str:
    return cell.path.rpartition(".")[2]


def _number(report: PublishedReport, cell: Cell) -> str:
    value = report.statistics[cell.path]
    return "null" if value is None else shown(value)


def _doubt(cell: ReadCell) -> str:
    if cell.state is CellState.READ:
        return ""
    place = f"，在{cell.place}" if cell.place else ""
    written = f"，写的是“{_comment(cell.written[:40])}”" if cell.written.strip() else ""
    return f" ← {_STATES[cell.state]}{written}{place}"


def _problems(report: PublishedReport) -> Iterator[str]:
    yield "# 存在的主要问题和改进措施，照第五部分原文"
    if not report.problems:
        yield "problems: []   # 没有读到"
        return
    yield "problems:"
    for problem in report.problems:
        yield f"  - text: {_text(problem.text)}"
        yield (
            f"    measure: {_text(problem.measure)}" if problem.measure else "    measure: null   # 没有读到对应的措施"
        )


def _fees(report: PublishedReport) -> Iterator[str]:
    fees = report.fees
    if fees is None:
        yield "# 信息处理费：没有读到" if report.form.first_year > 2020 else "# 信息处理费：2021 年度起才报告"
        return
    yield "# 信息处理费，照第六部分；单位是元"
    yield "fees:"
    yield f"  notices: {_amount(fees.notices)}   # 发出收费通知件数"
    yield f"  billed_yuan: {_amount(fees.billed_yuan)}   # 发出收费通知总金额（元）"
    yield f"  collected_yuan: {_amount(fees.collected_yuan)}   # 实际收取总金额（元）"


def _amount(value: Number | None) -> str:
    if value is None:
        return "null"
    return shown(int(value) if isinstance(value, Decimal) and value == value.to_integral_value() else value)


def _read(report: PublishedReport) -> Iterator[str]:
    source = report.source
    yield "# 以下是读取的记录，供核对和比较，不用填写"
    yield "read:"
    yield f"  file: {_text(source.name[:200])}"
    yield f"  sha256: {_text(source.sha256)}"
    yield f"  format: {source.format.value}"
    yield f"  title: {_text(report.title.text[:200]) if report.title else 'null'}"
    period = f"[{_text(report.period[0])}, {_text(report.period[1])}]" if report.period else "null"
    yield f"  period: {period}"
    yield f"  published: {_text(source.metadata.get('published', '')[:30])}"
    yield f"  address: {_text(source.metadata.get('address', '')[:300])}"
    yield "  sections:"
    left = MOST_TEXTS
    for key, ordinal, title, lines in _sections(report):
        text = "\n".join(line.text for line in lines)[: min(MOST_TEXT, left)]
        left -= len(text)
        yield f"    - key: {_text(key)}"
        yield f"      ordinal: {_text(ordinal[:20])}"
        yield f"      title: {_text(title[:100])}"
        yield f"      text: {_text(text)}"
    yield "  cells:"
    yield from (_cell(cell) for cell in report.cells.values())


def _sections(report: PublishedReport) -> Iterator[tuple[str, str, str, Sequence[SourceLine]]]:
    """Yield key, ordinal, title and lines of every part that has text of its own."""
    yield "preamble", "", "", report.preamble
    for section in report.sections[:MOST_SECTIONS]:
        yield section.key, section.ordinal, section.title, section.lines
    yield "signature", "", "", report.signature


def _cell(cell: ReadCell) -> str:
    parts = [f"cell: {cell.path}", f"state: {cell.state.value}", f"confidence: {round(cell.confidence, 2)}"]
    if cell.written and not (cell.value is not None and cell.written == shown(cell.value)):
        parts.append(f"written: {_text(cell.written[:MOST_WRITTEN])}")
    if cell.place:
        parts.append(f"place: {_text(str(cell.place))}")
    if cell.conversion_suspect:
        parts.append("suspect: true")
    return f"    - {{{', '.join(parts)}}}"


def _text(text: str) -> str:
    """Return a text as a quoted YAML scalar on one line."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{_UNPRINTABLE.sub(_escape, escaped)}"'


def _escape(match: "re.Match[str]") -> str:
    """Return a sign that YAML does not take as it is; half a surrogate pair is no sign at all."""
    code = ord(match[0])
    return "\\ufffd" if 0xD800 <= code <= 0xDFFF else f"\\u{code:04x}"


def _comment(text: str) -> str:
    """Return a text for a comment: on one line, without signs that would end it."""
    return _UNPRINTABLE.sub("", " ".join(text.split()))[:300]
