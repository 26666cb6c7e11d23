"""Rules F: names of others, levels, kinds, placeholders, terms."""

from dataclasses import replace

import pytest

from drafter.audit.audited import Gazetteer
from drafter.audit.rule import Rule
from drafter.audit.rules.scope import RULES
from drafter.findings import Severity
from tests.audit.reports import CONTACT, found, marked

BY_ID = {rule.id: rule for rule in RULES}


def rule(number: str) -> Rule:
    return BY_ID[number]


SEEDED = [
    ("F01", "2025年，石桥镇认真落实公开要求。"),
    ("F01", "石桥镇人民政府主动公开信息120条。"),
    ("F01", "由青石乡人民政府负责解释。"),
    ("F01", "在望江县委、县政府的领导下，我镇扎实推进公开。"),
    ("F01", "通过望江县人民政府网站公开信息。"),
    ("F01", "按照东湖区人民政府部署开展工作。"),
    ("F01", "全年，云岭县石桥镇政府信息公开工作有序推进。"),
    ("F02", "组织推动全省政府信息公开工作。"),
    ("F02", "我局认真落实公开要求。"),
    ("F02", "统筹推进全市政务公开工作。"),
    ("F02", "全县共收到政府信息公开申请12件。"),
    ("F02", "我市进一步拓宽公开渠道。"),
    ("F02", "本局主动公开信息12条。"),
    ("F02", "我县不断拓宽公开渠道。"),
    ("F03", "扎实推进乡政府信息公开。"),
    ("F03", "我乡严格落实三审三校。"),
    ("F03", "全乡公开信息120条。"),
    ("F03", "我街道设立政务公开专区。"),
    ("F03", "街道办事处高度重视公开工作。"),
    ("F04", "编制《[具体地名]镇人民政府2025年度信息公开指南》。"),
    ("F04", "登录政府门户网站（具体网址）查阅。"),
    ("F04", "XX镇人民政府主动公开信息。"),
    ("F04", "全年公开信息××条。"),
    ("F04", "全年公开信息X条。"),
    ("F04", "联系电话：____。"),
    ("F04", "发布**条重点项目信息。"),
    ("F04", "全年更新栏目（待补充）。"),
    ("F04", "公开信息*件。"),
    ("F04", "某某镇认真落实要求。"),
    ("F04", "根据贵办通知要求编制。"),
    ("F05", "在县政府网站发布。通过云岭县人民政府门户网站公开。县政务门户网站同步更新。"),
    ("F06", "推进政务信息公开。"),
    ("F07", "三重一大事项经镇党委集体讨论。"),
]


@pytest.mark.parametrize(("number", "text"), SEEDED)
def test_finds(number: str, text: str):
    assert found(rule(number), text)


RIGHT = [
    "灵溪镇人民政府认真落实要求，灵溪镇坚持以公开为常态。",
    "2025年，灵溪镇认真落实公开要求。云岭县灵溪镇政府信息公开工作有序推进。",
    "在云岭县委、县政府的领导下，按照全县统一部署推进公开。",
    "根据省、市、县要求，各乡镇人民政府按期公开。",
    "参加全市政务公开培训，接入全省一体化平台。",
    "全镇各村设立公开栏，镇政府门户栏目同步更新。",
    "我镇乡村振兴信息及时公开，城乡居民医保政策全面公开，乡镇政府权责清单同步更新。",
    "赴石桥镇学习政务公开经验。",
    "通过云岭县人民政府门户网站公开，市政府网站同步转载。",
    "按照我县统一部署开展工作，在全县考核中位列第三名。",
    "落实县政府办公室要求，县委宣传部指导开展培训。",
    "使用统一的答复书模板，规范文书格式。",
    "扫描二维码或登录http://www.yunling.gov.cn/col/xxgk_2025/查阅。",
    "对接县融媒体中心，联合派出所、司法所开展宣传。",
    "在便民服务中心设立查阅点（含村级12处）。",
    "配合高新区、开发区做好信息公开，景区人民政府信箱同步开放。",
    "各镇（街道）相互学习，兄弟乡镇交流经验。",
]


@pytest.mark.parametrize("text", RIGHT)
def test_stays_silent(text: str):
    told = [
        (each.id, item.finding.message)
        for each in RULES
        for item in found(each, text)
        if item.finding.severity is not Severity.INFO
    ]

    assert told == []


def test_a_gazetteer_names_the_others():
    gazetteer = Gazetteer(own=frozenset({"灵溪镇"}), others=frozenset({"溪镇", "石桥镇", "柳河社区"}))

    assert [marked(item) for item in found(rule("F01"), "走访柳河社区。灵溪镇公开信息。", gazetteer=gazetteer)] == [
        "柳河社区"
    ]


@pytest.mark.parametrize(
    ("level", "text"), [("乡", "我镇认真落实要求。"), ("街道", "镇政府及时公开信息。"), ("街道", "我乡及时公开信息。")]
)
def test_other_kinds_have_their_own_words(level: str, text: str):
    contact = replace(CONTACT, organ=f"灵溪{level}人民政府", short=f"灵溪{level}", level=level)

    assert found(rule("F03"), text, contact=contact)


def test_an_organ_of_another_kind_is_left_alone():
    contact = replace(CONTACT, organ="云岭县财政局", short="县财政局", level="")
    text = "我局统筹推进全县政务公开工作。"

    assert not found(rule("F02"), text, contact=contact, title="云岭县财政局2025年政府信息公开工作年度报告")


def test_the_chain_is_read_from_the_title_where_no_contact_was_found():
    contact = replace(CONTACT, organ="", short="", level="", county="")

    assert found(
        rule("F01"), "石桥镇认真落实要求。", contact=contact, title="云岭县灵溪镇2025年政府信息公开工作年度报告"
    )
    assert not found(
        rule("F01"), "灵溪镇认真落实要求。", contact=contact, title="云岭县灵溪镇2025年政府信息公开工作年度报告"
    )


def test_a_signature_of_another_organ_is_found():
    assert found(rule("F01"), "工作有序推进。", signature="石桥镇人民政府\n2026年1月15日")
