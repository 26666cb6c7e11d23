"""What differs between two texts can be put together again, and is shown where a reader looks for it."""

from hypothesis import given
from hypothesis import strategies as st

from drafter.desk.actions import Drop, Insert, Written
from drafter.desk.differences import ADDED, REMOVED, SAME, alignment, character_runs, flower_draft, sentences_of
from tests.desk.example import done, report, typed

TEXTS = st.text("举办业务培训两次，信息员参加。2386", max_size=30)


@given(TEXTS, TEXTS)
def test_both_texts_can_be_read_from_the_stretches(before: str, after: str):
    runs = character_runs(before, after)

    assert "".join(run.text for run in runs if run.kind != ADDED) == before
    assert "".join(run.text for run in runs if run.kind != REMOVED) == after
    assert all(run.text for run in runs)


def test_a_change_is_shown_removed_before_added():
    runs = [(run.kind, run.text) for run in character_runs("举办培训2次。", "组织培训2次。")]

    assert runs == [(REMOVED, "举办"), (ADDED, "组织"), (SAME, "培训2次。")]


def test_the_flower_draft_shows_every_sentence_against_its_draft():
    edited = done(report(), typed("overview.19", "二是举办业务培训2次。")).working
    struck = done(edited, Drop("overview.18")).working
    added = done(struck, Insert("overview.19", (Written("举办业务培训2次。"),), ("N14",))).working
    rows = {row.line.id: row for row in flower_draft(added)}

    assert {key for key, row in rows.items() if row.is_changed} == {"overview.18", "overview.19", "overview.19+1"}
    assert {run.kind for run in rows["overview.18"].runs} == {REMOVED}
    assert {run.kind for run in rows["overview.19+1"].runs} == {ADDED}


def test_sentences_that_answer_each_other_stand_side_by_side():
    ours = [("overview", "举办业务培训2次。"), ("overview", "更新公开栏。"), ("other", "无其他事项。")]
    theirs = [("overview", "更新政务公开栏。"), ("other", "没有其他事项。")]
    pairs = [(pair.left, pair.right) for pair in alignment(ours, theirs)]

    assert pairs == [
        ("举办业务培训2次。", ""),
        ("更新公开栏。", "更新政务公开栏。"),
        ("无其他事项。", "没有其他事项。"),
    ]


@given(st.lists(TEXTS.filter(bool), max_size=5), st.lists(TEXTS.filter(bool), max_size=5))
def test_no_sentence_is_lost_or_moved_by_the_alignment(ours: list[str], theirs: list[str]):
    pairs = alignment([("a", text) for text in ours], [("a", text) for text in theirs])

    assert [pair.left for pair in pairs if pair.left] == ours
    assert [pair.right for pair in pairs if pair.right] == theirs


def test_a_report_is_like_itself():
    sentences = sentences_of(report())

    assert all(pair.left == pair.right for pair in alignment(sentences, sentences))
