"""Facts that are computed: sums, shares and changes. Exact arithmetic only, and only where the result is sound."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fnmatch import fnmatchcase
from functools import cache

from drafter.dossier.facts import Comparison, Fact
from drafter.form.model import Form
from drafter.form.statistics import Number, Statistics

ONE_DECIMAL = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum over cells of one unit; `cells` are paths, `*` standing for one step."""

    id: str
    label: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Share:
    """A cell as a share of another."""

    id: str
    label: str
    part: str
    whole: str


_LITIGATION = ("disputes.litigation_direct.{}", "disputes.litigation_after_review.{}")


def _litigation(key: str) -> tuple[str, ...]:
    return tuple(path.format(key) for path in _LITIGATION)


SUMS = (
    Sum(
        "derived.app_handled",
        "本年收办政府信息公开申请",
        ("applications.received.total", "applications.carried_in.total"),
    ),
    Sum(
        "derived.app_organisations",
        "法人或其他组织提出的申请",
        tuple(f"applications.received.{key}" for key in ("business", "research", "welfare", "legal_service", "other")),
    ),
    Sum("derived.app_refused", "不予公开", ("applications.refused.*.total",)),
    Sum("derived.app_unavailable", "无法提供", ("applications.unavailable.*.total",)),
    Sum("derived.app_not_processed", "不予处理", ("applications.not_processed.*.total",)),
    Sum("derived.app_other", "其他处理", ("applications.other.total", "applications.other.*.total")),
    Sum("derived.litigation", "行政诉讼", _litigation("total")),
    Sum("derived.litigation_upheld", "行政诉讼结果维持", _litigation("upheld")),
    Sum("derived.litigation_corrected", "行政诉讼结果纠正", _litigation("corrected")),
    Sum("derived.litigation_other", "行政诉讼其他结果", _litigation("other")),
    Sum("derived.litigation_pending", "行政诉讼尚未审结", _litigation("pending")),
)

SHARES = (
    Share(
        "derived.share_granted",
        "予以公开占办结申请的比重",
        "applications.granted.total",
        "applications.concluded.total",
    ),
    Share(
        "derived.share_natural_person",
        "自然人申请占新收申请的比重",
        "applications.received.natural_person",
        "applications.received.total",
    ),
)


def sum_of(item: Sum, form: Form, statistics: Statistics) -> Fact | None:
    """Return a sum as a fact, or None where a summand is not reported or the edition has none of the cells."""
    paths = _summands(item.cells, tuple(form.cells))
    values = [statistics[path] for path in paths]
    if not values:
        return None
    total = None if any(value is None for value in values) else sum(value for value in values if value is not None)
    return Fact(item.id, item.label, total, form.cells[paths[0]].unit, "count", paths)


@cache
def _summands(patterns: tuple[str, ...], paths: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(path for path in paths if any(_names(pattern, path) for pattern in patterns))


def _names(pattern: str, path: str) -> bool:
    return pattern.count(".") == path.count(".") and fnmatchcase(path, pattern)


def share(item: Share, statistics: Statistics, least_whole: int) -> Fact | None:
    """Return a share in per cent, one decimal, half up; None where the whole is too small to speak of shares."""
    part, whole = statistics[item.part], statistics[item.whole]
    if part is None or whole is None or whole < least_whole:
        return None
    value = (Decimal(part) * 100 / Decimal(whole)).quantize(ONE_DECIMAL, ROUND_HALF_UP)
    return Fact(item.id, item.label, value, "%", "share", (item.part, item.whole))


def change(fact: Fact, base: Fact, least_base: int) -> Comparison | None:
    """Return a fact against last year's, or None where one is not reported or the units differ.

    A change in per cent is given only from a base of `least_base` or more, never for a share, whose difference is in
    percentage points, and never for a signed figure.
    """
    if fact.value is None or base.value is None or fact.unit != base.unit or fact.kind == "change":
        return None
    difference: Number = fact.value - base.value
    direction = "same" if difference == 0 else "up" if difference > 0 else "down"
    percent = _percent(fact, base.value, difference, least_base)
    return Comparison(fact.id, fact.value, base.value, direction, max(difference, -difference), percent)


def _percent(fact: Fact, base: Number, difference: Number, least_base: int) -> Decimal | None:
    if fact.kind == "share" or difference == 0 or base < least_base:
        return None
    percent = (abs(Decimal(difference)) * 100 / Decimal(base)).quantize(ONE_DECIMAL, ROUND_HALF_UP)
    return percent or None
