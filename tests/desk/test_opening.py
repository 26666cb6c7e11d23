"""A run record becomes a report on the desk, and the report becomes JSON and itself again."""

import json
from dataclasses import replace
from typing import Any

import pytest

from drafter.desk.opening import open_record
from drafter.desk.state import from_json, to_json
from drafter.dossier.ledger import build_ledger
from drafter.errors import InputError
from drafter.richtext import PieceKind
from drafter.runs.pipeline import draft_report
from drafter.runs.record import record_bytes, record_tree
from drafter.writing.choice import Plan
from drafter.writing.stock.writer import write_stock
from tests.desk.example import correction, done, loaded, report


def record() -> dict[str, Any]:
    own = loaded()
    assert own.dossier is not None
    tree: dict[str, Any] = json.loads(json.dumps(record_tree(draft_report(own.dossier, own.findings), "0.0")))
    return tree


def test_every_sentence_opens_with_its_words_chips_and_place():
    tree = record()
    lines = open_record(tree).lines

    assert [(line.id, str(line.text), line.paragraph) for line in lines] == [
        (item["id"], item["text"], item["paragraph"]) for item in tree["sentences"]
    ]
    assert [[span.ref for span in line.text.spans()] for line in lines] == [
        [span["ref"] for span in item["spans"]] for item in tree["sentences"]
    ]


def test_what_was_drafted_is_kept_beside_what_it_becomes():
    assert {(line.drafted, line.wording) for line in report().lines} == {
        (str(line.text), line.origin) for line in report().lines
    }


def test_a_record_without_its_dossier_is_refused():
    old = {name: value for name, value in record().items() if name != "source"}

    with pytest.raises(InputError, match="重新起草"):
        open_record(old)


@pytest.mark.parametrize("gone", ["sentences", "model"])
def test_a_torn_record_is_refused(gone: str):
    with pytest.raises(InputError):
        open_record({name: value for name, value in record().items() if name != gone})


def test_a_record_whose_dossier_no_longer_satisfies_the_schema_is_refused():
    tree = record()
    del tree["source"]["dossier"]["organ"]["level"]

    with pytest.raises(InputError):
        open_record(tree)


def test_the_state_holds_the_report_exactly():
    working = report()

    assert from_json(json.loads(json.dumps(to_json(working)))) == working
    assert any(piece.kind is PieceKind.FACT for line in working.lines for piece in line.text.pieces)


def test_a_report_laid_out_by_another_plan_keeps_to_that_plan():
    own = loaded()
    assert own.dossier is not None
    ledger, plan = build_ledger(own.dossier), Plan(1)
    drafted = replace(
        draft_report(own.dossier, own.findings, draft=write_stock(own.dossier, ledger, plan), ledger=ledger), plan=1
    )
    working = open_record(json.loads(record_bytes(drafted, "0.0")))
    correct = correction(disputes__review__total=0, disputes__review__upheld=0)
    corrected = done(working, correct)
    taken_back = done(corrected.working, correction(disputes__review__total=1, disputes__review__upheld=1)).working

    assert from_json(json.loads(json.dumps(to_json(working)))).plan == 1
    assert [line.text for line in working.lines] != [line.text for line in report().lines]
    assert corrected.after["lines"]
    assert [line.text for line in taken_back.lines] == [line.text for line in working.lines]
