"""One sheet for a county: a row a township, read as a dossier each."""

from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from drafter.dossier.county import county_dossiers
from drafter.dossier.intake import assess
from drafter.dossier.reading import read_source
from drafter.dossier.workbook.county_page import county_bytes
from drafter.errors import InputError
from drafter.form.editions import form_for_year, load_form
from drafter.form.totals import totals
from tests.dossier.workbook.filling import ORGAN, YEARS, number, read_statistics, saved
from tests.form.strategies import valid_year

NAMES = ("灵溪镇", "青石乡", "城关街道")
FIRST = 6
COLUMNS = {"2019": 13, "2021": 13}


def organs() -> list[dict[str, str]]:
    return [
        ORGAN | {"name": f"{name}人民政府" if name[-1] != "道" else f"{name}办事处", "short": name, "level": name[2:]}
        for name in NAMES
    ]


def opened(year: int = 2025) -> Workbook:
    return load_workbook(BytesIO(county_bytes(form_for_year(year), year, organs())))


def filled(year: int = 2025) -> Workbook:
    """Return a county-wide sheet in which every cell that is no total is 0."""
    book, form = opened(year), form_for_year(year)
    sheet = book.active
    for row in range(FIRST, FIRST + len(NAMES)):
        for column, path in enumerate([*form.cells, "a", "b", "c"], start=13):
            if path not in totals(form) and (year > 2020 or path in form.cells):
                sheet.cell(row, column).value = 0
    return book


def written(folder: Path, book: Workbook) -> Path:
    path = folder / "全县汇总.xlsx"
    path.write_bytes(saved(book))
    return path


def column_of(path: str) -> int:
    return 13 + list(load_form("2021").cells).index(path)


@pytest.mark.parametrize("edition", sorted(YEARS))
def test_a_filled_sheet_gives_a_clean_dossier_for_each_township(edition: str, tmp_path: Path):
    townships = county_dossiers(written(tmp_path, filled(YEARS[edition])))

    assert [item.name for item in townships] == list(NAMES)
    assert {finding.code for item in townships for finding in item.findings} == {"total-computed"}
    assert all(set(read_statistics(item.tree).values.values()) == {0} for item in townships)
    assert [assess(item.tree).dossier.organ.level for item in townships] == ["镇", "乡", "街道"]


@given(years=st.lists(valid_year("2021"), min_size=3, max_size=3))
@settings(max_examples=5)
def test_every_row_comes_back_exactly(years: list, tmp_path_factory: pytest.TempPathFactory):
    book = filled()
    for row, year in enumerate(years, start=FIRST):
        for column, (path, value) in enumerate(year.statistics.values.items(), start=13):
            if path not in totals(load_form("2021")):
                book.active.cell(row, column).value = number(value)
    townships = county_dossiers(written(tmp_path_factory.mktemp("county"), book))

    assert [read_statistics(item.tree) for item in townships] == [year.statistics for year in years]


def test_findings_name_the_township_and_the_cell(tmp_path: Path):
    book = filled()
    book.active.cell(FIRST + 1, column_of("applications.granted.business")).value = "无"
    townships = county_dossiers(written(tmp_path, book))
    (finding,) = [item for item in townships[1].findings if item.code == "cell-slash"]

    assert finding.message.startswith("青石乡：表三")
    assert finding.address == "汇总表!AL7"
    assert {item.code for item in townships[0].findings} == {"total-computed"}


def test_columns_are_known_by_their_labels_where_the_row_of_names_is_gone(tmp_path: Path):
    book = filled()
    book.active.cell(FIRST, column_of("disputes.review.upheld")).value = 1
    book.active.cell(FIRST, column_of("applications.refused.stability.other")).value = 2
    for merged in list(book.active.merged_cells.ranges):
        book.active.unmerge_cells(str(merged))
    for column in range(1, 12):
        book.active.cell(4, column).value = book.active.cell(3, column).value
    book.active.cell(4, 12).value = "报告年度"
    book.active.delete_rows(5)
    for row in book.active.iter_rows(min_row=5):
        for cell in row:
            if isinstance(cell.value, str) and cell.value.startswith("="):
                cell.value = None
    values = read_statistics(county_dossiers(written(tmp_path, book))[0].tree).values

    assert (values["disputes.review.upheld"], values["disputes.review.total"]) == (1, 1)
    assert values["applications.refused.stability.total"] == 2
    assert None not in values.values()


def test_unknown_and_repeated_columns_are_findings(tmp_path: Path):
    book = filled()
    book.active.cell(5, 300).value, book.active.cell(FIRST, 300).value = "applications.surprise", 3
    book.active.cell(5, 301).value, book.active.cell(FIRST, 301).value = "applications.granted.other", 3
    findings = county_dossiers(written(tmp_path, book))[2].findings

    assert {(item.code, item.address) for item in findings if item.code.startswith("column")} == {
        ("column-unknown", "汇总表!KN5"),
        ("column-repeated", "汇总表!KO5"),
    }


def test_the_sum_of_the_county_is_no_township(tmp_path: Path):
    book = filled()
    book.active.cell(FIRST + 3, 1).value, book.active.cell(FIRST + 3, 20).value = "合计", 0

    assert [item.name for item in county_dossiers(written(tmp_path, book))] == list(NAMES)


def test_a_row_without_a_name_is_named_by_its_number(tmp_path: Path):
    book = filled()
    for column in range(1, 5):
        book.active.cell(FIRST, column).value = None
    first = county_dossiers(written(tmp_path, book))[0]

    assert first.name == "第 6 行"
    assert {"organ.name", "organ.short"} <= {item.where for item in first.findings}


def test_a_township_that_stands_twice_is_a_finding(tmp_path: Path):
    book = filled()
    for column in range(1, 5):
        book.active.cell(FIRST + 1, column).value = book.active.cell(FIRST, column).value
    codes = [[item.code for item in township.findings] for township in county_dossiers(written(tmp_path, book))]

    assert ["township-repeated" in found for found in codes] == [False, True, False]


def test_a_county_is_no_single_dossier(tmp_path: Path):
    with pytest.raises(InputError):
        read_source(written(tmp_path, filled()))


def test_a_file_of_one_dossier_is_no_county(tmp_path: Path):
    path = tmp_path / "dossier.yaml"
    path.write_text("year: 2025\n", encoding="utf-8")

    assert county_dossiers(path) == []
