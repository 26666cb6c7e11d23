import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from drafter.cli.console import grouped
from tests.cli.run import Program
from tests.dossier.broken.cases import CASES, FINDINGS, INPUT, Case
from tests.dossier.sample import PATH, TEXT, changed, loaded

ROOT = Path(__file__).resolve().parents[2]
BROKEN = changed("review: {upheld: 1,", "review: {upheld: 2,")
WARNED = changed("    measure: 增加图解、问答等解读形式\n", "")
AS_PROCESSES = [
    "a GBK file",
    "10 MB of noise",
    "a loop of links",
    "a folder",
    "JSON with half characters",
    "a null cell",
]


@pytest.fixture
def drafter(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Program:
    return Program(monkeypatch, capsys)


def written(folder: Path, text: str, name: str = "dossier.yaml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def listing(folder: Path) -> list[str]:
    return sorted(str(path) for path in folder.rglob("*"))


def judged(case: Case, code: int, out: str, err: str) -> None:
    """Assert what holds for every case: the right code, findings or one line, and no traceback."""
    assert code == case.code, (out[-500:], err[-500:])
    assert "Traceback" not in err
    if case.code == INPUT:
        assert (out, err.count("\n")) == ("", 1)
        assert err.startswith("错误：")
    else:
        assert err == ""
        assert f"，{case.finding}）" in out or not case.finding


def test_there_are_forty_broken_dossiers_and_more_with_names_of_their_own():
    broken = [case.name for case in CASES if case.code in (FINDINGS, INPUT)]

    assert len(broken) == len(set(broken)) >= 40


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_a_broken_dossier_gives_findings_or_one_line(case: Case, tmp_path: Path, drafter: Program):
    path = case.make(tmp_path)
    before = listing(tmp_path)

    outcome = drafter("check", path)

    judged(case, outcome.code, outcome.out, outcome.err)
    assert listing(tmp_path) == before


@pytest.mark.parametrize("name", AS_PROCESSES)
@pytest.mark.parametrize("encoding", ["utf-8", "gbk"])
def test_the_same_holds_for_the_program_in_a_console(name: str, encoding: str, tmp_path: Path):
    (case,) = [case for case in CASES if case.name == name]
    command = [sys.executable, "-m", "drafter", "check", str(case.make(tmp_path))]
    settings = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": encoding}

    done = subprocess.run(command, env=settings, capture_output=True, check=False)

    judged(case, done.returncode, done.stdout.decode(encoding), done.stderr.decode(encoding))


def test_a_valid_dossier_passes(drafter: Program):
    outcome = drafter("check", PATH)

    assert (outcome.code, outcome.out, outcome.err) == (0, f"{PATH}：没有发现问题\n", "")


def test_findings_are_shown_with_line_place_code_and_advice(tmp_path: Path, drafter: Program):
    outcome = drafter("check", written(tmp_path, BROKEN))
    (finding,) = loaded(BROKEN).findings

    assert outcome.code == 3
    for part in ("[错误]", f"第 {finding.line} 行", finding.message, finding.suggestion, finding.where, finding.code):
        assert part in outcome.out


def test_errors_stand_before_warnings(tmp_path: Path, drafter: Program):
    text = WARNED.replace("review: {upheld: 1,", "review: {upheld: 2,").replace("id: N02", "id: N01")
    lines = drafter("check", written(tmp_path, text)).out.splitlines()

    assert [line[:4] for line in lines if line.startswith("[")] == ["[错误]", "[错误]", "[提醒]"]


@pytest.mark.parametrize(
    ("text", "fail_on", "code"),
    [
        (BROKEN, "error", 3),
        (BROKEN, "warning", 3),
        (BROKEN, "never", 0),
        (WARNED, "error", 0),
        (WARNED, "warning", 3),
        (TEXT, "warning", 0),
    ],
)
def test_the_exit_code_follows_fail_on(text: str, fail_on: str, code: int, tmp_path: Path, drafter: Program):
    assert drafter("check", written(tmp_path, text), "--fail-on", fail_on).code == code


def test_an_unreadable_file_does_not_keep_the_others_from_being_checked(tmp_path: Path, drafter: Program):
    outcome = drafter("check", tmp_path / "gone.yaml", written(tmp_path, BROKEN), PATH)

    assert outcome.code == 4
    assert outcome.err.count("\n") == 1
    assert "disputes-sum" in outcome.out
    assert "没有发现问题" in outcome.out


def test_json_is_one_value_with_every_finding(tmp_path: Path, drafter: Program):
    broken, gone = written(tmp_path, BROKEN), tmp_path / "gone.yaml"
    outcome = drafter("check", "--json", broken, gone, PATH)

    first, second, third = json.loads(outcome.out)
    assert outcome.code == 4
    assert first == {"file": str(broken), "error": None, "findings": [f.to_json() for f in loaded(BROKEN).findings]}
    assert (second["file"], second["findings"]) == (str(gone), [])
    assert second["error"].startswith(str(gone))
    assert third["findings"] == []


def test_json_keeps_every_null_and_the_table_groups_them_by_row(tmp_path: Path, drafter: Program):
    text = changed(
        "{upheld: 1, corrected: 0, other: 0, pending: 0, total: 1}", "{upheld: ~, corrected: ~, other: ~, pending: 0}"
    )
    path = written(tmp_path, text)

    (result,) = json.loads(drafter("check", "--json", path).out)
    shown = drafter("check", path).out

    assert sorted(finding["code"] for finding in result["findings"]) == ["cell-missing"] + ["cell-null"] * 3
    assert shown.count("[错误]") == 2
    assert "表四有 3 格未填：行政复议·结果纠正、行政复议·其他结果、行政复议·结果维持" in shown


def test_json_can_be_read_from_a_console_that_is_not_utf_8(tmp_path: Path):
    command = [sys.executable, "-m", "drafter", "check", "--json", str(written(tmp_path, BROKEN))]
    settings = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "ascii"}

    done = subprocess.run(command, env=settings, capture_output=True, check=False)

    (result,) = json.loads(done.stdout)
    assert result["findings"][0]["message"].startswith("表四")


def test_half_characters_leave_json_that_can_be_read(tmp_path: Path, drafter: Program):
    path = written(tmp_path, '{"year": 2025, "organ": {"name": "\\ud800", "\\udc00": 1}}', "dossier.json")

    assert json.loads(drafter("check", "--json", path).out)[0]["findings"]


def test_grouping_loses_no_finding():
    findings = loaded(changed("regulations: {issued: 0, repealed: 0, in_force: 0}", "regulations: {}")).findings
    (one,) = grouped(findings)

    assert (one.where, one.code, one.line) == ("proactive.regulations.*", "cell-missing", findings[0].line)
    assert all(label in one.message for label in ("本年制发件数", "本年废止件数", "现行有效件数"))


def test_last_year_may_be_named(tmp_path: Path, drafter: Program):
    last = written(tmp_path, TEXT.replace("year: 2025", "year: 2024").replace("2026年起", ""), "last.yaml")

    assert "in-force-differs" in drafter("check", PATH, "--prior", last).out


def test_last_year_is_of_one_dossier_only(drafter: Program):
    assert drafter("check", PATH, PATH, "--prior", PATH).code == 2


@pytest.mark.parametrize("arguments", [[], ["--fail-on", "info", PATH], ["--nothing", PATH]])
def test_a_wrong_call_is_a_usage_error(arguments: list[object], drafter: Program):
    assert drafter("check", *arguments).code == 2


def test_ctrl_c_ends_with_its_own_code(monkeypatch: pytest.MonkeyPatch, drafter: Program):
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("drafter.dossier.intake.load_dossier", interrupted)
    assert drafter("check", PATH).code == 130
