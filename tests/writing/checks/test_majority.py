"""How the whole is divided, and what is more than what."""

import pytest

from drafter.writing.checks.majority import majorities
from tests.writing.checks.quantity_claims import violations

FLAGGED = [
    "申请以自然人为主。",
    "自然人申请居多。",
    "申请人大多为村民。",
    "多数申请来自农户。",
    "绝大部分信息在网站发布。",
    "大半公开栏已更换。",
    "泰半来自企业。",
    "半数以上村完成更换。",
    "有一半申请经网络提交。",
    "信息多为民生类。",
    "民生类占比突出。",
    "网站发布占了大头。",
    "网上申请多于当面申请。",
    "发文高于平均。",
    "完成情况优于同类乡镇。",
    "两类申请旗鼓相当。",
    "咨询主要集中在社保领域。",
    "申请主要来自企业。",
    "参与者清一色为干部。",
    "十之八九已完成。",
    "相当一部分信息已更新。",
    "微信公众号唱主角。",
    "基本实现上网公开。",
    "几乎没有遗留。",
    "超额完成任务。",
    "群众普遍反映良好。",
    "远超预期。",
    "企业不及自然人。",
    "民生类占绝对优势。",
    "线上与线下平分秋色。",
    "约有七八成涉及民生。",
    "网站信息比公告栏多。",
    "申请公开的比主动公开的少。",
    "各类申请各占一定份额。",
    "以邮寄方式见多。",
]
PASSED = [
    "以服务群众为主题开展宣传。",
    "以公开为主线推进工作。",
    "发挥群众的主体作用。",
    "更新不及时。",
    "不占用群众时间。",
    "按比例原则处理。",
    "推进主动公开。",
    "公开基本信息。",
    "编制基本目录。",
    "依托主流媒体宣传。",
    "集中力量解决问题。",
    "比较研究。",
    "对比检查。",
    "部分栏目需要调整。",
    "明确主要负责人。",
    "征占地信息公开。",
    "主要领导负责。",
    "比选平台。",
    "完成比对。",
    "网站比较规范。",
    "以人民为中心。",
    "公开力度较大。",
]


@pytest.mark.parametrize("sentence", FLAGGED)
def test_a_share_without_a_source_is_refused(sentence: str) -> None:
    assert violations(sentence, checks=(majorities,)), sentence


@pytest.mark.parametrize("sentence", PASSED)
def test_words_that_only_look_like_shares_pass(sentence: str) -> None:
    assert not violations(sentence, checks=(majorities,)), sentence


@pytest.mark.parametrize(
    ("sentence", "note"),
    [
        ("解读材料以文字为主。", "政策解读多是文字，图解少"),
        ("信息员多为兼职。", "公开人员兼职多"),
        ("大部分栏目已调整。", "大部分栏目调了"),
        ("群众普遍关注社保。", "社保群众问得多"),
    ],
)
def test_what_the_note_says_may_be_said(sentence: str, note: str) -> None:
    assert not violations(sentence, note, checks=(majorities,))
    assert violations(sentence, "在网站发布政策", checks=(majorities,))
