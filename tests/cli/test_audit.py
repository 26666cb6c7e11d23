import json
from pathlib import Path

import docx
import pytest

from drafter.audit.auditing import READING
from drafter.cli.audit_listing import quoted, width
from drafter.runs.pipeline import draft_report
from tests.audit.published import clean_dossier
from tests.cli.run import Program

STATISTICS = "year: 2024\nedition: '2021'\napplications:\n  carried_out: {total: 7}\n"


@pytest.fixture
def drafter(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Program:
    return Program(monkeypatch, capsys)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """Return a report of ours in Word."""
    path = tmp_path / "report.docx"
    path.write_bytes(draft_report(clean_dossier(), [], ("docx",)).files["report.docx"])
    return path


@pytest.fixture
def wrong(report: Path) -> Path:
    """Return the report with 总体情况 renamed and 一是 turned to 二是."""
    document = docx.Document(str(report))
    for paragraph in document.paragraphs:
        if paragraph.style.name == "Heading 1" and "总体情况" in paragraph.text:
            paragraph.runs[0].text = "一、工作开展情况"
            for run in paragraph.runs[1:]:
                run.text = ""
    path = report.with_name("wrong.docx")
    document.save(str(path))
    return path


def test_our_own_report_has_no_error(drafter: Program, report: Path):
    done = drafter("audit", report)

    assert done.code == 0
    assert "错误" not in done.out.splitlines()[0]


def test_findings_are_listed_under_their_section_with_the_words_marked(drafter: Program, wrong: Path):
    done = drafter("audit", wrong)
    lines = done.out.splitlines()

    assert done.code == 3
    at = lines.index("一、总体情况")
    assert lines[at + 1].startswith("[错误]")
    assert "【工作开展情况】" in lines[at + 2]
    assert "A03 section-title-wrong" in "".join(lines[at + 2 : at + 5])
    assert lines[-1].startswith("共 ")


@pytest.mark.parametrize(("level", "code"), [("error", 3), ("warning", 3), ("never", 0)])
def test_the_level_to_fail_on_decides_the_exit_code(drafter: Program, wrong: Path, level: str, code: int):
    assert drafter("audit", wrong, "--fail-on", level).code == code


def test_json_is_one_value_with_every_observation(drafter: Program, wrong: Path):
    done = drafter("audit", wrong, "--json")
    tree = json.loads(done.out)

    assert (tree["year"], tree["edition"], tree["file"]) == (2025, "2021", str(wrong))
    found = next(item for item in tree["observations"] if item["rule"] == "A03")
    assert (found["code"], found["severity"], found["where"]) == ("section-title-wrong", "error", "overview")
    assert found["quote"][slice(*found["mark"])] == "工作开展情况"
    assert found["place"]["block"] > 0
    assert tree["counts"]["error"] == sum(item["severity"] == "error" for item in tree["observations"])


def test_side_files_are_used(drafter: Program, report: Path):
    last = report.with_name("last.yaml")
    last.write_text(STATISTICS, encoding="utf-8")

    found = json.loads(drafter("audit", report, "--json", "--prior", last, "--published", "2026-02-03").out)

    assert {"C06", "J04"} <= {item["rule"] for item in found["observations"]}


def test_what_is_wrong_with_a_side_file_is_listed_too(drafter: Program, report: Path):
    last = report.with_name("last.yaml")
    last.write_text(STATISTICS.replace("2024", "2023"), encoding="utf-8")

    found = json.loads(drafter("audit", report, "--json", "--prior", last).out)["observations"]

    assert [item["code"] for item in found if item["rule"] == READING] == ["prior-year"]


def test_comments_are_written_into_a_copy(drafter: Program, wrong: Path):
    before, out = wrong.read_bytes(), wrong.with_name("批注.docx")

    done = drafter("audit", wrong, "--annotate", out)

    assert done.code == 3
    assert str(out) in done.err
    assert wrong.read_bytes() == before
    comments = [comment.text for comment in docx.Document(str(out)).comments]
    assert any("工作开展情况" in text for text in comments)


def test_comments_are_never_written_into_the_report_itself(drafter: Program, wrong: Path):
    before = wrong.read_bytes()

    assert drafter("audit", wrong, "--annotate", wrong).code == 2
    assert wrong.read_bytes() == before


def test_comments_need_a_word_file(drafter: Program, report: Path):
    path = report.with_suffix(".md")
    path.write_bytes(draft_report(clean_dossier(), [], ("md",)).files["report.md"])

    done = drafter("audit", path, "--annotate", report.with_name("批注.docx"))

    assert done.code == 2
    assert "docx" in done.err


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("没有.docx",), 4),
        ((), 2),
        (("没有.docx", "--published", "昨天"), 2),
        (("没有.docx", "--profile", "没有"), 2),
    ],
)
def test_a_call_that_cannot_work_says_so(drafter: Program, arguments: tuple[str, ...], code: int):
    done = drafter("audit", *arguments)

    assert done.code == code
    assert done.out == ""


@pytest.mark.parametrize(
    ("quote", "mark", "shown"),
    [
        ("公开信息325条。", (4, 8), "公开信息【325条】。"),
        ("公开信息。", None, "公开信息。"),
        ("甲" * 60 + "乙" + "丙" * 60, (60, 61), None),
        ("两行\n一句", (0, 1), "【两】行 一句"),
    ],
)
def test_a_quote_shows_the_marked_words_on_one_line(quote: str, mark: tuple[int, int] | None, shown: str | None):
    line = quoted(quote, mark)

    assert shown is None or line == shown
    assert width(line) <= 110
    assert mark is None or f"【{quote[slice(*mark)]}】" in line
