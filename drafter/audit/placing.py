"""Spots at a line, a cell, a row or a table of a report."""

from drafter.audit.spot import Spot
from drafter.findings import Severity
from drafter.reading.report import PublishedReport, ReadRow, ReadTable
from drafter.reading.source import SourceLine


def at_line(
    where: str,
    line: SourceLine,
    message: str,
    suggestion: str = "",
    *,
    mark: tuple[int, int] | None = None,
    severity: Severity | None = None,
) -> Spot:
    """Return a spot at a line of prose; `mark` counts the characters of the line."""
    return Spot(message, suggestion, where, line.place, line.text, mark, severity)


def at_cell(
    report: PublishedReport,
    path: str,
    message: str,
    suggestion: str = "",
    severity: Severity | None = None,
) -> Spot:
    """Return a spot at a cell of the form, as the report shows it."""
    cell = report.cells.get(path)
    if cell is None:
        return Spot(message, suggestion, path, severity=severity)
    quote, known = cell.written, report.form.cells.get(path)
    if known and quote:
        label = " · ".join(part for part in (known.row_label, known.column_label) if part)
        quote = f"{label}：{cell.written}"
    mark = (len(quote) - len(cell.written), len(quote)) if cell.written else None
    return Spot(message, suggestion, path, cell.place, quote, mark, severity, cell.conversion_suspect)


def at_row(table: ReadTable, row: ReadRow, message: str, suggestion: str = "") -> Spot:
    """Return a spot at a row of a table, quoted as it stands."""
    quote = " | ".join((row.label, *row.values))
    where = ".".join(part for part in (table.key, row.key) if part)
    suspect = row.conversion_suspect or table.conversion_suspect
    return Spot(message, suggestion, where, row.place, quote, (0, len(row.label)), conversion_suspect=suspect)


def at_table(table: ReadTable, message: str, suggestion: str = "", quote: str = "") -> Spot:
    """Return a spot at a whole table."""
    mark = (0, len(quote)) if quote else None
    return Spot(message, suggestion, table.key, table.place, quote, mark, conversion_suspect=table.conversion_suspect)
