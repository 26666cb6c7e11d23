"""Always, everyone, without exception."""

import pytest

from drafter.writing.checks.universals import universals
from tests.writing.checks.quantity_claims import violations

FLAGGED = [
    "来信均已回复。",
    "各项任务皆已落实。",
    "群众的意见都已采纳。",
    "所有栏目已更新。",
    "失效链接全部修复。",
    "公开栏悉数更换。",
    "意见尽数采纳。",
    "要求一概落实。",
    "各栏目无一例外完成更新。",
    "信息发布无一遗漏。",
    "公开事项应有尽有。",
    "服务设施一应俱全。",
    "工作面面俱到。",
    "实现村级全覆盖。",
    "村村建起公开栏。",
    "件件有回音。",
    "群众诉求桩桩有着落。",
    "干部人人参加培训。",
    "政策户户知晓。",
    "每项工作有专人。",
    "每村有公开栏。",
    "每名干部参加学习。",
    "场场有记录。",
    "有求必应。",
    "做到有问必答。",
    "应答尽答。",
    "政策家喻户晓。",
    "群众交口称赞。",
    "全员参加培训。",
    "全面完成整改。",
    "整改任务全完成。",
    "凡上报的信息皆经过审核。",
    "逢会必讲公开。",
    "没有任何遗漏。",
    "一个不落完成更新。",
    "资料俱已备齐。",
    "文件悉予公开。",
    "责任概由专人承担。",
    "彻底解决更新滞后问题。",
    "问题已清零。",
    "内容准确无误。",
    "按时答复群众。",
    "在规定期限内办结。",
    "满意率保持高位。",
    "群众满意度较高。",
    "满意度居高不下。",
    "从不间断更新。",
    "咸予公开。",
    "错链一条也没留。",
    "没有人不知晓，无不赞同。",
    "資料盡數公開。",
]
PASSED = [
    "均衡设置公开栏。",
    "人均耕地公示。",
    "首都经验值得学习。",
    "确保应公开尽公开。",
    "一切从群众需要出发。",
    "始终坚持依法公开。",
    "尽快完善制度。",
    "尽可能方便群众。",
    "确保信息准确无误。",
    "提高群众知晓率。",
    "着力提高办结率。",
    "群众知晓度还不够高。",
    "所有权登记信息公开。",
    "全面推进政务公开。",
    "全过程公开。",
    "完整保存档案。",
    "确保按时办结。",
    "要求按期完成整改。",
    "人手不足影响更新。",
    "每月更新。",
    "工作人员各负其责。",
    "一律经审核后发布。",
    "规范村村响广播。",
    "完善限时办结制度。",
    "全体村民参与监督。",
    "分析满意度。",
    "信息由专人统一发布。",
    "履职尽责。",
    "发布内容完整。",
]


@pytest.mark.parametrize("sentence", FLAGGED)
def test_a_universal_without_a_source_is_refused(sentence: str) -> None:
    assert violations(sentence, checks=(universals,)), sentence


@pytest.mark.parametrize("sentence", PASSED)
def test_words_that_only_look_universal_pass(sentence: str) -> None:
    assert not violations(sentence, checks=(universals,)), sentence


@pytest.mark.parametrize(
    ("sentence", "note"),
    [
        ("意见均已整改。", "群众的意见都改了"),
        ("失效链接全部修复。", "错链全改了"),
        ("网站留言均在规定期限内答复。", "网站留言均在规定期限内答复。"),
        ("网站留言办理中，均在规定期限内答复。", "办理县政府网站留言，均在规定期限内答复。"),
        ("依申请公开均经过登记、审核、答复流程。", "依申请公开都走登记、审核、答复流程"),
        ("各村均设公开栏，实现全覆盖。", "各村都设了公开栏"),
    ],
)
def test_what_the_note_says_may_be_said(sentence: str, note: str) -> None:
    assert not violations(sentence, note, checks=(universals,))
    assert violations(sentence, "在网站发布政策", checks=(universals,))


@pytest.mark.parametrize(
    "sentence",
    [
        "申请均按时办结。",
        "收到的申请全部答复。",
        "行政复议均获维持。",
        "行政处罚信息全部公示。",
        "规范性文件均已备案。",
        "信息处理费全部免收，收费均依规。",
        "行政许可结果均已公开。",
    ],
)
def test_what_the_tables_report_is_said_by_slots_only(sentence: str) -> None:
    assert violations(sentence, sentence, checks=(universals,))
