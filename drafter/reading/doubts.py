"""What of the tables could not be read, put into words: one finding for a row."""

from collections.abc import Iterator

from drafter.findings import Finding, Severity
from drafter.form.model import Form
from drafter.reading.report import CellState, ReadCell
from drafter.reading.tables import TablesRead

_COUNT = 6


def table_doubts(tables: TablesRead, year: int | None, images: int) -> Iterator[Finding]:
    """Yield what a person has to look up in the report itself: tables, rows and cells that are not certain."""
    form = tables.form
    if year is not None and tables.shows_edition and not form.covers(year):
        message = f"表格是 {form.edition} 版格式，{year} 年度应当用另一版，数据按 {form.edition} 版写入。"
        yield Finding("edition-differs", Severity.WARNING, "statistics.edition", message, "请核对报告年度和表格版本。")
    for table in form.tables:
        states = {cell.state for path, cell in tables.cells.items() if form.cells[path].table == table.key}
        if states == {CellState.ABSENT}:
            pictures = f"；文件里有 {images} 张图片，表格可能做成了图片" if images else ""
            message = f"没有读到{table.name}（{form.section(table.section).title}）{pictures}。"
            yield Finding(
                "table-absent", Severity.WARNING, table.key, message, "请照原件填写，或换一份有文字表格的文件。"
            )
        else:
            yield from _rows(form, table.key, tables)


def _rows(form: Form, table: str, tables: TablesRead) -> Iterator[Finding]:
    rows: dict[str, list[ReadCell]] = {}
    for path, cell in tables.cells.items():
        if form.cells[path].table == table and cell.state is not CellState.READ:
            rows.setdefault(path.rpartition(".")[0], []).append(cell)
    absent = [row for row, cells in rows.items() if all(cell.state is CellState.ABSENT for cell in cells)]
    if len(absent) > 1:
        yield _absent_rows(form, table, [rows.pop(row)[0] for row in absent])
    for row, cells in rows.items():
        for state in (CellState.UNREADABLE, CellState.BLANK, CellState.ABSENT):
            if found := [cell for cell in cells if cell.state is state]:
                yield _finding(form, row, found)


def _absent_rows(form: Form, table: str, firsts: list[ReadCell]) -> Finding:
    labels = "、".join(f"“{form.cells[cell.path].row_label}”" for cell in firsts[:_COUNT])
    labels += " 等" if len(firsts) > _COUNT else ""
    message = f"{form.table(table).name}有 {len(firsts)} 行在文件里没有找到：{labels}。"
    return Finding("rows-absent", Severity.WARNING, table, message, "请看原件有没有这些行，照原件填上。")


def _finding(form: Form, row: str, cells: list[ReadCell]) -> Finding:
    first = cells[0]
    columns = "、".join(form.cells[cell.path].column_label for cell in cells[:_COUNT])
    columns += " 等" if len(cells) > _COUNT else ""
    label = form.cells[first.path].row_label
    name = form.table(form.cells[first.path].table).name
    place = f"（{first.place}）" if first.place else ""
    written = "、".join(dict.fromkeys(cell.written for cell in cells if cell.written.strip()))[:60]
    shown = f"，写的是“{written}”" if written else ""
    what = {
        CellState.UNREADABLE: ("cell-unreadable", Severity.WARNING, f"读不准{shown}"),
        CellState.BLANK: ("cell-blank", Severity.WARNING, f"是空白{shown}，空白不等于 0"),
        CellState.ABSENT: ("cell-absent", Severity.WARNING, "在文件里没有找到"),
    }[first.state]
    lost = "，像是转换文件时丢了文字" if any(cell.conversion_suspect for cell in cells) else ""
    row_text = f"“{label}”行" if label else ""
    message = f"{name}{row_text}{place}有 {len(cells)} 格{what[2]}{lost}：{columns}。"
    where = cells[0].path if len(cells) == 1 else f"{row}.*"
    return Finding(what[0], what[1], where, message, "请对照原件填上。")
