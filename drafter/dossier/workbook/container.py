"""Any workbook as sheets of plain values, whatever program saved it and however its file is called."""

import codecs
import csv
from dataclasses import dataclass
from io import BytesIO, StringIO
from pathlib import Path

from drafter.dossier.workbook.bounds import Extent, TooMuch
from drafter.dossier.workbook.compound import SIGNATURE, safe_copy
from drafter.dossier.workbook.sheet import ReadSheet, read_rows
from drafter.dossier.workbook.zipped import clean_copy
from drafter.errors import InputError

SUFFIXES = (".xlsx", ".xlsm", ".xls", ".et", ".ett", ".ods", ".csv", ".tsv", ".xlsb")
MAX_BYTES = 10_000_000
_DAMAGED = "文件不完整或已损坏，请用 WPS 或 Excel 打开，另存为 xlsx 再试"
_ZIP = b"PK\x03\x04"


@dataclass(frozen=True, slots=True)
class Container:
    """The sheets of a workbook, and whether it takes values from other files."""

    sheets: tuple[ReadSheet, ...]
    has_links: bool = False


def is_workbook(path: Path, content: bytes) -> bool:
    """Return whether a file is to be read as a workbook: by what it holds, or by its name."""
    return content.startswith((_ZIP, SIGNATURE)) or path.suffix.lower() in SUFFIXES


def read_container(path: Path, content: bytes) -> Container:
    """Return the sheets of a workbook. Raises InputError for whatever cannot be read in bounded memory and time."""
    try:
        if content.startswith(_ZIP):
            clean, has_links = clean_copy(content)
            return Container(_sheets(clean), has_links)
        if content.startswith(SIGNATURE):
            return Container(_sheets(safe_copy(content)))
        return Container((_text_sheet(path, content),))
    except TooMuch as error:
        raise InputError(path, str(error)) from error


def _sheets(content: bytes) -> tuple[ReadSheet, ...]:
    from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum

    try:
        with CalamineWorkbook.from_filelike(BytesIO(content)) as book:
            names = [sheet.name for sheet in book.sheets_metadata if sheet.typ == SheetTypeEnum.WorkSheet]
            return tuple(
                ReadSheet(name, read_rows(book.get_sheet_by_name(name).to_python(skip_empty_area=False)))
                for name in names
            )
    except (CalamineError, OSError, ValueError) as error:
        raise TooMuch(_DAMAGED) from error
    except BaseException as error:
        # A panic of the Rust library is no Exception; anything else goes its way.
        if type(error).__name__ != "PanicException":
            raise
        raise TooMuch(_DAMAGED) from error


def _text_sheet(path: Path, content: bytes) -> ReadSheet:
    text = _decoded(content)
    head = text.lstrip()[:200].lower()
    if head.startswith(("<html", "<!doctype", "<table", "<?xml", "<meta")):
        raise TooMuch("这是网页格式的表格，请用 WPS 或 Excel 打开，另存为 xlsx 再试")
    lines = text.splitlines()[:20]
    delimiter = max(",\t;，", key=lambda mark: sum(line.count(mark) for line in lines))
    extent, rows = Extent(), list[list[str]]()
    try:
        for number, row in enumerate(csv.reader(StringIO(text, newline=""), delimiter=delimiter)):
            extent.add(number, max(len(row) - 1, 0), len(row))
            rows.append(row)
    except csv.Error as error:
        raise TooMuch("不是有效的 CSV：有一格太长，或引号没有成对") from error
    return ReadSheet(path.stem, read_rows(rows), is_text=True)


def _decoded(content: bytes) -> str:
    """Return a text by its mark, as UTF-8, or else as GB18030, which every GBK text is."""
    try:
        if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            text = content.decode("utf-16")
        else:
            text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        try:
            text = content.decode("gb18030")
        except UnicodeDecodeError as error:
            raise TooMuch("看不出文字编码，请用 WPS 或 Excel 打开，另存为 xlsx 再试") from error
    if "\x00" in text:
        raise TooMuch("含有空字符，不是表格文件")
    return text
