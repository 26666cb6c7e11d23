"""Another wording is asked for by a person, shown with what differs, and taken or left by a person."""

import json
import re
from pathlib import Path

from drafter.writing.backends.scripted import ScriptedBackend
from drafter.writing.checks.judge import judge
from drafter.writing.model.writer import ModelUse
from tests.desk.web.office import OURS, Office, office
from tests.desk.web.test_escaping import assert_nothing_runs

GOOD = "举办业务培训{{n:N14.1}}，站所和村（社区）信息员{{n:N14.2}}参加。"
PARTIAL = {"HX-Request": "true"}


def with_model(out: Path, *texts: str) -> Office:
    replies = [
        json.dumps({"items": [{"kind": "deed", "topic": "0", "cites": [], "text": text}]}, ensure_ascii=False)
        for text in texts
    ]
    return office(out, model=ModelUse(ScriptedBackend(replies), judge))


def training(made: Office) -> str:
    return next(line.id for line in made.opened().working.lines if "N14" in line.cites)


def ask(made: Office, line: str):
    return made.post(f"/reword/{OURS}", {"version": "1", "line": line}, headers=PARTIAL)


def token(page: str) -> str:
    found = re.search(r'name="token" value="([^"]+)"', page)
    assert found
    return found[1]


def test_a_wording_is_shown_and_not_taken_by_itself(tmp_path: Path):
    made = with_model(tmp_path, GOOD)
    answer = ask(made, training(made))

    assert answer.status_code == 200
    assert "检查通过" in answer.text
    assert made.opened().version == 1
    made.desk.store.close()


def test_a_wording_that_is_taken_is_the_models_as_the_desk_kept_it(tmp_path: Path):
    made = with_model(tmp_path, GOOD)
    line = training(made)
    fields = {"version": "1", "token": token(ask(made, line).text), "pieces": '[{"text": "别的话"}]'}

    assert made.post(f"/take-wording/{OURS}", fields, headers=PARTIAL).status_code == 200

    taken = made.opened().working.line(line)
    assert (taken.origin, "别的话" in str(taken.text)) == ("模型", False)
    assert "站所和村（社区）信息员86人次参加" in str(taken.text)
    made.desk.store.close()


def test_a_wording_that_the_desk_does_not_hold_is_not_taken(tmp_path: Path):
    made = with_model(tmp_path, GOOD)

    assert made.post(f"/take-wording/{OURS}", {"version": "1", "token": "x"}).status_code == 404
    made.desk.store.close()


def test_what_a_model_says_is_text_and_what_went_wrong_is_said(tmp_path: Path):
    made = with_model(tmp_path, "<script>xss()</script>{{n:N14.1}}，{{n:N14.2}}。")
    line = training(made)
    for _ in range(2):
        answer = ask(made, line)
        assert answer.status_code in (200, 422)
        assert_nothing_runs(answer.text)
    assert "模型没有用上" in answer.text
    made.desk.store.close()


def test_without_a_model_it_is_not_offered(alone: Office):
    line = training(alone)

    assert "换个说法" not in alone.get(f"/panel/{OURS}?line={line}").text
    assert ask(alone, line).status_code == 404
