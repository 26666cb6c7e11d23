"""B05, B06, B11: rows and columns that the form does not have, rows too short or long, and groups with numbers."""

import re
from collections import Counter
from collections.abc import Iterator

from drafter.audit.audited import Audited
from drafter.audit.labels import bare, listed, printed_heads
from drafter.audit.placing import at_row, at_table
from drafter.audit.rule import Rule
from drafter.audit.rules.skeleton.wording import altered_heads, unknown_heads
from drafter.audit.skeleton import Skeleton, has_values, skeletons
from drafter.audit.spot import Spot
from drafter.findings import Severity
from drafter.reading.report import ReadRow, ReadTable

_SOURCE = "国办公开办函〔2021〕30号、〔2019〕60号附件格式"
_NUMBERED = re.compile("(?:（\\d+[件条]?）|[：:]?\\d+[件条]?)$")
_FEWEST = 3
_MOST = 3
"""Where more rows than this have the same wrong number of values, one spot speaks for all."""


def _extra(audited: Audited) -> Iterator[Spot]:
    """Yield a spot for every row, and one for all columns, that no edition of the form has."""
    for found in skeletons(audited.report):
        for row in found.extra:
            if row.label.strip() or has_values(row):
                message = f"多出一行“{row.label.strip()}”，统一格式没有这一行"
                advice = "请删去；上级另有要求的，写进第二部分的文字里"
                yield at_row(found.table, row, message, advice)
        if heads := extra_heads(found.table):
            message = f"多出栏目{listed(heads)}，统一格式没有这样的栏"
            yield at_table(found.table, message, "请删去多出的栏", heads[0])


def extra_heads(table: ReadTable) -> list[str]:
    """Return the column labels that are in no edition and resemble none."""
    altered = {head for head, _ in altered_heads(table)}
    official = [bare(head) for head in printed_heads(table.edition, table.key)]
    return [
        head
        for head in unknown_heads(table)
        if head not in altered and not any(bare(head) in label for label in official)
    ]


def _widths(audited: Audited) -> Iterator[Spot]:
    """Yield a spot for every row that has too few or too many values; a column too many is one spot, or B05's."""
    for found in skeletons(audited.report):
        wrong = list(_wrong_rows(found))
        usual = Counter(gap for _, _, gap in wrong).most_common(1)
        if usual and usual[0][1] > _MOST:
            gap = usual[0][0]
            rows = [(row, width) for row, width, its in wrong if its == gap]
            wrong = [item for item in wrong if item[2] != gap]
            if gap < 0 or not extra_heads(found.table):
                verb = f"少了 {-gap}" if gap < 0 else f"多了 {gap}"
                message = f"有 {len(rows)} 行都{verb} 格，从“{rows[0][0].label.strip()}”行开始"
                yield at_row(found.table, rows[0][0], message, _ADVICE)
        for row, width, gap in wrong:
            count = width + gap
            message = f"“{row.label.strip() or '数据'}”行有 {count} 格数据，应当有 {width} 格"
            yield at_row(found.table, row, message, _ADVICE)


_ADVICE = "请对照统一格式核对这一行每一格对应的栏目"


def _wrong_rows(found: Skeleton) -> Iterator[tuple[ReadRow, int, int]]:
    # Where a label covers two columns, the page shows the second as an empty cell before the values.
    padded = [(len(printed.groups), len(row.values)) for row, printed in found.pairs if row.values[:1] == ("",)]
    for row, printed in found.pairs:
        gap = _gap(row, printed.width, Counter(padded), len(printed.groups))
        if gap and has_values(row):
            yield row, printed.width, gap


def _gap(row: ReadRow, width: int, padded: Counter[tuple[int, int]], depth: int) -> int:
    """Return how many values a row has too many, below 0 where it has too few."""
    gap = len(values(row, width)) - width
    if gap == 0 and not row.values[0].strip():
        # Rows of the same depth are padded alike: a shorter one filled its place with a cell of the padding.
        alike = Counter({size: count for (its, size), count in padded.items() if its == depth and size > width})
        usual = alike.most_common(1)[0][0] if alike else max(size for _, size in padded)
        if usual > len(row.values):
            return len(row.values) - usual
    return gap or -_shifted(row.values[-width:])


def _shifted(written: tuple[str, ...]) -> int:
    """Return how many cells are empty at the end of a row whose total stands before them: one cell was left out."""
    kept = "|".join(written).rstrip("| \u3000").split("|")
    lost = len(written) - len(kept)
    if not lost or len(kept) < _FEWEST or not all(text.strip().isascii() and text.strip().isdigit() for text in kept):
        return 0
    *parts, total = (int(text) for text in kept)
    return lost if total and total == sum(parts) else 0


def values(row: ReadRow, width: int) -> tuple[str, ...]:
    """Return the values of a row without the empty ones before and behind them that the grid is padded with."""
    kept = row.values
    while len(kept) > width and not kept[-1].strip():
        kept = kept[:-1]
    while len(kept) > width and not kept[0].strip():
        kept = kept[1:]
    return kept


def _groups(audited: Audited) -> Iterator[Spot]:
    """Yield a spot for every group heading that carries numbers."""
    for found in skeletons(audited.report):
        for row in found.group_rows:
            if has_values(row):
                message = f"“{row.label.strip()}”是分组标题，不应填数"
                yield at_row(found.table, row, message, "请删去这一行的数，只填下面的各小项")
        official = {bare(text) for printed in found.expected for text in printed.groups}
        for label in dict.fromkeys(text for row in found.table.rows for text in row.groups):
            without = _NUMBERED.sub("", bare(label))
            if without != bare(label) and without in official:
                message = f"分组标题写成了“{label.strip()}”，分组标题里不应填数"
                yield at_table(found.table, message, "请删去数字，只填下面的各小项", label)


RULES = (
    Rule("B05", "row-or-column-extra", Severity.WARNING, _SOURCE, _extra),
    Rule("B06", "cell-count-wrong", Severity.ERROR, _SOURCE, _widths),
    Rule("B11", "group-carries-numbers", Severity.WARNING, _SOURCE, _groups),
)
