"""The run record follows its schema and accounts for every figure."""

import json
from decimal import Decimal
from hashlib import sha256

import pytest

from drafter.contracts import violations
from drafter.dossier.model import Fees
from drafter.runs.pipeline import draft_report
from drafter.runs.record import record_bytes, record_tree
from tests.sample import dossier


@pytest.mark.parametrize("edition", ["2019", "2021"])
def test_the_record_follows_its_schema(edition: str) -> None:
    tree = json.loads(record_bytes(draft_report(dossier(edition), []), "0.0"))

    assert violations("run-record", tree) == []


def test_every_span_points_at_the_text_it_names() -> None:
    tree = record_tree(draft_report(dossier(), []), "0.0")
    facts = {fact["id"]: fact for fact in tree["facts"]}
    shown = [
        (facts[span["ref"]], sentence["text"][span["start"] : span["end"]])
        for sentence in tree["sentences"]
        for span in sentence["spans"]
        if span["kind"] == "fact"
    ]

    assert len(shown) > 20
    for fact, text in shown:
        if fact["text"]:
            assert text == fact["text"]
        elif any(character.isdigit() for character in text):
            assert text == f"{fact['value']}{fact['unit']}"
        else:
            assert Decimal(fact["value"]) == 0


def test_every_cell_is_recorded_with_its_exact_value() -> None:
    source = dossier("2019")
    tree = record_tree(draft_report(source, []), "0.0")

    assert tree["statistics"]["proactive.procurement.amount"] == "3862.673422"
    assert set(tree["statistics"]) == set(source.form.cells)


def test_the_record_holds_the_hash_of_every_file() -> None:
    report = draft_report(dossier(), [])
    tree = record_tree(report, "0.0")

    assert tree["files"] == {name: sha256(content).hexdigest() for name, content in report.files.items()}


def test_gaps_are_counted_in_the_record() -> None:
    report = draft_report(dossier(fees=Fees(None, None, None)), [])

    assert record_tree(report, "0.0")["gaps"] == report.draft.gaps()
    assert len(report.draft.gaps()) > len(draft_report(dossier(), []).draft.gaps())
