from pathlib import Path

import pytest

from drafter.dossier.intake import load_dossier
from tests.cli.run import Program


@pytest.fixture
def drafter(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Program:
    return Program(monkeypatch, capsys)


@pytest.mark.parametrize(("year", "edition", "cells"), [(2020, "2019", 198), (2025, "2021", 200)])
def test_a_new_dossier_is_in_the_edition_of_its_year(
    year: int, edition: str, cells: int, tmp_path: Path, drafter: Program
):
    outcome = drafter("new", tmp_path / "灵溪镇", "--year", year)
    path = tmp_path / "灵溪镇" / "dossier.yaml"

    assert (outcome.code, outcome.out) == (0, "")
    assert f'edition: "{edition}"' in path.read_text(encoding="utf-8")
    assert [finding.code for finding in load_dossier(path).findings].count("cell-null") == cells


def test_it_says_what_to_do_next(tmp_path: Path, drafter: Program):
    err = drafter("new", tmp_path, "--year", 2025).err

    assert f"drafter check {tmp_path / 'dossier.yaml'}" in err
    assert "drafter draft" in err


def test_a_new_dossier_leaves_nothing_else_behind(tmp_path: Path, drafter: Program):
    drafter("new", tmp_path, "--year", 2025)

    assert [path.name for path in tmp_path.iterdir()] == ["dossier.yaml"]


def test_a_file_that_is_there_stays(tmp_path: Path, drafter: Program):
    (tmp_path / "dossier.yaml").write_text("填了一半", encoding="utf-8")
    outcome = drafter("new", tmp_path, "--year", 2025)

    assert (outcome.code, outcome.out, outcome.err.count("\n")) == (4, "", 1)
    assert (tmp_path / "dossier.yaml").read_text(encoding="utf-8") == "填了一半"


def test_force_replaces_it(tmp_path: Path, drafter: Program):
    (tmp_path / "dossier.yaml").write_text("填了一半", encoding="utf-8")

    assert drafter("new", tmp_path, "--year", 2025, "--force").code == 0
    assert "statistics:" in (tmp_path / "dossier.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("year", [2018, 0, -5, 2101, 99999])
def test_a_year_without_a_form_is_a_usage_error(year: int, tmp_path: Path, drafter: Program):
    outcome = drafter("new", tmp_path / "x", f"--year={year}")

    assert (outcome.code, outcome.err.count("\n")) == (2, 1)
    assert not (tmp_path / "x").exists()


@pytest.mark.parametrize("name", ["file/town", "file"])
def test_a_place_that_is_no_folder_is_an_output_error(name: str, tmp_path: Path, drafter: Program):
    (tmp_path / "file").write_text("x", encoding="utf-8")
    outcome = drafter("new", tmp_path / name, "--year", 2025)

    assert (outcome.code, outcome.err.count("\n")) == (4, 1)
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_a_folder_in_the_place_of_the_file_is_an_output_error(tmp_path: Path, drafter: Program):
    (tmp_path / "dossier.yaml").mkdir()
    outcome = drafter("new", tmp_path, "--year", 2025, "--force")

    assert outcome.code == 4
    assert [path.name for path in tmp_path.iterdir()] == ["dossier.yaml"]


def test_the_year_must_be_given(tmp_path: Path, drafter: Program):
    assert drafter("new", tmp_path).code == 2
