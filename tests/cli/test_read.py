"""`drafter read` as its users run it."""

import json
from pathlib import Path

import pytest

from drafter.document.formats import FORMATS
from drafter.yamltree import parse_yaml
from tests.cli.run import Program
from tests.reading.round_trip import document_of
from tests.sample import dossier


@pytest.fixture
def program(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Program:
    return Program(monkeypatch, capsys)


def report(folder: Path, file_format: str = "docx", **changes: object) -> Path:
    path = folder / f"report.{file_format}"
    path.write_bytes(FORMATS[file_format](document_of(dossier("2021", **changes))))
    return path


@pytest.mark.parametrize("file_format", ["docx", "html", "md"])
def test_a_report_is_read_into_a_dossier_that_check_accepts(program: Program, tmp_path: Path, file_format: str):
    out = tmp_path / "读出" / "last.yaml"

    ended = program("read", report(tmp_path, file_format), "-o", out)

    assert ended.code == 0
    assert "200 格中读出 200 格" in ended.out
    assert program("check", out).code == 0


def test_the_summary_as_json_is_one_value(program: Program, tmp_path: Path):
    ended = program("read", report(tmp_path), "-o", tmp_path / "a.yaml", "--json")

    value = json.loads(ended.out)
    assert (value["year"], value["edition"], value["organ"]["short"]) == (2025, "2021", "灵溪镇")
    assert value["cells"]["applications.received.total"]["state"] == "read"
    assert value["cells"]["applications.received.total"]["value"] == "3"
    assert value["fees"] == {"notices": 0, "billed_yuan": "0", "collected_yuan": "0"}


def test_a_file_that_is_there_stays_unless_forced(program: Program, tmp_path: Path):
    out = tmp_path / "a.yaml"
    out.write_text("mine", encoding="utf-8")
    path = report(tmp_path)

    assert program("read", path, "-o", out).code == 4
    assert out.read_text(encoding="utf-8") == "mine"
    assert program("read", path, "-o", out, "--force").code == 0


def test_blank_and_unreadable_cells_are_said_with_their_place(program: Program, tmp_path: Path):
    path = report(tmp_path, "md")
    path.write_text(
        path.read_text(encoding="utf-8").replace("| 行政许可 | 0 |", "| 行政许可 | 约十件 |"), encoding="utf-8"
    )

    ended = program("read", path, "-o", tmp_path / "a.yaml")

    assert ended.code == 0
    assert "（proactive.licensing.decisions，cell-unreadable）" in ended.out
    assert "第 1 张表" in ended.out
    assert parse_yaml((tmp_path / "a.yaml").read_text(encoding="utf-8")).value["statistics"]["proactive"][
        "licensing"
    ] == {"decisions": None}


def test_what_is_no_report_is_not_written(program: Program, tmp_path: Path):
    path = tmp_path / "a.txt"
    path.write_text("会议通知\n请准时参加。\n", encoding="utf-8")

    ended = program("read", path, "-o", tmp_path / "a.yaml")

    assert (ended.code, (tmp_path / "a.yaml").exists()) == (3, False)
    assert "not-a-report" in ended.out


def test_a_file_that_is_not_there_is_an_input_error(program: Program, tmp_path: Path):
    assert program("read", tmp_path / "none.docx", "-o", tmp_path / "a.yaml").code == 4


@pytest.mark.parametrize("command", ["check", "draft"])
@pytest.mark.parametrize("file_format", ["docx", "html", "md"])
def test_a_published_report_is_last_year(program: Program, tmp_path: Path, command: str, file_format: str):
    """The sample's own report of 2024 carries one application over, this year's dossier none."""
    this = tmp_path / "this.yaml"
    program("read", report(tmp_path), "-o", this)
    last = tmp_path / f"last.{file_format}"
    last.write_bytes(FORMATS[file_format](document_of(dossier("2021", year=2024, prior=None))))
    extra = ["-o", tmp_path / "out"] if command == "draft" else []

    ended = program(command, this, "--prior", last, *extra)

    assert ended.code == 0
    assert "prior-unreadable" not in ended.out


def test_last_years_report_named_in_a_dossier_is_compared(program: Program, tmp_path: Path):
    this = tmp_path / "this.yaml"
    program("read", report(tmp_path), "-o", this)
    last = dossier("2021", year=2024, prior=None)
    (tmp_path / "last.docx").write_bytes(FORMATS["docx"](document_of(last)))
    text = this.read_text(encoding="utf-8").replace(
        "carried_in: {natural_person: 1", "carried_in: {natural_person: 0", 1
    )
    this.write_text(f"{text}\nprior: last.docx\n", encoding="utf-8")

    ended = program("check", this)

    assert "carry-over-differs" in ended.out


def test_a_report_that_cannot_serve_as_last_year_is_said(program: Program, tmp_path: Path):
    this = tmp_path / "this.yaml"
    program("read", report(tmp_path), "-o", this)
    bad = tmp_path / "last.docx"
    bad.write_bytes(b"PK\x03\x04 broken")

    ended = program("check", this, "--prior", bad)

    assert (ended.code, "prior-unreadable" in ended.out) == (3, True)
