"""The year's total of published items, where a note says it outright."""

from dataclasses import replace

import pytest

from drafter.dossier.model import Note
from drafter.runs.batch.published import published_items
from tests.sample import dossier


@pytest.mark.parametrize(
    ("text", "total"),
    [
        ("全年主动公开政府信息486条，其中网站214条。", 486),
        ("2025年共公开政府信息537条。", 537),
        ("年内主动公开信息815条。", 815),
        ("全年共发布政府信息342条。", 342),
        ("围绕重点领域公开信息132条。", None),
        ("2024年公开政府信息120条。", None),
        ("全年公开政府信息约300条。", None),
        ("编发政策解读11篇。", None),
    ],
)
def test_a_total_is_known_only_where_a_sentence_begins_with_it(text: str, total: int | None):
    told = dossier(notes=(Note("N01", "主动公开", text),))

    assert published_items(replace(told, year=2025)) == total


def test_a_plan_is_no_total():
    plan = Note("N01", "主动公开", "全年公开政府信息500条。", planned=True)

    assert published_items(dossier(notes=(plan,))) is None
