"""Whether the parts of a total can make it: exact figures and intervals, whole lists and open ones."""

import re
from dataclasses import dataclass
from decimal import Decimal

from drafter.dossier.figures import Figure
from drafter.form.numbers import shown

CHANNEL = re.compile(
    "网站|网页|平台|公众号|微信|微博|新媒体|抖音|视频号|客户端|线上|线下|栏|渠道|报刊|广播|电子屏|触摸屏|查询机"
)
_MANY = 3
_REST = re.compile("(?:其余|剩余|其他|其它)[^，。；、]{0,10}$")
_DOES = re.compile(
    "发布|公开|更新|推送|转发|报送|上报|收集|回复|制作|编写|审核|清理|梳理|归集|处理|回应|开展|组织|召开|举办"
)


@dataclass(frozen=True, slots=True)
class Breakdown:
    """A total with what is listed as its parts, all figures of one text."""

    head: Figure
    label: str
    """The words before the total, in its clause."""
    parts: tuple[Figure, ...]
    labels: tuple[str, ...]
    """The words before each part."""
    mark: str
    """How the list begins: among (其中), lists (包括), each (分别), paren, view (按类别), plain."""
    is_open: bool
    """Whether the words allow for parts that are not listed."""
    near: tuple[Figure, ...]
    """The first parts alone, where 、 holds them together and others follow a comma."""

    @property
    def is_exact(self) -> bool:
        """Return whether the total and all parts are exact."""
        return all(figure.value is not None for figure in (self.head, *self.parts))


def bounds(figures: tuple[Figure, ...] | list[Figure]) -> tuple[Decimal, Decimal | None]:
    """Return the least and the most that figures make together; no most where one is open."""
    low = sum((figure.low or Decimal(0) for figure in figures), Decimal(0))
    if any(figure.high is None for figure in figures):
        return low, None
    return low, sum((figure.high or Decimal(0) for figure in figures), Decimal(0))


def can_make(head: Figure, parts: tuple[Figure, ...] | list[Figure]) -> bool:
    """Return whether figures together can be a total."""
    low, high = bounds(parts)
    is_most = head.high is None or low <= head.high
    return is_most and (high is None or head.low is None or high >= head.low)


def makes_total(item: Breakdown) -> bool:
    """Return whether the parts, or the first of them, can make the total."""
    firsts = (number for number in range(1, len(item.parts)) if _turns(item, number))
    if item.is_exact and any(can_make(item.head, item.parts[:number]) for number in firsts):
        return True
    return can_make(item.head, item.parts) or can_make(item.head, item.near)


def _turns(item: Breakdown, number: int) -> bool:
    """Return whether a list turns at a part to what another verb does: 其中网站60条、公众号40条，更新栏目30条."""
    here, before = _DOES.search(item.labels[number]), _DOES.search("".join(item.labels[:number]))
    return here is not None and (before is None or before.group() != here.group())


def exceeds(item: Breakdown) -> bool:
    """Return whether the parts are more than the total however they are taken."""
    low, _ = bounds(item.parts)
    return item.head.high is not None and low > item.head.high


def falls_short(item: Breakdown) -> bool:
    """Return whether a list that names every part makes less than the total."""
    _, high = bounds(item.parts)
    if high is None or item.head.low is None or high >= item.head.low:
        return False
    if any(_REST.search(label) for label in item.labels):
        return True
    if item.is_open or len(item.parts) < 2:
        return False
    share = share_of(item)
    if item.mark in ("each", "view", "lists", "paren", "sum", "colon", "within"):
        return True
    if len(item.parts) >= _MANY:
        return share >= Decimal("0.6")
    return share >= Decimal("0.7") and all(CHANNEL.search(label) for label in item.labels)


def share_of(item: Breakdown) -> Decimal:
    """Return how much of the total the parts make at most, 1 where that cannot be told."""
    _, high = bounds(item.parts)
    return high / item.head.low if high is not None and item.head.low else Decimal(1)


def equation(item: Breakdown) -> str:
    """Return the parts and their sum as a person adds them up: 293＋109＋132＝534."""
    low, high = bounds(item.parts)
    total = _number(low) if low == high else f"{_number(low)}—{_number(high) if high is not None else '更多'}"
    return f"{'＋'.join(figure.text for figure in item.parts)}＝{total}"


def _number(value: Decimal) -> str:
    return shown(int(value) if value == value.to_integral_value() else value)
