"""Claims that only a construction gives away, and the constructions that are harmless: one sentence for each."""

import pytest

from drafter.writing.checks.dates import dates
from drafter.writing.checks.frequency import frequencies
from drafter.writing.checks.majority import majorities
from drafter.writing.checks.rankings import rankings
from drafter.writing.checks.trends import trends
from drafter.writing.checks.universals import universals
from drafter.writing.checks.vague import vague_quantities
from drafter.writing.checks.verdict import Check
from drafter.writing.checks.zero import zeros
from tests.writing.checks.quantity_claims import violations

FLAGGED: dict[Check, tuple[str, ...]] = {
    vague_quantities: (
        "走访数户群众。",
        "宣讲长达数小时。",
        "参加者至少{{p:x}}。",
        "活动规模很大。",
        "会议室坐满群众。",
        "大厅等候许久。",
        "来了这拨群众。",
        "咨询倍增。",
        "群众倍升。",
        "村里走了个遍。",
        "下村跑遍各村。",
        "规模大。",
    ),
    universals: (
        "整体通过验收。",
        "凡上报者必审。",
        "逢文必审。",
        "有疑必解。",
        "信息员满编。",
        "资料不少一页。",
        "没有群众不知道的。",
        "没有落下的。",
        "资料已悉数。",
        "资料已尽归档。",
        "资料已咸备。",
    ),
    zeros: (
        "错误几近于无。",
        "错误接近于零。",
        "纠纷未之有。",
        "未因发布被处分。",
        "没有受到上级通报。",
        "未遭群众曝光。",
        "公开工作仍是空白。",
        "未收到此类来件。",
    ),
    majorities: (
        "内容以图解为主。",
        "民生类占多。",
        "内容图解为主。",
        "民生类占优先席位，占得重头。",
        "完成过半。",
        "完成近半，不足半数。",
        "仅农户提出。",
        "只有企业参与。",
        "民生信息占较大部分。",
        "半成未完成。",
    ),
    trends: (
        "意识显著增强。",
        "环境明显改善。",
        "服务登上新层级。",
        "意识急剧好转。",
        "访问量变大。",
        "阅读量见少。",
        "来信增加{{p:x}}。",
        "来信增多。",
        "来访回落。",
        "来信呈上扬局面。",
        "来信呈现增势。",
        "来信比前年密。",
        "来信与往年相仿。",
        "来访渐旺。",
        "服务登上新台阶。",
        "来信不如往年。",
        "来信保持上年的水平。",
    ),
    frequencies: (
        "每逢五天更新。",
        "每到年末检查。",
        "每个季度的自查。",
        "检查了一回又一回。",
        "一周一检查。",
        "逐旬一通报。",
    ),
    rankings: (
        "位于第一方阵。",
        "在全县叫得响。",
        "在周边有名。",
        "考核达标。",
        "评比优良。",
        "全县罕有。",
        "首封感谢信。",
        "首季推出专栏。",
        "开通先于其他乡镇。",
    ),
    dates: (
        "{{t:x}}年底发布。",
        "{{t:x}}月初发布。",
        "上线之初培训。",
        "挂牌伊始公开。",
        "换届以后调整。",
        "年后，组织培训。",
    ),
}
PASSED: dict[Check, tuple[str, ...]] = {
    vague_quantities: ("年内共计{{p:x}}。", "累计发布{{p:x}}。", "提供更多便利。", "为众多企业服务。"),
    universals: (
        "群众参与度还不够高。",
        "落实人人有责要求。",
        "群众关注度较低。",
        "每个工作日值班。",
        "把满意率作为参考。",
        "公布办结率。",
        "制度规定均应公开。",
        "人人享有知情权。",
    ),
    zeros: (
        "对未答复投诉的及时督办。",
        "如未收到投诉回复的可反映。",
        "对没有附投诉材料的予以告知。",
        "没有提供投诉材料。",
    ),
    majorities: ("多为群众办实事。", "公开基本信息。", "不仅公开结果。", "仅供参考。", "只有加强学习才能进步。"),
    trends: (
        "满足群众日益增长的需求。",
        "申请量统计还需提高。",
        "力求降低差错率。",
        "减少投诉、提升质量。",
        "着力提高阅读量、扩大影响。",
        "处理投诉减少矛盾。",
        "办理咨询、提高水平。",
        "申请流程优化提升。",
    ),
}


@pytest.mark.parametrize(("check", "sentence"), [(check, text) for check, texts in FLAGGED.items() for text in texts])
def test_a_construction_that_claims_is_refused(check: Check, sentence: str) -> None:
    assert violations(sentence, checks=(check,))


@pytest.mark.parametrize(("check", "sentence"), [(check, text) for check, texts in PASSED.items() for text in texts])
def test_a_construction_that_claims_nothing_passes(check: Check, sentence: str) -> None:
    assert not violations(sentence, checks=(check,))
