"""`drafter draft`: files or findings, the right exit code, and nothing half-written."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.run import Program
from tests.dossier.broken.cases import CASES, Case
from tests.dossier.sample import PATH, TEXT, changed

ROOT = Path(__file__).resolve().parents[2]
MADE = ["report.docx", "report.html", "report.json", "report.md"]


@pytest.fixture
def drafter(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Program:
    return Program(monkeypatch, capsys)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


def test_a_draft_leaves_four_files_and_exits_0(drafter: Program, tmp_path: Path) -> None:
    outcome = drafter("draft", PATH, "-o", tmp_path / "out")

    assert outcome.code == 0
    assert names(tmp_path / "out") == MADE


def test_drafting_again_leaves_the_same_bytes(drafter: Program, tmp_path: Path) -> None:
    drafter("draft", PATH, "-o", tmp_path)
    first = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    drafter("draft", PATH, "-o", tmp_path)

    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == first


def test_the_formats_asked_for_are_made(drafter: Program, tmp_path: Path) -> None:
    outcome = drafter("draft", PATH, "-o", tmp_path, "--formats", "md, html,md")

    assert outcome.code == 0
    assert names(tmp_path) == ["report.html", "report.json", "report.md"]


@pytest.mark.parametrize(
    "wrong",
    [["--formats", "rtf"], ["--formats", "docx,xls"], ["--model", "gpt"], ["--fail-on", "sometimes"], ["--unknown"]],
)
def test_a_wrong_call_exits_2_with_one_line(drafter: Program, tmp_path: Path, wrong: list[str]) -> None:
    outcome = drafter("draft", PATH, "-o", tmp_path / "out", *wrong)

    assert outcome.code == 2
    assert outcome.err.startswith("错误：")
    assert outcome.err.count("\n") == 1
    assert names(tmp_path / "out") == []


BLOCKED = [case for case in CASES if case.code]


@pytest.mark.parametrize("case", BLOCKED, ids=[case.name for case in BLOCKED])
def test_a_broken_dossier_leaves_no_file(drafter: Program, tmp_path: Path, case: Case) -> None:
    (tmp_path / "in").mkdir()
    path = case.make(tmp_path / "in")
    outcome = drafter("draft", path, "-o", tmp_path / "out")

    assert outcome.code == case.code
    assert "Traceback" not in outcome.err
    assert names(tmp_path / "out") == []


def test_a_note_that_contradicts_a_table_leaves_no_file(drafter: Program, tmp_path: Path) -> None:
    path = tmp_path / "dossier.yaml"
    path.write_text(
        changed("text: 组织政务公开业务培训2次。", "text: 全年收到政府信息公开申请99件。"), encoding="utf-8"
    )
    outcome = drafter("draft", path, "-o", tmp_path / "out")

    assert outcome.code == 3
    assert "prose-contradicts-table" in outcome.out
    assert names(tmp_path / "out") == []


def test_fail_on_warning_exits_3_with_the_files_written(drafter: Program, tmp_path: Path) -> None:
    path = tmp_path / "dossier.yaml"
    path.write_text(changed("  phone: ", "  phone: null # "), encoding="utf-8")

    assert drafter("draft", path, "-o", tmp_path / "out").code == 0
    assert drafter("draft", path, "-o", tmp_path / "out", "--fail-on", "warning").code == 3
    assert names(tmp_path / "out") == MADE


def test_a_file_edited_by_hand_is_kept_until_force(drafter: Program, tmp_path: Path) -> None:
    drafter("draft", PATH, "-o", tmp_path)
    (tmp_path / "report.md").write_text("edited", encoding="utf-8")
    refused = drafter("draft", PATH, "-o", tmp_path)

    assert refused.code == 4
    assert "--force" in refused.err
    assert (tmp_path / "report.md").read_text(encoding="utf-8") == "edited"
    assert drafter("draft", PATH, "-o", tmp_path, "--force").code == 0


def test_an_output_folder_that_is_a_file_exits_4(drafter: Program, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file", encoding="utf-8")
    outcome = drafter("draft", PATH, "-o", tmp_path / "out")

    assert outcome.code == 4
    assert outcome.err.count("\n") == 1


def test_the_record_names_the_files_that_were_written(drafter: Program, tmp_path: Path) -> None:
    drafter("draft", PATH, "-o", tmp_path)
    record = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))

    assert sorted(record["files"]) == [name for name in MADE if name != "report.json"]


def test_closing_lines_stand_at_the_end_where_the_dossier_is_signed(drafter: Program, tmp_path: Path) -> None:
    path = tmp_path / "dossier.yaml"
    path.write_text(f"{TEXT}\nsigned: 2026-01-20\n", encoding="utf-8")
    outcome = drafter("draft", path, "-o", tmp_path / "out")

    assert outcome.code == 0, outcome.out
    assert "signed-date" not in outcome.out
    assert (tmp_path / "out" / "report.md").read_text(encoding="utf-8").rstrip().endswith("2026年1月20日")


@pytest.mark.parametrize(
    ("day", "code", "finding"),
    [("2026-02-20", 0, "signed-date"), ("2025-01-20", 0, "signed-date"), ("2026-02-30", 3, "field-value")],
)
def test_a_closing_date_that_cannot_be_right_is_found(
    drafter: Program, tmp_path: Path, day: str, code: int, finding: str
) -> None:
    path = tmp_path / "dossier.yaml"
    path.write_text(f"{TEXT}\nsigned: {day}\n", encoding="utf-8")
    outcome = drafter("check", path)

    assert outcome.code == code
    assert f"signed，{finding}" in outcome.out


def test_ctrl_c_exits_130(tmp_path: Path) -> None:
    script = (
        "import drafter.dossier.intake as intake\n"
        "def interrupted(*_args, **_kwargs): raise KeyboardInterrupt\n"
        "intake.load_dossier = interrupted\n"
        "import sys; from drafter.__main__ import main\n"
        f"sys.argv = ['drafter', 'draft', {str(PATH)!r}, '-o', {str(tmp_path / 'out')!r}]\n"
        "main()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        check=False,
        capture_output=True,
        encoding="utf-8",
        cwd=ROOT,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )

    assert done.returncode == 130
    assert "Traceback" not in done.stderr
    assert names(tmp_path / "out") == []


def test_a_console_in_gbk_shows_everything(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "drafter", "draft", str(PATH), "-o", str(tmp_path / "out")],
        check=False,
        capture_output=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONIOENCODING": "gbk"},
    )

    assert done.returncode == 0
    assert "已起草" in done.stderr.decode("gbk")
