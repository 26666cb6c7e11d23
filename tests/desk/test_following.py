"""Sentences of a model follow the figures where their form holds, and are red where it does not."""

from drafter.desk.actions import Accept, Lock
from drafter.desk.assessing import assess
from drafter.desk.following import CHANGED
from drafter.desk.working import Line, WorkingReport
from tests.desk.example import correction, done, line_of, written_by_a_model

MORE = correction(
    applications__received__natural_person=10,
    applications__received__total=15,
    applications__carried_out__natural_person=2,
    applications__carried_out__total=2,
)
FEWER = correction(applications__received__natural_person=1, applications__received__total=6)


def on_tables(working: WorkingReport) -> Line:
    return next(
        line for line in working.lines if line.wording == "模型" and "applications.received.total" in line.cites
    )


def doubtful(working: WorkingReport) -> Line:
    return next(line for line in working.lines if line.unproved)


def test_a_models_sentence_shows_the_new_figures():
    found = done(written_by_a_model(), MORE)
    line = line_of(found.working, on_tables(written_by_a_model()).id)

    assert str(line.text).startswith("收到政府信息公开申请15件，较上年增加5件、增长50%，包括自然人申请10件、")
    assert (line.state, line.origin) == ("green", "模型")
    assert "figure-differs" not in {finding.code for finding in assess(found.working).findings}


def test_a_models_sentence_whose_direction_turns_is_red_and_blocks():
    found = done(written_by_a_model(), FEWER)
    line = line_of(found.working, on_tables(written_by_a_model()).id)

    assert [fault.code for fault in line.faults] == [CHANGED]
    assert "较上年减少" in str(assess(found.working).offers[line.id])


def test_a_locked_sentence_follows_too():
    working = written_by_a_model()
    locked = done(working, Lock(on_tables(working).id)).working

    assert "15件" in str(line_of(done(locked, MORE).working, on_tables(working).id).text)


def test_what_does_not_speak_of_the_cell_keeps_its_acceptance():
    working = written_by_a_model()
    line = doubtful(working)
    accepted = done(working, Accept(line.id, line.unproved)).working

    assert line_of(done(accepted, MORE).working, line.id) == line_of(accepted, line.id)
