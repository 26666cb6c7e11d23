"""Enumerators: what is the number of an item, and what only looks like one."""

import pytest

from drafter.audit.enumerators import enumerators


@pytest.mark.parametrize("text", ["一是公开信息3条。", "一是2025年共公开信息537条。"])
def test_an_item_may_begin_with_a_word_or_with_a_year(text: str):
    assert [(found.style, found.number) for found in enumerators(text)] == [("一是", 1)]


@pytest.mark.parametrize("text", ["两者之一是5件。", "一是5件。", "二是否公开。"])
def test_a_figure_or_a_question_after_it_is_no_item(text: str):
    assert list(enumerators(text)) == []
