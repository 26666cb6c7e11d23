import pytest

from drafter.writing.checks.polarity import check_polarity
from drafter.writing.checks.verdict import Claim

FLAGGED = [
    ("报送不及时。", "报送及时。"),
    ("没有收到投诉。", "妥善处理投诉。"),
    ("更新及时。", "更新不及时。"),
    ("信息员不熟悉业务。", "信息员熟悉业务。"),
    ("公示栏坏了没修，没有更新。", "公示栏及时更新。"),
    ("解读材料少。", "解读材料丰富。"),
    ("群众看不懂。", "解读通俗易懂。"),
    ("公开栏内容不规范。", "公开栏内容规范有序。"),
    ("收到申请。", "未收到申请。"),
    ("改了办事指南。", "办事指南未修改。"),
    ("审查发现问题。", "审查未发现问题。"),
    ("未开展培训。", "开展培训。"),
    ("公示栏旧。", "公示栏崭新。"),
    ("形式单一。", "形式多样。"),
    ("查找不便。", "查找便捷。"),
    ("人手不够。", "力量充足。"),
    ("更新了公示栏。", "公示栏存在更新问题。"),
    ("目录齐全。", "目录不全。"),
    ("没有泄密。", "出现泄密。"),
    ("没公开名单，未经公示。", "名单已公示。"),
    ("链接打不开。", "链接畅通。"),
    ("信息员变动大、不稳定。", "信息员队伍稳定。"),
]
HARMLESS = [
    ("报送不及时。", "报送不够及时。"),
    ("报送不及时。", "报送滞后。"),
    ("没有收到投诉。", "未收到投诉。"),
    ("群众看不懂。", "群众难以看懂。"),
    ("链接打不开。", "链接无法打开。"),
    ("公示栏坏了，还没修。", "公示栏损坏，尚未维修。"),
    ("更新不断。", "不断更新。"),
    ("不仅发了通知，还上门讲。", "发放通知并上门讲解。"),
    ("信息员不熟悉业务。", "信息员业务生疏。"),
    ("解读材料少。", "解读材料偏少。"),
    ("收到申请。", "收到申请。"),
    ("未经审核不发布。", "未经审核不得发布。"),
    ("问题：更新慢。", "更新不够及时。"),
    ("无人管理。", "缺乏专人管理。"),
]


def codes(note: str, sentence: str) -> set[str]:
    return {item.code for item in check_polarity(Claim(sentence, (note,)))}


@pytest.mark.parametrize(("note", "sentence"), FLAGGED)
def test_what_is_turned_round_is_refused(note: str, sentence: str):
    assert "polarity" in codes(note, sentence)


@pytest.mark.parametrize(("note", "sentence"), HARMLESS)
def test_what_the_note_says_is_not_refused(note: str, sentence: str):
    assert codes(note, sentence) == set()


@pytest.mark.parametrize(("note", "sentence"), FLAGGED)
def test_the_words_at_fault_are_where_it_says(note: str, sentence: str):
    assert all(sentence[item.start : item.end] == item.words for item in check_polarity(Claim(sentence, (note,))))
