"""An action that is posted is judged by the desk, and the answer shows the report as it is."""

import json

import pytest
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException

from drafter.desk.account import ALONE
from drafter.desk.actions import Correct, Edit, Insert, Return, Waive, Written
from drafter.desk.web.posted import action_of, number_of
from tests.desk.web.office import LINE, OURS, Office, office

NOTED = "overview.8"
PARTIAL = {"HX-Request": "true"}


def form(**fields: object) -> FormData:
    lists = {name: value if isinstance(value, list) else [value] for name, value in fields.items()}
    return FormData([(name, value) for name, values in lists.items() for value in values])


def test_a_sentence_is_read_as_words_and_chips():
    pieces = [{"text": "共"}, {"text": "3件", "kind": "fact", "ref": "N01.1"}, {"text": "一\n二"}]
    action = action_of(form(action="edit", line=LINE, pieces=json.dumps(pieces), with_cites="1", cites=["N01", "N02"]))

    words = (Written("共"), Written("3件", "fact", "N01.1"), Written("一 二"))
    assert action == Edit(LINE, words, ("N01", "N02"))


def test_citations_that_a_form_does_not_show_are_kept():
    assert action_of(form(action="edit", line=LINE, pieces="[]")) == Edit(LINE, (), None)
    assert action_of(form(action="insert", line=LINE, pieces="[]")) == Insert(LINE, (), ())


def test_reasons_are_one_a_line_and_those_that_were_ticked():
    action = action_of(form(action="return", reasons="甲\r\n\r\n 乙 ", reason=["丙", "甲"]))

    assert action == Return(("甲", "乙", "丙"))


def test_a_waiver_names_its_finding():
    fields = {"code": "c", "where": "w", "message": "m", "reason": "r"}
    assert action_of(form(action="waive", **fields)) == Waive("c", "w", "m", "r")


def test_cells_are_corrected_together_and_an_empty_one_is_not_reported():
    action = action_of(form(action="correct", cell=["a", "b"], value=["３", ""], reason="r"))

    assert action == Correct((("a", 3), ("b", None)), "r")


@pytest.mark.parametrize("text", ["十", "1e5", "NaN", "1_0", "0x1", "=1", "1/2", "9" * 30])
def test_what_is_no_number_is_refused_with_the_reason(text: str):
    with pytest.raises(HTTPException) as refused:
        number_of(text)

    assert refused.value.status_code == 422


@pytest.mark.parametrize("fields", [{}, {"action": "x"}, {"action": "edit"}, {"action": "correct", "cell": "a"}])
def test_a_form_that_asks_for_nothing_is_refused(fields: dict[str, str]):
    with pytest.raises(HTTPException):
        action_of(form(**fields))


def test_nobody_can_claim_that_a_model_wrote_their_words(alone: Office):
    alone.act("edit", line=NOTED, pieces=json.dumps([{"text": "答复前主动沟通。"}]), origin="模型")

    assert alone.opened().working.line(NOTED).origin == "编辑"


def test_a_page_is_answered_with_a_page_and_a_part_with_a_part(alone: Office):
    whole = alone.act("lock", line=LINE)
    fields = {"version": "2", "action": "unlock", "line": LINE}
    part = alone.post(f"/act/{OURS}", fields, headers=PARTIAL)

    assert whole.status_code == 303
    assert part.text.lstrip().startswith("<main")


def test_a_change_of_an_older_version_is_not_taken_and_what_was_typed_is_kept(alone: Office):
    alone.act("lock", line=LINE)
    fields = {"version": "1", "action": "edit", "line": NOTED, "pieces": json.dumps([{"text": "后来写的话。"}])}

    answer = alone.post(f"/act/{OURS}", fields, headers=PARTIAL)

    assert answer.status_code == 409
    assert "后来写的话" in answer.text
    assert alone.opened().version == 2
    assert "后来写的话" in alone.get(f"/panel/{OURS}?line={NOTED}&edit=1").text


def test_a_panel_of_an_older_version_brings_the_whole_page(alone: Office):
    alone.act("lock", line=LINE)
    answer = alone.get(f"/panel/{OURS}?line={NOTED}&version=1", headers=PARTIAL)

    assert answer.headers["hx-retarget"] == "#main"
    assert "已经改过" in answer.text


def test_a_correction_sends_only_what_changed(alone: Office):
    fields = {"version": "1", "action": "correct", "reason": "漏计"}
    cells = {"cell": ["applications.received.other", "applications.received.total"], "value": ["0", "15"]}
    assert alone.post(f"/act/{OURS}", {**fields, **cells}).status_code == 303

    assert dict(alone.opened().working.corrections) == {"applications.received.total": 15}


def test_with_two_persons_an_editor_is_not_offered_to_approve(tmp_path):
    made = office(tmp_path, users=True, two_person=True).sit("老李")
    made.act("drop", line="overview.9")
    page = made.get(f"/report/{OURS}").text
    assert "要由另一个人通过" in page
    assert made.act("approve").status_code == 422
    made.sit("赵主任")
    assert made.act("approve").status_code == 303
    made.desk.store.close()


def test_a_new_sentence_is_forgotten_as_a_draft_once_it_is_saved(alone: Office):
    pieces = json.dumps([{"text": "答复前主动沟通。"}])
    alone.post(f"/keep/{OURS}", {"version": "1", "line": f"{NOTED}>", "pieces": pieces})
    assert list(alone.desk.drafts_of(OURS, ALONE)) == [f"{NOTED}>"]

    alone.post(f"/act/{OURS}", {"version": "1", "action": "insert", "line": NOTED, "pieces": pieces}, headers=PARTIAL)

    assert alone.opened().version == 2
    assert alone.desk.drafts_of(OURS, ALONE) == {}
