"""Nothing, nobody, not once."""

import pytest

from drafter.writing.checks.zero import zeros
from tests.writing.checks.quantity_claims import violations

FLAGGED = [
    "全年未收到政府信息公开申请。",
    "没有接到信息公开申请。",
    "未发生行政复议。",
    "无行政诉讼案件。",
    "未收取任何费用。",
    "未制发规范性文件。",
    "没有行政处罚。",
    "无行政许可事项。",
    "未出现投诉。",
    "没有群众投诉。",
    "未发生泄密事件。",
    "无差错。",
    "申请为零。",
    "投诉绝迹。",
    "未被通报批评。",
    "未因政府信息公开工作被追究责任。",
    "不曾收取信息处理费。",
    "从未发生超期。",
    "收费一分未取，分文未收。",
    "未尝接到举报。",
    "至今无人提起诉讼。",
    "诉讼案件付之阙如。",
    "行政诉讼方面保持空白。",
    "杜绝了错误。",
    "不存在逾期情形。",
    "查无投诉。",
    "无人投诉。",
    "没有任何上访。",
    "错误荡然无存。",
    "未有任何差池。",
    "无结转下年度办理的申请。",
    "规范性文件制发数量为零。",
    "零投诉。",
    "行政强制：无。",
    "申请没有发生。",
    "无超期、无积压。",
    "群众的疑问没有得不到答复的，毫无怨言。",
    "無投訴。",
    "沒有收到申請。",
]
PASSED = [
    "做好无障碍改造。",
    "无法提供的信息说明理由。",
    "无需提交材料。",
    "推行无纸化办公。",
    "避免发生错误。",
    "防止出现差错。",
    "未能及时更新。",
    "更新不及时。",
    "制度不完善。",
    "力争不发生投诉。",
    "未经审核的信息不得发布。",
    "不予公开的说明理由。",
    "无正当理由逾期的依法处理。",
    "以公开为常态、不公开为例外。",
    "填补空白。",
    "对未提供材料的一次性告知。",
    "内容不规范。",
    "信息不准确的予以更正。",
    "群众不了解政策。",
    "落实保密审查。",
    "受理投诉举报。",
    "公开行政处罚结果。",
    "畅通申请渠道。",
    "未成年人信息依法保护。",
]


@pytest.mark.parametrize("sentence", FLAGGED)
def test_a_claim_of_nothing_is_refused(sentence: str) -> None:
    assert violations(sentence, checks=(zeros,)), sentence


@pytest.mark.parametrize("sentence", PASSED)
def test_words_that_only_look_like_nothing_pass(sentence: str) -> None:
    assert not violations(sentence, checks=(zeros,)), sentence


@pytest.mark.parametrize(
    ("sentence", "note"),
    [
        ("未发生责任追究情形。", "没有因政府信息公开工作被追究责任的情形。"),
        ("未发生投诉。", "全年没有投诉"),
        ("信息更新无人负责的问题已解决。", "没人管更新的问题解决了"),
        ("尚无专人负责。", "没有专人负责"),
    ],
)
def test_what_the_note_says_may_be_said(sentence: str, note: str) -> None:
    assert not violations(sentence, note, checks=(zeros,))


@pytest.mark.parametrize(
    "sentence", ["未发生责任追究情形。", "未发生投诉。", "信息更新无人负责的问题已解决。", "未发生舆情。"]
)
def test_another_note_is_no_source(sentence: str) -> None:
    assert violations(sentence, "没有发生事故", checks=(zeros,))


@pytest.mark.parametrize(
    "sentence",
    [
        "未收到政府信息公开申请。",
        "未发生行政复议。",
        "没有行政诉讼。",
        "未收取费用。",
        "未制发规范性文件。",
        "无行政许可。",
    ],
)
def test_what_the_tables_report_is_said_by_slots_only(sentence: str) -> None:
    assert violations(sentence, sentence, checks=(zeros,))
