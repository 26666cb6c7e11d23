"""The lists of 总览.xlsx: a row a township, and a row for every two sentences that say the same."""

from collections.abc import Iterator

from drafter.runs.batch.overview.book import Column, Sheet, Shown, Value
from drafter.runs.batch.overview.county import County
from drafter.runs.batch.overview.kinship import BAND_NAMES, Kin
from drafter.runs.batch.overview.line import STATUS_NAMES, Line
from drafter.runs.batch.overview.risk import ORDER, reasons
from drafter.runs.batch.summary import Status
from drafter.runs.sameness.narrative import Likeness

MOST_LINKS = 5_000
"""Links are kept in memory until the workbook is closed, and Excel takes 65,530 of them."""
MOST_SHARED = 20
NOT_COMPARED = "这次没有比较雷同"
PRINTED = 16
"""Of the list of townships the first columns are printed: more would be too small to read."""
STATUS_KINDS = {Status.DONE: "good", Status.BLOCKED: "bad", Status.FAILED: "bad", Status.PENDING: "idle"}
_BAND_KINDS = {"warn": "look", "block": "bad"}
SECTIONS = {"overview": "总体情况", "improvement": "问题及改进", "other": "其他事项", "preamble": "引言"}
_LINES = (
    Column("次序", 6, "figure"),
    Column("机关", 24),
    Column("状态", 8, "centre"),
    Column("为什么", 34, "small"),
    Column("错误", 7, "number"),
    Column("警告", 7, "number"),
    Column("提示", 7, "number"),
    Column("绿句", 7, "number"),
    Column("黄句", 7, "number"),
    Column("红句", 7, "number"),
    Column("最相近的", 24, "small"),
    Column("相似度", 9, "percent"),
    Column("档", 8, "centre"),
    Column("与上年相似", 9, "percent"),
    Column("待补", 7, "number"),
    Column("变动大", 8, "number"),
    Column("总体情况字数", 9, "number"),
    Column("新收申请", 9, "number"),
    Column("公开信息条数", 10, "number"),
    Column("起草", 14, "centre"),
    Column("问模型次数", 9, "number"),
    Column("输入 tokens", 11, "number"),
    Column("其中缓存", 10, "number"),
    Column("输出 tokens", 11, "number"),
    Column("费用（元）", 10, "money"),
    Column("雷同后另写", 16, "centre"),
    Column("网页", 8, "centre"),
    Column("Word", 8, "centre"),
)
_LIKE = (
    Column("档", 8, "centre"),
    Column("机关甲", 22),
    Column("机关乙", 22),
    Column("部分", 12, "centre"),
    Column("相似度", 9, "percent"),
    Column("包含度", 9, "percent"),
    Column("最长相同", 9, "number"),
    Column("甲的句子", 56, "top"),
    Column("乙的句子", 56, "top"),
    Column("相同的片段", 36, "small"),
)


def write_lines(sheet: Sheet, county: County) -> None:
    """Write the townships, the most urgent first."""
    counts = "，".join(f"{STATUS_NAMES[status]} {number}" for status, number in county.statuses.items() if number)
    sheet.heading(county.title, [f"共 {len(county.lines)} 个机关：{counts or '没有机关'}。", ORDER])
    sheet.head(_LINES, frozen=2)
    linked = len(county.lines) <= MOST_LINKS
    for number, line in enumerate(county.lines, start=1):
        sheet.add([number, *_cells(line, county, linked=linked)])
    sheet.close(printed=PRINTED)


def _cells(line: Line, county: County, *, linked: bool) -> list[Value | Shown]:
    kin, spent = line.sibling, line.spent
    why = "；".join(([line.error] if line.error else []) + reasons(line))
    return [
        line.name,
        Shown(STATUS_NAMES[line.status], STATUS_KINDS[line.status]),
        why,
        *(Shown(line.errors, "bad") if line.errors else 0, line.warnings, line.infos),
        *(line.green, Shown(line.amber, "look") if line.amber else line.amber, line.red),
        *(county.name_of(kin), kin.jaccard if kin else None, _band(kin)),
        line.last_year.jaccard if line.last_year else None,
        *(line.gaps, line.jumps, line.characters, line.received, line.published),
        line.model,
        *(spent.calls, spent.prompt_tokens, spent.cached_tokens, spent.completion_tokens, spent.cost_yuan),
        line.plan,
        *(_links(line) if linked else ("", "")),
    ]


def _band(kin: Kin | None) -> Shown:
    band = kin.band if kin else ""
    return Shown(BAND_NAMES.get(band, ""), _BAND_KINDS.get(band, "centre"))


def _links(line: Line) -> list[Value | Shown]:
    """Return the links to a township's page and Word file, blank where it has none."""
    found = {path.rpartition(".")[2]: path for path in line.links}
    return [Shown("打开", "link", f"external:{found[kind]}") if kind in found else "" for kind in ("html", "docx")]


def write_likenesses(sheet: Sheet, county: County) -> None:
    """Write who is like whom, the closest first, with both sentences."""
    kin = county.kinship
    advice = (
        f"雷同 {kin.counts['block']} 对，偏高 {kin.counts['warn']} 对。数字、地名和法规名称不计；样板语句不算雷同。"
    )
    advice = advice if kin.is_compared else f"{NOT_COMPARED}。"
    left_out = [f"还有 {kin.left_out} 项没有列出。"] if kin.left_out else []
    sheet.heading("雷同：哪些机关的文字太相近", [advice, *left_out])
    sheet.head(_LIKE, frozen=3)
    for likeness in kin.closest:
        for row in _sentences(likeness, county):
            sheet.add(row)
    if not kin.closest:
        sheet.add(["", "没有发现雷同" if kin.is_compared else NOT_COMPARED, *[""] * (len(_LIKE) - 2)])
    sheet.close()


def _sentences(likeness: Likeness, county: County) -> Iterator[list[Value | Shown]]:
    front: list[Value | Shown] = [
        Shown(BAND_NAMES.get(likeness.band, ""), _BAND_KINDS.get(likeness.band, "centre")),
        county.called(likeness.left),
        county.called(likeness.right),
        SECTIONS.get(likeness.section, likeness.section),
        *(likeness.jaccard, likeness.containment, likeness.longest_run),
    ]
    for shared in likeness.shared[:MOST_SHARED]:
        yield [*front, shared.left.text, shared.right.text, shared.run]
    if not likeness.shared:
        yield [*front, "", "", ""]
