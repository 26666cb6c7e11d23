"""What the pages show, as values."""

import pytest

from drafter.desk.actions import Correct, Drop
from drafter.desk.assessing import assess
from drafter.desk.differences import character_runs
from drafter.desk.web.views.catalogue import MOST_ENTRIES, catalogue
from drafter.desk.web.views.evidence import Backing
from drafter.desk.web.views.marking import stretches, whole_figures
from drafter.desk.web.views.panel import cell_panel, line_panel, row_of, todo, totals_over
from drafter.desk.web.views.sheet import Part, sheet
from drafter.desk.working import WorkingReport
from drafter.richtext import Piece, PieceKind, Text
from tests.desk.example import done, report

NOTED = "overview.8"


def parts_of(working: WorkingReport) -> tuple[Part, ...]:
    assessed = assess(working)
    return sheet(working, assessed, Backing(assessed.dossier, assessed.ledger, {}))


def shown_ids(working: WorkingReport) -> list[str]:
    return [line.id for part in parts_of(working) for line in part.lines]


def test_marked_words_are_cut_out_and_a_figure_is_marked_whole():
    text = Text((Piece("共受理"), Piece("14件", PieceKind.FACT, "a"), Piece("申请，受理")))

    found = [(item.text, item.kind, item.mark) for item in stretches(text, [("受理14", "unproved"), ("理", "fault")])]

    assert found == [
        ("共", "plain", ""),
        ("受理", "plain", "unproved"),
        ("14件", "fact", "unproved"),
        ("申请，受", "plain", ""),
        ("理", "plain", "fault"),
    ]


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("14", "15", [("removed", "14"), ("added", "15")]),
        ("共4件", "共14件", [("same", "共"), ("removed", "4"), ("added", "14"), ("same", "件")]),
        ("0.5元", "1.5元", [("removed", "0.5"), ("added", "1.5"), ("same", "元")]),
        ("甲乙", "甲丙", [("same", "甲"), ("removed", "乙"), ("added", "丙")]),
        ("一样", "一样", [("same", "一样")]),
    ],
)
def test_a_figure_that_changed_is_struck_out_whole(before: str, after: str, shown: list[tuple[str, str]]):
    assert [(run.kind, run.text) for run in whole_figures(character_runs(before, after))] == shown


def test_every_sentence_stands_on_the_sheet_once_and_in_its_order():
    assert shown_ids(report()) == [line.id for line in report().lines]


@pytest.mark.parametrize("line", [line.id for line in report().lines])
def test_a_sentence_that_was_struck_out_stands_where_it_was(line: str):
    working = done(report(), Drop(line)).working

    assert shown_ids(working) == [line.id for line in working.lines]


def test_a_whole_section_that_was_struck_out_stands_where_it_was():
    working = report()
    for line in report().lines:
        if line.section in ("preamble", "other"):
            working = done(working, Drop(line.id)).working

    assert shown_ids(working) == [line.id for line in working.lines]


def test_a_figure_of_a_note_tells_the_note_and_who_gave_it():
    assessed = assess(report())
    backing = Backing(assessed.dossier, assessed.ledger, {})
    ref = report().line(NOTED).text.refs(PieceKind.FACT)[0]

    tip = backing.behind("fact", ref).tip

    assert "材料 N05" in tip
    assert "登记簿" in tip


def test_a_figure_of_a_cell_tells_the_cell_and_who_corrected_it():
    assessed = assess(report())
    path = "applications.received.total"
    backing = Backing(assessed.dossier, assessed.ledger, {path: "由王芳更正：漏计"})

    behind = backing.behind("fact", path)

    assert (behind.cell, behind.source) == (path, "由王芳更正：漏计")


def test_a_cell_names_its_row_its_totals_and_the_sentences_that_state_it():
    assessed = assess(report())
    backing = Backing(assessed.dossier, assessed.ledger, {})
    form, path = assessed.dossier.form, "applications.granted.business"

    panel = cell_panel(report(), assessed, backing, "applications.received.total", ())

    assert panel is not None
    assert "overview.6" in [line.id for line in panel.lines]
    assert row_of(form, path)[-1] == "applications.granted.total"
    assert {"applications.granted.total", "applications.concluded.business"} <= set(totals_over(form, path))


def test_what_is_to_do_names_what_a_correction_broke():
    working = done(report(), Correct((("applications.received.total", 15),), "漏计")).working
    found = todo(working, assess(working))

    assert found.blockers
    assert "applications.received.total" in [item.cell for item in found.findings]
    assert not any(item.may_be_waived for item in found.findings if item.finding.severity.value == "error")


def test_a_panel_of_a_sentence_knows_its_neighbours():
    assessed = assess(report())
    panel = line_panel(report(), assessed, Backing(assessed.dossier, assessed.ledger, {}), NOTED)

    assert panel is not None
    assert (panel.previous, panel.following) == ("overview.7", "overview.9")
    assert [item.id for item in panel.evidence][:1] == ["N05"]


def test_the_list_of_figures_begins_with_the_sentences_own_and_is_searched_by_words():
    first = catalogue(report(), NOTED, "")
    found = catalogue(report(), NOTED, "上年结转 总计")

    assert first[0].group == "这一句的材料"
    assert len(first) == MOST_ENTRIES
    assert "applications.carried_in.total" in [entry.ref for entry in found]
    assert catalogue(report(), NOTED, "没有这样的词") == ()
