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


def test_a_bureau_may_speak_of_its_towns():
    contact = replace(CONTACT, organ="云岭县财政局", short="县财政局", level="")
    title = "云岭县财政局2025年政府信息公开工作年度报告"

    assert not found(rule("F01"), "在石桥镇便民服务中心设点，石桥镇人民政府配合。", contact=contact, title=title)
    assert found(rule("F01"), "通过望江县人民政府网站公开。", contact=contact, title=title)


def test_bold_type_is_no_placeholder():
    assert not found(rule("F04"), "认真落实**条例**要求，我**镇政府**及时公开。")
    assert found(rule("F04"), "全年公开信息**条，其中网站*条。")


@pytest.mark.parametrize(
    "text",
    [
        "“（公众号名称）”微信公众号推送信息120条。",
        "印发《（文件名称）》。",
        "全年召开会议（会议次数）次。",
        "由（负责人）审核后发布。",
        "通过“”微信公众号公开信息。",
        "于　　年　　月　　日召开会议。",
        "满意度X.X%。",
        "某年，我镇公开信息120条。",
        "AA镇人民政府高度重视。",
        "收到申请{件数}件。",
        "开展社会评议（如有）。",
        "责任追究情况（没有请填0）。",
        "工作亮点（200字以内）。",
        "电子邮箱为（联系电话）。",
    ],
)
def test_what_a_template_asks_for_is_found_in_its_disguises(text: str):
    assert found(rule("F04"), text)


@pytest.mark.parametrize(
    "text",
    [
        "公开事项要素齐全（名称、日期、文号）。",
        "目录列明各项（含文件名称）。",
        "如有疑问请联系（如有变动以公告为准）。",
        "制作办事指南（统一编制办事内容）。",
        "公开12条（其中动态8条），占全年的30%。",
        "“灵溪发布”微信公众号（订阅号）推送信息。",
        "2025年1月（元旦期间）照常受理。",
        "开设“★”级服务窗口，某村民反映的问题已办结。",
    ],
)
def test_brackets_that_say_something_are_no_placeholders(text: str):
    assert not found(rule("F04"), text)


@pytest.mark.parametrize(
    "text",
    [
        "在县政府网站公开。宿川县政务信息门户同步公开。",
        "县人民政府网站公开100条，县公众信息网公开20条。",
        "通过县政务门户发布信息，县政府门户网站同步更新。",
        "县政府网站公开，县党政网同步更新。",
        "向党政办公室提出申请，由综合办公室答复。",
        "党政办负责审核，党政综合办公室负责发布。",
    ],
)
def test_one_thing_under_two_names_is_told(text: str):
    assert found(rule("F05"), text)


@pytest.mark.parametrize(
    "text",
    [
        "在县政府网站公开。县人民政府网站同步更新。",
        "在县政府网站公开，在省政务服务网办理事项。",
        "政务新媒体与县政府网站同步。",
        "党政办公室负责受理，党政办按月通报。",
        "综合行政执法办公室公开处罚信息，党政办公室审核。",
        "实行网格化管理，县政府网络运行平稳。",
    ],
)
def test_short_names_and_other_things_are_no_second_name(text: str):
    assert not found(rule("F05"), text)


def test_the_rarer_name_is_marked():
    text = "县政务信息网公开。县政府网站公开100条。县政府网站同步更新。"
    assert [marked(item) for item in found(rule("F05"), text)] == ["县政务信息网"]


OTHERS = Gazetteer(others=frozenset({"龙潭镇"}))


@pytest.mark.parametrize(
    "text",
    [
        "1件要求公开龙潭镇的水库台账，不属本机关掌握，已告知其向龙潭镇人民政府提出。",
        "该件不由本镇负责。已告知申请人向龙潭镇人民政府申请。",
        "申请公开龙潭镇征地批文1件。",
        "考核得分与龙潭镇并列第三名。",
        "信息员由龙潭镇人民政府派员培训。",
        "满意度高于龙潭镇。",
        "收到申请1件，所涉地块在龙潭镇，我镇未掌握，依法告知。",
        "龙潭镇水库片区年内划入我镇。",
    ],
)
def test_a_neighbour_named_for_a_reason_is_right(text: str):
    assert not found(rule("F01"), text, gazetteer=OTHERS)


@pytest.mark.parametrize(
    "text",
    [
        "龙潭镇认真落实公开要求。",
        "申请人可向龙潭镇人民政府提出申请。",
        "龙潭镇公开信息120条，收到申请3件。",
        "由龙潭镇党政办公室负责解释。",
        "龙潭镇未收到公开申请。",
    ],
)
def test_a_neighbour_in_our_place_is_found(text: str):
    assert found(rule("F01"), text, gazetteer=OTHERS)
