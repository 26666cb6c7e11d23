"""Judge what was typed into the cells of the statistics; every cell that cannot be used is named."""

import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from difflib import get_close_matches
from functools import cache
from typing import Any
from unicodedata import normalize

from drafter.contracts import Violation, violations_of
from drafter.findings import Finding, Severity
from drafter.form.editions import editions, load_form
from drafter.form.model import Cell, Form, Kind
from drafter.form.numbers import read_back, shown
from drafter.form.schema import statistics_schema
from drafter.form.statistics import Statistics, statistics_from_tree, value_at
from drafter.yamltree import MAX_DIGITS, Path, Tree

_NOTHING = frozenset(["/", "\\", "-", "--", "—", "——", "－", "／", "–", "无", "没有", "空", "暂无", "N/A", "n/a", "NA"])
_THOUSANDS = re.compile(r"[-+]?[0-9]{1,3}(?:[,，][0-9]{3})+(?:\.[0-9]+)?")
_UNIT = re.compile(r"([-+]?[0-9]+(?:\.[0-9]+)?)\s*(万元|亿元|元|万|件|项|条|次|个|起|宗|份|人|余|多|余件|多件|%)")
_FULLWIDTH = re.compile("[０-９－＋．，]")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?: .*)?|[0-9]{2}:[0-9]{2}:[0-9]{2}.*")
_FORMULA_ERROR = re.compile(r"#(?:REF!|N/A|VALUE!|NAME\?|DIV/0!|NUM!|NULL!|SPILL!|CALC!)|Err:[0-9]+")
_LEADING_ZEROS = re.compile(r"-?0+([0-9]+)")
_TO_WAN_YUAN = {"元": Decimal("0.0001"), "万元": Decimal(1), "亿元": Decimal(10000)}

Problem = tuple[str, str, str]
"""Code, what is wrong as a clause after the cell's label, and what to do."""


def statistics_findings(form: Form, raw: Mapping[str, Any], tree: Tree, at: Path = ("statistics",)) -> list[Finding]:
    """Return a finding for every cell that is missing, null, unknown or not a number its schema allows.

    `raw` is the nested mapping as it was read, `tree` the file it stands in and `at` its place there. The edition is
    not judged here.
    """
    found: dict[str, Finding] = {}
    known = _names(form)
    for violation in violations_of(statistics_schema(form), raw):
        if violation.path != ("edition",):
            for finding in _explained(form, known, violation, tree.line((*at, *violation.path))):
                found.setdefault(finding.where, finding)
    for cell in form.cells.values():
        named = any(path in found for path in _prefixes(cell.path))
        if not named and value_at(raw, cell.path) is None:
            line = tree.line((*at, *cell.path.split(".")))
            found[cell.path] = _finding(cell, ("cell-null", "未填", "没有发生的填 0，有数的照台账填"), line)
    return list(found.values())


def usable_statistics(form: Form, raw: Mapping[str, Any], findings: Iterable[Finding]) -> Statistics:
    """Return the statistics in `raw`; a cell that a finding names counts as not reported."""
    refused = {finding.where for finding in findings}
    values = statistics_from_tree(form, raw).values
    return Statistics(form.edition, {path: None if path in refused else value for path, value in values.items()})


def _explained(form: Form, known: set[str], violation: Violation, line: int | None) -> Iterator[Finding]:
    """Yield what a violation of the schema means to the clerk."""
    path = ".".join(str(part) for part in violation.path)
    below = [cell for cell in form.cells.values() if f"{cell.path}.".startswith(f"{path}.")]
    if violation.rule == "additionalProperties":
        yield _unknown(form, known, path, line)
    elif violation.rule == "required" or (violation.value is None and path not in form.cells):
        yield from (
            _finding(cell, ("cell-missing", "没有这一项", "请补上这一行，没有发生的填 0"), line) for cell in below
        )
    elif path in form.cells:
        yield _finding(form.cells[path], cell_problem(form.cells[path], violation.value), line)
    else:
        names = "、".join(cell.path.rsplit(".", 1)[1] for cell in below[:3])
        message = f"{below[0].label}等 {len(below)} 格应当分别填写，现在合成了一个值。"
        yield Finding("cell-group", Severity.ERROR, path, message, f"请在 {path} 下面分行填写：{names} 等。", line)


def _finding(cell: Cell, problem: Problem, line: int | None) -> Finding:
    code, what, advice = problem
    return Finding(code, Severity.ERROR, cell.path, f"{cell.label}{what}。", f"{advice}。", line)


def cell_problem(cell: Cell, value: Any) -> Problem:
    """Return what is wrong with a value that the schema of its cell refuses."""
    if isinstance(value, str):
        return _text_problem(cell, value)
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        kind = "是 true 或 false" if isinstance(value, bool) else "是一组内容"
        return "cell-not-a-number", f"应当是一个数，现在{kind}", "请改成数字，没有发生的填 0"
    if isinstance(value, Decimal) and cell.kind is not Kind.MONEY:
        whole = _short(shown(value))
        advice = f"请改成 {whole}" if "." not in whole else "请核对后改成整数"
        return "cell-decimal", f"填了 {_short(str(value))}，{cell.unit}数不能带小数", advice
    if value < 0 and cell.kind is not Kind.CHANGE:
        return "cell-negative", f"填了 {_short(shown(value))}，不能是负数", "请核对后改正"
    return "cell-too-large", f"填了 {_short(shown(value))}，大得不合理", "请核对单位和位数"


def _text_problem(cell: Cell, text: str) -> Problem:
    stripped = text.strip()
    if problem := _no_figure(stripped):
        return problem
    if _THOUSANDS.fullmatch(stripped):
        bare = stripped.replace(",", "").replace("，", "")
        return "cell-thousands-separator", f"填的“{_short(stripped)}”带了千分位逗号", f"请改为 {bare}"
    plain = normalize("NFKC", stripped).replace("−", "-")
    if _FULLWIDTH.search(stripped) and plain != stripped and re.fullmatch(r"[-+0-9.,]+", plain):
        return "cell-fullwidth", f"填的“{_short(stripped)}”是全角字符", f"请改为 {plain.replace(',', '')}"
    if match := _UNIT.fullmatch(plain.replace(",", "")):
        return _unit_problem(cell, stripped, *match.groups())
    return "cell-not-a-number", f"填的“{_short(stripped)}”不是数字", _number_advice(stripped)


def _no_figure(text: str) -> Problem | None:
    """Return what is wrong with a text that stands for nothing, or that a spreadsheet made of something else."""
    if not text:
        return "cell-blank", "填的是空格", "没有发生的填 0，有数的照台账填"
    if text in _NOTHING:
        return "cell-slash", f"填的是“{text}”", "没有发生的填 0，不填“/”“-”“无”"
    if _FORMULA_ERROR.fullmatch(text):
        return "cell-error", f"是一个出错的公式（{text}）", "请把公式改对，或者直接填数"
    if _DATE.fullmatch(text):
        return "cell-date", f"填成了日期（{text}）", "请把单元格格式改为“常规”，再填数"
    return None


def _unit_problem(cell: Cell, text: str, number: str, unit: str) -> Problem:
    factor = _TO_WAN_YUAN.get(unit) if cell.unit == "万元" else None
    if factor is not None and len(number) <= 20:
        number = shown(Decimal(number) * factor)
    elif unit != cell.unit and unit not in ("件", "项", "条", "次", "个", "起", "宗", "份"):
        return "cell-unit", f"填的“{_short(text)}”带了“{unit}”", f"请核对后只填数字，单位是{cell.unit}"
    return "cell-unit", f"填的“{_short(text)}”带了单位", f"只填数字 {number}，单位已经印在表上（{cell.unit}）"


def _number_advice(text: str) -> str:
    if len(text) <= MAX_DIGITS and read_back(text) is not None:
        return f"这是文字，不是数：请去掉引号，写成 {text}；表格里请把单元格格式改为“常规”再填一遍"
    if len(text) <= MAX_DIGITS and (match := _LEADING_ZEROS.fullmatch(text)):
        return f"请去掉前面的 0，写成 {match[1]}"
    return "请改成阿拉伯数字，例如 3；没有发生的填 0"


def _short(text: str) -> str:
    return text if len(text) <= 20 else f"{text[:20]}…"


def _unknown(form: Form, known: set[str], path: str, line: int | None) -> Finding:
    """Return a finding for a key that the form does not have, with the name that was probably meant."""
    parent, _, name = path.rpartition(".")
    siblings = {other.rpartition(".")[2] for other in known if other.rpartition(".")[0] == parent}
    near = get_close_matches(name, sorted(siblings), n=1, cutoff=0.6)
    others = [edition for edition in editions() if edition != form.edition and path in _names_in(edition)]
    if others:
        advice = f"这是 {others[0]} 版格式的项目，{form.edition} 版没有，请删去"
    elif near:
        advice = f"是不是想写 {near[0]}？请改名或删去"
    else:
        advice = "请删去；应有哪些项目，可以运行 drafter new 看空白资料"
    shown_path = path if len(path) <= 80 else f"{path[:80]}…"
    message = f"统计数据里的“{shown_path}”不是 {form.edition} 版格式的项目。"
    return Finding("cell-unknown", Severity.ERROR, path or "（没有名称）", message, f"{advice}。", line)


@cache
def _names_in(edition: str) -> set[str]:
    return _names(load_form(edition))


def _names(form: Form) -> set[str]:
    """Return the paths of all cells of a form and of the groups that hold them."""
    return {name for path in form.cells for name in _prefixes(path)}


def _prefixes(path: str) -> list[str]:
    """Return the path and the groups that hold it, widest first."""
    parts = path.split(".")
    return [".".join(parts[:depth]) for depth in range(1, len(parts) + 1)]
