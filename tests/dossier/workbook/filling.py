"""Fill in a workbook as a clerk does, by openpyxl, and read it back."""

from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook, load_workbook

from drafter.dossier.intake import Loaded, assess, prior_of
from drafter.dossier.workbook.container import read_container
from drafter.dossier.workbook.places import Key, all_places
from drafter.dossier.workbook.reading import workbook_tree
from drafter.dossier.workbook.writing import workbook_bytes
from drafter.form.editions import form_for_year, load_form
from drafter.form.statistics import Number, Statistics, statistics_from_tree
from drafter.form.totals import totals
from drafter.yamltree import Tree
from tests.sample import statistics

YEARS = {"2019": 2020, "2021": 2025}
ORGAN = {"name": "灵溪镇人民政府", "short": "灵溪镇", "level": "镇", "county": "云岭县"}
NAME = Path("年报资料.xlsx")
ZEROS: Mapping[str, Number | None] = statistics("2021").values


@cache
def blank(year: int) -> bytes:
    """Return an empty workbook of a year, made once."""
    return workbook_bytes(form_for_year(year), year)


def opened(year: int = 2025) -> Workbook:
    return load_workbook(BytesIO(blank(year)))


def saved(book: Workbook) -> bytes:
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def number(value: Number | None) -> float | int | None:
    return float(value) if isinstance(value, Decimal) else value


def fill(
    book: Workbook, year: int, values: Mapping[str, Number | None], *, typed: bool = False, source: str = "statistics"
) -> None:
    """Put values into their cells; totals keep their formulas unless everything is `typed`."""
    places, computed = all_places(form_for_year(year), year), totals(form_for_year(year))
    for path, value in values.items():
        if typed or source == "prior" or path not in computed:
            put(book, places[(source, path)], number(value))


def put(book: Workbook, place: object, value: object) -> None:
    sheet, _, address = str(place).partition("!")
    book[sheet][address].value = value


def place(key: Key, year: int = 2025) -> str:
    return str(all_places(form_for_year(year), year)[key])


def filled(
    values: Mapping[str, Number | None] = ZEROS,
    *,
    year: int = 2025,
    typed: bool = False,
    prior: Mapping[str, Number | None] | None = None,
    fees: Mapping[str, Number | None] | None = None,
) -> Workbook:
    """Return a workbook with everything that a dossier must have."""
    book, places = opened(year), all_places(form_for_year(year), year)
    for field, text in ORGAN.items():
        put(book, places[("organ", field)], text)
    fill(book, year, values, typed=typed)
    if prior:
        fill(book, year, prior, source="prior")
    if year > 2020:
        for field, value in ({"notices": 0, "billed_yuan": 0, "collected_yuan": 0} | dict(fees or {})).items():
            put(book, places[("fees", field)], number(value))
    return book


def read(content: bytes, name: Path = NAME) -> Tree:
    return workbook_tree(name, read_container(name, content))


def loaded(book: Workbook) -> Loaded:
    tree = read(saved(book))
    return assess(tree, prior_of(tree, NAME))


def read_statistics(tree: Tree) -> Statistics:
    return statistics_from_tree(load_form(tree.value["statistics"]["edition"]), tree.value["statistics"])


def found(book: Workbook) -> list[tuple[str, str]]:
    """Return code and address of everything wrong with a workbook, notes about totals left out."""
    return [(item.code, item.address) for item in loaded(book).findings if item.code != "total-computed"]
