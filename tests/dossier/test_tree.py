"""A dossier that the run record keeps is the same dossier again."""

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.dossier.intake import load_dossier
from drafter.dossier.model import CellDoubt, Dossier, Fees, LastProblem, Note, Organ, Prior, Problem, Source
from drafter.dossier.tree import PRIOR_NAME, load_source, source_tree
from drafter.form.editions import form_for_year
from tests.form.strategies import valid_statistics

EXAMPLES = Path(__file__).parents[2] / "examples"
WORDS = st.text("更新公开栏政府信息培训村务镇1234、，", min_size=1, max_size=20).map(lambda text: f"开展{text}工作")
BLANK_OR_WORDS = st.one_of(st.just(""), WORDS)


def again(dossier: Dossier) -> Dossier:
    """Return a dossier after its way through the JSON of the record."""
    found = load_source(json.loads(json.dumps(source_tree(dossier)))).dossier
    assert found is not None
    return found


@st.composite
def dossiers(draw: st.DrawFn) -> Dossier:
    year = draw(st.sampled_from([2019, 2020, 2021, 2025]))
    form = form_for_year(year)
    before = form_for_year(max(year - 1, 2019))
    prior = Prior(year - 1, before, draw(valid_statistics(before.edition)), PRIOR_NAME)
    amounts = st.decimals(0, 5000, places=2)
    notes = [
        Note(
            f"N{number:02d}", draw(st.sampled_from(["主动公开", "其他", "改进"])), draw(WORDS), draw(sources()), planned
        )
        for number, planned in enumerate(draw(st.lists(st.booleans(), max_size=4)), start=1)
    ]
    counts = range(1, draw(st.integers(1, 3)) + 1)
    return Dossier(
        organ=Organ(
            "灵溪镇人民政府", "灵溪镇", "镇", "云岭县", draw(BLANK_OR_WORDS), "党政办公室", phone="0000-1234567"
        ),
        year=year,
        form=form,
        statistics=draw(valid_statistics(form.edition)),
        notes=tuple(notes),
        problems=tuple(Problem(f"P{number:02d}", draw(WORDS), draw(BLANK_OR_WORDS)) for number in counts),
        last_problems=tuple(LastProblem(f"L{number:02d}", draw(WORDS), draw(WORDS)) for number in counts),
        fees=Fees(draw(st.integers(0, 9)), draw(amounts), draw(amounts)) if year >= 2021 else None,
        prior=draw(st.sampled_from([None, prior])) if year > 2019 else None,
        profile="default",
        doubts=(CellDoubt(("applications.received.*",), "原文看不清"),) if draw(st.booleans()) else (),
        signed=draw(st.sampled_from([None, date(year + 1, 1, 9)])),
        sha256=draw(st.text("0123456789abcdef", min_size=64, max_size=64)),
    )


def sources() -> st.SearchStrategy[Source]:
    return st.builds(Source, BLANK_OR_WORDS, BLANK_OR_WORDS, st.sampled_from(["", "2025-03-02"]), BLANK_OR_WORDS)


@given(dossiers())
def test_a_dossier_comes_back_as_it_was(dossier: Dossier):
    assert again(dossier) == dossier


@pytest.mark.parametrize("name", ["lingxi-2025", "shuangtu-2020"])
def test_an_example_comes_back_as_it_was_but_for_where_its_files_lay(name: str):
    dossier = load_dossier(EXAMPLES / name / "dossier.yaml").dossier
    assert dossier is not None
    prior = replace(dossier.prior, path=PRIOR_NAME) if dossier.prior else None

    assert again(dossier) == replace(dossier, prior=prior)


def test_what_is_wrong_with_a_corrected_cell_is_found():
    source = source_tree(example())
    loaded = load_source(source, {"applications.received.total": 999})

    assert loaded.dossier is not None
    assert loaded.dossier.statistics["applications.received.total"] == 999
    assert {finding.where for finding in loaded.findings} == {"applications.received.total"}


def test_an_emptied_cell_is_not_taken_for_zero():
    loaded = load_source(source_tree(example()), {"proactive.licensing.decisions": None})

    assert loaded.dossier is not None
    assert loaded.dossier.statistics["proactive.licensing.decisions"] is None
    assert ("cell-null", "proactive.licensing.decisions") in [(item.code, item.where) for item in loaded.findings]


def test_an_amount_of_fees_can_be_corrected():
    loaded = load_source(source_tree(example()), {"fees.billed_yuan": Decimal("1.50")})

    assert loaded.dossier is not None
    assert loaded.dossier.fees is not None
    assert loaded.dossier.fees.billed_yuan == Decimal("1.50")


def example() -> Dossier:
    dossier = load_dossier(EXAMPLES / "lingxi-2025" / "dossier.yaml").dossier
    assert dossier is not None
    return dossier
