"""Files appear whole or not at all, and hand edits are not overwritten."""

import json
from hashlib import sha256
from pathlib import Path

import pytest

from drafter.errors import OutputError
from drafter.runs.files import write_files


def record(**files: bytes) -> bytes:
    return json.dumps({"files": {name: sha256(content).hexdigest() for name, content in files.items()}}).encode()


def run(folder: Path, *, force: bool = False, **files: bytes) -> None:
    named = {name.replace("_", "."): content for name, content in files.items()}
    write_files(folder, {**named, "report.json": record(**named)}, force=force)


def test_files_and_record_are_written(tmp_path: Path) -> None:
    run(tmp_path / "new" / "out", report_md=b"text")

    assert {path.name for path in (tmp_path / "new" / "out").iterdir()} == {"report.md", "report.json"}


def test_a_second_run_replaces_what_the_first_wrote(tmp_path: Path) -> None:
    run(tmp_path, report_md=b"one")
    run(tmp_path, report_md=b"two")

    assert (tmp_path / "report.md").read_bytes() == b"two"


def test_a_file_edited_by_hand_is_kept_and_nothing_else_changes(tmp_path: Path) -> None:
    run(tmp_path, report_md=b"one", report_docx=b"one")
    (tmp_path / "report.docx").write_bytes(b"edited in Word")

    with pytest.raises(OutputError):
        run(tmp_path, report_md=b"two", report_docx=b"two")

    assert (tmp_path / "report.md").read_bytes() == b"one"
    assert (tmp_path / "report.docx").read_bytes() == b"edited in Word"


def test_a_file_of_somebody_else_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "report.md").write_bytes(b"not ours")

    with pytest.raises(OutputError):
        run(tmp_path, report_md=b"ours")


def test_force_overwrites(tmp_path: Path) -> None:
    (tmp_path / "report.md").write_bytes(b"not ours")
    run(tmp_path, report_md=b"ours", force=True)

    assert (tmp_path / "report.md").read_bytes() == b"ours"


def test_a_format_no_longer_made_does_not_stay_behind_with_old_figures(tmp_path: Path) -> None:
    run(tmp_path, report_md=b"one", report_pdf=b"one")
    run(tmp_path, report_md=b"two")

    assert not (tmp_path / "report.pdf").exists()


def test_a_record_that_names_files_elsewhere_removes_nothing(tmp_path: Path) -> None:
    victim = tmp_path / "victim.txt"
    victim.write_bytes(b"keep")
    out = tmp_path / "out"
    out.mkdir()
    (out / "report.json").write_bytes(record(**{"../victim.txt": b"keep"}))
    run(out, report_md=b"two")

    assert victim.read_bytes() == b"keep"


def test_a_broken_record_is_treated_as_none(tmp_path: Path) -> None:
    (tmp_path / "report.json").write_bytes(b"{ not json")
    run(tmp_path, report_md=b"text")

    assert (tmp_path / "report.md").exists()


def test_a_path_that_is_a_file_is_an_output_error(tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"a file")

    with pytest.raises(OutputError):
        run(tmp_path / "out", report_md=b"text")
    with pytest.raises(OutputError):
        run(tmp_path / "out" / "deeper", report_md=b"text")


def test_a_failure_puts_everything_back_and_leaves_no_temporary_file(tmp_path: Path) -> None:
    run(tmp_path, report_docx=b"one")
    before = (tmp_path / "report.json").read_bytes()
    (tmp_path / "report.md").mkdir()
    (tmp_path / "report.md" / "inside").write_bytes(b"keep")

    with pytest.raises(OutputError):
        run(tmp_path, report_docx=b"two", report_html=b"two", report_md=b"two", force=True)

    assert (tmp_path / "report.docx").read_bytes() == b"one"
    assert (tmp_path / "report.json").read_bytes() == before
    assert {path.name for path in tmp_path.iterdir()} == {"report.docx", "report.md", "report.json"}
