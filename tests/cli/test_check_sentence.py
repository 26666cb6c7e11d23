import io
import json

import pytest

from tests.cli.run import Program

NOTE = "公示栏都换了新"
GOOD, BAD, OPEN = "更新公示栏。", "更新公示栏，获县里表彰。", "公示栏更新得美观大方。"


@pytest.fixture
def drafter(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Program:
    return Program(monkeypatch, capsys)


def fed(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    stream = io.TextIOWrapper(io.BytesIO("\n".join(lines).encode()), encoding="utf-8")
    monkeypatch.setattr("sys.stdin", stream)


def test_sentences_that_rest_on_the_note_pass(drafter: Program):
    outcome = drafter("check-sentence", "--note", NOTE, GOOD)

    assert (outcome.code, outcome.out, outcome.err) == (0, f"[通过] {GOOD}\n", "")


def test_unproved_words_are_marked_and_do_not_fail(drafter: Program):
    outcome = drafter("check-sentence", "--note", NOTE, OPEN)

    assert outcome.code == 0
    assert "公示栏更新得〔美观大方〕。" in outcome.out


def test_a_refused_sentence_says_why_and_fails(drafter: Program):
    outcome = drafter("check-sentence", "--note", NOTE, GOOD, BAD)

    assert outcome.code == 3
    assert "（superlative）" in outcome.out


def test_a_sentence_may_rest_on_several_notes(drafter: Program):
    assert drafter("check-sentence", "--note", NOTE, "--note", "装了大屏", "安装大屏，更新公示栏。").code == 0


def test_a_planned_note_makes_a_deed_red(drafter: Program):
    assert drafter("check-sentence", "--planned", "--note", NOTE, GOOD).code == 3


def test_json_has_the_state_codes_and_places(drafter: Program):
    outcome = drafter("check-sentence", "--json", "--note", NOTE, BAD, OPEN)
    bad, amber = map(json.loads, outcome.out.splitlines())

    assert sorted(bad) == ["codes", "sentence", "state", "unproved", "violations"]
    assert (bad["state"], amber["state"], amber["codes"]) == ("red", "amber", [])
    assert "superlative" in bad["codes"]
    assert all(BAD[item["start"] : item["end"]] == item["words"] for item in bad["violations"])
    assert amber["unproved"] == [{"start": 6, "end": 10, "words": "美观大方"}]


def test_lines_of_json_are_answered_line_by_line(drafter: Program, monkeypatch: pytest.MonkeyPatch):
    rows = [
        {"note": NOTE, "sentence": GOOD},
        {"note": [NOTE, "装了大屏"], "sentence": "安装大屏。", "kind": "deed", "level": "乡", "slots": []},
        {"note": NOTE, "sentence": GOOD, "planned": True},
        {"sentence": BAD},
    ]
    fed(monkeypatch, *(json.dumps(row, ensure_ascii=False) for row in rows), "")

    outcome = drafter("check-sentence")

    assert outcome.code == 3
    assert [json.loads(line)["state"] for line in outcome.out.splitlines()] == ["green", "green", "red", "red"]


@pytest.mark.parametrize(
    "line", ["{", "[]", "{}", '{"sentence": 1}', '{"sentence": "", "note": 1}', '{"sentence":"","kind":1}']
)
def test_a_line_that_cannot_be_read_is_named_and_the_rest_is_answered(
    line: str, drafter: Program, monkeypatch: pytest.MonkeyPatch
):
    fed(monkeypatch, line, json.dumps({"note": NOTE, "sentence": GOOD}))

    outcome = drafter("check-sentence")

    assert outcome.code == 4
    assert outcome.err.startswith("错误：第 1 行")
    assert json.loads(outcome.out)["state"] == "green"
