"""Another wording by a model is a candidate: judged, never taken by itself, and it never moves a figure."""

import asyncio
import json

import pytest

from drafter.desk.actions import Edit, Lock
from drafter.desk.outcome import Refused
from drafter.desk.rewording import Candidate, reword
from drafter.desk.working import WorkingReport
from drafter.writing.backends.scripted import ScriptedBackend
from drafter.writing.checks.judge import judge
from drafter.writing.model.writer import ModelUse
from tests.desk.example import done, line_of, report

TRAINING = "overview.19"
GOOD = "举办业务培训{{n:N14.1}}，站所和村（社区）信息员{{n:N14.2}}参加。"


def asked(
    *answers: str, working: WorkingReport | None = None, line: str = TRAINING
) -> tuple[Candidate | Refused, ScriptedBackend]:
    replies = [
        json.dumps({"items": [{"kind": "deed", "topic": "0", "cites": [], "text": text}]}, ensure_ascii=False)
        for text in answers
    ]
    backend = ScriptedBackend(replies)
    return asyncio.run(reword(working or report(), line, ModelUse(backend, judge))), backend


def test_a_good_wording_is_shown_with_its_verdict():
    found, _ = asked(GOOD)

    assert isinstance(found, Candidate)
    assert str(found.line.text) == "二是举办业务培训2次，站所和村（社区）信息员86人次参加。"
    assert (found.line.state, found.line.origin) == ("green", "模型")


def test_a_candidate_can_be_taken_as_it_is():
    found, _ = asked(GOOD)
    assert isinstance(found, Candidate)
    taken = done(report(), Edit(TRAINING, found.pieces, origin="模型")).working

    assert line_of(taken, TRAINING).text == found.line.text
    assert line_of(taken, TRAINING).origin == "模型"


def test_a_model_never_sees_a_figure():
    _, backend = asked(GOOD)

    assert "86人次" not in backend.requests[0].user
    assert "{{n:N14.2}}" in backend.requests[0].user


@pytest.mark.parametrize(
    "reply",
    [
        "举办业务培训{{n:N14.1}}，信息员参加。",
        "举办业务培训{{n:N14.1}}{{n:N14.2}}{{n:N14.1}}。",
        "举办培训｛{{n:N14.1}}{{n:N14.2}}｝。",
    ],
)
def test_a_wording_that_loses_doubles_or_wraps_a_figure_is_refused(reply: str):
    found, _ = asked(reply)

    assert isinstance(found, Refused)
    assert found.code == "model-reply"


def test_a_wording_with_a_figure_of_its_own_is_red():
    found, _ = asked("举办业务培训{{n:N14.1}}，站所和村（社区）9个站所信息员{{n:N14.2}}参加。")

    assert isinstance(found, Candidate)
    assert found.line.state == "red"


def test_a_locked_sentence_is_not_asked_for():
    found, backend = asked(GOOD, working=done(report(), Lock(TRAINING)).working)

    assert isinstance(found, Refused)
    assert (found.code, backend.requests) == ("line-locked", [])


def test_a_model_that_cannot_be_had_is_said():
    found, _ = asked()

    assert isinstance(found, Refused)
    assert found.code == "model-unavailable"


def test_every_sentence_of_the_report_can_be_asked_for():
    for line in report().lines:
        found, _ = asked("什么也没有。", line=line.id)
        assert isinstance(found, Refused | Candidate)
