"""A model sees no figure and no personal data."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.writing.model.masking import material


def test_every_figure_becomes_a_slot() -> None:
    found = material("N01", "发布短视频43个，收获点赞17.6万次，培训两次")

    assert found is not None
    assert found.masked == "发布短视频{{n:N01.1}}，收获点赞{{n:N01.2}}，培训{{n:N01.3}}"
    assert found.slots == ("n:N01.1", "n:N01.2", "n:N01.3")


def test_a_fixed_term_stays_for_the_model_to_repeat() -> None:
    found = material("N01", "落实三审三校，进一步规范审核")

    assert found is not None
    assert found.masked == "落实三审三校，进一步规范审核"


@pytest.mark.parametrize("text", ["联系人邮箱 li.ming@example.cn", "身份证号11010519491231002X", "电话13812345678"])
def test_a_text_with_personal_data_is_not_sent(text: str) -> None:
    assert material("N01", text) is None


@given(st.text(alphabet="0123456789０１２一二三两十百千万亿〇半几，。次件条个年月日第余多约%培训公开", max_size=40))
def test_no_digit_is_left_in_what_a_model_sees(text: str) -> None:
    found = material("N01", text)

    assert found is None or not any(character.isdigit() for character in _without_slots(found.masked))


def _without_slots(text: str) -> str:
    import re

    return re.sub(r"\{\{n:N01\.\d+\}\}", "", text)
