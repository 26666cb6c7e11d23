"""数 before a measure word means several; in 总数, 数据 and 数字化 it counts nothing."""

import pytest

from drafter.writing.checks.vague import vague_quantities
from drafter.writing.checks.verdict import Claim


@pytest.mark.parametrize("text", ["通过数类渠道公开。", "组织培训数级。", "数级公开。", "审核数册材料。", "来信数级。"])
def test_several_of_a_thing_is_a_quantity(text: str) -> None:
    assert "quantity-vague" in {fault.code for fault in vague_quantities(Claim(text, ("公开",)))}


@pytest.mark.parametrize("text", ["通过数据共享公开。", "推进数字化。", "核对总数。", "参数设置公开。", "公开数据集。"])
def test_the_same_character_in_words_counts_nothing(text: str) -> None:
    assert [fault.words for fault in vague_quantities(Claim(text, ("公开",)))] == []
