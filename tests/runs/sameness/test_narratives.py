"""What counts as a report's narrative: what its writer answers for."""

import json
from pathlib import Path

import pytest

from drafter.dossier.intake import load_dossier
from drafter.reading.own import report_of_document
from drafter.runs.drafting import draft_to_folder, draft_with
from drafter.runs.pipeline import Report, draft_report
from drafter.runs.record import record_tree
from drafter.runs.sameness.comparing import compared
from drafter.runs.sameness.likenesses import likenesses
from drafter.runs.sameness.narratives import (
    narrative_of_draft,
    narrative_of_last_year,
    narrative_of_published,
    narrative_of_record,
)
from drafter.writing.backends.scripted import ScriptedBackend
from drafter.writing.checks.judge import judge
from drafter.writing.model.writer import ModelUse
from tests.runs.sameness.townships import NOTES, sibling
from tests.sample import dossier, neighbour

EXAMPLES = Path(__file__).resolve().parents[3] / "examples"


def drafted(name: str) -> Report:
    return draft_report(sibling(name), [], ("md",))


@pytest.mark.parametrize("edition", ["2019", "2021"])
def test_a_draft_and_its_record_have_the_same_narrative(edition: str) -> None:
    report = draft_report(dossier(edition), [], ("md",))
    tree = json.loads(json.dumps(record_tree(report, "0")))

    assert narrative_of_record("a", tree) == narrative_of_draft("a", report)


def test_template_sentences_are_no_narrative() -> None:
    report = draft_report(dossier(), [], ("md",))
    ids = {passage.id for passage in narrative_of_draft("a", report).passages}

    assert ids
    assert ids == {
        sentence.id
        for sentence in report.draft.sentences()
        if sentence.origin == "材料原文" and sentence.id.startswith(("overview", "improvement"))
    }


def test_a_models_sentence_on_the_tables_alone_is_no_narrative() -> None:
    items = [
        {
            "kind": "stat",
            "topic": "依申请公开",
            "cites": [],
            "text": "{{p:app_new}}，{{p:app_carry_in}}，{{p:app_closed}}，{{p:app_carry_out}}，{{p:disputes}}。",
        }
    ]
    answer = json.dumps({"items": items}, ensure_ascii=False)
    use = ModelUse(ScriptedBackend(lambda asked: answer if "总体情况" in asked.user else '{"items": []}'), judge)
    report = draft_with(dossier(), [], ("md",), use)
    written = {sentence.id for sentence in report.draft.sentences() if sentence.origin == "模型"}

    assert written
    assert not written & {passage.id for passage in narrative_of_draft("a", report).passages}


def test_townships_with_the_same_zeros_are_not_alike() -> None:
    bare = [draft_report(sibling(name, ["依托" + NOTES[name][0]]), [], ("md",)) for name in list(NOTES)[:4]]

    assert list(likenesses(narrative_of_draft(str(number), report) for number, report in enumerate(bare))) == []


def test_twelve_siblings_with_their_own_notes_are_not_alike() -> None:
    assert list(likenesses(narrative_of_draft(name, drafted(name)) for name in NOTES)) == []


def test_two_clerks_who_handed_in_the_same_notes_are_found_among_twelve() -> None:
    reports = {name: drafted(name) for name in NOTES}
    reports["云台乡"] = draft_report(sibling("云台乡", NOTES["青石镇"]), [], ("md",))
    found = list(likenesses(narrative_of_draft(name, report) for name, report in reports.items()))

    assert {frozenset((item.left, item.right)) for item in found} == {frozenset(("青石镇", "云台乡"))}
    assert {item.band for item in found if item.section == "overview"} == {"block"}
    assert all(item.shared for item in found)


def test_a_neighbour_with_another_name_is_the_same_to_the_measure() -> None:
    left = narrative_of_draft("a", draft_report(dossier(), [], ("md",)))
    right = narrative_of_draft("b", draft_report(neighbour("白石镇"), [], ("md",)))

    assert {item.jaccard for item in compared(left, right)} == {1.0}


def test_a_published_report_is_compared_by_its_sentences() -> None:
    ours = dossier()
    report = draft_report(ours, [], ("md",))
    published = narrative_of_published("a@2025", report_of_document(report.document, ours))
    found = {item.section: item for item in compared(narrative_of_draft("a", report), published)}

    assert set(found) == {"overview", "improvement"}
    assert all(item.containment > 0.9 for item in found.values())


def test_last_year_is_read_from_a_record_and_from_a_published_file(tmp_path: Path) -> None:
    report = draft_to_folder(dossier(), [], tmp_path)
    own = narrative_of_draft("镇", report)
    for name in ("report.json", "report.docx", "report.html", "report.md"):
        last = narrative_of_last_year("镇", tmp_path / name)

        assert last is not None
        assert last.key == "镇@2025"
        assert max(item.containment for item in compared(own, last)) > 0.9


@pytest.mark.parametrize("content", ["", "[]", '{"year": 2024}', "{"])
def test_a_file_without_a_narrative_gives_none(tmp_path: Path, content: str) -> None:
    path = tmp_path / "last.json"
    path.write_text(content, encoding="utf-8")

    assert narrative_of_last_year("镇", path) is None
    assert narrative_of_last_year("镇", tmp_path / "dossier.yaml") is None


def test_the_two_examples_are_not_alike() -> None:
    reports = []
    for name in ("lingxi-2025", "shuangtu-2020"):
        loaded = load_dossier(EXAMPLES / name / "dossier.yaml")
        assert loaded.dossier is not None
        reports.append(narrative_of_draft(name, draft_report(loaded.dossier, loaded.findings, ("md",))))

    assert list(likenesses(reports)) == []
    assert all(item.band == "none" for item in compared(*reports))
