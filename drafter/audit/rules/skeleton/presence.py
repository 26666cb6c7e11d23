"""B01, B02, B14: tables that are not there, have lost rows, or stand in pieces."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from drafter.audit.audited import Audited
from drafter.audit.labels import listed
from drafter.audit.placing import at_row, at_table
from drafter.audit.rule import Rule
from drafter.audit.skeleton import skeletons
from drafter.audit.spot import Spot
from drafter.findings import Severity
from drafter.reading.report import PublishedReport, ReadTable
from drafter.reading.source import Place, SourceLine

_FEW = 6
"""Where more than one line in so many is parted by an empty one, the page is set so."""
_SOURCE = "国办公开办函〔2021〕30号、〔2019〕60号附件格式"


def _absent(audited: Audited) -> Iterator[Spot]:
    """Yield a spot for every table that its section does not show; of a missing section its own rule speaks."""
    report = audited.report
    for table in audited.form.tables:
        section = report.section(table.section)
        if section and report.table(table.key) is None:
            message = f"“{section.heading.text.strip()}”下面没有{table.name}"
            if report.source.images:
                message += f"；文件里有 {report.source.images} 张图片，表格可能做成了图片"
            advice = "请按统一格式放上表格，用文字和数字，不要用图片"
            place = section.heading.place
            yield Spot(message, advice, table.key, place, section.heading.text)


def _rows(audited: Audited) -> Iterator[Spot]:
    """Yield one spot for all rows that a table lacks."""
    for found in skeletons(audited.report):
        names = {table.key: table.name for table in audited.form.tables}
        if not found.missing:
            continue
        name, count = names.get(found.table.key, found.table.key), len(found.missing)
        labels = [" ".join((*row.groups[-1:], row.label)) for row in found.missing]
        message = f"{name}缺少 {count} 行：{listed(labels)}" if labels[0] else f"{name}没有数据行"
        advice = "请照统一格式补齐全部行，没有发生的填 0"
        last = found.table.rows[-1] if found.table.rows else None
        if last and found.missing[-1] is found.expected[-1] and count > 1:
            message += f"；表格到“{last.label.strip()}”就断了"
            yield _as_table(at_row(found.table, last, message, advice), found.table.key)
        else:
            yield at_table(found.table, message, advice)


def _as_table(spot: Spot, key: str) -> Spot:
    return Spot(
        spot.message,
        spot.suggestion,
        key,
        spot.place,
        spot.quote,
        spot.mark,
        conversion_suspect=spot.conversion_suspect,
    )


def _pieces(audited: Audited) -> Iterator[Spot]:
    """Yield a spot for a table that the page splits."""
    for table in audited.report.tables:
        others = [other.place for other in audited.report.tables if other is not table]
        pieces = [piece for piece in table.pieces if not any(_is_of(piece, other, table.place) for other in others)]
        if len(pieces) > 1:
            name = audited.report.form.table(table.key).name
            message = f"{name}被拆成了 {len(pieces)} 块，第二块从{pieces[1]}开始"
            advice = "请合成一张表，删去中间的空行或分页；表头设为跨页重复"
            yield _at_piece(table, pieces[1], message, advice)
        elif len(pieces) == 1 and (place := _gap(audited.report, table)):
            name = audited.report.form.table(table.key).name
            message = f"{name}中间有空行，从{place}起断成了两块"
            spot = _at_piece(table, place, message, "请合成一张表，删去中间的空行或分页")
            yield replace(spot, conversion_suspect=True)


def _at_piece(table: ReadTable, piece: Place, message: str, advice: str) -> Spot:
    """Return a spot at the first row of a piece, quoted as it stands; a piece of heads alone has none."""
    row = next((row for row in table.rows if _order(row.place) >= _order(piece)), None)
    if row is None or not row.label.strip():
        return Spot(message, advice, table.key, piece)
    spot = at_row(table, row, f"{message}（“{row.label.strip()}”行）", advice)
    return replace(spot, where=table.key, place=piece, conversion_suspect=False)


def _order(place: Place) -> tuple[int, int]:
    return place.block, place.row or 0


def _gap(report: PublishedReport, table: ReadTable) -> Place | None:
    """Return where a table in lines goes on after an empty line, where only few of its lines are parted so."""
    places = [row.place for row in table.rows]
    blank = {
        number
        for number, block in enumerate(report.source.blocks, start=1)
        if isinstance(block, SourceLine) and not block.text.strip()
    }
    parted = [after for before, after in pairwise(places) if set(range(before.block + 1, after.block)) & blank]
    return parted[0] if 0 < len(parted) <= max(1, len(places) // _FEW) else None


def _is_of(piece: Place, other: Place, own: Place) -> bool:
    """Return whether a piece stands in another of the official tables, whose labels partly read the same."""
    is_same_table = piece.table is not None and piece.table == other.table != own.table
    return is_same_table or own.block < other.block <= piece.block


RULES = (
    Rule("B01", "table-absent", Severity.ERROR, _SOURCE, _absent),
    Rule("B02", "rows-missing", Severity.ERROR, _SOURCE, _rows),
    Rule("B14", "table-split", Severity.INFO, "实务惯例", _pieces),
)
