"""What may be the total of a list in a paragraph, and what its figures count."""

import re
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from drafter.audit.passages import SENTENCE
from drafter.dossier.figures import Figure, read_figures

COUNTS = frozenset({"count", "approximate", "range", "money"})
TOTAL = re.compile("共|累计|总计|合计|全年|总数|总量|达")
_EACH = re.compile("(?:各|每[一-鿿]{0,3})$")
_FEWEST_BARE = 3
_CLOSE = 8
"""Within one part in this many."""
_LONGEST = 600


@lru_cache(maxsize=1024)
def figures_in(text: str) -> tuple[Figure, ...]:
    """Return the figures of a paragraph, read sentence by sentence as everywhere else, so that none is read twice."""
    return tuple(
        replace(figure, start=figure.start + match.start(), end=figure.end + match.start())
        for match in SENTENCE.finditer(text)
        for figure in read_figures(match.group())
    )


def is_again(text: str, head: Figure, label: str) -> bool:
    """Return whether a total was told before and is named once more to be parted: 今年的186条，……."""
    told = (figure for figure in figures_in(text) if figure.start < head.start)
    is_named = label.endswith(("的", "这", "上述", "全部")) or not label
    return is_named and any(figure.value == head.value and figure.unit == head.unit for figure in told)


def multiplied(text: str, inner: list[Figure]) -> list[Figure]:
    """Return the figures of a list, what each of several has multiplied: 17个村各1人 are 17人."""
    found = inner[:1]
    for before, figure in pairwise(inner):
        is_each = _EACH.search(text[before.end : figure.start]) and before.value is not None
        if is_each and figure.value is not None and before.unit != figure.unit:
            many = Decimal(before.value or 0) * figure.value
            figure = replace(figure, low=many, high=many, value=int(many) if many == int(many) else many)  # noqa: PLW2901
        found.append(figure)
    return found


def is_close(head: Figure, parts: tuple[Figure, ...]) -> bool:
    """Return whether figures come so close to a total that they are meant to make it."""
    made = sum(part.value or 0 for part in parts)
    low, high = head.low, head.high
    return (
        low is not None
        and high is not None
        and low * (_CLOSE - 1) <= made * _CLOSE
        and made * (_CLOSE - 1) <= high * _CLOSE
    )


def is_first(text: str, head: Figure) -> bool:
    """Return whether no count stands before a figure in its sentence: it is no part of another list."""
    start = max(text.rfind(stop, 0, head.start) for stop in "。；：") + 1
    return not any(figure.kind in COUNTS and start <= figure.start < head.start for figure in figures_in(text))


def counts_parts(head: Figure, inner: list[Figure]) -> bool:
    """Return whether a figure says how many parts a list has, not what they make together."""
    units = {figure.unit for figure in inner if figure.kind in COUNTS}
    return head.value is not None and 1 < head.value <= len(inner) and len(units) == 1 and head.unit not in units


def is_total(text: str, figure: Figure, unit: str) -> bool:
    """Return whether a figure is said to be a total, in a measure word."""
    return figure.unit == unit and TOTAL.search(clause(text[: figure.start])) is not None


def may_head(text: str, mark: str, label: str, head: Figure, parts: tuple[Figure, ...]) -> bool:
    """Return whether a figure may be the total of a list that no word announces."""
    if mark != "bare":
        return mark != "plain" or TOTAL.search(label) is not None
    is_meant = TOTAL.search(label) is not None or (is_close(head, parts) and is_first(text, head))
    return len(parts) >= _FEWEST_BARE and is_meant


def clause(text: str) -> str:
    """Return what stands behind the last stop."""
    return re.split("[，、。；：！？（）]", text[-_LONGEST:])[-1]
