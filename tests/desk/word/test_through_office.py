"""Review files that went through LibreOffice."""

import random

import pytest

from drafter.desk.actions import Correct, Edit
from drafter.desk.finals import without_marks
from drafter.desk.printed import disagreements_in_print
from drafter.desk.word.imported import Change, Imported
from drafter.desk.word.importing import import_docx
from drafter.desk.word.marks import CELL, slug_of
from drafter.document.formats import FORMATS
from tests.desk.word.edits import edited, without_bookmarks
from tests.desk.word.office import DO_NOT_RECORD, RECORD, Office, comment, replace, type_behind
from tests.desk.word.sample import NAMES, assessed, review_file, working
from tests.desk.word.test_taking_all import all_taken, edits, said, said_on_the_desk

pytestmark = pytest.mark.system


@pytest.fixture(scope="module")
def office(tmp_path_factory) -> Office:
    return Office(tmp_path_factory.mktemp("office"))


def untouched(found: Imported) -> bool:
    return (found.proposals, found.comments, found.problems) == ((), (), ())


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("ending", ["docx", "odt", "doc", "rtf"])
def test_a_file_that_was_only_saved_proposes_nothing(office, ending, name):
    assert untouched(import_docx(office.saved_as(review_file(name), ending), working(name)))


@pytest.mark.parametrize("name", NAMES)
def test_a_file_that_was_saved_and_lost_its_marks_proposes_nothing(office, name):
    saved = office.saved_as(review_file(name), "docx")

    assert untouched(import_docx(edited(saved, without_bookmarks), working(name)))


@pytest.mark.parametrize("how", [RECORD, DO_NOT_RECORD])
def test_what_was_edited_in_libreoffice_is_proposed(office, how):
    content = office.edited(
        review_file(),
        how,
        replace(1, "答复前主动与申请人沟通", "答复前与申请人沟通"),
        type_behind(2, "均在规定期限内答复。", "组织电话回访。"),
        replace(3, "编发政策解读材料11篇", "编发政策解读材料12篇"),
    )

    found = import_docx(content, working())

    assert [(proposal.change, proposal.where) for proposal in found.proposals] == [
        (Change.EDITED, "overview.4"),
        (Change.INSERTED, "overview.5"),
        (Change.EDITED, "overview.9"),
    ]
    edit = found.proposals[0].action
    assert isinstance(edit, Edit)
    assert [piece.kind for piece in edit.pieces] == ["ordinal", "plain"]


def test_a_comment_written_in_libreoffice_stands_at_its_sentence(office):
    content = office.edited(review_file(), comment(1, "答复前主动与申请人沟通", "李主任", "沟通了几次？"))

    (found,) = import_docx(content, working()).comments

    assert (found.author, found.text, found.line) == ("李主任", "沟通了几次？", "overview.9")


def test_a_cell_changed_in_libreoffice_is_a_proposed_correction(office):
    path = "proactive.licensing.decisions"
    mark = f"_dr{CELL}_{slug_of(path)}_"
    step = (
        f'  names = doc.Bookmarks.ElementNames\n  For Each n In names\n    If Left(n, {len(mark)}) = "{mark}" Then\n'
        '      doc.Bookmarks.getByName(n).Anchor.String = "47"\n    End If\n  Next'
    )

    (proposal,) = import_docx(office.edited(review_file(), DO_NOT_RECORD, step), working()).proposals

    assert proposal.action == Correct(((path, 47),), "按 Word 审改稿更正")


@pytest.mark.parametrize("name", NAMES)
def test_the_final_word_file_says_in_libreoffice_what_the_report_says(office, name):
    document = assessed(name).document

    printed = office.saved_as(FORMATS["docx"](without_marks(document)), "pdf")

    assert disagreements_in_print(document, "pdf", printed) == []


@pytest.mark.parametrize("seed", range(3))
def test_many_edits_that_went_through_libreoffice_come_out_as_the_file_says(office, seed):
    content = office.saved_as(edited(review_file(), *edits(random.Random(seed))), "docx")  # noqa: S311 - repeatable

    assert said_on_the_desk(all_taken(content)) == said(content)
