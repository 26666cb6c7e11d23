import pytest

from drafter.writing.checks.unsaid import check_complaint, check_pending, check_praise
from drafter.writing.checks.verdict import Claim


def codes(note: str, sentence: str, kind: str = "deed") -> set[str]:
    claim = Claim(sentence, (note,), kind=kind)
    return {item.code for check in (check_complaint, check_pending, check_praise) for item in check(claim)}


@pytest.mark.parametrize(
    ("note", "sentence", "code"),
    [
        ("有些解读照搬原文，群众看不明白", "部分解读贴近原文，便于群众理解。", "polarity"),
        ("镇里没有专门管公开的编制", "我镇配有专职公开人员。", "polarity"),
        ("账目没按时贴，拖拉", "村务公开基本规范，账目张贴滞后。", "polarity"),
        ("牌子已经订了，还没装上去", "我镇挂设标识牌。", "plan-done"),
        ("公开栏还没动手做", "我镇制作公开栏。", "plan-done"),
    ],
)
def test_a_want_left_out_or_praised_is_refused(note: str, sentence: str, code: str):
    assert code in codes(note, sentence)


@pytest.mark.parametrize(
    ("note", "sentence"),
    [
        ("群众看不明白解读", "解读难以看懂。"),
        ("网站打不开，已经修好了", "我镇修复网站。"),
        ("牌子还没装", "标识牌尚未安装。"),
        ("牌子还没装", "标识牌拟于下一步安装。"),
        ("附件也没落下，全文挂网", "全文及附件上网公开。"),
        ("看看贴没贴", "查看张贴情况。"),
        ("没签字不能发", "经签字后发布。"),
        ("差不多的内容合到一起", "合并内容。"),
    ],
)
def test_a_want_in_other_words_or_mended_passes(note: str, sentence: str):
    assert codes(note, sentence) == set()


def test_a_plan_may_speak_of_the_good_alone():
    assert codes("公开目录没更新", "更新公开目录。", "plan") == set()
