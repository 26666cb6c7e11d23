"""Rules I: persons and secrets."""

import pytest

from drafter.audit.rule import Rule
from drafter.audit.rules.privacy import RULES
from drafter.findings import Severity
from tests.audit.reports import found, marked

BY_ID = {rule.id: rule for rule in RULES}


def rule(number: str) -> Rule:
    return BY_ID[number]


SEEDED = [
    ("I01", "申请人身份证号11010519491231002X。"),
    ("I01", "联系村民138 1234 5678核实情况。"),
    ("I01", "补贴发放至账号6222021234567890128。"),
    ("I01", "公务用车皖A·12345已封存。"),
    ("I01", "申请人家住灵溪村3组。"),
    ("I01", "住址：灵溪社区兴镇路8号3栋201室。"),
    ("I01", "证件号码340821198506121234。"),
    ("I02", "收到申请人张某某提出的申请1件。"),
    ("I02", "申请人李四于3月提交申请。"),
    ("I02", "受理王建国申请公开征地信息1件。"),
    ("I02", "答复村民陈某的政府信息公开申请。"),
    ("I02", "申请人：赵小明，申请公开低保信息。"),
    ("I02", "收到当面申请1件，为申请人周玉琴代某合作社申请查询发放表。"),
    ("I02", "申请人姓名周玉琴，要求公开补偿标准。"),
    ("I02", "村民陈国强因宅基地问题提出申请1件。"),
    ("I02", "应周玉琴申请，公开危房改造名单。"),
    ("I02", "自然人欧阳海代村民小组申请公开。"),
    ("I02", "向周玉琴本人送达答复书。"),
    ("I02", "代理人罗永福查阅档案2次。"),
    ("I02", "收到村民王大妈的申请1件。"),
    ("I03", "秘密★一年"),
    ("I03", "内部资料，注意保存。"),
    ("I03", "密级：机密"),
    ("I03", "本材料不得外传。"),
]


@pytest.mark.parametrize(("number", "text"), SEEDED)
def test_finds(number: str, text: str):
    assert found(rule(number), text)


RIGHT = [
    "联系电话：0555-1234567，邮编：243000。",
    "拨打12345热线或登录平台查询，文件编号20250312001234567。",
    "申请人周边群众以短信方式参与，申请人高度关注。",
    "村民张贴的告示已清理，居民常年可查，村民代表为12人。",
    "为高龄老人代办申请，由江河管理站来函转办。",
    "申请人陈述理由后再次申请，申请人许可后公开。",
    "对林地申请、对胡同改造，与黄河流域各镇一道公开。",
    "申请人提出申请后，及时告知申请人补正，申请人方便时可来查阅。",
    "申请人于收到答复之日起可以申请复议。",
    "申请人应当写明姓名，申请人何时提交均登记。",
    "居民申请公开的信息及时答复，由党政办统一受理申请。",
    "收到申请3件，均按期答复。",
    "属于国家秘密的依法不予公开，严禁泄露工作秘密。",
    "落实保密审查，未发生涉密信息误发。",
    "群众居住环境持续改善，入住率100%。",
    "公开地址为灵溪镇兴镇路8号。",
]


@pytest.mark.parametrize("text", RIGHT)
def test_stays_silent(text: str):
    assert [(each.id, item.finding.message) for each in RULES for item in found(each, text)] == []


def test_a_mobile_for_contact_weighs_less_than_one_in_the_text():
    contact = found(rule("I01"), preamble="联系电话：13812345678。")
    text = found(rule("I01"), "电话回访村民13812345678。")

    assert [item.finding.severity for item in contact] == [Severity.WARNING]
    assert [item.finding.severity for item in text] == [Severity.WARNING] or text[0].finding.severity is Severity.ERROR


def test_the_message_hides_the_number_and_the_mark_shows_it():
    item = found(rule("I01"), "工作平稳。身份证号１１０１０５１９４９１２３１００２Ｘ已登记。")[0]

    assert "1231" not in item.finding.message
    assert marked(item).startswith("１１０")
