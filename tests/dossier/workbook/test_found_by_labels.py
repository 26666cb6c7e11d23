"""Tables are found by their labels: wherever they stand, whatever was inserted, moved or renamed around them."""

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from drafter.dossier.reading import read_source
from drafter.form.editions import load_form
from drafter.form.layout import table_layout
from drafter.form.statistics import Number
from drafter.form.totals import computed_totals, totals
from tests.dossier.workbook.filling import filled, found, place, put, read, read_statistics, saved


def numbered(edition: str = "2021") -> dict[str, Number]:
    """Return a value of its own for every cell, totals apart, small enough for any cell."""
    form = load_form(edition)
    sums = totals(form)
    values: dict[str, Number] = {path: number for number, path in enumerate(form.cells, 1) if path not in sums}
    everything = values | computed_totals(form, values)
    return {path: everything[path] for path in form.cells}


VALUES = numbered()


def typed() -> Workbook:
    """Return a workbook without formulas, which would go on naming the cells that are moved."""
    book = filled(VALUES, typed=True)
    for sheet in book.worksheets:
        for merged in list(sheet.merged_cells.ranges):
            sheet.unmerge_cells(str(merged))
    return book


def rows_inserted(book: Workbook) -> None:
    book["表三"].insert_rows(1, 3)
    book["表三"].insert_rows(14)
    book["表四"].insert_rows(2)


def columns_inserted(book: Workbook) -> None:
    book["表三"].insert_cols(1)
    book["表三"].insert_cols(7)
    book["表二"].insert_cols(1, 2)
    book["表四"].insert_cols(8)


def sheets_renamed(book: Workbook) -> None:
    for number, sheet in enumerate(book.worksheets):
        if not sheet.title.startswith("上年"):
            sheet.title = f"Sheet{number}"


def rows_moved(book: Workbook) -> None:
    book["表二"].move_range("A5:D17", rows=20, cols=3)


def guide_removed(book: Workbook) -> None:
    del book["填写说明"]


def one_sheet(book: Workbook) -> None:
    """Stack every table on the sheet of the first."""
    first = book["表二"]
    for name in ("表三", "表四"):
        start = first.max_row + 2
        for row in book[name].iter_rows():
            for cell in row:
                if cell.value is not None:
                    first.cell(start + cell.row, cell.column, cell.value)
        del book[name]


def labels_spaced(book: Workbook) -> None:
    """Pad and vary labels as people do: spaces, half-width brackets, other quotes."""
    for row in book["表三"].iter_rows():
        for cell in row:
            if isinstance(cell.value, str) and not cell.value.startswith("="):
                text = cell.value.replace("（", "(").replace("）", ")").replace("“", '"').replace("”", '"')
                cell.value = f" {text[:2]} {text[2:]}\n"


CHANGES = [
    rows_inserted,
    columns_inserted,
    sheets_renamed,
    rows_moved,
    guide_removed,
    one_sheet,
    labels_spaced,
]


@pytest.mark.parametrize("change", CHANGES, ids=[change.__name__ for change in CHANGES])
def test_a_changed_layout_reads_the_same(change: Callable[[Workbook], None]):
    book = typed()
    change(book)
    tree = read(saved(book))

    assert read_statistics(tree).values == VALUES
    assert [item.code for item in tree.findings if item.code != "sheet-unknown"] == []
    assert tree.value["organ"]["short"] == "灵溪镇"


def test_a_workbook_of_the_other_edition_is_read_as_what_it_is():
    book = filled(numbered("2019"), year=2020, typed=True)
    put(book, place(("organ", "year"), 2020), 2025)
    tree = read(saved(book))

    assert tree.value["statistics"]["edition"] == "2019"
    assert read_statistics(tree).values == numbered("2019")
    assert ("edition-differs", "") in [code for code in found(book) if code[0] == "edition-differs"]


def plain_table(edition: str, key: str) -> str:
    """Return a table as the text that copying it from a document gives: labels once, values in their columns."""
    form, lines = load_form(edition), []
    values = numbered(edition)
    for row in table_layout(form.table(key)):
        cells = [""] * form.table(key).width
        for placed in row:
            cells[placed.column] = str(values[placed.path]) if placed.path else placed.head.text
        lines.append(",".join(cells))
    return "\n".join(lines)


@pytest.mark.parametrize("edition", ["2019", "2021"])
@pytest.mark.parametrize("key", ["proactive", "applications", "disputes"])
@pytest.mark.parametrize("mark", [",", "\t", ";"])
def test_a_table_alone_as_csv_is_read(edition: str, key: str, mark: str, tmp_path: Path):
    path = tmp_path / "随便什么名字.csv"
    path.write_text(plain_table(edition, key).replace(",", mark), encoding="gb18030")
    tree = read_source(path).tree

    own = {cell.path for cell in load_form(edition).cells.values() if cell.table == key}
    values = read_statistics(tree).values
    assert {cell: values[cell] for cell in own if cell in values} == {cell: numbered(edition)[cell] for cell in own}


def test_the_missing_tables_of_a_csv_are_named(tmp_path: Path):
    path = tmp_path / "表三.csv"
    path.write_text(plain_table("2021", "applications"), encoding="utf-8-sig")

    assert [(item.code, item.where) for item in read_source(path).tree.findings] == [
        ("table-missing", "表二"),
        ("table-missing", "表四"),
    ]


def test_a_row_that_the_form_does_not_have_is_a_finding():
    book = typed()
    book["表二"]["A18"], book["表二"]["B18"] = "其他主动公开文件", 7

    assert ("label-unknown", "表二!A18") in found(book)


def test_a_renamed_row_is_a_finding_that_names_the_right_one():
    book = typed()
    book["表二"]["A7"] = "规范性文件"
    findings = read(saved(book)).findings

    assert [(item.code, "行政规范性文件" in item.suggestion) for item in findings] == [("label-unknown", True)]
    assert ("cell-missing", "表二!A5") in found(book)


def test_a_column_that_the_form_does_not_have_is_a_finding():
    book = typed()
    book["表三"].insert_cols(9)
    book["表三"]["I6"], book["表三"]["I7"] = "法人或其他组织小计", 3

    assert ("label-unknown", "表三!I6") in found(book)


def test_a_table_that_stands_twice_is_a_finding():
    book = typed()
    book.copy_worksheet(book["表三"]).title = "表三 (2)"

    assert [item for item in found(book) if item[0] == "table-repeated"] == [("table-repeated", "表三 (2)!A6")]


def test_a_row_that_stands_twice_is_a_finding():
    book = typed()
    sheet = book["表三"]
    sheet.insert_rows(12)
    for cell in sheet[13]:
        sheet.cell(12, cell.column, cell.value)

    assert [code for code, _ in found(book) if code.startswith("label")] == ["label-repeated"]


def test_a_number_that_strayed_is_a_finding():
    book = typed()
    book["表二"]["C10"] = 9

    assert ("cell-unplaced", "表二!C10") in found(book)


def test_numbers_in_the_margin_are_nobodys_business():
    book = typed()
    book["表三"]["N9"] = 12
    book["表三"]["B50"] = 5

    assert read(saved(book)).findings == ()


def test_a_deleted_row_is_missing_and_no_other_is_taken_for_it():
    book = typed()
    book["表三"].delete_rows(12)
    tree = read(saved(book))
    values = read_statistics(tree).values

    gone = {path for path in VALUES if values[path] is None}
    assert gone == {path for path in VALUES if path.startswith("applications.refused.prohibited_by_law.")}
    assert {path: values[path] for path in VALUES if path not in gone} == {
        path: value for path, value in VALUES.items() if path not in gone
    }


def test_a_deleted_group_of_columns_is_missing_and_no_other_is_taken_for_it():
    book = typed()
    for row in book["表四"].iter_rows(min_row=4, max_row=7):
        row[0].value, row[5].value = row[0].value, row[5].value
    book["表四"].delete_cols(6, 5)
    book["表四"]["F4"] = "行政诉讼"
    values = read_statistics(read(saved(book))).values

    assert all(
        (values[path] is None) == path.startswith("disputes.litigation_direct")
        for path in values
        if path.startswith("disputes")
    )
    assert values["disputes.litigation_after_review.upheld"] == VALUES["disputes.litigation_after_review.upheld"]
