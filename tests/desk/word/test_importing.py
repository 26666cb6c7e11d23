"""What an edited Word file proposes."""

from collections.abc import Callable
from dataclasses import replace
from functools import reduce

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.desk.actions import Correct, Drop, Edit, Insert
from drafter.desk.word.export import Exported
from drafter.desk.word.imported import Change, Imported, taking_order
from drafter.desk.word.importing import import_docx
from drafter.desk.word.marks import CELL, slug_of
from drafter.richtext import plain as plain_text
from tests.desk.word.edits import (
    W,
    as_word_writes,
    cell,
    edited,
    marked,
    moved,
    new_paragraph,
    plain,
    struck,
    tracked,
    without_bookmarks,
)
from tests.desk.word.sample import EXPORTED, NAMES, review_file, text_of, working

Rewrite = Callable[[bytes], bytes]


def as_it_is(content: bytes) -> bytes:
    return content


def by_word(content: bytes) -> bytes:
    return edited(content, as_word_writes)


def pasted(content: bytes) -> bytes:
    return edited(content, without_bookmarks)


WAYS = pytest.mark.parametrize("way", [as_it_is, by_word, pasted])


def imported(content: bytes) -> Imported:
    return import_docx(content, working())


def summary(found: Imported) -> list[tuple[Change, str, str]]:
    return [(proposal.change, proposal.where, proposal.after) for proposal in found.proposals]


@WAYS
@pytest.mark.parametrize("name", NAMES)
def test_an_untouched_file_proposes_nothing(name, way):
    found = import_docx(way(review_file(name)), working(name))

    assert (found.proposals, found.comments, found.problems) == ((), (), ())
    assert found.exported == EXPORTED


@WAYS
@pytest.mark.parametrize("edit", [plain, tracked])
def test_a_changed_sentence_is_an_edit_that_keeps_its_chips(edit, way):
    content = way(edited(review_file(), edit("解答医保缴费、危房改造等", "解答医保缴费等")))

    (proposal,) = imported(content).proposals

    assert isinstance(proposal.action, Edit)
    assert proposal.where == "overview.4"
    assert [(piece.kind, piece.ref, piece.text) for piece in proposal.action.pieces] == [
        ("ordinal", "item", "三是"),
        ("plain", "", "编发政策解读材料"),
        ("fact", "N03.1", "11篇"),
        ("plain", "", "，解答医保缴费等群众咨询较多的问题。"),
    ]


def test_a_tracked_change_tells_who_and_when():
    content = edited(review_file(), tracked("解答医保缴费、危房改造等", "解答医保缴费等", "王芳"))

    (proposal,) = imported(content).proposals

    assert (proposal.authors, proposal.at) == (("王芳",), "2026-01-08T09:30:00Z")


@WAYS
@pytest.mark.parametrize("edit", [plain, tracked])
@pytest.mark.parametrize(("old", "new"), [("11篇", "12篇"), ("11篇", "111篇"), ("11篇", "1篇"), ("11篇", "11.5篇")])
def test_a_figure_that_was_typed_over_is_no_chip_any_more(old, new, edit, way):
    content = way(edited(review_file(), edit(old, new)))

    (proposal,) = imported(content).proposals

    assert isinstance(proposal.action, Edit)
    assert [piece.ref for piece in proposal.action.pieces] == ["item", ""]
    assert "".join(piece.text for piece in proposal.action.pieces) == text_of("overview.4").replace(old, new)


@WAYS
def test_a_sentence_written_behind_another_is_an_insertion(way):
    content = way(edited(review_file(), plain("均在规定期限内答复。", "均在规定期限内答复。电话答复群众咨询。")))

    assert summary(imported(content)) == [(Change.INSERTED, "overview.5", "电话答复群众咨询。")]


@WAYS
def test_a_new_paragraph_is_inserted_sentence_by_sentence(way):
    new = new_paragraph("组织信息员走访各村。收集群众意见。", "均在规定期限内答复。")

    found = imported(way(edited(review_file(), new)))

    assert summary(found) == [
        (Change.INSERTED, "overview.5", "组织信息员走访各村。"),
        (Change.INSERTED, "overview.5", "收集群众意见。"),
    ]
    assert [proposal.after for proposal in taking_order(found.proposals)] == ["收集群众意见。", "组织信息员走访各村。"]


@WAYS
def test_a_sentence_that_is_gone_is_struck_out(way):
    content = way(edited(review_file(), struck("overview_9")))

    assert [(proposal.action, proposal.change) for proposal in imported(content).proposals] == [
        (Drop("overview.9"), Change.DROPPED)
    ]


@pytest.mark.parametrize("way", [as_it_is, by_word, pasted])
def test_a_sentence_that_stands_elsewhere_is_moved_with_its_chips(way):
    content = way(edited(review_file(), moved("overview_5", "overview_8")))

    found = imported(content).proposals

    assert {(proposal.change, proposal.moved) for proposal in found} == {(Change.MOVED, "overview.5")}
    (insert,) = (proposal.action for proposal in found if isinstance(proposal.action, Insert))
    assert insert.after == "overview.8"
    assert [piece.ref for piece in insert.pieces if piece.kind == "fact"] == ["N04.1"]
    assert insert.cites == ("N04",)


@pytest.mark.parametrize("way", [as_it_is, by_word])
@pytest.mark.parametrize("edit", [plain, tracked])
def test_two_sentences_made_one_are_an_edit_with_the_chips_and_notes_of_both(edit, way):
    content = way(edited(review_file(), edit("年末现行有效6件。", "年末现行有效6件，")))

    found = imported(content).proposals

    assert [(proposal.change, proposal.where) for proposal in found] == [
        (Change.EDITED, "overview.11"),
        (Change.JOINED, "overview.12"),
    ]
    assert isinstance(found[0].action, Edit)
    assert [piece.ref for piece in found[0].action.pieces if piece.kind == "fact"][-1] == "N07.1"
    assert found[0].action.cites is not None
    assert found[0].action.cites[-1] == "N07"


def test_half_a_sentence_deleted_up_to_its_end_runs_on_into_the_next():
    content = edited(review_file(), tracked("答复书由司法所进行合法性审核。", ""))

    found = imported(content).proposals

    assert [(proposal.change, proposal.where) for proposal in found] == [
        (Change.EDITED, "overview.9"),
        (Change.JOINED, "overview.10"),
    ]


def test_a_struck_sentence_that_the_file_has_rewritten_is_said_and_not_taken():
    line = working().line("overview.9")
    assert line is not None
    struck_out = working().with_line(replace(line, dropped=True))

    assert import_docx(review_file(), struck_out).proposals == ()
    found = import_docx(edited(review_file(), plain("答复前主动与申请人沟通", "答复前与申请人沟通")), struck_out)
    assert (found.proposals, [problem.code for problem in found.problems]) == ((), ["line-dropped"])


@WAYS
def test_a_sentence_made_two_keeps_its_chips_and_cites_in_both(way):
    content = way(edited(review_file(), tracked("信息132条，其中", "信息132条。其中")))

    edit, insert = (proposal.action for proposal in imported(content).proposals)

    assert isinstance(edit, Edit | Insert)
    assert isinstance(insert, Edit | Insert)
    figures = [[piece.ref for piece in action.pieces if piece.kind == "fact"] for action in (edit, insert)]
    assert sorted(figures) == [["N02.1"], ["N02.2", "N02.3", "N02.4"]]
    assert {action.cites for action in (edit, insert)} == {None, ("N02",)}


def path_mark(path: str) -> str:
    return f"_dr{CELL}_{slug_of(path)}_"


@pytest.mark.parametrize("way", [as_it_is, by_word, pasted])
def test_changed_cells_that_an_identity_binds_are_one_correction(way):
    paths = ("applications.received.natural_person", "applications.received.total")
    content = reduce(lambda done, path: cell(done, path_mark(path), "15"), paths, review_file())
    content = cell(content, path_mark("proactive.licensing.decisions"), "47")

    found = imported(way(content)).proposals

    assert [proposal.action for proposal in found] == [
        Correct((("proactive.licensing.decisions", 47),), "按 Word 审改稿更正"),
        Correct(tuple((path, 15) for path in paths), "按 Word 审改稿更正"),
    ]


@pytest.mark.parametrize(
    ("written", "code"),
    [("", "cell-emptied"), ("／", "cell-emptied"), ("约15", "cell-unreadable"), ("1 5", "cell-unreadable")],
)
def test_a_cell_that_holds_no_number_is_said_and_never_taken_for_nought(written, code):
    path = "applications.received.total"

    found = imported(cell(review_file(), path_mark(path), written))

    assert found.proposals == ()
    assert [(problem.code, problem.where) for problem in found.problems] == [(code, path)]


def test_a_changed_heading_is_said_and_not_taken():
    found = imported(edited(review_file(), plain("一、总体情况", "一、总体工作情况")))

    assert found.proposals == ()
    assert [problem.code for problem in found.problems] == ["heading-changed"]


def test_the_file_of_another_report_is_refused():
    found = import_docx(review_file("shuangtu-2020"), working())

    assert (found.proposals, [problem.code for problem in found.problems]) == ((), ["another-report"])


def with_text(line: str, text: str):
    found = working().line(line)
    assert found is not None
    return working().with_line(replace(found, text=plain_text(text)))


def test_what_only_the_desk_has_changed_since_is_no_change_of_the_file():
    assert import_docx(review_file(), with_text("overview.9", "答复前与申请人沟通。")).proposals == ()


def test_what_both_have_changed_is_said_to_be_stale():
    content = edited(review_file(), plain("答复前主动与申请人沟通", "答复前先与申请人沟通"))

    (proposal,) = import_docx(content, with_text("overview.9", "答复前与申请人沟通。")).proposals

    assert proposal.stale
    assert proposal.before == "答复前与申请人沟通。"


def test_without_marks_the_report_as_it_was_tells_what_the_desk_has_changed():
    content = edited(review_file(), without_bookmarks, plain("答复前主动与申请人沟通", "答复前先与申请人沟通"))
    now = with_text("overview.5", "办理县政府网站留言，均在规定期限内答复。")

    (proposal,) = import_docx(content, now, then=working()).proposals

    assert (proposal.where, proposal.stale) == ("overview.9", False)


def test_a_sentence_put_in_on_the_desk_since_is_not_taken_for_struck_out():
    line = working().line("overview.9")
    assert line is not None
    put_in = replace(line, id="overview.9+1", text=plain_text("组织答复文书评查。"))
    at = working().lines.index(line) + 1
    now = replace(working(), lines=(*working().lines[:at], put_in, *working().lines[at:]))

    assert import_docx(review_file(), now, then=working()).proposals == ()


def test_text_that_nobody_sees_is_said():
    def hide(root):
        run = next(item for item in root.iter() if item.tag.endswith("}t") and "沟通" in (item.text or "")).getparent()
        run[0].append(run.makeelement(run.tag[:-1] + "vanish"))

    assert "hidden-text" in {problem.code for problem in imported(edited(review_file(), hide)).problems}


SENTENCES = [line.id for line in working().lines if line.section == "overview"]
WORDS = st.text("我镇全年公开信息群众办理答复，、3件", min_size=1, max_size=6)


@settings(max_examples=25)
@given(st.dictionaries(st.sampled_from(SENTENCES), WORDS, min_size=1, max_size=6), st.sampled_from([as_it_is, by_word]))
def test_exactly_the_sentences_that_were_edited_are_proposed(typed, way):
    edits = []
    for line, words in typed.items():
        text = text_of(line)
        edits.append(plain(text, text[:-1] + words + text[-1]))

    found = imported(way(edited(review_file(), *edits)))

    expected = {line: text_of(line)[:-1] + words + text_of(line)[-1] for line, words in typed.items()}
    assert {proposal.where: proposal.after for proposal in found.proposals} == expected
    for proposal in found.proposals:
        assert isinstance(proposal.action, Edit)
        assert "".join(piece.text for piece in proposal.action.pieces) == proposal.after


def test_the_file_says_what_it_was_written_from():
    assert imported(review_file()).exported == Exported("云岭县/灵溪镇", 3)


def first_of_a_block(text: str):
    """Return an edit that writes a sentence between （二）依申请公开 and its first sentence."""

    def edit(root):
        start = marked(root, "overview_6")[0]
        run = start.makeelement(f"{W}r")
        run.append(run.makeelement(f"{W}t"))
        run[0].text = text
        start.addprevious(run)

    return edit


@WAYS
def test_a_sentence_before_the_first_of_a_heading_is_said_and_never_put_below_another(way):
    found = imported(way(edited(review_file(), first_of_a_block("组织窗口人员轮训。"))))

    assert (found.proposals, [problem.code for problem in found.problems]) == ((), ["text-outside"])


@WAYS
def test_a_sentence_in_the_place_of_the_first_is_an_edit_of_it(way):
    content = way(edited(review_file(), first_of_a_block("组织窗口人员轮训。"), struck("overview_6")))

    assert summary(imported(content)) == [(Change.EDITED, "overview.6", "组织窗口人员轮训。")]


@WAYS
def test_a_sentence_moved_to_the_front_moves_those_it_overtook(way):
    def to_the_front(root):
        target = marked(root, "overview_6")[0]
        for element in marked(root, "overview_8"):
            target.addprevious(element)

    found = imported(way(edited(review_file(), to_the_front)))

    inserts = [proposal for proposal in found.proposals if isinstance(proposal.action, Insert)]
    assert [(proposal.moved, proposal.where) for proposal in inserts] == [
        ("overview.6", "overview.8"),
        ("overview.7", "overview.8"),
    ]
    assert found.problems == ()
