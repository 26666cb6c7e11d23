"""The workbook is the form as printed, with rules for what is typed and marks for every identity."""

from fnmatch import fnmatch
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.utils import range_boundaries

from drafter.document.grid import table_grid
from drafter.dossier.guide import WHERE
from drafter.dossier.workbook.fields import fee_fields, front_fields, note_fields
from drafter.dossier.workbook.marks import families
from drafter.dossier.workbook.places import TOP, all_places
from drafter.dossier.workbook.writing import workbook_bytes
from drafter.form.editions import form_for_year, load_form
from drafter.form.model import Kind
from drafter.form.totals import totals
from tests.dossier.workbook.filling import YEARS, blank, opened
from tests.sample import statistics

EDITIONS = sorted(YEARS)


def cell(book: Workbook, address: object) -> object:
    sheet, _, name = str(address).partition("!")
    return book[sheet][name]


def rule(book: Workbook, address: object) -> object:
    """Return the data validation of a cell."""
    sheet, _, name = str(address).partition("!")
    (found,) = [item for item in book[sheet].data_validations.dataValidation if name in item.sqref]
    return found


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_label_stands_as_in_print_and_spans_as_much(edition: str):
    form, book = load_form(edition), opened(YEARS[edition])
    for table in form.tables:
        sheet = book[table.name]
        merged = {
            range_boundaries(str(item))[:2]: range_boundaries(str(item))[2:] for item in sheet.merged_cells.ranges
        }
        for placed in table_grid(form, table, statistics(edition)).cells():
            at = (placed.column + 1, placed.row + TOP + 1)
            end = (at[0] + placed.colspan - 1, at[1] + placed.rowspan - 1)
            assert merged.get(at, at) == end
            assert placed.path or sheet.cell(at[1], at[0]).value == placed.text


@pytest.mark.parametrize("edition", EDITIONS)
def test_inputs_are_open_and_everything_else_is_locked(edition: str):
    year = YEARS[edition]
    form, book = load_form(edition), opened(year)
    places, computed = all_places(form, year), totals(form)
    for path in form.cells:
        assert cell(book, places[("statistics", path)]).protection.locked == (path in computed)
    assert all(sheet.protection.sheet and not sheet.protection.password for sheet in book.worksheets)
    assert book["表三"]["A7"].protection.locked


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_input_has_a_rule_and_says_it_in_chinese(edition: str):
    year, kinds = YEARS[edition], {Kind.COUNT: "whole", Kind.CHANGE: "whole", Kind.MONEY: "decimal"}
    form, book = load_form(edition), opened(year)
    for path in set(form.cells) - set(totals(form)):
        item, kind = rule(book, all_places(form, year)[("statistics", path)]), form.cells[path].kind
        assert item.type == kinds[kind]
        assert (item.formula1 == "0") == (kind is not Kind.CHANGE)
        assert item.prompt
        assert item.error.startswith("这里只能填")
        assert item.allow_blank


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_identity_has_a_mark_on_some_sheet(edition: str):
    form = load_form(edition)
    found = [
        identity for family in families(form, all_places(form, YEARS[edition])) for identity, _ in family.identities
    ]

    assert sorted(item.id for item in found) == sorted(item.id for item in form.identities)


@pytest.mark.parametrize("year", [2019, 2021])
def test_an_identity_with_a_year_before_that_has_no_such_cell_has_no_mark(year: int):
    form = form_for_year(year)
    ids = {identity.id for family in families(form, all_places(form, year)) for identity, _ in family.identities}
    missing = {identity.id for identity in form.identities} - ids

    assert all(fnmatch(item, "X-*") for item in missing)
    assert missing


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_formula_has_a_value_saved_and_it_is_no_number(edition: str):
    values = load_workbook(BytesIO(blank(YEARS[edition])), data_only=True)
    for sheet in opened(YEARS[edition]).worksheets:
        for row in sheet.iter_rows():
            for item in row:
                if isinstance(item.value, str) and item.value.startswith("=") and sheet.title != "填写说明":
                    assert values[sheet.title][item.coordinate].value is None


def test_only_totals_and_marks_are_formulas_and_none_comes_from_a_text():
    content = workbook_bytes(
        form_for_year(2025), 2025, {"name": "=1+1", "address": "@SUM(A1)", "website": "http://a.cn"}
    )
    book = load_workbook(BytesIO(content))

    assert [item.data_type for item in (book["机关信息"][f"B{row}"] for row in (4, 10, 14))] == ["s", "s", "s"]
    assert book["机关信息"]["B4"].value == "=1+1"
    assert all(sheet._hyperlinks == [] for sheet in book.worksheets)


def test_where_a_number_is_found_stands_beside_it():
    said = {str(item.value) for row in opened()["表二"].iter_rows() for item in row if item.value}

    assert {WHERE["proactive.normative_documents"], WHERE["proactive.fees"]} <= said


def test_the_other_sheets_ask_for_every_field_by_its_title():
    book = opened()
    titles = {str(item.value) for sheet in book.worksheets for row in sheet.iter_rows() for item in row if item.value}

    assert {field.title for field in (*front_fields(), *fee_fields(), *note_fields())} <= titles
    assert rule(book, "工作材料!B4").formula1 == '"主动公开,依申请公开,政府信息管理,平台建设,监督保障,问题,改进,其他"'
    assert rule(book, "机关信息!B6").formula1 == '"镇,乡,街道"'


def test_sheets_print_on_a4_and_keep_their_heads_in_sight():
    for sheet in opened().worksheets:
        assert (sheet.page_setup.paperSize, sheet.page_setup.fitToWidth) == ("9", 1) or sheet.page_setup.paperSize == 9
    assert opened()["表三"].freeze_panes == "D7"


def test_the_same_year_gives_the_same_file():
    assert workbook_bytes(form_for_year(2025), 2025) == workbook_bytes(form_for_year(2025), 2025)


def test_names_of_the_organ_that_are_known_are_filled_in():
    book = load_workbook(BytesIO(workbook_bytes(form_for_year(2025), 2025, {"short": "灵溪镇", "postcode": "010010"})))

    assert (book["机关信息"]["B5"].value, book["机关信息"]["B11"].value) == ("灵溪镇", "010010")


@pytest.mark.parametrize("year", [2019, 2020])
def test_years_before_the_fees_do_not_ask_for_them(year: int):
    assert "信息处理费" not in opened(year).sheetnames
    assert ("上年表三" in opened(year).sheetnames) == (year == 2020)
