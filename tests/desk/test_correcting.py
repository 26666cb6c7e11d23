"""Statistics are corrected as data: tables and sentences follow, and what cannot follow is red."""

from decimal import Decimal

import pytest

from drafter.desk.actions import Correct, Drop
from drafter.desk.assessing import assess
from drafter.desk.following import CHANGED
from tests.desk.example import chip, correction, done, line_of, refs, refused, report, typed

REVIEWS, APPLICATIONS, LEAD = "overview.10", "overview.6", "disputes.1"
NO_REVIEW = correction(disputes__review__total=0, disputes__review__upheld=0)
ONE_MORE = correction(
    applications__received__natural_person=10,
    applications__received__total=15,
    applications__carried_out__natural_person=2,
    applications__carried_out__total=2,
)


def test_stock_sentences_are_written_anew_on_the_new_figures():
    found = done(report(), NO_REVIEW)

    assert str(line_of(found.working, REVIEWS).text) == "全年未因政府信息公开工作被申请行政复议、提起行政诉讼。"
    assert set(found.after["lines"]) == {REVIEWS, LEAD}
    assert assess(found.working).blockers == ()


def test_the_cells_before_and_after_are_kept():
    found = done(report(), correction(proactive__fees__amount=Decimal("1.25")))

    assert found.before["cells"] == {"proactive.fees.amount": "0.038"}
    assert found.after["cells"] == {"proactive.fees.amount": "1.25"}
    assert found.where == "proactive.fees.amount"


def test_comparisons_follow():
    found = done(report(), ONE_MORE)

    assert "较上年增加5件、增长50%" in str(line_of(found.working, APPLICATIONS).text)


def test_a_clerks_own_words_that_say_the_old_figure_are_an_error_at_their_sentence():
    assessed = assess(done(report(), ONE_MORE).working)

    assert {line: [item.code for item in found] for line, found in assessed.at_line.items()} == {
        "overview.8": ["prose-contradicts-table", "figure-said-twice-differs"]
    }


def test_an_identity_that_breaks_is_said_and_blocks():
    found = done(report(), correction(applications__received__total=15))

    assert len(found.after["broken"]) > 0
    assert assess(found.working).blockers != ()


def test_a_correction_taken_back_leaves_the_report_as_drafted():
    corrected = done(report(), NO_REVIEW).working
    back = done(corrected, correction(disputes__review__total=1, disputes__review__upheld=1)).working

    assert back.lines == report().lines
    assert back.corrections == {}


def test_an_edited_sentence_shows_the_new_figure_where_its_words_still_hold():
    edited = done(report(), typed(APPLICATIONS, "全年", chip("p:app_new", "slot"), "。")).working
    found = done(edited, ONE_MORE)
    line = line_of(found.working, APPLICATIONS)

    assert str(line.text) == "全年收到政府信息公开申请15件。"
    assert line.state == "green"


def test_an_edited_sentence_whose_words_hang_on_the_figure_is_red_and_stock_wording_is_offered():
    edited = done(report(), typed(REVIEWS, "本年度", chip("p:disputes", "slot"), "。")).working
    found = done(edited, NO_REVIEW)
    line, assessed = line_of(found.working, REVIEWS), assess(found.working)

    assert [fault.code for fault in line.faults] == [CHANGED]
    assert str(assessed.offers[REVIEWS]) == "全年未因政府信息公开工作被申请行政复议、提起行政诉讼。"
    assert [red.id for red in assessed.reds] == [REVIEWS]


def test_a_comparison_that_turns_round_is_red():
    edited = done(report(), typed(APPLICATIONS, "全年", chip("p:app_new"), "，", chip("d:app_new"), "。")).working
    fewer = correction(applications__received__natural_person=1, applications__received__total=6)

    assert [fault.code for fault in line_of(done(edited, fewer).working, APPLICATIONS).faults] == [CHANGED]


def test_a_red_sentence_is_green_again_when_the_figure_comes_back():
    edited = done(report(), typed(REVIEWS, "本年度", chip("p:disputes", "slot"), "。")).working
    corrected = done(edited, NO_REVIEW).working
    back = done(corrected, correction(disputes__review__total=1, disputes__review__upheld=1)).working

    assert line_of(back, REVIEWS) == line_of(edited, REVIEWS)


def test_words_to_accept_are_still_to_be_accepted_when_the_figure_comes_back():
    words = ("收到群众递交的政府信息公开申请", chip("applications.received.total"), "。")
    edited = done(report(), typed(APPLICATIONS, *words)).working
    none = done(edited, correction(applications__received__total=0)).working
    back = done(none, correction(applications__received__total=14)).working

    assert line_of(edited, APPLICATIONS).state == "amber"
    assert line_of(none, APPLICATIONS).state == "red"
    assert line_of(back, APPLICATIONS) == line_of(edited, APPLICATIONS)


def test_words_that_say_all_are_red_when_it_is_some():
    whole = correction(
        applications__received__business=0,
        applications__received__legal_service=0,
        applications__received__natural_person=14,
    )
    alone = done(report(), whole).working
    edited = done(alone, typed(APPLICATIONS, "全年", chip("p:app_new"), "，", chip("g:app_applicants"), "。")).working
    assert "均为自然人申请" in str(line_of(edited, APPLICATIONS).text) or "全部为" in str(
        line_of(edited, APPLICATIONS).text
    )

    some = correction(applications__received__business=3, applications__received__natural_person=11)
    assert [fault.code for fault in line_of(done(edited, some).working, APPLICATIONS).faults] == [CHANGED]


def test_a_struck_out_sentence_follows_too():
    struck = done(report(), Drop(REVIEWS)).working
    back = done(done(struck, NO_REVIEW).working, Drop(REVIEWS, dropped=False)).working

    assert assess(back).blockers == ()


def test_sentences_come_and_go_with_what_there_is_to_say():
    nothing = {
        path.replace(".", "__"): 0
        for path in assess(report()).dossier.form.cells
        if path.startswith("applications.") and not path.startswith("applications.carried_in")
    }
    nothing |= {f"applications__carried_in__{column}": 0 for column in ("natural_person", "total")}
    none = done(report(), correction(**nothing)).working
    figures = {cell.replace(".", "__"): value for cell, value in assess(report()).dossier.statistics.values.items()}
    back = done(none, correction(**{name: figures[name] for name in nothing})).working

    assert line_of(none, "overview.7").dropped
    assert [str(line.text) for line in back.lines] == [str(line.text) for line in report().lines]


def test_an_emptied_cell_is_a_gap_in_table_and_sentence():
    found = done(report(), correction(proactive__licensing__decisions=None))
    assessed = assess(found.working)

    assert {place for place, _ in assessed.gaps} == {"proactive.1", "proactive.licensing.decisions"}
    assert "【待补" in str(line_of(found.working, "proactive.1").text)


def test_fees_are_corrected_like_cells():
    nothing = correction(fees__notices=0, fees__billed_yuan=0, fees__collected_yuan=0, proactive__fees__amount=0)
    found = done(report(), nothing)

    assert refs(line_of(found.working, "other.1")) == ["fees.notices", "fees.collected_yuan"]
    assert assess(found.working).blockers == ()


@pytest.mark.parametrize(
    ("action", "code"),
    [
        (correction(nothing=1), "cell-unknown"),
        (Correct((), "理由"), "cell-unknown"),
        (Correct((("disputes.review.total", 2),), " "), "reason-missing"),
        (correction(disputes__review__total=1), "unchanged"),
        (correction(proactive__fees__amount=Decimal("0.0380")), "unchanged"),
        (correction(disputes__review__total=-1), "cell-negative"),
        (correction(disputes__review__total=Decimal("1.5")), "cell-decimal"),
        (correction(disputes__review__total=True), "cell-not-a-number"),
        (correction(proactive__fees__amount=Decimal("NaN")), "cell-not-a-number"),
        (correction(proactive__fees__amount=Decimal("Infinity")), "cell-not-a-number"),
        (correction(proactive__fees__amount=Decimal("1E-99")), "cell-not-a-number"),
        (correction(disputes__review__total=10**30), "cell-too-large"),
        (correction(fees__notices=Decimal("0.5")), "cell-not-a-number"),
        (correction(fees__billed_yuan=-1), "cell-not-a-number"),
    ],
)
def test_a_value_that_no_cell_can_hold_is_refused(action: Correct, code: str):
    assert refused(report(), action).code == code
