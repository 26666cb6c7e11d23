import pytest

from drafter.writing.checks.credit import check_credit
from drafter.writing.checks.verdict import Claim

THEIRS = [
    ("村里自个儿把账贴出来的。", "我镇对村级账目进行了张贴公布。"),
    ("县里给咱派人把网站漏洞堵上了。", "我镇对网站漏洞进行了修补。"),
    ("残联送来些政策册子，搁在大厅。", "我街道制作政策册子，放置于大厅。"),
    ("群众发现链接打不开，打电话来说的。", "经自查发现网站链接无法打开。"),
]
OURS = [
    ("镇里把账贴出来了。", "我镇张贴公布账目。"),
    ("村里把账贴了，镇里派人核对。", "我镇派人核对村级账目。"),
    ("村里的公开栏旧了，换了一块。", "我镇更换了村级公开栏。"),
    ("县里给咱派人把网站漏洞堵上了。", "在县里支持下，我镇修补了网站漏洞。"),
    ("我们自己查出链接打不开。", "经自查发现网站链接无法打开。"),
]


def codes(note: str, sentence: str) -> list[str]:
    return [item.code for item in check_credit(Claim(sentence, (note,)))]


@pytest.mark.parametrize(("note", "sentence"), THEIRS)
def test_what_another_did_is_not_told_as_ours(note: str, sentence: str):
    assert codes(note, sentence) == ["swapped"]


@pytest.mark.parametrize(("note", "sentence"), OURS)
def test_what_we_did_ourselves_or_with_help_is(note: str, sentence: str):
    assert codes(note, sentence) == []
