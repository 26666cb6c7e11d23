"""`drafter batch` on what a county has: YAML beside workbooks, or one sheet for all."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook

from drafter.runs.batch import running
from drafter.runs.files import RECORD_NAME
from tests.cli.run import Outcome, Program
from tests.dossier.workbook import test_county as county
from tests.dossier.workbook.filling import filled, saved
from tests.runs.batch.inline import Inline
from tests.runs.batch.townships import dossier

Batch = Callable[..., Outcome]


@pytest.fixture
def batch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Batch:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(running, "Workers", Inline)
    program = Program(monkeypatch, capsys)
    return lambda source, *more: program("batch", source, "-o", "out", "--formats", "md", "--json", *more)


def statuses(outcome: Outcome) -> dict[str, str]:
    return {line["key"]: line["status"] for line in json.loads(outcome.out)["townships"]}


def test_workbooks_and_yaml_files_lie_side_by_side(tmp_path: Path, batch: Batch):
    for name in ("灵溪镇", "青石乡"):
        (tmp_path / "in" / name).mkdir(parents=True)
    (tmp_path / "in" / "灵溪镇" / "年报资料.xlsx").write_bytes(saved(filled()))
    (tmp_path / "in" / "青石乡" / "dossier.yaml").write_text(dossier(1), encoding="utf-8")
    (tmp_path / "in" / "城关镇.xlsx").write_bytes(saved(filled()))

    outcome = batch("in")

    assert (outcome.code, set(statuses(outcome).values())) == (0, {"done"})
    assert sorted(path.parent.name for path in (tmp_path / "out").glob(f"*/{RECORD_NAME}")) == sorted(statuses(outcome))


def test_a_sheet_for_the_county_gives_a_report_for_each_row(tmp_path: Path, batch: Batch):
    book = county.filled()
    book.active.cell(county.FIRST + 1, county.column_of("applications.granted.business")).value = "无"
    county.written(tmp_path, book)

    outcome = batch("全县汇总.xlsx")

    assert outcome.code == 3
    assert statuses(outcome) == {"灵溪镇": "done", "青石乡": "blocked", "城关街道": "done"}
    sheets = load_workbook(tmp_path / "out" / "退回清单.xlsx").worksheets
    said = [str(cell.value) for sheet in sheets for row in sheet.iter_rows() for cell in row]
    assert any("青石乡" in text for text in said)


def test_what_the_audit_finds_in_a_draft_is_in_its_line(tmp_path: Path, batch: Batch):
    (tmp_path / "in").mkdir()
    text = dossier(1).replace("编制行政规范性文件目录", "核对帐户")
    first = text.index("全年主动公开政府信息486条")
    (tmp_path / "in" / "a.yaml").write_text(f"{text[:first]}核对帐户明细。{text[first:]}", encoding="utf-8")

    (line,) = json.loads(batch("in").out)["townships"]

    assert "word-wrong" in {finding["code"] for finding in line["findings"]}
