"""Where everything stands in a workbook: sheets, addresses, and the cell of every value."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from drafter.dossier.guide import fee_law
from drafter.dossier.workbook.fields import Field, fee_fields, front_fields
from drafter.form.editions import editions, load_form
from drafter.form.layout import Placed, table_layout
from drafter.form.model import Form, Table

WORKBOOK_NAME = "年报资料.xlsx"
GUIDE, FRONT, NOTES, PROBLEMS, LAST_PROBLEMS, FEES = (
    "填写说明",
    "机关信息",
    "工作材料",
    "问题与措施",
    "上年问题整改",
    "信息处理费",
)
LAST_YEAR = "上年"
"""Sheets of last year's tables have a name, or a title, that begins so."""
TOP = 3
"""The first row of a table or a list of fields: title, advice and headings stand above."""

Key = tuple[str, str]
"""Source and cell, as in the terms of identities; or `organ` and a field."""


@dataclass(frozen=True, slots=True)
class Place:
    """A cell of a sheet; rows and columns count from 0."""

    sheet: str
    row: int
    column: int

    def __str__(self) -> str:
        """Return the address as WPS and Excel write it: 表三!D7."""
        return f"{self.sheet}!{self.a1}"

    @property
    def a1(self) -> str:
        """Return the address inside the sheet: D7."""
        return f"{column_name(self.column)}{self.row + 1}"

    def seen_from(self, sheet: str) -> str:
        """Return how a formula on a sheet refers to this cell."""
        return self.a1 if sheet == self.sheet else f"{quoted(self.sheet)}!{self.a1}"


def column_name(column: int) -> str:
    """Return the letters of a column: 0 is A, 26 is AA."""
    name, number = "", column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def quoted(sheet: str) -> str:
    """Return the name of a sheet as a formula writes it."""
    return "'" + sheet.replace("'", "''") + "'"


def ranges(places: Iterable[Place], sheet: str) -> str:
    """Return cells as the arguments of a function, neighbours of one row or column drawn together: D5:D9,D11."""
    runs: list[list[Place]] = []
    for place in places:
        if runs and _continues(runs[-1], place):
            runs[-1].append(place)
        else:
            runs.append([place])
    return ",".join(run[0].seen_from(sheet) + (f":{run[-1].a1}" if len(run) > 1 else "") for run in runs)


def _continues(run: list[Place], place: Place) -> bool:
    step = (place.row - run[-1].row, place.column - run[-1].column)
    if place.sheet != run[-1].sheet or step not in ((0, 1), (1, 0)):
        return False
    return len(run) == 1 or step == (run[1].row - run[0].row, run[1].column - run[0].column)


def last_form(year: int) -> Form | None:
    """Return the edition of the year before; None where no edition covers it."""
    return next((last for name in editions() if (last := load_form(name)).covers(year - 1)), None)


def value_cells(table: Table) -> list[Placed]:
    """Return the values of a table in the order of print."""
    return [placed for row in table_layout(table) for placed in row if placed.path]


def all_places(form: Form, year: int) -> Mapping[Key, Place]:
    """Return the place of every value that a formula may name."""
    places = _of_tables(form, "statistics", "")
    if last := last_form(year):
        places |= _of_tables(last, "prior", LAST_YEAR)
    places |= _of_fields("organ", FRONT, front_fields())
    if fee_law(form.identities):
        places |= _of_fields("fees", FEES, fee_fields())
    return places


def _of_tables(form: Form, source: str, prefix: str) -> dict[Key, Place]:
    return {
        (source, placed.path): Place(f"{prefix}{table.name}", TOP + placed.row, placed.column)
        for table in form.tables
        for placed in value_cells(table)
    }


def _of_fields(source: str, sheet: str, fields: Iterable[Field]) -> dict[Key, Place]:
    return {(source, field.name): Place(sheet, TOP + row, 1) for row, field in enumerate(fields)}
