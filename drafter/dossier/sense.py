"""Judge what a dossier says as a whole: repeated ids, years, level, measures, doubts, fees, profile."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any
from unicodedata import normalize

from drafter.dossier.building import cells_of, signed_date
from drafter.findings import Finding, Severity
from drafter.form.model import Form
from drafter.form.profile import profile_names
from drafter.yamltree import Tree

_LEVEL = re.compile("(镇|乡|街道)(?:人民政府|办事处)?$")
_YEAR = re.compile(r"(?<![0-9])(20[0-9]{2})\s*年")


def sense_findings(tree: Tree, form: Form, year: int) -> Iterator[Finding]:
    """Yield what is wrong between the fields of a dossier whose every field satisfies its schema."""
    raw: Mapping[str, Any] = tree.value
    yield from _level(raw["organ"], tree)
    yield from _notes(raw.get("notes") or (), tree, year)
    yield from _problems(raw.get("problems") or (), tree)
    yield from _doubts(raw.get("doubts") or (), tree, form)
    yield from _fees(raw.get("fees"), tree, form)
    yield from _signed(raw.get("signed"), tree, year)
    profile = raw.get("profile") or "default"
    if profile not in profile_names():
        message = f"没有名为“{profile}”的地区设置。"
        advice = f"可用：{'、'.join(profile_names())}。"
        yield Finding("profile-unknown", Severity.ERROR, "profile", message, advice, tree.line(("profile",)))


def _level(organ: Mapping[str, Any], tree: Tree) -> Iterator[Finding]:
    for field in ("name", "short"):
        match = _LEVEL.search(organ[field].strip())
        if match and match[1] != organ["level"]:
            message = f"机关类别填的是“{organ['level']}”，名称“{organ[field]}”却是{match[1]}。"
            yield Finding(
                "organ-level",
                Severity.ERROR,
                "organ.level",
                message,
                "请改成一致，正文据此自称我镇、我乡或我街道。",
                tree.line(("organ", "level")),
            )
            return


def _notes(notes: Iterable[Mapping[str, Any]], tree: Tree, year: int) -> Iterator[Finding]:
    counts = Counter(note["id"] for note in notes)
    seen = set()
    for number, note in enumerate(notes):
        line = tree.line(("notes", number))
        if note["id"] in seen:
            message = f"材料编号 {note['id']} 用了 {counts[note['id']]} 次。"
            yield Finding("note-id-repeated", Severity.ERROR, note["id"], message, "每条材料的编号不能重复。", line)
        seen.add(note["id"])
        allowed = {year, year + 1} if note.get("status") == "planned" else {year}
        years = {int(found) for found in _YEAR.findall(normalize("NFKC", note["text"]))}
        for other in sorted(years - allowed):
            message = f"材料 {note['id']} 写到 {other} 年，报告年度是 {year} 年。"
            advice = "请核对是不是往年的材料；确实要写的可以保留。"
            yield Finding("note-year", Severity.WARNING, note["id"], message, advice, line)


def _problems(problems: Iterable[Mapping[str, Any]], tree: Tree) -> Iterator[Finding]:
    for number, problem in enumerate(problems):
        if not (problem.get("measure") or "").strip():
            message = f"第 {number + 1} 个问题没有写改进措施。"
            where, line = f"problems.{number + 1}.measure", tree.line(("problems", number))
            advice = "每个问题都要有对应的措施，请补上 measure。"
            yield Finding("problem-without-measure", Severity.WARNING, where, message, advice, line)


def _doubts(doubts: Iterable[Mapping[str, Any]], tree: Tree, form: Form) -> Iterator[Finding]:
    for number, doubt in enumerate(doubts):
        for place, pattern in enumerate(doubt["cells"]):
            if not cells_of(form, pattern):
                line = tree.line(("doubts", number, "cells", place))
                message = f"第 {number + 1} 处来源缺失写的“{pattern}”不是 {form.edition} 版格式的单元格。"
                advice = "请照空白资料里的名称写，例如 applications.carried_out.*。"
                yield Finding("cell-unknown", Severity.ERROR, pattern, message, advice, line)
        cells = list(dict.fromkeys(path for pattern in doubt["cells"] for path in cells_of(form, pattern)))
        if cells:
            rows = list(dict.fromkeys(_row(form, path) for path in cells))
            labels = "、".join(rows[:3]) + ("等" if len(rows) > 3 else "")
            message = f"{labels} {len(cells)} 格没有可核对的来源：{doubt['reason'].rstrip('。')}。"
            advice = "填的数是推定的，报送前请找到原始材料核对。"
            line = tree.line(("doubts", number))
            yield Finding("cell-source-missing", Severity.WARNING, doubt["cells"][0], message, advice, line)


def _signed(text: str | None, tree: Tree, year: int) -> Iterator[Finding]:
    """Yield a date that is no day, or not in the January in which reports are due. Source: 条例第四十九条."""
    line, signed = tree.line(("signed",)), signed_date(text)
    if text and signed is None:
        message = f"成文日期“{text}”不是日历上有的日子。"
        yield Finding("field-value", Severity.ERROR, "signed", message, "请改成实际日期，例如 2026-01-20。", line)
    elif signed and not date(year + 1, 1, 1) <= signed <= date(year + 1, 1, 31):
        message = f"成文日期是 {signed}，{year} 年度报告应当在 {year + 1} 年 1 月 1 日至 31 日之间公布。"
        yield Finding("signed-date", Severity.WARNING, "signed", message, "请核对年份和月份。", line)


def _row(form: Form, path: str) -> str:
    """Return the row that a cell stands in, or its own label where its table has no rows to name."""
    cell = form.cells[path]
    return f"{form.table(cell.table).name}“{cell.row_label}”行" if cell.row_label else cell.label


def _fees(fees: Mapping[str, Any] | None, tree: Tree, form: Form) -> Iterator[Finding]:
    """Yield fees that are missing or too early. Source: 国办函〔2020〕109号, in force from 2021-01-01."""
    is_reported = any(term.source == "fees" for identity in form.identities for term in identity.terms)
    if is_reported and (fees is None or None in fees.values()):
        message = "信息处理费没有填全。"
        advice = "第六部分必须报告发出收费通知的件数、总金额和实际收取金额，没有的都填 0。"
        yield Finding("fees-missing", Severity.WARNING, "fees", message, advice, tree.line(("fees",)))
    elif not is_reported and fees is not None:
        message = f"{form.edition} 版格式的年度还没有信息处理费。"
        advice = "信息处理费从 2021 年度起报告，请删去 fees。"
        yield Finding("fees-too-early", Severity.WARNING, "fees", message, advice, tree.line(("fees",)))
