"""What LibreOffice saves is read back exactly, and its marks turn where an identity fails."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from drafter.dossier.intake import load_dossier
from drafter.dossier.reading import read_source
from drafter.dossier.workbook.container import read_container
from drafter.dossier.workbook.marks import Family, families
from drafter.dossier.workbook.places import Place, all_places, value_cells
from drafter.dossier.workbook.sheet import Value
from drafter.form.editions import form_for_year, load_form
from drafter.form.model import Kind
from drafter.form.statistics import Number
from drafter.form.totals import computed_totals, totals
from tests.dossier.workbook.filling import YEARS, blank, filled, number, put, read_statistics
from tests.dossier.workbook.office import ALL_SHEETS, converted

pytestmark = pytest.mark.system
KINDS = ("xlsx", "xls", "ods")


@cache
def distinct(edition: str) -> dict[str, Number]:
    """Return a value of its own for every cell; totals are what their parts make."""
    form = load_form(edition)
    computed, values = totals(form), dict[str, Number]()
    for place, cell in enumerate(form.cells.values(), start=1):
        if cell.path not in computed:
            values[cell.path] = (
                Decimal(place) / 8 if cell.kind is Kind.MONEY else place * (-1) ** (cell.kind is Kind.CHANGE)
            )
    everything = values | computed_totals(form, values)
    return {path: everything[path] for path in form.cells}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with filled and empty workbooks of both editions, and each of them saved as every kind."""
    folder = tmp_path_factory.mktemp("saved")
    names = []
    for edition, year in YEARS.items():
        book = filled(distinct(edition), year=year)
        book["工作材料"]["C4"].value = "=1+1 不是公式"
        book["工作材料"]["C4"].data_type = "s"
        book["工作材料"]["B4"].value = "主动公开"
        names += [folder / f"{edition}.xlsx", folder / f"empty-{edition}.xlsx"]
        book.save(names[-2])
        names[-1].write_bytes(blank(year))
    for kind in (*KINDS, ALL_SHEETS):
        converted(folder, names, kind)
    return folder


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("edition", sorted(YEARS))
def test_a_saved_workbook_reads_back_exactly(folder: Path, edition: str, kind: str):
    tree = read_source(folder / kind / f"{edition}.{kind}").tree

    assert read_statistics(tree).values == distinct(edition)
    assert [item.code for item in tree.findings] == []
    assert tree.value["notes"] == [{"id": "N01", "aspect": "主动公开", "text": "=1+1 不是公式"}]
    assert tree.value["year"] == YEARS[edition]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("edition", sorted(YEARS))
def test_an_empty_workbook_shows_no_number_once_it_is_calculated(folder: Path, edition: str, kind: str):
    path = folder / kind / f"empty-{edition}.{kind}"

    assert set(read_statistics(read_source(path).tree).values.values()) == {None}
    shown = {sheet.name: sheet.rows for sheet in read_container(path, path.read_bytes()).sheets}
    assert not [value for row in shown["表三"] for value in row if isinstance(value, int | Decimal)]
    assert not [value for row in shown["表三"] for value in row if isinstance(value, str) and value[0] in "√×"]


@pytest.mark.parametrize("edition", sorted(YEARS))
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16"])
def test_one_table_as_csv_reads_back_exactly(folder: Path, tmp_path: Path, edition: str, encoding: str):
    for table in load_form(edition).tables:
        text = (folder / "csv" / f"{edition}-{table.name}.csv").read_text(encoding="utf-8")
        path = tmp_path / f"{table.name}.csv"
        path.write_bytes(text.replace("√", "对").encode(encoding))
        values = read_statistics(read_source(path).tree).values

        own = [placed.path for placed in value_cells(table)]
        assert {cell: values[cell] for cell in own} == {cell: distinct(edition)[cell] for cell in own}


@dataclass(frozen=True)
class Broken:
    """A workbook in which one identity fails, and the mark that says so."""

    family: Family
    name: str
    mark: Place


def test_every_identity_turns_from_a_tick_to_the_difference(tmp_path: Path):
    form, places = form_for_year(2025), all_places(form_for_year(2025), 2025)
    zeros, cases, names = dict.fromkeys(form.cells, 0), list[Broken](), [tmp_path / "right.xlsx"]
    filled(zeros, prior=zeros).save(names[0])
    for family in families(form, places):
        identity, place = family.identities[-1]
        is_total = identity.terms[0].cell in totals(form)
        term = identity.terms[0] if is_total or identity.relation != "=" else identity.terms[-1]
        term = identity.terms[-1] if identity.id == "F-2" else term
        value = -5 if identity.relation == ">=" and term is identity.terms[0] else 5
        book = filled(zeros, prior=zeros)
        put(book, places[(term.source, term.cell)], number(value))
        names.append(tmp_path / f"{identity.id.replace(':', '-')}.xlsx")
        book.save(names[-1])
        cases.append(Broken(family, names[-1].name, place))
    out = converted(tmp_path, names, "xlsx:Calc MS Excel 2007 XML")

    for case in cases:
        before, after = (marks(out / name, case.mark.sheet) for name in ("right.xlsx", case.name))
        changed = {at for at in before if before[at] != after.get(at)}
        assert any(str(after.get(at)).startswith("×") and before[at] == "√" for at in changed), case.name
    assert sum(
        value == "√"
        for sheet in ("表二", "表三", "表四", "信息处理费")
        for value in marks(out / "right.xlsx", sheet).values()
    ) == len(form.identities)


def marks(path: Path, sheet: str) -> dict[tuple[int, int], Value]:
    """Return what the marks of a sheet show."""
    (found,) = [item for item in read_container(path, path.read_bytes()).sheets if item.name == sheet]
    return {
        (row, column): value
        for row, values in enumerate(found.rows)
        for column, value in enumerate(values)
        if isinstance(value, str) and value[:1] in ("√", "×")
    }


def test_a_workbook_filled_with_zeros_and_saved_is_a_dossier_without_errors(tmp_path: Path):
    filled(dict.fromkeys(form_for_year(2025).cells, 0)).save(tmp_path / "zeros.xlsx")
    out = converted(tmp_path, [tmp_path / "zeros.xlsx"], "ods")

    assert load_dossier(out / "zeros.ods").findings == ()
