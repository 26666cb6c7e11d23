"""A newer draft takes the place of a report, and people's work stays where the draft has nothing to say to it."""

from dataclasses import replace

from drafter.desk.redraft import taken
from drafter.desk.working import AddedNote, Line, Status, Waiver, WorkingReport
from drafter.richtext import plain

NOTE = AddedNote("E01", "监督保障", "开展检查。", "台账", "张三")
WAIVER = Waiver("code", "where", "message", "reason", "张三")


def line(name: str, words: str, section: str = "overview", **fields: object) -> Line:
    return replace(Line(name, section, 1, "", plain(words), "模板"), **fields)


def report(*lines: Line, cell: int = 3, **fields: object) -> WorkingReport:
    source = {"dossier": {"statistics": {"edition": "2021", "a": {"b": cell}}}, "prior": None}
    return replace(WorkingReport(source, "stock", lines), **fields)


def shown(working: WorkingReport) -> list[tuple[str, str]]:
    return [(line.id, str(line.text)) for line in working.lines]


def test_a_locked_sentence_stays_and_any_other_is_the_drafts():
    present = report(line("overview.1", "锁住的。", locked=True), line("overview.2", "改过的。"))
    newer = report(line("overview.1", "新一。"), line("overview.2", "新二。"), line("overview.3", "新三。"))

    assert shown(taken(newer, present)) == [
        ("overview.1", "锁住的。"),
        ("overview.2", "新二。"),
        ("overview.3", "新三。"),
    ]


def test_a_locked_sentence_that_the_draft_does_not_have_stays_at_its_place():
    present = report(
        line("overview.1", "一。"),
        line("overview.1+1", "插入的。", locked=True),
        line("overview.9", "九。", locked=True),
        line("disputes.1", "四。", "disputes"),
        line("other.1", "六。", "other", locked=True),
    )
    newer = report(line("overview.1", "新一。"), line("overview.2", "新二。"), line("disputes.1", "新四。", "disputes"))

    assert [name for name, _ in shown(taken(newer, present))] == [
        "overview.1",
        "overview.1+1",
        "overview.9",
        "overview.2",
        "disputes.1",
        "other.1",
    ]


def test_a_locked_sentence_whose_neighbours_are_gone_stands_at_the_end_of_its_section():
    present = report(line("overview.8", "八。"), line("overview.8+1", "插入的。", locked=True))
    newer = report(line("overview.1", "新一。"), line("disputes.1", "新四。", "disputes"))

    assert [name for name, _ in shown(taken(newer, present))] == ["overview.1", "overview.8+1", "disputes.1"]


def test_notes_waivers_and_editors_stay_and_the_review_begins_again():
    present = report(
        notes=(NOTE,),
        waivers=(WAIVER,),
        editors=frozenset({"张三"}),
        status=Status.RETURNED,
        reasons=("缺材料",),
        approved_by="老李",
    )
    after = taken(report(), present)

    assert (after.notes, after.waivers, after.editors) == ((NOTE,), (WAIVER,), {"张三"})
    assert (after.status, after.reasons, after.approved_by) == (Status.PENDING, (), "")


def test_a_corrected_cell_stays_corrected_until_the_clerk_hands_in_another_value():
    present = report(corrections={"a.b": 4})

    assert taken(report(), present).corrections == {"a.b": 4}
    assert taken(report(cell=5), present).corrections == {}
