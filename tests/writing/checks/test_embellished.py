import pytest

from drafter.writing.checks.embellished import check_embellished
from drafter.writing.checks.verdict import Claim

ADDED = [
    ("停了一个微博。", "根据群众意见，停用一个微博账号。", "cause"),
    ("回了一件申请。", "答复申请一件，申请人表示理解。", "effect"),
    ("答复用了新模板。", "答复启用新模板，答复更加规范。", "effect"),
    ("村里贴了水费。", "指导村里张贴水费。", "swapped"),
    ("错链修好了。", "修复错链，并建立错链台账。", "named-thing"),
    ("村务公开栏换新。", "应村民要求更换村务公开栏。", "cause"),
    ("文件理了一遍。", "梳理文件，并向社会公布。", "audience"),
    ("按期答复了。", "经与申请人充分沟通后按期答复。", "deed"),
    ("同事互相看一眼。", "由保密审查员审核。", "role"),
]
TOLD = [
    ("县里说要停一个微博，停了。", "根据县里要求，停用一个微博账号。"),
    ("回了一件申请，人家说行，理解。", "答复申请一件，申请人表示理解。"),
    ("答复用了新模板，规整多了。", "答复启用新模板，答复更加规范。"),
    ("教村里贴水费单子。", "指导村里张贴水费。"),
    ("错链修好了，记在本上。", "修复错链，并建立错链台账。"),
    ("村民要换，村务公开栏换新。", "应村民要求更换村务公开栏。"),
    ("文件理了一遍，上了网。", "梳理文件，并向社会公布。"),
    ("打电话跟人家说了，按期答复。", "经与申请人充分沟通后按期答复。"),
    ("管保密的看一眼。", "由保密审查员审核。"),
]


@pytest.mark.parametrize(("note", "sentence", "code"), ADDED)
def test_what_a_fluent_text_adds_of_itself_is_refused(note: str, sentence: str, code: str):
    found = list(check_embellished(Claim(sentence, (note,))))

    assert [item.code for item in found] == [code]
    assert found[0].words == sentence[found[0].start : found[0].end]


@pytest.mark.parametrize(("note", "sentence"), TOLD)
def test_what_the_notes_say_in_plain_words_is_not(note: str, sentence: str):
    assert list(check_embellished(Claim(sentence, (note,)))) == []


def test_without_notes_there_is_nothing_to_hold_it_against():
    assert list(check_embellished(Claim("根据群众意见，停用一个账号。"))) == []
