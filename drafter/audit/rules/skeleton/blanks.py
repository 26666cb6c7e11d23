"""B07: cells that hold nothing, a slash or a dash where a number belongs."""

from collections.abc import Iterator

from drafter.audit.audited import Audited
from drafter.audit.placing import at_cell, at_table
from drafter.audit.rule import Rule
from drafter.audit.spot import Spot
from drafter.findings import Severity
from drafter.reading.report import CellState, PublishedReport, ReadCell

MANY_TOTALS = 3
"""This many empty totals beside filled parts are a column left empty, of which C05 speaks."""
_MOST = 4
"""Where more rows than this of a table have empty cells, one spot speaks for all."""


def _blank(audited: Audited) -> Iterator[Spot]:
    """Yield a spot for every row with empty cells, or one for a table of which many are empty."""
    report = audited.report
    left_to_c05 = set(blank_totals(report))
    for table in report.tables:
        rows: dict[str, list[ReadCell]] = {}
        for path, cell in report.cells.items():
            is_ours = path.partition(".")[0] == table.key and path not in left_to_c05
            if is_ours and cell.state is CellState.BLANK:
                rows.setdefault(path.rpartition(".")[0], []).append(cell)
        if len(rows) > _MOST:
            cells = [cell for row in rows.values() for cell in row]
            message = f"{report.form.table(table.key).name}有 {len(cells)} 格没有填数"
            first = at_cell(report, cells[0].path, message, _ADVICE, _severity(report, cells))
            spot = at_table(table, message, _ADVICE)
            yield Spot(message, _ADVICE, table.key, first.place or spot.place, first.quote, first.mark, first.severity)
        else:
            for cells in rows.values():
                yield _row(report, cells)


_ADVICE = "没有发生的填 0；不要留空，也不要写“/”“-”“无”"


def _row(report: PublishedReport, cells: list[ReadCell]) -> Spot:
    known = report.form.cells[cells[0].path]
    columns = "、".join(report.form.cells[cell.path].column_label for cell in cells)
    place = f"“{known.row_label}”行" if known.row_label else ""
    written = cells[0].written.strip()
    holds = f"写的是“{written}”" if written else "是空的"
    message = f"{report.form.table(known.table).name}{place}“{columns}”列{holds}，应当填数"
    return at_cell(report, cells[0].path, message, _ADVICE, _severity(report, cells))


def _severity(report: PublishedReport, cells: list[ReadCell]) -> Severity | None:
    """Return ERROR where a total of 表三 is empty: nothing can be checked without it."""
    is_total = any(
        cell.path.startswith("applications.concluded.")
        or (cell.path.startswith("applications.") and cell.path.endswith(".total"))
        for cell in cells
    )
    return Severity.ERROR if is_total and report.table("applications") else None


def blank_totals(report: PublishedReport) -> list[str]:
    """Return the empty totals of 表三 beside filled parts, where there are so many that the column was left empty."""
    found = []
    for path, cell in report.cells.items():
        row, _, column = path.rpartition(".")
        if path.startswith("applications.") and column == "total" and cell.state is CellState.BLANK:
            parts = [other for name, other in report.cells.items() if name.rpartition(".")[0] == row and name != path]
            if parts and all(part.state is CellState.READ for part in parts):
                found.append(path)
    return found if len(found) >= MANY_TOTALS else []


RULES = (Rule("B07", "cell-blank", Severity.WARNING, "国办公开办函〔2021〕30号附件格式；实务惯例", _blank),)
