"""A report out to Word and back at a real desk, and what is taken of it."""

import pytest

from drafter.desk.account import ALONE
from drafter.desk.actions import Edit, Insert, Written
from drafter.desk.outcome import Done, Refused
from drafter.desk.word.exchange import imported, review_of, taken
from drafter.desk.word.imported import Change
from drafter.desk.word.marks import CELL, slug_of
from drafter.desk.word.reading import version_of
from drafter.desk.word.trying import tried
from drafter.richtext import PieceKind
from tests.desk.atdesk import KEY, WANG, desk_with_example, did, opened
from tests.desk.word.edits import (
    cell,
    edited,
    moved,
    new_paragraph,
    part,
    plain,
    tracked,
    with_part,
    without_bookmarks,
)


@pytest.fixture
def desk(tmp_path):
    desk = desk_with_example(tmp_path)
    yield desk
    desk.store.close()


def back(desk, *edits, name="审改稿.docx"):
    """Return the proposals of the report's own file after edits."""
    report = opened(desk)
    return imported(desk, report, edited(review_of(report), *edits), name, ALONE)


def texts(desk, section="overview"):
    return [str(line.text) for line in opened(desk).working.lines if line.section == section and not line.dropped]


def test_a_typed_figure_is_bound_to_its_fact(desk):
    found = back(desk, tracked("解答医保缴费", "全年收到政府信息公开申请14件，解答医保缴费"))

    (one,) = tried(found.proposals, opened(desk).working, WANG)

    assert isinstance(one.outcome, Done)
    assert one.line is not None
    assert one.line.text.refs(PieceKind.FACT) == ["N03.1", "applications.received.total"]


def test_a_typed_figure_that_nothing_states_is_refused_with_the_reason(desk):
    found = back(desk, plain("编发政策解读材料11篇", "编发政策解读材料17篇"))

    (one,) = tried(found.proposals, opened(desk).working, WANG)

    assert isinstance(one.outcome, Refused)
    assert one.outcome.code == "figure-unknown"
    assert "17篇" in one.outcome.message


def test_nothing_is_taken_by_reading_a_file(desk):
    before = opened(desk)

    back(desk, plain("答复前主动与申请人沟通", "答复前与申请人沟通"))

    assert opened(desk).version == before.version


def test_what_is_taken_stands_as_the_file_has_it(desk):
    content = edited(
        review_of(opened(desk)),
        plain("答复前主动与申请人沟通", "答复前与申请人沟通"),
        new_paragraph("办理群众留言。走访村组。", "均在规定期限内答复。"),
        moved("overview_17", "overview_18"),
    )
    found = imported(desk, opened(desk), content, "x.docx", ALONE)

    result = taken(desk, opened(desk), found.proposals, WANG)

    assert (result.refused, result.conflict) == ((), None)
    after = texts(desk)
    at = after.index("四是办理县政府网站留言23件，均在规定期限内答复。")
    assert after[at + 1 : at + 3] == ["办理群众留言。", "走访村组。"]
    assert "答复前与申请人沟通，答复书由司法所进行合法性审核。" in after
    assert [entry.who for entry in desk.store.trail(KEY)][1:] == ["王芳"] * len(found.proposals)
    again = imported(desk, opened(desk), content, "x.docx", ALONE)
    assert again.proposals == ()


def test_words_that_could_not_be_carried_over_are_not_struck_out_either(desk):
    found = back(desk, plain("年末现行有效6件。", "年末现行有效697件，"))

    result = taken(desk, opened(desk), found.proposals, WANG)

    assert [(proposal.change, refused.code) for proposal, refused in result.refused] == [
        (Change.EDITED, "figure-unknown"),
        (Change.JOINED, "not-carried"),
    ]
    assert "一是落实信息发布三审三校，审核中退回修改19条。" in texts(desk)


def test_a_moved_sentence_stands_once(desk):
    found = back(desk, moved("overview_5", "overview_8"))

    result = taken(desk, opened(desk), found.proposals, WANG)

    assert result.refused == ()
    assert sum("办理县政府网站留言23件" in text for text in texts(desk)) == 1


def test_corrected_cells_change_tables_and_sentences(desk):
    path = "proactive.licensing.decisions"
    content = cell(review_of(opened(desk)), f"_dr{CELL}_{slug_of(path)}_", "47")

    found = imported(desk, opened(desk), content, "x.docx", ALONE)
    result = taken(desk, opened(desk), found.proposals, WANG)

    assert result.refused == ()
    assert result.opened.working.corrections == {path: 47}
    assert "行政许可处理决定47件" in texts(desk, "proactive")[0]


def test_a_file_without_marks_is_read_against_the_version_it_was_written_from(desk):
    content = edited(review_of(opened(desk)), without_bookmarks)
    did(desk, Edit("overview.9", (Written("答复前与申请人沟通。"),)))
    did(desk, Insert("overview.9", (Written("答复书由司法所审核。"),)))

    assert imported(desk, opened(desk), content, "x.docx", ALONE).proposals == ()


def test_a_file_that_lost_its_properties_still_tells_its_version(desk):
    content = review_of(opened(desk))
    core = part(content, "docProps/core.xml")
    for child in list(core):
        core.remove(child)
    nameless = with_part(content, core, "docProps/core.xml")

    assert (version_of(nameless, "x", KEY), version_of(nameless, "x", "别的"), version_of(content, "x", "别的")) == (
        1,
        None,
        None,
    )


def test_somebody_who_saves_in_between_is_not_overwritten(desk):
    seen = opened(desk)
    found = back(desk, plain("答复前主动与申请人沟通", "答复前与申请人沟通"))
    did(desk, Edit("overview.9", (Written("答复前联系申请人。"),)))

    result = taken(desk, seen, found.proposals, WANG)

    assert result.conflict is not None
    assert "答复前联系申请人。" in texts(desk)
