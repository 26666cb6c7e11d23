import pytest

from drafter.writing.checks.actors import (
    check_exchanged,
    check_subjects,
    dropped_actors,
    turned_actors,
    turned_heads,
)
from drafter.writing.checks.verdict import Claim


@pytest.mark.parametrize(
    ("note", "sentence"),
    [
        ("农业站提供补贴名单，财政所核对后公开", "财政所提供补贴名单，农业站核对后公开。"),
        ("镇里把账目交给村里", "村里把账目交给镇里。"),
        ("司法所审核答复书，党政办发出", "党政办审核答复书，司法所发出。"),
    ],
)
def test_actors_who_changed_places_are_refused(note: str, sentence: str):
    claim = Claim(sentence, (note,))

    assert {item.code for check in (check_exchanged, check_subjects) for item in check(claim)} == {"swapped"}


@pytest.mark.parametrize(
    ("note", "sentence"),
    [
        ("群众来问补贴，镇里给答了", "我镇对群众咨询的补贴予以解答。"),
        ("县里催了几次，镇里补齐目录", "经县里催促，我镇补齐目录。"),
        ("司法所审核答复书，党政办发出", "答复书由司法所审核，经党政办发出。"),
        ("庭院评比的名单，妇联主席在村口念", "妇联主席在村口宣读庭院评比名单。"),
    ],
)
def test_the_same_actors_in_another_order_pass(note: str, sentence: str):
    claim = Claim(sentence, (note,))

    assert [*check_exchanged(claim), *check_subjects(claim)] == []


def test_another_than_we_who_did_it_must_be_named():
    assert [*dropped_actors(Claim("我镇将册子放在大厅。", ("残联把册子放在大厅",)))] != []
    assert [*dropped_actors(Claim("残联将册子放在大厅。", ("残联把册子放在大厅",)))] == []
    assert [*dropped_actors(Claim("上级指出错链。", ("县里说有错链",)))] == []


def test_who_acted_is_not_acted_upon():
    assert [*turned_actors(Claim("我镇向群众代表提意见。", ("群众代表给镇里提意见",)))] != []
    assert [*turned_actors(Claim("群众代表向我镇提意见。", ("群众代表给镇里提意见",)))] == []


def test_of_two_alike_each_keeps_its_part():
    assert [*turned_heads(Claim("新任信息员指导老信息员。", ("老信息员带新信息员",)))] != []
    assert [*turned_heads(Claim("老信息员指导新任信息员。", ("老信息员带新信息员",)))] == []
