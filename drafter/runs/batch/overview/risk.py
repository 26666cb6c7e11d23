"""How urgent a township is: whom the county office rings up first.

The order is lexicographic, so that it can be explained in a sentence. First whoever has no report: a failed or
returned township, then one that was not reached. Then, one after the other, the count of errors, the amber sentences
that somebody has to answer for, the band of 雷同, the gaps, the jumps against last year, and all other warnings; the
likeness itself decides between equals, and last the order in which the county named its townships.
"""

from enum import StrEnum

from drafter.runs.batch.overview.kinship import BANDS, Kin
from drafter.runs.batch.overview.line import Line
from drafter.runs.batch.summary import Status

ORDER = "排序：失败、退回的在最前，其次是还没有做的；再依次看错误、无依据的句子、雷同、【待补】、与上年变动很大、警告。"
_STATUS = {Status.FAILED: 3, Status.BLOCKED: 3, Status.PENDING: 2, Status.DONE: 0}


class Level(StrEnum):
    """What a township asks of the county office: act now, look at it, nothing."""

    HIGH = "high"
    MIDDLE = "middle"
    LOW = "low"


LEVEL_NAMES = {Level.HIGH: "先处理", Level.MIDDLE: "要复核", Level.LOW: "没有问题"}

Risk = tuple[int, int, int, int, int, int, int, float]


def risk(line: Line) -> Risk:
    """Return the place of a township in the order: the greater, the sooner."""
    kin = nearest(line)
    return (
        _STATUS[line.status],
        line.errors,
        line.amber or 0,
        BANDS.get(kin.band, 0) if kin else 0,
        line.gaps,
        line.jumps,
        line.warnings,
        kin.jaccard if kin else 0.0,
    )


def level(line: Line) -> Level:
    """Return what a township asks for: now, for whoever has no report, an error or a copied text."""
    status, errors, amber, band, *rest, _ = risk(line)
    if status or errors or band == BANDS["block"]:
        return Level.HIGH
    return Level.MIDDLE if amber or band or any(rest) else Level.LOW


def reasons(line: Line) -> list[str]:
    """Return in words why a township stands where it does, the weightiest first."""
    kin = nearest(line)
    said = {
        "失败": line.status is Status.FAILED,
        "资料退回": line.status is Status.BLOCKED,
        "还没有起草": line.status is Status.PENDING,
        f"错误 {line.errors} 处": line.errors,
        f"无依据的句子 {line.amber} 句": line.amber,
        "与别的材料雷同": kin and kin.band == "block",
        "相似度偏高": kin and kin.band == "warn",
        f"待补 {line.gaps} 处": line.gaps,
        f"与上年变动很大 {line.jumps} 格": line.jumps,
        f"其他警告 {line.warnings - line.jumps} 条": line.warnings > line.jumps,
    }
    return [reason for reason, holds in said.items() if holds]


def nearest(line: Line) -> Kin | None:
    """Return what a township is most like: another township, or its own last year."""
    kin = [kin for kin in (line.sibling, line.last_year) if kin]
    return max(kin, key=lambda item: item.weight, default=None)
