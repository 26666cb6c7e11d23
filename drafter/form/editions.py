"""Read the editions of the form from `schemas/forms/`."""

from functools import cache
from pathlib import Path
from typing import Any

from drafter.errors import ShippedDataError, UsageError
from drafter.form.identities import expand_identities
from drafter.form.model import Aspect, Block, Cell, Column, Form, HeadCell, Kind, Notice, Row, Section, Table
from drafter.resources import folder
from drafter.yamltree import YamlTextError, parse_own

NAMED_HEADS = 2
"""A row is named by its own label and the group right above it: longer names hide the place they name."""


@cache
def editions() -> tuple[str, ...]:
    """Return the names of the editions that are shipped, oldest first."""
    return tuple(sorted(path.stem for path in (folder("schemas") / "forms").glob("*.yaml")))


@cache
def load_form(edition: str) -> Form:
    """Return an edition by its name. Raises UsageError for a name that is not shipped."""
    if edition not in editions():
        raise UsageError(f"没有“{edition}”版格式，可用：{'、'.join(editions())}")
    return read_form(folder("schemas") / "forms" / f"{edition}.yaml")


def form_for_year(year: int) -> Form:
    """Return the edition that a report year is written in (2019 and 2020: 2019; from 2021: 2021)."""
    for edition in reversed(editions()):
        if (form := load_form(edition)).covers(year):
            return form
    raise UsageError(f"{year} 年没有对应的统一格式：现行格式从 2019 年度报告起使用")


def read_form(path: Path) -> Form:
    """Return the form in a file. Raises ShippedDataError where the file contradicts itself."""
    try:
        raw = parse_own(path.read_text(encoding="utf-8")).value
        tables = tuple(_table(item) for item in raw["tables"])
        cells = {cell.path: cell for table in tables for cell in _cells(table)}
        years = raw["years"]
        form = Form(
            edition=raw["edition"],
            first_year=years["from"],
            last_year=years.get("to"),
            notice=Notice(raw["notice"]["title"], raw["notice"]["number"]),
            sections=tuple(_section(item) for item in raw["sections"]),
            aspects=tuple(Aspect(item["key"], item["title"]) for item in raw["aspects"]),
            tables=tables,
            cells=cells,
            identities=expand_identities(raw["identities"], tables, cells),
        )
    except (YamlTextError, KeyError, TypeError, ValueError) as error:
        raise ShippedDataError(f"格式文件 {path.name} 有误：{error}") from error
    _check_spans(form, path)
    return form


def _section(raw: dict[str, Any]) -> Section:
    return Section(raw["key"], raw["ordinal"], raw["title"], tuple(raw["aliases"]))


def _table(raw: dict[str, Any]) -> Table:
    blocks = tuple(_block(item) for item in raw["blocks"])
    return Table(raw["key"], raw["section"], raw["name"], raw["width"], raw["head_width"], blocks, raw.get("note", ""))


def _block(raw: dict[str, Any]) -> Block:
    return Block(
        header=tuple(tuple(HeadCell(**cell) for cell in row) for row in raw["header"]),
        columns=tuple(_column(item) for item in raw["columns"]),
        rows=tuple(Row(row["key"], _row_head(row["head"])) for row in raw["rows"]),
    )


def _column(raw: dict[str, Any]) -> Column:
    return Column(**{**raw, "kind": Kind(raw.get("kind", "count"))})


def _row_head(raw: list[dict[str, Any]]) -> tuple[HeadCell, ...]:
    return tuple(HeadCell(**{"scope": "rowgroup" if cell.get("rowspan", 1) > 1 else "row", **cell}) for cell in raw)


def _cells(table: Table) -> list[Cell]:
    """Return the cells of a table in the order of print, each with the label a clerk knows it by."""
    cells = []
    for block in table.blocks:
        groups: list[tuple[int, str]] = []
        for row in block.rows:
            groups = [(left - 1, text) for left, text in groups if left > 1]
            heads = [text for _, text in groups] + [cell.text for cell in row.head]
            label = " ".join(heads[-NAMED_HEADS:])
            groups += [(cell.rowspan, cell.text) for cell in row.head if cell.rowspan > 1]
            for column in block.columns:
                place = f"“{label}”行“{column.label}”列" if label else f"“{column.label}”列"
                cells.append(
                    Cell(
                        table.path(row, column),
                        table.key,
                        f"{table.name}{place}",
                        column.unit,
                        column.kind,
                        label,
                        column.label,
                        column.print_unit,
                    )
                )
    return cells


def _check_spans(form: Form, path: Path) -> None:
    """Raise ShippedDataError where a printed row is not exactly as wide as its table."""
    for table in form.tables:
        for block in table.blocks:
            open_spans: list[tuple[int, int]] = []
            head_rows = [(row, 0) for row in block.header]
            value_width = sum(column.span for column in block.columns)
            for cells, values in head_rows + [(row.head, value_width) for row in block.rows]:
                taken = sum(width for _, width in open_spans)
                width = taken + sum(cell.colspan for cell in cells) + values
                if width != table.width:
                    raise ShippedDataError(
                        f"格式文件 {path.name} 的{table.name}有一行宽 {width} 格，应为 {table.width} 格"
                    )
                open_spans += [(cell.rowspan, cell.colspan) for cell in cells]
                open_spans = [(left - 1, width) for left, width in open_spans if left > 1]
            if open_spans:
                raise ShippedDataError(f"格式文件 {path.name} 的{table.name}有跨行单元格超出了表格")
