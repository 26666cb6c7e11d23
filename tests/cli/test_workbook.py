"""Workbooks and counties, as the program takes and makes them."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from drafter.cli import new as command
from drafter.dossier.county import county_dossiers
from tests.cli.run import Program
from tests.dossier.workbook.filling import blank, filled, place, put, saved

ROSTER = "机关全称,简称,类别,县\n灵溪镇人民政府,灵溪镇,镇,云岭县\n青石乡人民政府,青石乡,乡,云岭县\n"


@pytest.fixture
def drafter(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Program:
    return Program(monkeypatch, capsys)


@pytest.fixture
def roster(tmp_path: Path) -> Path:
    path = tmp_path / "名册.csv"
    path.write_text(ROSTER, encoding="gbk")
    return path


def files(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_new_writes_a_workbook_and_says_what_to_do_next(tmp_path: Path, drafter: Program):
    outcome = drafter("new", tmp_path / "灵溪镇", "--year", 2025, "--xlsx")

    assert (outcome.code, outcome.out, files(tmp_path)) == (0, "", ["灵溪镇/年报资料.xlsx"])
    assert (tmp_path / "灵溪镇" / "年报资料.xlsx").read_bytes() == blank(2025)
    assert f"drafter check {tmp_path / '灵溪镇' / '年报资料.xlsx'}" in outcome.err


def test_a_workbook_that_is_there_stays_unless_forced(tmp_path: Path, drafter: Program):
    path = tmp_path / "年报资料.xlsx"
    path.write_bytes(b"half")

    assert drafter("new", tmp_path, "--year", 2025, "--xlsx").code == 4
    assert path.read_bytes() == b"half"
    assert drafter("new", tmp_path, "--year", 2025, "--xlsx", "--force").code == 0
    assert path.read_bytes() == blank(2025)


def test_check_names_the_cell_as_wps_does(tmp_path: Path, drafter: Program):
    book = filled()
    put(book, place(("statistics", "applications.granted.business")), "无")
    path = tmp_path / "年报资料.xlsx"
    path.write_bytes(saved(book))
    outcome = drafter("check", path)

    assert outcome.code == 3
    assert "[错误] 表三!E9 表三“三、本年度办理结果 （一）予以公开”行“商业企业”列填的是“无”。" in outcome.out
    assert '"address": "表三!E9"' in drafter("check", path, "--json").out


def test_draft_takes_a_workbook_and_another_as_last_year(tmp_path: Path, drafter: Program):
    now, last = tmp_path / "2025.xlsx", tmp_path / "2024.xlsx"
    now.write_bytes(saved(filled()))
    before = filled(year=2024)
    put(before, place(("statistics", "applications.received.business"), 2024), 2)
    put(before, place(("statistics", "applications.carried_out.business"), 2024), 2)
    last.write_bytes(saved(before))
    outcome = drafter("draft", now, "-o", tmp_path / "out")

    assert (outcome.code, "report.docx" in files(tmp_path / "out")) == (0, True)
    compared = drafter("draft", now, "-o", tmp_path / "out", "--prior", last)
    assert compared.code == 3
    assert "，carry-over-differs）" in compared.out


def test_one_dossier_for_each_township_of_a_roster(tmp_path: Path, roster: Path, drafter: Program):
    outcome = drafter("new", tmp_path / "县", "--year", 2025, "--county", roster, "--xlsx")

    assert (outcome.code, files(tmp_path / "县")) == (0, ["灵溪镇/年报资料.xlsx", "青石乡/年报资料.xlsx"])
    book = load_workbook(tmp_path / "县" / "青石乡" / "年报资料.xlsx")
    assert [book["机关信息"][f"B{row}"].value for row in range(4, 8)] == ["青石乡人民政府", "青石乡", "乡", "云岭县"]


def test_a_county_in_yaml_has_the_organs_filled_in(tmp_path: Path, roster: Path, drafter: Program):
    drafter("new", tmp_path / "县", "--year", 2025, "--county", roster)
    outcome = drafter("check", tmp_path / "县" / "灵溪镇" / "dossier.yaml")

    assert "organ." not in outcome.out
    assert "cell-null" in outcome.out


def test_dossiers_that_are_there_stay_and_the_others_are_written(tmp_path: Path, roster: Path, drafter: Program):
    kept = tmp_path / "县" / "灵溪镇" / "dossier.yaml"
    kept.parent.mkdir(parents=True)
    kept.write_text("填了一半", encoding="utf-8")
    outcome = drafter("new", tmp_path / "县", "--year", 2025, "--county", roster)

    assert (outcome.code, kept.read_text(encoding="utf-8")) == (0, "填了一半")
    assert f"没有覆盖：{kept}" in outcome.err
    assert files(tmp_path / "县") == ["灵溪镇/dossier.yaml", "青石乡/dossier.yaml"]


def test_a_roster_with_mistakes_writes_nothing(tmp_path: Path, drafter: Program):
    path = tmp_path / "名册.csv"
    path.write_text(ROSTER + "丙镇人民政府,灵溪镇,区,云岭县\n", encoding="utf-8")
    outcome = drafter("new", tmp_path / "县", "--year", 2025, "--county", path)

    assert (outcome.code, (tmp_path / "县").exists()) == (3, False)
    assert outcome.out.count("名册!") == 3


def test_a_long_run_says_how_far_it_is(tmp_path: Path, roster: Path, drafter: Program, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(command, "PATIENCE", -1.0)
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)

    assert "1/2：灵溪镇" in drafter("new", tmp_path / "县", "--year", 2025, "--county", roster).err


def test_a_blank_roster_is_written(tmp_path: Path, drafter: Program):
    assert drafter("new", tmp_path, "--year", 2025, "--roster").code == 0
    assert files(tmp_path) == ["名册.csv"]


def test_one_sheet_for_the_county_is_written_and_checked(tmp_path: Path, roster: Path, drafter: Program):
    written = drafter("new", tmp_path, "--year", 2025, "--county", roster, "--sheet")
    outcome = drafter("check", tmp_path / "全县汇总.xlsx")

    assert (written.code, outcome.code) == (0, 3)
    assert [item.name for item in county_dossiers(tmp_path / "全县汇总.xlsx")] == ["灵溪镇", "青石乡"]
    assert "全县汇总.xlsx 青石乡：" in outcome.out
    assert "[错误] 汇总表!S7 青石乡：表二“行政许可”行" in outcome.out
    assert '"organ": "青石乡"' in drafter("check", tmp_path / "全县汇总.xlsx", "--json").out


def test_a_county_sheet_cannot_be_drafted_as_one(tmp_path: Path, roster: Path, drafter: Program):
    drafter("new", tmp_path, "--year", 2025, "--county", roster, "--sheet")
    outcome = drafter("draft", tmp_path / "全县汇总.xlsx", "-o", tmp_path / "out")

    assert (outcome.code, outcome.err.count("\n")) == (4, 1)


def test_a_sheet_needs_a_roster(tmp_path: Path, drafter: Program):
    assert drafter("new", tmp_path, "--year", 2025, "--sheet").code == 2
