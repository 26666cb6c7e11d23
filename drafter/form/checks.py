"""Check statistics against the identities of their form, exactly."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, localcontext

from drafter.findings import Finding, Severity
from drafter.form.model import Form, Identity, Term
from drafter.form.numbers import shown
from drafter.form.statistics import Number, Statistics

FEE_LABELS: Mapping[str, str] = {
    "notices": "发出收费通知件数",
    "billed_yuan": "发出收费通知总金额（元）",
    "collected_yuan": "实际收取总金额（元）",
}
LONG = 4
"""A side of more terms than this leaves its zero terms out."""
_RELATIONS = {"<=": "应不大于", ">=": "应不小于"}


def identity_findings(
    form: Form,
    statistics: Statistics,
    *,
    fees: Mapping[str, Number | None] | None = None,
    prior: Statistics | None = None,
    level: str = "镇",
) -> list[Finding]:
    """Return a finding for every identity of the form that does not hold, in the order of the form.

    `fees` are 信息处理费 by field name, `prior` is last year, `level` is 镇, 乡, 街道 or any other kind of organ. An
    identity with a value that is not reported is not judged: the gap is a finding of its own.
    """
    values = {"statistics": statistics.values, "fees": fees or {}, "prior": prior.values if prior else {}}
    findings = []
    for identity in form.identities:
        if identity.levels and level not in identity.levels:
            continue
        amounts = {term: values[term.source].get(term.cell) for term in identity.terms}
        known = {term: amount for term, amount in amounts.items() if amount is not None}
        if len(known) == len(amounts) and not _holds(identity, known):
            findings.append(_Broken(form, identity, known).finding())
    return findings


def _holds(identity: Identity, amounts: Mapping[Term, Number]) -> bool:
    left, right = _sum(identity.left, amounts), _sum(identity.right, amounts)
    return {"=": left == right, "<=": left <= right, ">=": left >= right}[identity.relation]


def _sum(terms: tuple[Term, ...], amounts: Mapping[Term, Number]) -> Number:
    """Return the exact sum; the usual context of `decimal` would round to 28 digits."""
    with localcontext(prec=100):
        total: Number = 0
        for term in terms:
            total += amounts[term] * term.sign * term.times
        return total


@dataclass(frozen=True, slots=True)
class _Broken:
    """An identity that does not hold, put into words."""

    form: Form
    identity: Identity
    amounts: Mapping[Term, Number]

    def finding(self) -> Finding:
        first = self.identity.terms[0]
        where = f"fees.{first.cell}" if first.source == "fees" else first.cell
        message = f"{self._scope()}{self._comparison()}依据：{self.identity.title}（{self.identity.law}）。"
        return Finding(self.identity.code, Severity(self.identity.severity), where, message, self._suggestion())

    def _comparison(self) -> str:
        left, right = self._side(self.identity.left), self._side(self.identity.right)
        if not self.identity.right:
            return f"：{left}，应为 0。"
        with localcontext(prec=100):
            total: Number = _sum(self.identity.left, self.amounts)
            total -= _sum(self.identity.right, self.amounts)
            gap = shown(max(total, -total))
        zeros = self._zeros()
        omitted = f"（为 0 的 {len(zeros)} 格没有列出）" if zeros else ""
        if self.identity.relation == "=":
            return f"不平：{left}，{right}，两边应相等，相差 {gap}{omitted}。"
        return f"不合：{left}，{_RELATIONS[self.identity.relation]} {right}，相差 {gap}{omitted}。"

    def _side(self, terms: tuple[Term, ...]) -> str:
        """Return one side as a formula with its sum; in a long one zero terms are left out."""
        if not terms:
            return "0"
        hidden, text = self._zeros(), ""
        visible = [term for term in terms if term not in hidden] or terms[:1]
        for term in visible:
            sign = "－" if term.sign < 0 else ("＋" if text else "")
            times = f"×{term.times}" if term.times != 1 else ""
            text += (f" {sign} " if text else sign) + f"{self._name(term)} {shown(self.amounts[term])}{times}"
        is_plain = len(visible) == 1 and visible[0].times == visible[0].sign == 1
        return text if is_plain else f"{text} ＝ {shown(_sum(terms, self.amounts))}"

    def _zeros(self) -> list[Term]:
        """Return the zero terms of long sides, which the formula leaves out and the suggestion names."""
        sides = [side for side in (self.identity.left, self.identity.right) if len(side) > LONG]
        return [term for side in sides for term in side if self.amounts[term] == 0]

    def _suggestion(self) -> str:
        if not self.identity.right:
            return "请核对后改为 0。"
        advice = "请对照台账核对上面列出的各格"
        if zeros := self._zeros():
            advice += f"，也看看填了 0 的有没有漏填：{_listed([self._name(term) for term in zeros])}"
        if self.identity.is_cross_year:
            advice += "；并核对上年已经公布的报告，确有更正的请写明原因"
        return f"{advice}。"

    def _scope(self) -> str:
        """Return what the cells have in common: a column or a row of one table, one table, or nothing."""
        if any(term.source == "fees" for term in self.identity.terms):
            return "信息处理费"
        cells = [self.form.cells[term.cell] for term in self.identity.terms if term.cell in self.form.cells]
        if len({cell.table for cell in cells}) != 1:
            return ""
        table = self.form.table(cells[0].table).name
        if cells[0].row_label and len({cell.row_label for cell in cells}) == 1:
            return f"{table}“{cells[0].row_label}”行"
        return f"{table}“{cells[0].column_label}”列" if len({cell.column_label for cell in cells}) == 1 else table

    def _name(self, term: Term) -> str:
        """Return how the formula calls a term: by the part of its label that the scope does not say."""
        if term.source == "fees":
            return FEE_LABELS.get(term.cell, term.cell)
        cell, scope = self.form.cells.get(term.cell), self._scope()
        year = "上年报告的" if term.source == "prior" else ""
        if cell is None:
            return f"{year}{term.cell}"
        if scope.endswith("列") and cell.row_label:
            return year + " ".join(cell.row_label.split(" ")[1:] or [cell.row_label])
        in_one_row = scope.endswith("行") or (scope == self.form.table(cell.table).name and not cell.row_label)
        return year + (cell.column_label if in_one_row else cell.label)


def _listed(names: list[str]) -> str:
    """Return row labels as a list in which a group is named once: （四）无法提供 1.…、2.…."""
    parts, group = list[str](), ""
    for name in names:
        head, _, rest = name.rpartition(" ")
        parts.append(rest if head and head == group else name)
        group = head
    return "、".join(parts)


def printed_scale(value: Number) -> int:
    """Return how many decimal places a value needs; trailing zeros do not count."""
    return len(shown(value).partition(".")[2])


def money_findings(form: Form, statistics: Statistics) -> Iterator[Finding]:
    """Yield a warning for every amount of more than four decimal places (万元: less than one 元)."""
    for cell in form.cells.values():
        value = statistics[cell.path]
        if isinstance(value, Decimal) and printed_scale(value) > 4:
            yield Finding(
                "money-precision",
                Severity.WARNING,
                cell.path,
                f"{cell.label}填了 {shown(value)} {cell.unit}，小数超过 4 位。",
                "请核对原始数据；一般保留 2 位、最多 4 位小数。",
            )
