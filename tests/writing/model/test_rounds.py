"""The loop: good sentences stand at once, bad ones are repaired or replaced, and a draft always completes."""

import asyncio
import json
from collections.abc import Callable, Iterable
from typing import Any

import pytest

from drafter.dossier.ledger import build_ledger
from drafter.dossier.model import Dossier, Note, Problem
from drafter.errors import BackendError
from drafter.richtext import PieceKind
from drafter.writing.backends.base import Answer, Request
from drafter.writing.backends.scripted import ScriptedBackend
from drafter.writing.checks.verdict import Claim, Unproved, Verdict, Violation, verdict
from drafter.writing.model.rounds import MOST_REPAIRS
from drafter.writing.model.writer import ModelUse, Written, write_with_model
from tests.sample import dossier

STAT = (
    "全年{{p:app_new}}，{{d:app_new}}；{{p:app_carry_in}}，{{p:app_closed}}，{{g:app_results}}，"
    "{{p:app_carry_out}}，{{p:disputes}}。"
)
NOTHING = json.dumps({"items": []})


def item(text: str, *cites: str, topic: str = "主动公开", kind: str = "deed") -> dict[str, Any]:
    return {"kind": kind, "topic": topic, "cites": list(cites), "text": text}


def reply(*items: dict[str, Any]) -> str:
    return json.dumps({"items": items}, ensure_ascii=False)


def lenient(claim: Claim) -> Verdict:
    """Refuse what says 坏, doubt what says 疑, let the rest pass."""
    bad = [Violation("bad", 0, 1, "坏", "不能写“坏”")] if "坏" in claim.text else []
    return verdict(bad, [Unproved(0, 1, "疑")] if "疑" in claim.text else [])


def written(
    answers: Iterable[str] | Callable[[Request], str], source: Dossier | None = None, *, keep_amber: bool = True
) -> tuple[Written, ScriptedBackend]:
    own = source or dossier()
    backend = ScriptedBackend(answers)
    use = ModelUse(backend, lenient, keep_amber=keep_amber)
    return asyncio.run(write_with_model(own, build_ledger(own), use)), backend


def text_of(result: Written, section: str, aspect: str = "") -> str:
    paragraphs = result.draft.sections[section]
    return "".join(str(part) for part in paragraphs if not aspect or part.aspect == aspect)


def test_a_good_sentence_takes_the_place_of_its_note() -> None:
    good = item("围绕惠农补贴、社会救助等事项，编制了公开目录。", "N02")
    result, _ = written([reply(good), NOTHING])

    text = text_of(result, "overview", "主动公开")
    assert good["text"] in text
    assert "围绕惠农补贴、社会救助等事项编制公开目录" not in text
    assert {s.origin for s in result.draft.sentences() if "N02" in s.cites} == {"模型"}


def test_notes_that_the_model_leaves_out_stand_in_the_clerks_words() -> None:
    result, _ = written([NOTHING, NOTHING])

    assert "发布政策解读十余篇" in text_of(result, "overview")
    assert {"模型"}.isdisjoint({sentence.origin for sentence in result.draft.sentences()})


def test_a_sentence_answers_only_for_the_materials_whose_figures_it_places() -> None:
    notes = (Note("N02", "主动公开", "公开信息12条"), Note("N03", "主动公开", "解读政策3篇"), *dossier().notes[3:])
    both = item("公开信息{{n:N02.1}}。", "N02", "N03")
    result, _ = written([reply(both), NOTHING], dossier(notes=notes))

    (accepted,) = result.outcomes[0].accepted
    assert accepted.item.cites == ("N02",)
    assert "解读政策3篇" in text_of(result, "overview", "主动公开")


def test_a_sentence_that_places_no_figure_keeps_all_it_cites_and_is_refused() -> None:
    notes = (Note("N02", "主动公开", "公开信息12条"), Note("N03", "主动公开", "解读政策3篇"), *dossier().notes[3:])
    result, _ = written([reply(item("公开信息、解读政策。", "N02", "N03")), NOTHING, NOTHING], dossier(notes=notes))

    assert result.outcomes[0].accepted == ()


def test_only_the_failing_sentences_are_asked_for_again() -> None:
    good, bad = item("编制惠农补贴公开目录。", "N02"), item("坏句子，{{n:N03.1}}。", "N03")
    result, backend = written([reply(good, bad), reply(item("发布政策解读{{n:N03.1}}。", topic="1")), NOTHING])

    asked = json.loads(backend.requests[1].user[backend.requests[1].user.index('{"sentences"') :])
    assert [sentence["no"] for sentence in asked["sentences"]] == ["1"]
    assert asked["sentences"][0]["wrong"][0]["why"] == "不能写“坏”"
    assert "发布政策解读十余篇。" in text_of(result, "overview", "主动公开")
    assert [entry.number for entry in result.outcomes[0].rounds] == [0, 1]


def test_repair_ends_after_two_rounds_and_the_clerks_sentence_stands() -> None:
    replies = [reply(item("坏一，编目录。", "N02"), item("坏二，{{n:N03.1}}。", "N03"), item("坏三。", "N02"))]
    replies += [reply(item("编目录。", topic="0"), item("坏，{{n:N03.1}}。", topic="1"), item("坏。", topic="2"))]
    replies += [reply(item("定目录。", topic="2"), item("坏，{{n:N03.1}}。", topic="1")), NOTHING]
    result, _ = written(replies)

    assert [entry.number for entry in result.outcomes[0].rounds] == list(range(MOST_REPAIRS + 1))
    assert "坏" not in "".join(str(sentence.text) for sentence in result.draft.sentences())
    assert "发布政策解读十余篇" in text_of(result, "overview", "主动公开")


def test_repair_stops_early_where_it_does_not_help() -> None:
    bad = item("坏句子。", "N02")
    result, _ = written([reply(bad), reply({**bad, "topic": "0"}), NOTHING])

    assert [entry.number for entry in result.outcomes[0].rounds] == [0, 1]


def test_a_repair_may_not_change_what_a_sentence_rests_on() -> None:
    bad = item("坏句子。", "N02")
    result, _ = written([reply(bad), reply(item("编制公开目录。", "N08", topic="0", kind="stat")), NOTHING])

    (repaired,) = result.outcomes[0].accepted
    assert (repaired.item.cites, repaired.item.kind, repaired.item.topic) == (("N02",), "deed", "主动公开")


@pytest.mark.parametrize("topic", ["总体情况", "政府信息管理"])
def test_a_sentence_stands_in_the_topic_of_what_it_cites(topic: str) -> None:
    result, _ = written([reply(item("编制公开目录。", "N02", topic=topic)), NOTHING])

    assert [judged.item.topic for judged in result.outcomes[0].accepted] == ["主动公开"]
    assert "编制公开目录。" in text_of(result, "overview", "主动公开")


def test_a_repair_without_its_number_is_known_by_what_it_cites() -> None:
    bad, worse = item("坏句子。", "N02"), item("坏编目录。", "N05", topic="政府信息管理")
    good = [item("落实制度。", "N05", topic="总体情况"), item("编制公开目录。", "N02", topic="主动公开")]
    result, _ = written([reply(bad, worse), reply(*good), NOTHING])

    assert [judged.item.text for judged in result.outcomes[0].accepted] == ["编制公开目录。", "落实制度。"]


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        (item("编制公开目录。", topic="不存在"), "topic-unknown"),
        (item("编制公开目录。", "N99"), "cite-unknown"),
        (item("编制公开目录。", "N02", "N05"), "cite-unknown"),
        (item("编制公开目录。"), "cite-missing"),
        (item("公开政府信息{{n:N01.1}}。", "N01"), "figure-missing"),
    ],
)
def test_a_sentence_out_of_place_is_refused(sentence: dict[str, Any], code: str) -> None:
    result, _ = written([reply(sentence), NOTHING, NOTHING])

    judged = result.outcomes[0].rounds[0].judged[0]
    assert code in {fault.code for fault in judged.verdict.violations}
    assert result.outcomes[0].accepted == ()


def test_a_small_model_is_asked_topic_by_topic() -> None:
    own = dossier()
    backend = ScriptedBackend(lambda _request: NOTHING)
    asyncio.run(write_with_model(own, build_ledger(own), ModelUse(backend, lenient, by_topic=True)))

    asked = [[topic["topic"] for topic in data_of(request)["topics"]] for request in backend.requests]
    assert asked == [["主动公开"], ["依申请公开"], ["政府信息管理"], ["平台建设"], ["监督保障"], ["P01"], ["P02"]]


def data_of(request: Request) -> dict[str, Any]:
    tree: dict[str, Any] = json.loads(request.user[request.user.index("{") :])
    return tree


def test_a_fact_is_told_once() -> None:
    again = item("再报{{p:app_new}}。", topic="依申请公开", kind="stat")
    result, _ = written([reply(item(STAT, topic="依申请公开", kind="stat"), again), NOTHING, NOTHING])

    assert [judged.is_usable for judged in result.outcomes[0].rounds[0].judged] == [True, False]


def test_the_models_figures_stand_only_where_all_that_must_be_told_is_told() -> None:
    whole, _ = written([reply(item(STAT, topic="依申请公开", kind="stat")), NOTHING])
    part, _ = written([reply(item("全年{{p:app_new}}。", topic="依申请公开", kind="stat")), NOTHING])

    for result in (whole, part):
        shown = [ref for s in result.draft.sentences() for ref in s.text.refs(PieceKind.FACT) if s.id[:8] == "overview"]
        assert shown.count("applications.received.total") == 1
        assert "applications.carried_out.total" in shown
    origins = {s.origin for s in part.draft.sentences() if "applications.received.total" in s.cites}
    assert "模型" not in origins


def test_a_doubtful_sentence_is_kept_marked_or_dropped_for_the_clerks() -> None:
    doubt = item("疑似编制公开目录。", "N02")
    kept, _ = written([reply(doubt), NOTHING])
    dropped, _ = written([reply(doubt), NOTHING], keep_amber=False)

    (sentence,) = [s for s in kept.draft.sentences() if s.state == "amber"]
    assert sentence.unproved == ("疑",)
    assert [s for s in dropped.draft.sentences() if s.state == "amber"] == []
    assert "围绕惠农补贴、社会救助等事项编制公开目录" in text_of(dropped, "overview")


def test_problems_and_measures_are_worded_in_their_place() -> None:
    problem = item("政策解读的形式较为单一。", "P1.text", topic="P01", kind="problem")
    measure = item("增加图解、短视频解读。", "P1.measure", topic="P01", kind="plan")
    source = dossier(problems=(Problem("P1", "政策解读形式单一", "增加图解和短视频解读"),), last_problems=())
    result, _ = written([NOTHING, reply(problem, measure)], source)

    improvement = text_of(result, "improvement")
    assert "一是政策解读的形式较为单一。" in improvement
    assert "一是增加图解、短视频解读。" in improvement


class Broken:
    """An endpoint that is down."""

    model = "broken"

    async def complete(self, request: Request) -> Answer:
        raise BackendError(f"连不上模型接口（{request.max_tokens}）"[:8])


def test_with_the_endpoint_down_the_draft_is_the_stock_writers() -> None:
    own = dossier()
    result = asyncio.run(write_with_model(own, build_ledger(own), ModelUse(Broken(), lenient)))

    assert {s.origin for s in result.draft.sentences()} == {"模板", "材料原文"}
    assert [outcome.error for outcome in result.outcomes] == ["连不上模型接口（"] * 2


@pytest.mark.parametrize(
    "text", ["", "抱歉，我不能协助。", "{", '{"items": NaN}', '{"items": [1, 2]}', "[" * 9000, "<html></html>"]
)
def test_whatever_a_model_returns_the_draft_completes(text: str) -> None:
    result, _ = written(lambda _request: text)

    assert all(text_of(result, section) for section in ("overview", "improvement"))
    assert result.outcomes[0].rounds[0].failures
