"""A file that comes in is read and never trusted: hostile ones are refused, their text is text, nothing is taken."""

import re

import pytest

from tests.desk.web.hostile import CORPUS, short
from tests.desk.web.office import OURS, THEIRS, Office
from tests.desk.web.test_escaping import assert_nothing_runs
from tests.desk.word.edits import edited, plain, tracked
from tests.desk.word.test_hostile import HOSTILE

SMALL = [name for name, content in HOSTILE.items() if len(content) < 19_000_000]


def review(office: Office) -> bytes:
    return office.get(f"/review/{OURS}").content


def bring(office: Office, content: bytes, name: str = "改过的.docx", key: str = OURS):
    return office.post(f"/import/{key}", files={"file": (name, content)})


def token(page: str) -> str:
    found = re.search(r'name="token" value="([^"]+)"', page)
    assert found
    return found[1]


@pytest.mark.parametrize("what", SMALL)
def test_a_hostile_file_is_refused_with_a_reason(alone: Office, what: str):
    answer = bring(alone, HOSTILE[what])

    assert answer.status_code == 422
    assert 'role="alert"' in answer.text
    assert alone.opened().version == 1


def test_a_form_without_a_file_is_refused(alone: Office):
    assert alone.post(f"/import/{OURS}", {"file": "text"}).status_code == 422


@pytest.mark.parametrize(
    "name", ["../../x.docx", "<script>xss()</script>.docx", "a" * 1000, "\u202etxt.docx", "报告.docx"]
)
def test_the_name_of_a_file_changes_nothing(alone: Office, name: str):
    answer = bring(alone, b"x", name)

    assert answer.status_code == 422
    assert_nothing_runs(answer.text)
    assert not list(alone.out.rglob("*x.docx"))


def test_the_text_of_a_file_is_text(alone: Office):
    words = "".join(map(short, CORPUS))[:300]
    content = edited(review(alone), plain("申请中", f"申请{words}中"), tracked("答复", "答复件", author=CORPUS[0]))

    answer = bring(alone, content)

    assert answer.status_code == 200
    assert_nothing_runs(answer.text)
    assert "&lt;script&gt;" in answer.text


def test_nothing_of_a_file_is_taken_by_itself_and_only_what_is_ticked_afterwards(alone: Office):
    content = edited(review(alone), plain("申请中", "政府信息公开申请中"), plain("解答医保缴费", "解答了医保缴费"))
    page = bring(alone, content).text
    assert alone.opened().version == 1

    fields = {"version": "1", "token": token(page), "take": "0"}
    assert alone.post(f"/take/{OURS}", fields).status_code == 200

    assert alone.opened().version == 2
    assert [entry.action for entry in alone.desk.store.trail(OURS)] == ["Draft", "Edit"]


def test_what_a_file_proposes_is_for_its_report_and_its_reader_alone(county: Office):
    county.sit("老李")
    page = bring(county, edited(review(county), plain("申请中", "政府信息公开申请中"))).text
    fields = {"version": "1", "token": token(page), "take": "0"}
    assert county.post(f"/take/{THEIRS}", fields).status_code == 404

    county.sit("王芳")
    assert county.post(f"/take/{OURS}", fields).status_code == 404
    assert county.opened().version == 1


def test_changes_that_were_seen_against_an_older_report_are_shown_again_and_not_taken(alone: Office):
    page = bring(alone, edited(review(alone), plain("申请中", "政府信息公开申请中"))).text
    alone.act("lock", line="overview.2")

    answer = alone.post(f"/take/{OURS}", {"version": "1", "token": token(page), "take": "0"})

    assert answer.status_code == 409
    assert alone.opened().version == 2
