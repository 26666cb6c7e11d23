"""Whether prose and tables agree: every sentence that speaks of a cell is held against the cell."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fnmatch import fnmatchcase

from drafter.audit.claims import PERSONS, Role
from drafter.audit.statements import YEAR, Statement, speaks_of_the_year, statements
from drafter.dossier.figures import Figure
from drafter.dossier.model import Fees
from drafter.findings import Finding, Severity
from drafter.form.checks import FEE_LABELS
from drafter.form.model import Form
from drafter.form.numbers import shown
from drafter.form.statistics import Number, Statistics
from drafter.reading.report import ReadFees
from drafter.richtext import PieceKind
from drafter.writing.draft import Sentence

IN_YUAN = {"元": 1, "万元": 10**4, "亿元": 10**8}
LONG_SUM = 3


@dataclass(frozen=True, slots=True)
class Tables:
    """What the tables and the fee record say, by path."""

    form: Form
    values: Mapping[str, Number | None]

    def paths(self, cells: tuple[tuple[str, ...], ...]) -> list[str]:
        """Return the cells of the first alternative that the edition has; none where it has none."""
        for patterns in cells:
            found = [self._named(pattern) for pattern in patterns]
            if all(found):
                return [path for paths in found for path in paths]
        return []

    def _named(self, pattern: str) -> list[str]:
        if "*" not in pattern:
            return [pattern] if pattern in self.values else []
        start = pattern.partition("*")[0]
        return [path for path in self.values if path.startswith(start) and _names(pattern, path)]

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
    """What a sentence says otherwise than cells of the tables."""

    statement: Statement
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
    for statement in statements(text, context):
        if not speaks_of_the_year(text[: statement.start], year):
            continue
        paths = tables.paths(statement.claim.cells)
        actual = tables.total(paths)
        if actual is None:
            continue
        if statement.figure is None:
            differs = actual != 0
        elif statement.figure.unit in PERSONS:
            differs = actual == 0 and statement.figure.value != 0
        else:
            other = tables.total(tables.paths(statement.also))
            values = [value for value in (actual, other) if value is not None]
            differs = not any(_may_be(statement, value) for value in values)
        if differs:
            yield Contradiction(statement, tuple(paths))


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
    return f"写的是“{found.statement.said}”，{cells}是 {value}，{found.statement.claim.name}两处不一致"


def _may_be(statement: Statement, actual: Decimal) -> bool:
    """Return whether a figure may be said of cells; a part of them may be any less."""
    figure = statement.figure
    if figure is None or agrees(figure, actual):
        return True
    is_part = isinstance(statement.claim, Role) and statement.claim.is_part
    return is_part and figure.low is not None and figure.low <= actual


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
            match = YEAR.match(item.text) if item.kind is PieceKind.DATE and item.ref != "report.last" else None
            if match and item.ref in ("report.year", "period.from"):
                return int(match[1])
    return None


def _names(pattern: str, path: str) -> bool:
    return pattern.count(".") == path.count(".") and fnmatchcase(path, pattern)
