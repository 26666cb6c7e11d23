"""How many, without a numeral."""

import pytest

from drafter.writing.checks.vague import vague_quantities
from tests.writing.checks.quantity_claims import violations

FLAGGED = [
    "先后多次召开专题会议。",
    "组织数场业务培训。",
    "屡次到村督促整改。",
    "收到群众许多意见。",
    "主动公开了海量信息。",
    "解答了不少问题。",
    "处理留言一大批，数量可观。",
    "公众号推文阅读者甚众。",
    "培训参加人数众多。",
    "查阅者较多。",
    "收到若干意见。",
    "走访好几家企业。",
    "约莫有群众来访。",
    "不完全统计的信息已公开。",
    "公开成果不胜枚举。",
    "信息更新不计其数。",
    "先进做法比比皆是。",
    "群众来信纷至沓来。",
    "政策解读层出不穷。",
    "公开栏遍布各村。",
    "宣传活动此起彼伏。",
    "资料堆积如山。",
    "办事大厅门庭若市。",
    "发布信息成百上千。",
    "收到的意见寥寥无几。",
    "此类情况屡见不鲜。",
    "申请屈指可数。",
    "查阅的人凤毛麟角。",
    "公众号门可罗雀。",
    "收效微乎其微。",
    "收集建议百余条。",
    "近百余人参加。",
    "发布信息上千。",
    "培训时长不等。",
    "阅读者成倍来到。",
    "用时数月完成整改。",
    "连续多年公开。",
    "会议频频召开。",
    "频繁接到咨询。",
    "共计接受咨询。",
    "参加者上百人。",
    "十来名干部参加。",
    "申请量很大。",
    "数量庞大。",
    "大量信息得到发布。",
    "多个栏目完成调整。",
    "多名干部参加学习。",
    "多类申请得到回应。",
    "多种问题得到解决。",
    "个别栏目已经调整。",
    "少量信息未更新。",
    "处理無數来信。",
    "解答諸多问题。",
]
PASSED = [
    "多渠道听取意见。",
    "采取多种形式宣传。",
    "多部门联合开展检查。",
    "推进多样化解读。",
    "推动数字化建设。",
    "实现数据共享。",
    "建立统计台账。",
    "多层次开展学习。",
    "回应群众更多关切。",
    "严格审计监督。",
    "信息员岗位调整频繁。",
    "图解、视频较少。",
    "公开渠道不多。",
    "一系列制度得到完善。",
    "采取多元方式解读。",
    "细化公开的字数要求。",
    "按件数统计。",
    "由上级部门审核。",
    "行政许可事项公开。",
    "一些栏目不够规范。",
    "加强多媒体应用。",
    "会计人员参加学习。",
    "服务少数民族群众。",
    "工作量大，人员紧张。",
    "力量大大加强。",
    "心中无数的问题得到纠正。",
    "多角度解读政策。",
    "多方征求意见。",
    "多措并举抓公开。",
    "信息量大的栏目分页显示。",
    "允许群众查阅。",
]


@pytest.mark.parametrize("sentence", FLAGGED)
def test_a_quantity_without_a_source_is_refused(sentence: str) -> None:
    assert violations(sentence, checks=(vague_quantities,)), sentence


@pytest.mark.parametrize("sentence", PASSED)
def test_words_that_only_look_like_quantities_pass(sentence: str) -> None:
    assert not violations(sentence, checks=(vague_quantities,)), sentence


@pytest.mark.parametrize(
    ("sentence", "note"),
    [
        ("多次召开会议研究。", "多次开会研究"),
        ("多次召开会议研究。", "开了好几次会"),
        ("群众来访不多。", "来访的人少"),
        ("个别栏目更新滞后。", "有的栏目更新慢"),
        ("走访多家企业。", "走了几家企业"),
        ("群众咨询较多的问题得到解答。", "解答了群众问得多的问题"),
    ],
)
def test_what_the_note_says_may_be_said(sentence: str, note: str) -> None:
    assert not violations(sentence, note, checks=(vague_quantities,))
    assert violations(sentence, "在网站发布政策", checks=(vague_quantities,))


def test_the_words_and_their_place_are_named() -> None:
    (violation,) = violations("先后多次召开会议。", checks=(vague_quantities,))

    assert (violation.code, violation.words, violation.start, violation.end) == ("quantity-vague", "多次", 2, 4)
    assert "多次" in violation.message
