"""How far a sheet reaches, found out before anything is laid out in memory: a few bytes can claim a billion cells."""

import re
from typing import Any
from xml.parsers import expat

MAX_ROWS, MAX_COLUMNS, MAX_CELLS, MAX_AREA = 3_000, 1_000, 200_000, 500_000
_ODS_CELLS = ("table-cell", "covered-table-cell")
_REFERENCE = re.compile("([A-Za-z]{1,4})([0-9]{1,9})")


class TooMuch(ValueError):
    """A sheet reaches further, or a part is built otherwise, than a dossier ever is; says so in Chinese."""


class Extent:
    """Counts the cells of a workbook that hold something, sheet by sheet, and stops where they are too many."""

    def __init__(self) -> None:
        self.cells = self.row = self.column = 0

    def new_sheet(self) -> None:
        """Start another sheet."""
        self.row = self.column = 0

    def add(self, row: int, column: int, count: int = 1) -> None:
        """Count cells that end at a row and a column, both counted from 0."""
        self.cells += count
        self.row, self.column = max(self.row, row + 1), max(self.column, column + 1)
        if self.row > MAX_ROWS or self.cells > MAX_CELLS or self.row * self.column > MAX_AREA:
            raise TooMuch(f"内容太多（超过 {MAX_ROWS} 行或 {MAX_CELLS} 格），不像年报资料，请删去无关的内容")
        if self.column > MAX_COLUMNS:
            raise TooMuch(f"列太多（超过 {MAX_COLUMNS} 列），不像年报资料，请删去无关的列")


def check_xlsx_sheet(xml: bytes) -> None:
    """Raise TooMuch where a worksheet part of an xlsx reaches too far, or is no plain XML."""
    extent, at = Extent(), [-1, -1]

    def start(name: str, attributes: dict[str, str]) -> None:
        kind = name.rpartition(":")[2]
        if kind == "row":
            at[:] = _number(attributes.get("r"), at[0] + 2) - 1, -1
        elif kind == "c":
            match = _REFERENCE.fullmatch(attributes.get("r", ""))
            at[:] = (int(match[2]) - 1, _column(match[1])) if match else (at[0], at[1] + 1)
        elif kind in ("v", "is"):
            extent.add(max(at[0], 0), max(at[1], 0))

    _parse(xml, start, lambda _: None)


def check_ods_content(xml: bytes) -> None:
    """Raise TooMuch where the content of an ods reaches too far; repeated cells count as often as they repeat."""
    content = _OdsContent()
    _parse(xml, content.start, content.end)


class _OdsContent:
    """Walks the content of an ods, where a cell or a row may say that it repeats a million times."""

    def __init__(self) -> None:
        self.extent = Extent()
        self.row = self.column = self.open_cells = 0
        self.rows = self.columns = 1

    def start(self, name: str, attributes: dict[str, str]) -> None:
        kind = name.rpartition(":")[2]
        if kind == "table":
            self.extent.new_sheet()
            self.row = self.column = 0
        elif kind == "table-row":
            self.rows, self.column = _number(attributes.get("table:number-rows-repeated"), 1), 0
        elif kind in _ODS_CELLS:
            self.open_cells += 1
            self.columns = _number(attributes.get("table:number-columns-repeated"), 1)
        if (kind == "p" and self.open_cells) or (kind in _ODS_CELLS and "office:value-type" in attributes):
            row, column = self.row + self.rows - 1, self.column + self.columns - 1
            self.extent.add(row, column, self.rows * self.columns)

    def end(self, name: str) -> None:
        kind = name.rpartition(":")[2]
        if kind == "table-row":
            self.row += self.rows
        elif kind in _ODS_CELLS:
            self.open_cells -= 1
            self.column += self.columns


def _parse(xml: bytes, start: Any, end: Any) -> None:
    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.StartDoctypeDeclHandler = _refuse_doctype
    try:
        parser.Parse(xml, True)
    except expat.ExpatError as error:
        raise TooMuch("文件已损坏，请用 WPS 或 Excel 打开，另存为 xlsx 再试") from error


def _refuse_doctype(*_: object) -> None:
    raise TooMuch("文件里有不该有的内容（文档类型声明），不能读取")


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 10 else otherwise


def _column(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
