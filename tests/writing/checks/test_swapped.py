"""Who did what, and in which order, is the note's."""

import pytest

from drafter.writing.checks.order import check_sequence
from drafter.writing.checks.swapped import check_swapped
from drafter.writing.checks.verdict import Claim


def codes(note: str, sentence: str) -> list[str]:
    claim = Claim(text=sentence, notes=(note,) if note else ())
    return [fault.code for check in (check_swapped, check_sequence) for fault in check(claim)]


@pytest.mark.parametrize(
    ("note", "sentence"),
    [
        ("党政办拟初稿，司法所看合法性", "司法所拟初稿，党政办审查合法性。"),
        ("财政所报预算表，党政办发到网上", "党政办报送预算表，财政所发布上网。"),
        ("村里登记问题，镇里逐件回复", "镇里登记问题，村里逐件予以回复。"),
        ("县里来检查档案，镇里陪着看", "我镇检查档案，县里陪同查看。"),
    ],
)
def test_deeds_given_to_another_actor_are_found(note: str, sentence: str) -> None:
    assert "swapped" in codes(note, sentence)


@pytest.mark.parametrize(
    ("note", "sentence"),
    [
        ("党政办拟初稿，司法所看合法性", "初稿由党政办拟定，司法所审查合法性。"),
        ("村里登记问题，镇里逐件回复", "对村里登记的问题，镇里逐件回复。"),
        ("镇里换了公开栏", "我镇更换公开栏。"),
        ("财政所报预算表，党政办发到网上", "预算表由财政所报送，经党政办发布上网。"),
        ("", "我镇更换公开栏。"),
    ],
)
def test_the_same_deeds_in_other_words_pass(note: str, sentence: str) -> None:
    assert codes(note, sentence) == []


@pytest.mark.parametrize(
    ("note", "sentence"),
    [
        ("先征求意见，后来才定下目录", "先行确定目录，其后征求意见。"),
        ("稿子发布后找司法所补看了", "稿件发布前，经司法所审看。"),
        ("公开栏建完再去征求群众意见", "建公开栏之前，征求群众意见。"),
    ],
)
def test_an_order_turned_round_is_found(note: str, sentence: str) -> None:
    assert "order" in codes(note, sentence)


@pytest.mark.parametrize(
    ("note", "sentence"),
    [
        ("先征求意见，后来才定下目录", "先行征求意见，其后定下目录。"),
        ("发布前找司法所看了", "发布前，经司法所审看。"),
        ("先审后发", "信息发布前先行审核。"),
        ("公开栏设在大厅前台", "公开栏设于大厅前台。"),
    ],
)
def test_an_order_kept_passes(note: str, sentence: str) -> None:
    assert codes(note, sentence) == []
