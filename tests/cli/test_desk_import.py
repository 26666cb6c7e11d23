"""`drafter desk import`: changes are listed and checked; only what is named is taken."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from drafter.desk.word.exchange import review_of
from tests.cli.run import Program
from tests.desk.atdesk import KEY, desk_with_example, opened
from tests.desk.word.edits import edited, plain, without_bookmarks
from tests.desk.word.sample import review_file


@pytest.fixture
def drafter(monkeypatch, capsys) -> Program:
    return Program(monkeypatch, capsys)


@pytest.fixture
def desk(tmp_path):
    desk = desk_with_example(tmp_path / "out")
    yield desk
    desk.store.close()


def handed_in(desk, tmp_path: Path, *edits) -> Path:
    """Return the report's own file after edits."""
    path = tmp_path / "审改稿.docx"
    path.write_bytes(edited(review_of(opened(desk)), *edits))
    return path


SHORTER = plain("答复前主动与申请人沟通", "答复前与申请人沟通")
UNKNOWN = plain("编发政策解读材料11篇", "编发政策解读材料17篇")


def test_changes_are_listed_with_what_the_checks_say(drafter, desk, tmp_path):
    done = drafter("desk", "import", handed_in(desk, tmp_path, SHORTER, UNKNOWN), "-o", tmp_path / "out")

    assert done.code == 3
    assert [line.strip()[:2] for line in done.out.splitlines()[1:]] == ["1.", "- ", "+ ", "→ ", "2.", "- ", "+ ", "→ "]
    assert "不能采用：" in done.out
    assert opened(desk).version == 1


def test_what_is_named_is_taken_and_nothing_else(drafter, desk, tmp_path):
    file = handed_in(desk, tmp_path, SHORTER, plain("均在规定期限内答复。", "均已答复。"))

    done = drafter("desk", "import", file, "-o", tmp_path / "out", "--take", "2")

    assert (done.code, done.err.count("已采用 1 处")) == (0, 1)
    assert [entry.where for entry in desk.store.trail(KEY)] == ["", "overview.9"]


def test_all_takes_what_is_green(drafter, desk, tmp_path):
    file = handed_in(desk, tmp_path, SHORTER, UNKNOWN)

    drafter("desk", "import", file, "-o", tmp_path / "out", "--take", "all")

    assert [entry.where for entry in desk.store.trail(KEY)] == ["", "overview.9"]


@pytest.mark.parametrize("take", ["0", "3", "1,x", "-1", "全部"])
def test_a_number_that_is_not_listed_is_a_wrong_call(drafter, desk, tmp_path, take):
    file = handed_in(desk, tmp_path, SHORTER)

    done = drafter("desk", "import", file, "-o", tmp_path / "out", f"--take={take}")

    assert done.code == 2
    assert opened(desk).version == 1


def test_without_a_desk_the_file_is_read_against_the_draft(drafter, desk, tmp_path):
    file = handed_in(desk, tmp_path, SHORTER)
    desk.store.close()
    (tmp_path / "out" / ".drafter").rename(tmp_path / "away")

    done = drafter("desk", "import", file, "-o", tmp_path / "out", "--json")

    tree = json.loads(done.out)
    assert (done.code, tree["report"]) == (0, KEY)
    assert [(change["where"], change["state"], change["refused"]) for change in tree["changes"]] == [
        ("overview.9", "green", "")
    ]
    assert not (tmp_path / "out" / ".drafter").exists()


@pytest.mark.usefixtures("desk")
def test_a_file_without_a_name_is_read_against_the_one_report_of_its_folder(drafter, tmp_path):
    file = tmp_path / "别处来的.docx"
    file.write_bytes(edited(review_file(), without_bookmarks, SHORTER))

    done = drafter("desk", "import", file, "-o", tmp_path / "out" / KEY, "--json")

    assert [change["where"] for change in json.loads(done.out)["changes"]] == ["overview.9"]


@pytest.mark.parametrize("key", ["../../etc", "没有", "/etc", "."])
def test_a_file_cannot_name_a_report_outside_the_folder(drafter, desk, tmp_path, key):
    outside = replace(opened(desk), key=key)
    file = tmp_path / "x.docx"
    file.write_bytes(review_of(outside))

    assert drafter("desk", "import", file, "-o", tmp_path / "out").code == 4


@pytest.mark.usefixtures("desk")
def test_what_is_no_word_file_is_refused(drafter, tmp_path):
    (tmp_path / "x.docx").write_text("报告", encoding="utf-8")

    assert drafter("desk", "import", tmp_path / "x.docx", "-o", tmp_path / "out").code == 4


def test_the_desk_has_no_word_open_in_its_calls(drafter):
    assert "desk open" not in drafter("desk", "--help").out


def test_what_cannot_be_taken_is_said_and_fails_only_where_it_is_an_error(drafter, desk, tmp_path):
    file = handed_in(desk, tmp_path, plain("一、总体情况", "一、总体工作情况"))

    done = drafter("desk", "import", file, "-o", tmp_path / "out")

    assert (done.code, "heading-changed" in done.out) == (0, True)
