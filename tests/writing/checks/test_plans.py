import pytest

from drafter.writing.checks.plans import check_plans
from drafter.writing.checks.verdict import Claim

FLAGGED = [
    ("计划明年建查阅点。", "建成查阅点。"),
    ("明年打算开抖音号。", "开通抖音号。"),
    ("准备给各村配查询机。", "为各村配备查询机。"),
    ("拟设专区。", "设立专区。"),
    ("下一步建台账。", "建立台账。"),
    ("将在各村设公示栏。", "在各村设公示栏。"),
    ("正在清理旧文章。", "旧文章清理完毕。"),
    ("还在改办事指南。", "已完成办事指南修改。"),
    ("想请人培训。", "请人培训。"),
    ("争取年底上线小程序。", "小程序上线。"),
    ("下步整改错链。", "错链整改到位。"),
    ("筹备开放日。", "举办开放日。"),
    ("查阅点还没弄完。", "查阅点建成。"),
    ("公示栏正在换。", "公示栏更换完成。"),
    ("待上线小程序。", "小程序已上线。"),
    ("今后发文件先审查。", "发文件先审查。"),
]
HARMLESS = [
    ("计划明年建查阅点。", "下一步建设查阅点。"),
    ("明年打算开抖音号。", "计划开设抖音号。"),
    ("正在清理旧文章。", "正在清理旧文章。"),
    ("正在清理旧文章。", "推进旧文章清理。"),
    ("建成查阅点。", "建成查阅点。"),
    ("换了公示栏。明年建查阅点。", "更新公示栏。"),
    ("准备好材料后报送。", "准备好材料后报送。"),
    ("拟定了方案。", "制定方案。"),
    ("群众待遇清单上网。", "群众待遇清单上网。"),
    ("即将到期的指南换了。", "更换即将到期的指南。"),
]


def codes(note: str, sentence: str) -> set[str]:
    return {item.code for item in check_plans(Claim(sentence, (note,)))}


@pytest.mark.parametrize(("note", "sentence"), FLAGGED)
def test_a_plan_told_as_done_is_refused(note: str, sentence: str):
    assert "plan-done" in codes(note, sentence)


@pytest.mark.parametrize(("note", "sentence"), HARMLESS)
def test_what_the_note_says_is_not_refused(note: str, sentence: str):
    assert codes(note, sentence) == set()


@pytest.mark.parametrize(("note", "sentence"), FLAGGED)
def test_the_words_at_fault_are_where_it_says(note: str, sentence: str):
    assert all(sentence[item.start : item.end] == item.words for item in check_plans(Claim(sentence, (note,))))


def test_a_note_marked_as_planned_is_a_plan_whatever_its_words():
    claim = Claim("建立查阅点。", ("各村建查阅点。",), planned=True)

    assert [item.code for item in check_plans(claim)] == ["plan-done"]


def test_a_sentence_of_the_plans_section_need_not_say_that_it_is_one():
    assert list(check_plans(Claim("建立查阅点。", ("计划建查阅点。",), planned=True, kind="plan"))) == []
