import re

import pytest

from drafter.dossier.blank import blank_dossier
from drafter.dossier.intake import assess
from drafter.form.editions import load_form
from drafter.yamltree import parse_yaml

YEARS = [("2019", 2020), ("2021", 2025)]
ORGAN = {"name": "灵溪镇人民政府", "short": "灵溪镇", "level": "镇", "county": "云岭县"}


@pytest.mark.parametrize(("edition", "year"), YEARS)
def test_a_blank_dossier_asks_for_its_cells_and_the_organ_and_nothing_else(edition: str, year: int):
    form = load_form(edition)
    found = [(finding.code, finding.where) for finding in assess(parse_yaml(blank_dossier(form, year))).findings]

    expected = {("cell-null", path) for path in form.cells} | {("field-missing", f"organ.{name}") for name in ORGAN}
    assert set(found) - {("fees-missing", "fees")} == expected


@pytest.mark.parametrize(("edition", "year"), YEARS)
def test_every_cell_stands_beside_its_column_and_every_row_beside_its_label(edition: str, year: int):
    form = load_form(edition)
    text = blank_dossier(form, year)
    tree = parse_yaml(text)
    lines = text.splitlines()

    for cell in form.cells.values():
        keys = ("statistics", *cell.path.split("."))
        assert cell.column_label in lines[(tree.lines[keys]) - 1]
        assert cell.row_label in lines[tree.lines[keys[:-1]] - 1]


@pytest.mark.parametrize(("edition", "year"), YEARS)
def test_a_blank_dossier_filled_with_zeros_is_a_valid_one(edition: str, year: int):
    text = blank_dossier(load_form(edition), year)
    for field, entry in ORGAN.items():
        text = text.replace(f"  {field}: null", f"  {field}: {entry}")
    statistics, mark, rest = text.partition("# 工作材料")
    text = statistics.replace(": null   #", ": 0   #") + mark + rest
    text = re.sub(r"(notices|billed_yuan|collected_yuan): null", r"\1: 0", text)
    found = assess(parse_yaml(text))

    assert found.findings == ()
    assert found.dossier is not None
    assert found.dossier.statistics.is_complete


@pytest.mark.parametrize(("edition", "year"), YEARS)
def test_the_examples_in_its_comments_are_valid(edition: str, year: int):
    """A clerk who takes the comment marks off as told gets notes, problems and doubts that pass."""
    text = blank_dossier(load_form(edition), year)
    for name in ("notes", "problems", "last_year"):
        text = text.replace(f"{name}: []\n", "")
    head, mark, rest = text.partition("# 工作材料")
    taken_off = re.sub(r"^# (?=(?:notes|problems|last_year|doubts):$|  (?:- |  )\S)", "", rest, flags=re.MULTILINE)
    tree = parse_yaml(head + mark + taken_off)

    found = {finding.code for finding in assess(tree).findings}
    assert [len(tree.value[name]) for name in ("notes", "problems", "last_year", "doubts")] == [3, 1, 1, 1]
    assert found <= {"cell-null", "field-missing", "fees-missing", "cell-source-missing"}


def test_only_the_edition_that_reports_fees_asks_for_them():
    assert "billed_yuan" in blank_dossier(load_form("2021"), 2025)
    assert "billed_yuan" not in blank_dossier(load_form("2019"), 2020)
