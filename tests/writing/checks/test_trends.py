"""More or less than before."""

import pytest

from drafter.writing.checks.trends import trends
from tests.writing.checks.quantity_claims import violations

FLAGGED = [
    "申请较上年有变化。",
    "申请量比去年多。",
    "收到的申请同比增加。",
    "信息发布环比上升。",
    "与上年相比有进步。",
    "访问量逐年上升。",
    "点击量节节攀升。",
    "申请量上升。",
    "投诉减少。",
    "关注人数越来越多。",
    "咨询日益增多。",
    "发布量再创新高。",
    "工作今非昔比。",
    "服务更上层楼。",
    "满意度稳步攀升。",
    "满意度显著提升。",
    "办理时间明显缩短。",
    "公众号影响有所扩大。",
    "粉丝数持续增长。",
    "申请数量与上年持平。",
    "差错率大幅降低。",
    "信访量呈下降趋势。",
    "公开工作连续获好评，连续多年。",
    "更新速度快了许多。",
    "越公开越顺畅。",
    "公开工作迈上新台阶。",
    "时限由长变短，从多项压缩到少项。",
    "公开条数突破以往。",
    "公开信息较以往更密集。",
    "条目倍增。",
    "申请量激增。",
    "阅读量腰斩。",
    "群众来访日渐稀少。",
    "工作有了起色。",
    "面貌焕然一新。",
    "申请无变化。",
    "效率得到明显提升。",
    "阅读量蹿升。",
    "申请量與去年相當，較去年略增。",
    "服务一年比一年好。",
]
PASSED = [
    "不断提高公开质量。",
    "切实提升服务水平。",
    "进一步提高群众知晓率。",
    "公开内容有待增加。",
    "持续提升业务能力。",
    "减少群众跑腿。",
    "降低办事成本。",
    "避免差错。",
    "拓宽公开渠道。",
    "增加公开内容，方便群众。",
    "提升公开实效。",
    "优化升级网站。",
    "加大宣传力度。",
    "扩大公众参与。",
    "上级部门指导。",
    "升降机安全信息公开。",
    "增强公开意识。",
    "缩短发布周期，提升时效。",
    "处理群众咨询。",
    "着力提高办结率。",
    "提高透明度。",
    "申请渠道进一步畅通。",
    "推进平台扩容改造工程。",
    "比较分析。",
    "规范咨询窗口。",
    "加快更新进度。",
    "丰富解读形式。",
    "增设栏目。",
]


@pytest.mark.parametrize("sentence", FLAGGED)
def test_a_change_without_a_source_is_refused(sentence: str) -> None:
    assert violations(sentence, checks=(trends,)), sentence


@pytest.mark.parametrize("sentence", PASSED)
def test_aims_and_other_words_of_change_pass(sentence: str) -> None:
    assert not violations(sentence, checks=(trends,)), sentence


@pytest.mark.parametrize(
    ("sentence", "note"),
    [
        ("申请较上年变多。", "申请比去年多了，申请较上年变多"),
        ("群众来访减少。", "来访的少了"),
        ("咨询增多。", "来问的多了"),
    ],
)
def test_what_the_note_says_may_be_said(sentence: str, note: str) -> None:
    assert not violations(sentence, note, checks=(trends,))
    assert violations(sentence, "在网站发布政策", checks=(trends,))


def test_only_the_words_of_change_are_blamed() -> None:
    (violation,) = violations("年内公众号的阅读量稍稍走高。", checks=(trends,))

    assert violation.words == "走高"
