"""Whether prose and tables agree: every sentence that speaks of a cell is held against the cell."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fnmatch import fnmatchcase

from drafter.audit.claims import APPLICATION, DECISIONS, DENIALS, PART, ROLES, Denial, Role
from drafter.audit.details import DETAIL_DENIALS, DETAIL_ROLES
from drafter.dossier.figures import Figure, read_figures
from drafter.dossier.model import Fees
from drafter.dossier.numerals import read_numeral
from drafter.findings import Finding, Severity
from drafter.form.checks import FEE_LABELS
from drafter.form.model import Form
from drafter.form.numbers import shown
from drafter.form.statistics import Number, Statistics
from drafter.reading.report import ReadFees
from drafter.richtext import PieceKind
from drafter.writing.draft import Sentence

KINDS = frozenset({"count", "approximate", "range", "money", "other"})
IN_YUAN = {"元": 1, "万元": 10**4, "亿元": 10**8}
LONG_SUM = 3
_YEAR = re.compile(r"((?:19|20)[0-9]{2}|[一二][〇零一二三四五六七八九]{3})\s?年")
_PERIOD = re.compile(
    "[上下]半年|[一二三四1-4]季度|(?<![0-9])(?:1[0-2]|[1-9])月(?!1日|31日)|当月|本月|近[两三几0-9]|累计|历年"
)
_LAST_YEAR = re.compile("(?<![较比与同])(?:上一?年|去年|往年|前年)(?!度?结转|度?报告)")
_SCOPE = re.compile("全[县市省区]|各乡镇|县本级|县级|我县|我市|我区|县政府(?:收到|受理|办理)")
_AIM = re.compile("拟|计划|将要|预计|力争|目标|争取|下一步")
_OTHER = re.compile(
    "许可|救助|低保|补贴|入党|户籍|危房|建房|住房|用地|医保|社保|贷款|工单|热线|留言|信访|举报|提案|建议|投诉|意见"
)
_ONLY_SHOWN = re.compile("公开(?!工作)|公示|发布|公布|归集|上传|录入|推送")


@dataclass(frozen=True, slots=True)
class Tables:
    """What the tables and the fee record say, by path."""

    form: Form
    values: Mapping[str, Number | None]

    def paths(self, cells: tuple[tuple[str, ...], ...]) -> list[str]:
        """Return the cells of the first alternative that the edition has; none where it has none."""
        for patterns in cells:
            found = [[path for path in self.values if _names(pattern, path)] for pattern in patterns]
            if all(found):
                return [path for paths in found for path in paths]
        return []

    def total(self, paths: list[str]) -> Decimal | None:
        """Return the sum of cells in their unit, 元 for money; None where one is not reported."""
        total = Decimal(0)
        for path in paths:
            value = self.values[path]
            if value is None:
                return None
            total += value * IN_YUAN.get(self.unit(path), 1)
        return total if paths else None

    def unit(self, path: str) -> str:
        """Return the unit of a cell."""
        if path.startswith("fees."):
            return "件" if path == "fees.notices" else "元"
        return self.form.cells[path].unit

    def label(self, path: str) -> str:
        """Return the official label of a cell."""
        cell = self.form.cells.get(path)
        return cell.label if cell else f"信息处理费{FEE_LABELS[path.removeprefix('fees.')]}"


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A stretch of a sentence, `text[start:end]`, that says otherwise than cells of the tables."""

    claim: Role | Denial
    start: int
    end: int
    said: str
    paths: tuple[str, ...]


def report_tables(form: Form, statistics: Statistics, fees: Fees | ReadFees | None) -> Tables:
    """Return the tables of a report and its record of fees, by path."""
    record = (
        {}
        if fees is None
        else {
            "fees.notices": fees.notices,
            "fees.billed_yuan": fees.billed_yuan,
            "fees.collected_yuan": fees.collected_yuan,
        }
    )
    return Tables(form, {**statistics.values, **record})


def prose_against_tables(
    sentences: Iterable[Sentence],
    statistics: Statistics,
    form: Form,
    fees: Fees | None,
    *,
    year: int | None = None,
) -> list[Finding]:
    """Return an error `prose-contradicts-table` for every sentence that says otherwise than the tables.

    Intervals (余, 近, 约, 三五件) agree with what lies in them. What speaks of another year, of part of the year, of
    a larger area or of a plan is not compared; nor is a cell that is not reported or that the edition lacks. Without
    `year` the report year is the one that the dates of code in the sentences give.
    """
    listed = list(sentences)
    tables = report_tables(form, statistics, fees)
    known = year or _report_year(listed)
    return [finding for sentence in listed for finding in _sentence_findings(sentence, tables, known)]


def contradictions(text: str, tables: Tables, year: int | None, context: str = "") -> Iterator[Contradiction]:
    """Yield what a sentence says otherwise than the tables; `context` is what the text around it is about."""
    for figure in read_figures(text):
        role = _role_of(text, figure, context) if figure.kind in KINDS else None
        if role and _speaks_of_the_year(text[: figure.start], year):
            paths = tables.paths(role.cells)
            actual, other = tables.total(paths), tables.total(tables.paths(role.also))
            if actual is not None and not any(agrees(figure, value) for value in (actual, other) if value is not None):
                yield Contradiction(role, figure.start, figure.end, figure.text, tuple(paths))
    for denial in (*DENIALS, *DETAIL_DENIALS):
        for match in denial.words.finditer(text):
            paths = tables.paths(denial.cells)
            is_said = _is_meant(denial, match, text, context) and _speaks_of_the_year(text[: match.start()], year)
            if is_said and tables.total(paths):
                yield Contradiction(denial, match.start(), match.end(), match.group(), tuple(paths))


def _sentence_findings(sentence: Sentence, tables: Tables, year: int | None) -> Iterator[Finding]:
    for found in contradictions(str(sentence.text), tables, year):
        yield Finding(
            "prose-contradicts-table",
            Severity.ERROR,
            sentence.id,
            f"“{str(sentence.text)[:40]}”{described(found, tables)}",
            "请核对台账：表格有误的改统计数据，文字有误的改材料",
        )


def described(found: Contradiction, tables: Tables) -> str:
    """Return what is said, what the cells hold, and that the two differ."""
    paths = list(found.paths)
    total = tables.total(paths) or Decimal(0)
    unit = tables.unit(paths[0])
    value = f"{shown(_whole(total / IN_YUAN.get(unit, 1)))}{unit}"
    names = [tables.label(path) for path in paths]
    cells = "＋".join(names) if len(names) < LONG_SUM else f"{names[0]}等 {len(names)} 格之和"
    return f"写的是“{found.said}”，{cells}是 {value}，{found.claim.name}两处不一致"


def figure_roles(text: str, context: str = "") -> Iterator[tuple[Figure, Role]]:
    """Yield the figures of a sentence that name cells, with what they name."""
    for figure in read_figures(text):
        role = _role_of(text, figure, context) if figure.kind in KINDS else None
        if role:
            yield figure, role


def _role_of(text: str, figure: Figure, context: str = "") -> Role | None:
    """Return what a figure is said to be, by the words around it."""
    before, after = _segment(text[: figure.start]).rstrip(), text[figure.end :].lstrip()
    for role in (*ROLES, *DETAIL_ROLES):
        match = role.left.search(before)
        if match is None or figure.unit not in role.units or not role.right.match(after):
            continue
        earlier = context + before[: match.start()]
        needed = list(role.needs.finditer(earlier))
        if not needed or (role.needs.pattern and _OTHER.search(earlier[needed[-1].end() :])):
            continue
        if _is_of_another_kind(role, before, match.group() + after[:12]):
            continue
        return role
    return None


def _is_of_another_kind(role: Role, before: str, words: str) -> bool:
    """Return whether the words are about other applications, or about decisions that were only published."""
    clause = _clause(before)
    if role.name.removesuffix("处理决定") in DECISIONS:
        return _ONLY_SHOWN.search(clause) is not None
    is_bare = "申请" in words and re.search(APPLICATION, words) is None
    return is_bare and _OTHER.search(before) is not None and re.search(APPLICATION, before) is None


def _is_meant(denial: Denial, match: re.Match[str], text: str, context: str = "") -> bool:
    before = context + _segment(text[: match.start()])
    gap = match.groupdict().get("gap") or ""
    if PART.search(gap) or match.group().startswith("未经"):
        return False
    needed = list(denial.needs.finditer(before))
    return bool(needed) and not (denial.needs.pattern and _OTHER.search(before[needed[-1].end() :]))


def _speaks_of_the_year(before: str, year: int | None) -> bool:
    """Return whether what follows is said of this organ and of the whole report year, as done."""
    segment, clause = _segment(before), _clause(before)
    years = [read_numeral(match[1].replace("零", "〇")) for match in _YEAR.finditer(before)]
    if years and year is not None and years[-1] != year:
        return False
    without_dates = re.sub(r"1月1日.{0,12}?12月31日", "", segment)
    return not (
        _PERIOD.search(without_dates) or _SCOPE.search(segment) or _LAST_YEAR.search(clause) or _AIM.search(segment)
    )


def agrees(figure: Figure, actual: Decimal) -> bool:
    """Return whether a figure, exact or an interval, may be a value."""
    factor = IN_YUAN.get(figure.unit, 1)
    if figure.low is None and figure.high is None:
        return True
    is_low = figure.low is None or figure.low * factor <= actual
    return is_low and (figure.high is None or actual <= figure.high * factor)


def _whole(value: Decimal) -> Number:
    return int(value) if value == value.to_integral_value() else value


def _report_year(sentences: list[Sentence]) -> int | None:
    """Return the report year as the dates in the sentences give it, None where they give none."""
    for sentence in sentences:
        for item in sentence.text.pieces:
            match = _YEAR.match(item.text) if item.kind is PieceKind.DATE and item.ref != "report.last" else None
            if match and item.ref in ("report.year", "period.from"):
                return int(match[1])
    return None


def _segment(text: str) -> str:
    return re.split(r"[。；！？;\n]", text)[-1]


def _clause(text: str) -> str:
    return re.split(r"[，,：:（）()。；！？;\n]", text)[-1]


def _names(pattern: str, path: str) -> bool:
    return pattern.count(".") == path.count(".") and fnmatchcase(path, pattern)
