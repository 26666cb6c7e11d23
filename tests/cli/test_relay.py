"""`drafter relay`: from a dossier to a draft by hand, the right exit codes, Chinese throughout."""

import json
import re
from pathlib import Path

import pytest

from tests.cli.run import Outcome, Program
from tests.dossier.sample import PATH, changed

NOTHING = '{"items": []}'
FILES = ["relay.json", "replies", "requests.jsonl", "请求.html"]


@pytest.fixture
def drafter(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Program:
    return Program(monkeypatch, capsys)


def reply_files(outcome: Outcome) -> list[Path]:
    """Return the files that a command says replies should be saved as."""
    return [Path(line.partition(" → ")[2]) for line in outcome.err.splitlines() if " → " in line]


def bad_sentence(request: str) -> str:
    """Return a reply that claims an uncounted quantity of the first material of a request."""
    line = json.loads(request.partition("\n")[0])
    user = line["body"]["messages"][1]["content"]
    topic = next(part for part in json.loads(user[user.index('{"topics"') :])["topics"] if part["materials"])
    item = {"kind": "deed", "topic": topic["topic"], "cites": [topic["materials"][0]["id"]], "text": "多次公开了信息。"}
    return json.dumps({"items": [item]}, ensure_ascii=False)


def test_an_export_leaves_the_page_and_the_batch_file(drafter: Program, tmp_path: Path) -> None:
    outcome = drafter("relay", "export", PATH, "-o", tmp_path)

    assert (outcome.code, outcome.out) == (0, "")
    assert sorted(path.name for path in tmp_path.iterdir()) == FILES
    assert [path.parent for path in reply_files(outcome)] == [tmp_path / "replies"] * 2


def test_a_report_is_drafted_by_hand_with_a_repair_in_between(drafter: Program, tmp_path: Path) -> None:
    folder = tmp_path / "relay"
    overview, improvement = reply_files(drafter("relay", "export", PATH, "-o", folder))
    overview.write_text(bad_sentence((folder / "requests.jsonl").read_text(encoding="utf-8")), encoding="utf-8")
    improvement.write_text(f"好的：\n```json\n{NOTHING}\n```", encoding="utf-8")
    first = drafter("relay", "import", PATH, folder)
    (repair,) = reply_files(drafter("relay", "export", PATH, "-o", folder))
    repair.write_text(NOTHING, encoding="utf-8")
    second = drafter("relay", "import", PATH, folder)
    drafted = drafter("draft", PATH, "-o", tmp_path / "out", "--model", f"relay:{folder}")

    assert (first.code, reply_files(first)) == (0, [repair])
    assert (second.code, reply_files(second)) == (0, [])
    assert drafted.code == 0
    assert "model-unavailable" not in drafted.out
    record = json.loads((tmp_path / "out" / "report.json").read_text(encoding="utf-8"))
    assert [(entry["section"], entry["number"], entry["error"]) for entry in record["rounds"]] == [
        ("overview", 0, ""),
        ("overview", 1, ""),
        ("improvement", 0, ""),
    ]


def test_the_same_replies_give_the_same_files(drafter: Program, tmp_path: Path) -> None:
    folder = tmp_path / "relay"
    for path in reply_files(drafter("relay", "export", PATH, "-o", folder)):
        path.write_text(NOTHING, encoding="utf-8")
    drafter("relay", "import", PATH, folder)
    for name in ("one", "two"):
        drafter("draft", PATH, "-o", tmp_path / name, "--model", f"relay:{folder}")

    one, two = ({path.name: path.read_bytes() for path in (tmp_path / name).iterdir()} for name in ("one", "two"))
    assert one == two


def test_a_draft_with_open_requests_completes_and_says_so(drafter: Program, tmp_path: Path) -> None:
    drafter("relay", "export", PATH, "-o", tmp_path / "relay")
    outcome = drafter("draft", PATH, "-o", tmp_path / "out", "--model", f"relay:{tmp_path / 'relay'}")

    assert outcome.code == 0
    assert "model-unavailable" in outcome.out
    assert (tmp_path / "out" / "report.docx").exists()


def test_a_required_model_with_open_requests_exits_5(drafter: Program, tmp_path: Path) -> None:
    drafter("relay", "export", PATH, "-o", tmp_path / "relay")
    model = f"relay:{tmp_path / 'relay'}"
    outcome = drafter("draft", PATH, "-o", tmp_path / "out", "--model", model, "--require-model")

    assert (outcome.code, (tmp_path / "out").exists()) == (5, False)


def test_a_reply_that_cannot_be_used_exits_3(drafter: Program, tmp_path: Path) -> None:
    first, _ = reply_files(drafter("relay", "export", PATH, "-o", tmp_path))
    first.write_text("抱歉，我不能协助。", encoding="utf-8")
    outcome = drafter("relay", "import", PATH, tmp_path)

    assert outcome.code == 3
    assert f"replies/{first.name}，relay-reply-unusable" in outcome.out
    assert drafter("relay", "import", PATH, tmp_path, "--fail-on", "never").code == 0


def test_a_file_with_a_wrong_name_is_a_warning(drafter: Program, tmp_path: Path) -> None:
    drafter("relay", "export", PATH, "-o", tmp_path)
    (tmp_path / "replies" / "回复.txt").write_text(NOTHING, encoding="utf-8")

    assert "relay-file-unknown" in drafter("relay", "import", PATH, tmp_path).out
    assert drafter("relay", "import", PATH, tmp_path).code == 0
    assert drafter("relay", "import", PATH, tmp_path, "--fail-on", "warning").code == 3


@pytest.mark.parametrize("arguments", [("export", "-o"), ("import",)])
def test_a_dossier_with_errors_exits_3_before_anything_is_written(
    drafter: Program, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    path = tmp_path / "dossier.yaml"
    path.write_text(
        changed("text: 组织政务公开业务培训2次。", "text: 联系电话13800138000，身份证11010519491231002X。"),
        encoding="utf-8",
    )
    command, *option = arguments
    outcome = drafter("relay", command, path, *option, tmp_path / "relay")

    assert outcome.code == 3
    assert not (tmp_path / "relay").exists()


def test_a_folder_that_was_never_exported_to_exits_4(drafter: Program, tmp_path: Path) -> None:
    imported = drafter("relay", "import", PATH, tmp_path)
    drafted = drafter("draft", PATH, "-o", tmp_path / "out", "--model", f"relay:{tmp_path}")

    assert (imported.code, drafted.code) == (4, 4)
    assert (imported.err.count("\n"), drafted.err.count("\n")) == (1, 1)


def test_another_model_for_the_same_folder_exits_2(drafter: Program, tmp_path: Path) -> None:
    drafter("relay", "export", PATH, "-o", tmp_path, "--model", "m-1")

    assert drafter("relay", "export", PATH, "-o", tmp_path).code == 0
    assert drafter("relay", "export", PATH, "-o", tmp_path, "--model", "m-2").code == 2


@pytest.mark.parametrize("command", [[], ["export"], ["import"]])
def test_help_is_in_chinese(drafter: Program, command: list[str]) -> None:
    outcome = drafter("relay", *command, "--help")

    assert (outcome.code, outcome.err) == (0, "")
    assert not re.search(r"Usage|Options|Arguments|Commands|Show this|required|default:", outcome.out)


@pytest.mark.parametrize("arguments", [["export"], ["export", PATH], ["import", PATH], ["expotr"]])
def test_a_wrong_call_exits_2_with_one_line(drafter: Program, arguments: list[object]) -> None:
    outcome = drafter("relay", *arguments)

    assert (outcome.code, outcome.out, outcome.err.count("\n")) == (2, "", 1)
