"""Slots are filled once, and what fills them is never read again."""

import pytest

from drafter.errors import ShippedDataError
from drafter.richtext import PieceKind, piece, plain
from drafter.writing.slots import fill_holes, fill_slots


def test_a_slot_is_replaced_by_its_piece() -> None:
    text = fill_slots("全年{{p:app_new}}。", lambda kind, ref: piece("3件", PieceKind.FACT, f"{kind}:{ref}"))

    assert str(text) == "全年3件。"
    assert text.refs(PieceKind.FACT) == ["p:app_new"]


def test_a_value_that_looks_like_a_slot_is_not_expanded() -> None:
    text = fill_slots("{{v:x}}", lambda _kind, _ref: plain("{{p:app_new}}"))

    assert str(text) == "{{p:app_new}}"


@pytest.mark.parametrize(
    "template", ["{{p:app new}}", "{{P:a}}", "{p:a}", "｛｛p:a｝｝", "{{p:a}", "{{{p:a}}}", "{{p:{{p:a}}}}", "a}}"]
)
def test_a_malformed_slot_of_ours_is_a_bug(template: str) -> None:
    with pytest.raises(ShippedDataError):
        fill_slots(template, lambda _kind, _ref: plain("x"))


def test_holes_of_a_form_are_filled() -> None:
    assert str(fill_holes("新收{n}，办结{m}", lambda hole: plain(hole.name.upper()))) == "新收N，办结M"
    assert str(fill_holes("{n:没有申请}", lambda hole: plain(hole.zero))) == "没有申请"
    assert str(fill_holes("{n:没有申请|申请}", lambda hole: plain(hole.lead))) == "申请"
