"""A clerk sees the reports of their own townships; another's is not there, whatever address is guessed."""

import pytest

from drafter.desk.web.app import routes
from tests.desk.web.office import LINE, OURS, THEIRS, Office

OF_A_REPORT = [route for route in routes() if "{key:path}" in route.path]
READ = [route.path for route in OF_A_REPORT if "GET" in (route.methods or ())]
WRITE = [route.path for route in OF_A_REPORT if "POST" in (route.methods or ())]


def test_the_queue_holds_their_own_alone(county: Office):
    county.sit("王芳")

    assert "灵溪镇" in county.get("/").text
    assert "石桥镇" not in county.get("/").text
    assert "石桥镇" not in county.get("/?text=石桥镇").text.replace('value="石桥镇"', "").replace("text=", "")
    assert county.get("/board").text.count("<tr>") == 2


@pytest.mark.parametrize("path", READ)
def test_no_page_of_another_township_is_there(county: Office, path: str):
    county.sit("王芳")
    theirs = county.get(path.replace("{key:path}", THEIRS))
    nobodys = county.get(path.replace("{key:path}", "没有的镇"))

    assert theirs.status_code == nobodys.status_code == 404
    assert theirs.text == nobodys.text


@pytest.mark.parametrize("path", WRITE)
def test_nothing_can_be_done_to_another_township(county: Office, path: str):
    county.sit("王芳")
    fields = {"version": "1", "action": "drop", "line": LINE, "pieces": "[]", "token": "x"}
    answer = county.post(path.replace("{key:path}", THEIRS), fields)

    assert answer.status_code == 404
    assert county.opened(THEIRS).version == 1


@pytest.mark.parametrize(
    "key",
    [f"{OURS}/../{THEIRS}", f"./{THEIRS}", f"{OURS}/%2e%2e/{THEIRS}", f"{THEIRS}/", f"//{THEIRS}", f"{THEIRS}%00"],
)
def test_no_other_spelling_of_an_address_helps(county: Office, key: str):
    county.sit("王芳")

    assert county.get(f"/report/{key}").status_code == 404


def test_what_one_has_typed_is_not_anothers(county: Office):
    county.sit("王芳")
    fields = {"version": "1", "line": LINE, "pieces": '[{"text": "只给王芳看"}]'}
    assert county.post(f"/keep/{OURS}", fields).status_code == 204
    county.sit("老李")

    assert "只给王芳看" not in county.get(f"/panel/{OURS}?line={LINE}&edit=1").text


@pytest.mark.parametrize("action", ["waive", "return", "approve", "reopen", "finalise", "accept"])
def test_a_clerk_decides_nothing(county: Office, action: str):
    county.sit("王芳")
    answer = county.act(action, line=LINE, reasons="x", reason="x", code="c", where="w", message="m")

    assert answer.status_code == 422
    assert county.opened().version == 1


def test_a_clerk_is_offered_no_decision(county: Office):
    county.sit("王芳")
    page = county.get(f"/report/{OURS}").text

    assert 'value="approve"' not in page
    assert 'value="return"' not in page


def test_a_reviewer_makes_no_final_files(county: Office):
    county.sit("老李")
    assert county.act("approve").status_code == 303

    answer = county.post(f"/make-final/{OURS}", {"version": "2"})

    assert answer.status_code == 422
    assert county.opened().working.status.value == "通过"
    assert not (county.out / OURS / "final").exists()
