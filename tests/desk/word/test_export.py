"""The file for review: what it shows, where its comments hang, what in it cannot be edited."""

from dataclasses import replace
from io import BytesIO

import docx
import pytest

from drafter.audit.readback import read_back
from drafter.desk.assessing import assess
from drafter.desk.word.export import Exported, exported_from, review_docx
from drafter.desk.word.importing import import_docx
from drafter.desk.word.marks import Mark, base_of, mark_of
from drafter.desk.word.notices import Spot, notices_of
from drafter.desk.word.reading import read_edited
from drafter.desk.working import Fault
from drafter.document.formats import FORMATS
from drafter.findings import Finding, Severity
from drafter.richtext import plain
from tests.desk.word.edits import W, part
from tests.desk.word.sample import EXPORTED, NAMES, assessed, review_file, working


def noted(*findings: Finding) -> bytes:
    seen = replace(assessed(), open_findings=findings, at_line={"overview.4": findings[:1]})
    return review_docx(seen.document, EXPORTED, notices_of(seen))


def finding(where: str, message: str = "甲<乙>&“丙”") -> Finding:
    return Finding("some-code", Severity.WARNING, where, message, "请改正")


@pytest.mark.parametrize("name", NAMES)
def test_the_file_says_what_the_report_says(name):
    document = assessed(name).document

    assert read_back("docx", review_file(name)) == read_back("docx", FORMATS["docx"](document))


def test_the_same_report_gives_the_same_bytes():
    assert review_docx(assessed().document, EXPORTED, notices_of(assessed())) == review_file()


def test_comments_hang_on_sentences_cells_and_headings():
    content = noted(finding("overview.4"), finding("applications.received.total"), finding("improvement"), finding("x"))

    file = read_edited(content, "x")

    assert [comment.text for comment in file.comments] == ["【提醒】甲<乙>&“丙”\n建议：请改正"] * 4
    hung = {
        comment: bit.mark.slug
        for passage in file.passages()
        for bit in passage.bits
        for comment in bit.comments
        if bit.mark
    }
    assert set(hung.values()) == {"0", "overview_4", "10"}
    cells = [cell for table in file.tables() for row in table.rows for cell in row]
    assert [cell.text for cell in cells if any(bit.comments for one in cell.passages for bit in one.bits)] == ["14"]


def test_a_finding_of_a_whole_row_hangs_on_its_first_cell():
    seen = replace(assessed(), open_findings=(finding("applications.granted.*"),), at_line={})

    assert set(notices_of(seen)) == {Spot(cell="applications.granted.natural_person")}


def test_what_was_put_into_the_parts_stands_in_the_order_of_the_schema():
    settings = [child.tag.removeprefix(W) for child in part(review_file(), "word/settings.xml")]
    control = next(part(review_file()).iter(f"{W}sdt"))

    assert settings[:3] == ["zoom", "trackRevisions", "defaultTabStop"]
    assert [child.tag.removeprefix(W) for child in control[0]] == ["alias", "id", "lock"]


def test_word_opens_the_comments():
    document = docx.Document(BytesIO(noted(finding("overview.4"))))

    assert [comment.author for comment in document.comments] == ["核查程序"]


def test_a_refused_sentence_is_commented():
    line = working().line("overview.9")
    assert line is not None
    red = replace(line, text=plain("答复群众999件。"), state="red", faults=(Fault("numeral", "999", "没有这个数"),))

    notices = notices_of(assess(working().with_line(red)))

    assert any("没有通过检查" in text for text in notices[Spot(line="overview.9")])


def test_no_comment_of_the_desk_comes_back_as_somebodys():
    assert import_docx(noted(finding("overview.4")), working()).comments == ()


def test_every_run_of_a_table_is_locked_and_changes_are_tracked():
    root = part(review_file())

    runs = list(root.iterfind(f".//{W}tc//{W}r"))
    assert runs
    for run in runs:
        lock = run.getparent().getparent().find(f"{W}sdtPr/{W}lock")
        assert lock is not None
        assert lock.get(f"{W}val") == "sdtContentLocked"
    assert part(review_file(), "word/settings.xml").find(f"{W}trackRevisions") is not None


def test_every_name_and_id_of_a_bookmark_is_given_once():
    starts = [*part(review_file()).iter(f"{W}bookmarkStart")]

    names = [start.get(f"{W}name") for start in starts]
    assert len(set(names)) == len(names) == len({start.get(f"{W}id") for start in starts})
    assert all(len(name) <= 40 and name.startswith("_dr") for name in names)


@pytest.mark.parametrize("key", ["overview.7", "overview.7+1", "improvement.12+1+3", "乱.七.八", "a_b.1", "x" * 99])
def test_a_mark_is_read_from_its_name(key):
    mark = mark_of("l", key, "一句 话。")

    assert len(mark.name) <= 40
    assert Mark.read(mark.name) == mark
    assert mark.said("一句话。")
    assert base_of("一句话。") != base_of("二句话。")


def test_a_file_tells_its_report_and_version():
    assert exported_from(Exported("云岭:县/灵溪 镇", 12).identifier) == Exported("云岭:县/灵溪 镇", 12)
    assert exported_from("ab" * 32) is None
