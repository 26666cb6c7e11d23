"""A next edition is one more file: everything that knows the form takes it from there."""

import os
import shutil
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest

from drafter.contracts import violations_of
from drafter.document.grid import table_grid
from drafter.dossier.blank import blank_dossier
from drafter.dossier.cells import statistics_findings
from drafter.form.checks import identity_findings
from drafter.form.editions import read_form
from drafter.form.model import Form
from drafter.form.schema import statistics_schema
from drafter.form.statistics import Statistics, statistics_from_tree, statistics_tree
from drafter.yamltree import parse_yaml

ROOT = Path(__file__).resolve().parents[2]
FILE = Path(__file__).parent / "invented.yaml"
VALUES = {
    "services.visits.consulting.online": 3,
    "services.visits.consulting.counter": 4,
    "services.visits.consulting.total": 7,
    "services.visits.handling.online": 0,
    "services.visits.handling.counter": 5,
    "services.visits.handling.total": 5,
    "services.budget.amount": Decimal("1.25"),
}


@pytest.fixture
def form(tmp_path: Path) -> Form:
    return read_form(Path(shutil.copy(FILE, tmp_path / "2031.yaml")))


def test_the_reader_finds_its_cells_and_labels(form: Form):
    assert list(form.cells) == list(VALUES)
    assert form.cells["services.visits.handling.counter"].label == "表甲“来访 办事”行“线下”列"


def test_its_schema_accepts_its_statistics_and_nothing_else(form: Form):
    tree = statistics_tree(Statistics("2031", VALUES))
    schema = statistics_schema(form)

    assert violations_of(schema, tree) == []
    tree["services"]["budget"]["amount"] = "1.25万元"
    assert [violation.path for violation in violations_of(schema, tree)] == [("services", "budget", "amount")]


def test_its_blank_dossier_holds_every_cell_as_null(form: Form):
    tree = parse_yaml(blank_dossier(form, 2031))
    findings = statistics_findings(form, tree.value["statistics"], tree)

    assert [(finding.code, finding.where) for finding in findings] == [("cell-null", path) for path in VALUES]
    assert statistics_from_tree(form, tree.value["statistics"]).values == dict.fromkeys(VALUES)


def test_its_table_is_laid_out(form: Form):
    grid = table_grid(form, form.table("services"), Statistics("2031", VALUES))

    assert grid.values() == {path: str(value) for path, value in VALUES.items()}


def test_its_identity_is_checked(form: Form):
    assert identity_findings(form, Statistics("2031", VALUES)) == []
    broken = identity_findings(form, Statistics("2031", VALUES | {"services.visits.handling.online": 1}))

    assert [(finding.code, finding.where) for finding in broken] == [("channels-sum", "services.visits.handling.total")]


def test_the_program_takes_the_edition_from_the_file_alone(tmp_path: Path):
    data = tmp_path / "data"
    shutil.copytree(ROOT / "schemas", data / "schemas")
    shutil.copy(FILE, data / "schemas" / "forms" / "2031.yaml")
    dossier = tmp_path / "town" / "dossier.yaml"
    settings = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", "DRAFTER_DATA": str(data)}

    def drafter(*arguments: str) -> tuple[int, str]:
        command = [sys.executable, "-m", "drafter", *arguments]
        done = subprocess.run(command, env=settings, capture_output=True, encoding="utf-8", check=False)
        return done.returncode, done.stdout

    assert drafter("new", str(dossier.parent), "--year", "2032")[0] == 0
    text = dossier.read_text(encoding="utf-8")
    for field, entry in {"name": "甲镇人民政府", "short": "甲镇", "level": "镇", "county": "乙县"}.items():
        text = text.replace(f"  {field}: null", f"  {field}: {entry}")
    for key, number in {"online": 1, "counter": 2, "total": 3, "amount": 0.5}.items():
        text = text.replace(f"{key}: null", f"{key}: {number}")
    dossier.write_text(text, encoding="utf-8")
    assert drafter("check", str(dossier))[0] == 0
    dossier.write_text(text.replace("counter: 2", "counter: 4"), encoding="utf-8")
    code, shown = drafter("check", str(dossier))
    assert (code, shown.count("channels-sum")) == (3, 2)
