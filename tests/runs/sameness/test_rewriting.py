"""A second draft: less alike, with every fact of the first, or none at all."""

import json
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.contracts import violations
from drafter.dossier.ledger import build_ledger
from drafter.dossier.model import Dossier
from drafter.findings import Finding, Severity
from drafter.runs.drafting import draft_with
from drafter.runs.pipeline import Report, draft_report
from drafter.runs.record import record_tree
from drafter.runs.sameness.comparing import compared
from drafter.runs.sameness.narratives import narrative_of_draft
from drafter.runs.sameness.rewriting import alikeness, another_plan, avoided, is_better, to_rewrite, told
from drafter.writing.backends.base import Request
from drafter.writing.backends.scripted import ScriptedBackend
from drafter.writing.checks.judge import judge
from drafter.writing.choice import FIRST, Plan
from drafter.writing.model.writer import ModelUse
from drafter.writing.stock.writer import write_stock
from tests.runs.sameness.townships import NOTES, narrative, sibling
from tests.sample import dossier

COPIED = (
    "组织各村文书到邻镇观摩公开栏的分区设置和更新办法",
    "围绕高龄津贴申领在赶集日设点讲解政策并发放折页",
    "整理历年惠农补贴发放清册后装订成册供村民查阅",
    "请村民代表对公开栏的摆放位置提出意见后作了调整",
    "为便民服务中心的查询电脑更换了键盘和放大镜",
    "对村级公开栏的锁具和玻璃逐一检查后作了维修",
)


def report(name: str, notes: tuple[str, ...] = COPIED) -> Report:
    return draft_report(sibling(name, notes), [], ("md",))


def by_stock(first: Report) -> Callable[[Plan], Report]:
    """Return how the stock writer drafts the dossier of a report by a plan."""

    def draft(plan: Plan) -> Report:
        written = write_stock(first.dossier, first.ledger, plan)
        return replace(draft_report(first.dossier, [], ("md",), written, first.ledger), plan=plan.number)

    return draft


def others(*names: str) -> list:
    return [narrative_of_draft(name, report(name)) for name in names]


def test_the_first_plan_is_what_it_always_was() -> None:
    ledger = build_ledger(dossier())

    assert (
        write_stock(dossier(), ledger)
        == write_stock(dossier(), ledger, FIRST)
        == write_stock(dossier(), ledger, Plan(0))
    )
    assert "plan" not in record_tree(draft_report(dossier(), [], ("md",)), "0")


@settings(max_examples=25)
@given(st.integers(1, 10**6), st.sampled_from(sorted(NOTES)))
def test_another_plan_tells_every_fact_and_material_of_the_first(plan: int, name: str) -> None:
    source = sibling(name)
    ledger = build_ledger(source)
    first = draft_report(source, [], ("md",))
    second = replace(first, draft=write_stock(source, ledger, Plan(plan)))

    assert told(second) == told(first)


def _many_in_one_aspect(name: str) -> Dossier:
    source = sibling(name, COPIED)
    return replace(source, notes=tuple(replace(note, aspect="主动公开") for note in source.notes))


def test_the_stock_writer_lays_copied_notes_out_otherwise() -> None:
    kept = draft_report(_many_in_one_aspect("青石镇"), [], ("md",))
    neighbours = [narrative_of_draft("青石镇", kept)]
    drafts = [draft_report(_many_in_one_aspect(name), [], ("md",)) for name in list(NOTES)[1:]]
    again = [another_plan(first, neighbours, by_stock(first)) for first in drafts]

    assert any(second.plan for second in again)
    for first, second in zip(drafts, again, strict=True):
        assert told(second) == told(first)
        assert second.plan_offered == 1
        if second.plan:
            assert second.plan == 1
            assert is_better(second, first, neighbours)
            assert violations("run-record", record_tree(second, "0")) == []


def test_a_draft_that_is_not_less_alike_gives_way() -> None:
    first = report("青石镇")

    assert not is_better(first, first, others("云台乡"))
    assert another_plan(first, [], by_stock(first)) == replace(first, plan_offered=1)
    assert another_plan(first, others("云台乡"), lambda _plan: None) is first


def test_a_draft_that_leaves_a_note_out_gives_way() -> None:
    first = report("青石镇")
    shorter = draft_report(sibling("青石镇", COPIED[:-1]), [], ("md",))

    assert alikeness(narrative_of_draft("", shorter), others("云台乡")) <= alikeness(
        narrative_of_draft("", first), others("云台乡")
    )
    assert not is_better(shorter, first, others("云台乡"))


def test_a_draft_in_which_more_is_found_gives_way() -> None:
    first = report("青石镇")
    own = narrative_of_draft("", first)
    unlike = replace(first, findings=(*first.findings, Finding("sentence-amber", Severity.WARNING, "x", "y")))

    assert not is_better(unlike, first, [own])


REWORDED = {
    "N00": "各村文书到邻镇观摩，观摩内容为公开栏的更新办法和分区设置。",
    "N01": "赶集日设点发放折页，讲解政策，内容围绕高龄津贴申领。",
}


def answers(asked: Request) -> str:
    """Word the notes as the clerk did, and otherwise only where there are words to avoid."""
    if "总体情况" not in asked.user:
        return '{"items": []}'
    texts = dict(zip((f"N{n:02d}" for n in range(len(COPIED))), COPIED, strict=True))
    if "别的单位已经用了的说法" in asked.user:
        texts |= REWORDED
    items = [
        {"kind": "deed", "topic": "主动公开", "cites": [key], "text": text.rstrip("。") + "。"}
        for key, text in texts.items()
    ]
    return json.dumps({"items": items}, ensure_ascii=False)


def by_model(source: Dossier, model: ModelUse) -> Report:
    return draft_with(source, [], ("md",), model)


def test_a_model_is_asked_to_word_otherwise_what_is_shared() -> None:
    model = ModelUse(ScriptedBackend(answers), judge)
    neighbours = [narrative_of_draft("云台乡", by_model(_many_in_one_aspect("云台乡"), model))]
    first = by_model(_many_in_one_aspect("青石镇"), model)
    before = alikeness(narrative_of_draft("", first), neighbours)
    second = another_plan(first, neighbours, lambda plan: draft_with(first.dossier, [], ("md",), model, plan))

    assert second.plan == 1
    assert told(second) == told(first)
    assert alikeness(narrative_of_draft("", second), neighbours) < before
    assert {sentence.text.pieces[0].text for sentence in second.draft.sentences()} & set(REWORDED.values())


def test_what_is_to_be_avoided_stands_in_the_own_text_and_holds_no_figure_or_name() -> None:
    text = ["青石镇在三月赶集日发放折页120份，组织各村文书观摩公开栏的分区设置办法", *COPIED]
    own, other = narrative("a", text, names=("青石镇",)), narrative("b", [*COPIED, text[0].replace("120", "95")])
    found = avoided(own, [other])

    assert found
    assert all(len(stretch) >= 12 for stretch in found)
    assert all(any(stretch in sentence for sentence in text) for stretch in found)
    assert not any(sign in stretch for stretch in found for sign in "0123456789三《青")
    assert avoided(own, [narrative("c", NOTES["云台乡"])]) == ()


def test_of_every_pair_one_is_drafted_anew() -> None:
    keys = ("a", "b", "c")
    same = {key: narrative(key, COPIED) for key in keys}
    found = [item for left in keys for right in keys if left < right for item in compared(same[left], same[right])]

    assert to_rewrite(found) == {"b": ("a", "c"), "c": ("a", "b")}
    assert to_rewrite(compared(same["a"], narrative("a@2024", COPIED))) == {"a": ("a@2024",)}
    assert to_rewrite(compared(same["a"], narrative("d", NOTES["云台乡"]))) == {}


@pytest.mark.parametrize("plan", [Plan(3), Plan(3, ("组织各村文书观摩公开栏",))])
def test_a_plan_drafts_alike_every_time(plan: Plan) -> None:
    source, model = _many_in_one_aspect("青石镇"), ModelUse(ScriptedBackend(answers), judge)

    assert draft_with(source, [], ("md",), model, plan).files == draft_with(source, [], ("md",), model, plan).files
