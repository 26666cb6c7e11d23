"""The county's charts as values: bars with their lengths, and parts of a whole. The template draws them as SVG."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from drafter.form.numbers import shown
from drafter.form.statistics import Number
from drafter.runs.batch.overview.county import County
from drafter.runs.batch.overview.legible import cut
from drafter.runs.batch.overview.line import STATUS_NAMES
from drafter.runs.batch.overview.rollup import RollUp
from drafter.runs.batch.summary import Status

MOST_BARS = 20
ROW, LABEL, WIDE, END = 26, 132, 300, 84
"""Of a bar chart in its own units: the height of a row, the widths of labels, bars and values."""
MOST_LABEL = 6
_OFFICE = ("人民政府", "办事处")
_GROUPS = {
    "granted": "予以公开",
    "partly_granted": "部分公开",
    "refused": "不予公开",
    "unavailable": "无法提供",
    "not_processed": "不予处理",
    "other": "其他处理",
}
_STATUS_LOOKS = {Status.DONE: "good", Status.BLOCKED: "bad", Status.FAILED: "bad2", Status.PENDING: "idle"}


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar: what it stands for, its value as text, its length in units, its colour by name, its place from above."""

    label: str
    value: str
    length: float
    look: str
    top: int


@dataclass(frozen=True, slots=True)
class Chart:
    """A bar chart with a title and a sentence that says what it shows to who cannot see it."""

    id: str
    title: str
    said: str
    bars: tuple[Bar, ...]
    note: str = ""

    @property
    def height(self) -> int:
        """Return the height of the drawing."""
        return ROW * len(self.bars) + 4


@dataclass(frozen=True, slots=True)
class _Item:
    label: str
    value: Number
    look: str = "plain"


def charts_of(county: County) -> list[Chart]:
    """Return the charts that there is something to show in."""
    made = [_statuses(county), _sentences(county)]
    for number, roll_up in enumerate(county.roll_ups):
        made += [_results(roll_up, number), _received(county, roll_up, number)]
    made.append(_published(county))
    return [chart for chart in made if chart.bars]


def _statuses(county: County) -> Chart:
    items = [
        _Item(STATUS_NAMES[status], number, _STATUS_LOOKS[status])
        for status, number in county.statuses.items()
        if number or status in (Status.DONE, Status.BLOCKED)
    ]
    return _chart("status", "起草结果（个机关）", items)


def _sentences(county: County) -> Chart:
    drafted = [line for line in county.lines if line.green is not None]
    items = [
        _Item("绿：有依据", sum(line.green or 0 for line in drafted), "good"),
        _Item("黄：待认可", sum(line.amber or 0 for line in drafted), "look"),
        _Item("红：未采用", sum(line.red or 0 for line in drafted), "bad"),
    ]
    return _chart("sentences", "成稿的句子（句）", items if drafted else [])


def _results(roll_up: RollUp, number: int) -> Chart:
    """Return how the county's applications ended, by the groups of the form."""
    totals, missing = dict.fromkeys(_GROUPS, 0), 0
    for path, found in roll_up.sums.items():
        table, _, rest = path.partition(".")
        group = rest.split(".")[0]
        if table == "applications" and path.endswith(".total") and group in totals:
            totals[group] += int(found.total)
            missing = max(missing, found.missing)
    items = [_Item(_GROUPS[group], total) for group, total in totals.items()]
    note = f"有 {missing} 个机关没有填全，只是已填部分之和。" if missing else ""
    return _chart(f"results{number}", f"{roll_up.year} 年度申请办理结果（件）", items, note)


def _received(county: County, roll_up: RollUp, number: int) -> Chart:
    lines = [line for line in county.lines if line.year == roll_up.year and line.received is not None]
    items = [_Item(_short(line.name), line.received or 0) for line in lines]
    missing = roll_up.townships - len(lines)
    note = f"有 {missing} 个机关没有填报，不在图里。" if missing else ""
    return _ranked(f"received{number}", f"{roll_up.year} 年度新收申请（件）", items, note)


def _published(county: County) -> Chart:
    items = [_Item(_short(line.name), line.published) for line in county.lines if line.published is not None]
    missing = len(county.lines) - len(items)
    note = f"材料里写明全年总条数的 {len(items)} 个机关；另有 {missing} 个没有写明，不在图里。" if missing else ""
    return _ranked("published", "主动公开信息（条）", items, note)


def _short(name: str) -> str:
    """Return a name without what all of them end with."""
    for ending in _OFFICE:
        name = name.removesuffix(ending) or name
    return name


def _ranked(chart_id: str, title: str, items: Iterable[_Item], note: str) -> Chart:
    """Return the townships with the greatest values, and all others as one bar of their own colour."""
    ranked = sorted(items, key=lambda item: item.value, reverse=True)
    rest = ranked[MOST_BARS:]
    if rest:
        note = f"{note}最多的 {MOST_BARS} 个；其余 {len(rest)} 个合计 {shown(sum(item.value for item in rest))}。"
    return _chart(chart_id, title, ranked[:MOST_BARS], note)


def _chart(chart_id: str, title: str, items: Sequence[_Item], note: str = "") -> Chart:
    most = max((item.value for item in items), default=0)
    bars = tuple(
        Bar(
            cut(item.label, MOST_LABEL),
            shown(item.value),
            round(float(item.value / most) * WIDE, 1) if most else 0.0,
            item.look,
            ROW * place,
        )
        for place, item in enumerate(items)
    )
    said = "；".join(f"{item.label} {shown(item.value)}" for item in items)
    return Chart(chart_id, title, said, bars, note)
