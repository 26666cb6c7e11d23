"""Rules G: words, signs, contacts and sentences."""

from dataclasses import replace

import pytest

from drafter.audit.rule import Rule
from drafter.audit.rules.language import RULES
from drafter.audit.rules.language.words import confusions
from drafter.findings import Severity
from drafter.reading.source import Place
from tests.audit.reports import audited, found, marked, report

BY_ID = {rule.id: rule for rule in RULES}


def rule(number: str) -> Rule:
    return BY_ID[number]


SEEDED = [
    ("G01", "健全政务公开的组织组织保障。"),
    ("G01", "方便群众知晓政策的的出台。"),
    ("G01", "及时公开 公开各类信息。"),
    ("G01", "加强业务培训加强业务培训，提升能力。"),
    ("G01", "进一步健全公开工作机制，进一步健全公开工作机制，提升质量。"),
    ("G01", "信息公开开工作有序。"),
    ("G01", "组织培训训2次。"),
    ("G01", "我镇镇严格落实要求。"),
    ("G01", "公开栏目目按月更新。"),
    ("G02", "充分调度群众积极性。"),
    ("G02", "尚无发现未予公开的情况。"),
    ("G02", "认真布署公开工作。"),
    ("G02", "信息即使公开，接受监督。"),
    ("G02", "截止2025年12月31日，公开信息120条。"),
    ("G02", "建立信息公开台帐。"),
    ("G02", "把公开做为重要工作。"),
    ("G02", "召开群众坐谈会。"),
    ("G02", "凡事涉及群众利益的一律公开。"),
    ("G02", "群众反应的问题及时办理。"),
    ("G02", "新闻媒体报导12次。"),
    ("G02", "动态调整权利清单和责任清单。"),
    ("G02", "公开形势多样。"),
    ("G02", "执行三审三较制度。"),
    ("G03", "（四）府信息公开平台建设情况。"),
    ("G03", "依请公开渠道畅通。"),
    ("G03", "主动公政府信息120条。"),
    ("G03", "政府息公开工作有序开展。"),
    ("G03", "通过微公众号发布信息。"),
    ("G03", "未收取信息处费。"),
    ("G04", "坚持“以公开为常态，不公开为例外的原则。"),
    ("G04", "依据《中华人民共和国政府信息公开条例要求编制。"),
    ("G04", "设立查阅点（含村级12处。"),
    ("G04", "坚持以“以公开促规范”为原则，落实“三审三校。"),
    ("G04", "公开指南》已更新。"),
    ("G05", "我镇高度重视,及时公开。"),
    ("G05", "2025 年公开信息 120 条。"),
    ("G06", "联系电话：0555—1234567。"),
    ("G06", "邮箱：lingxizhen163.com。"),
    ("G06", "联系电话：0555-12345。"),
    ("G07", "我镇高度重视，认真落实公开要求"),
    ("G08", "公开政策文件等信息、财政预决算等信息。"),
    ("G08", "公开政策、动态、公告等等。"),
    ("G09", "我镇" + "认真落实公开要求，" * 15 + "取得成效。"),
    ("G10", "群众对政务公开缺乏认识。"),
]


@pytest.mark.parametrize(("number", "text"), SEEDED)
def test_finds(number: str, text: str):
    assert found(rule(number), text)


RIGHT = [
    "层层压实责任，人人知晓政策，处处有公开。",
    "耕地地力保护补贴从方案到到户金额公开，广播播报104次，服务务工人员，公开开放日活动照常。",
    "逐条逐条核对，一项一项落实，做到实实在在、方方面面。",
    "我镇镇村两级公开栏全部更新，人民民主得到保障，工作作风持续好转，公开开放同步推进。",
    "推进政务公开公开栏建设，做好信息公开公开指南修订。",
    "充分调动群众积极性，尚未发现泄密。",
    "即使节假日也安排专人值守，及时公开信息。",
    "申请截止日期为每月5日，截至12月31日公开120条。",
    "安排部署年度任务，度过汛期，反应迅速。",
    "维护群众合法权利，动态调整权力清单。",
    "依申请公开渠道畅通，群众可以申请公开政府信息。",
    "县人民政府、民政府邸旧址？不在本镇。",
    "坚持“以公开为常态、不公开为例外”，落实《条例》（国务院令第711号）。",
    "1）健全机制；2）加强培训。（一）主动公开。",
    "联系电话：0555-1234567，邮箱：lingxi@example.gov.cn。",
    "联系电话：(0555)1234567；传真：0555-1234567转8003。",
    "便民服务中心设政务公开专区，微信公众号和政务新媒体同步更新。",
    "按排名先后通报，解决对口问题，出现像暴雨一样的天气时及时预警。",
    "创建全县首个示范点，制度健全。",
    "监督保障到位，知情权、参与权得到保障，领导小组定期开会。",
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


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("对征地材料规档75份。", "规档"),
        ("依拖市级集约化平台。", "依拖"),
        ("反应出检索不够彻底。", "反应"),
        ("全年深核稿件120篇。", "深核"),
        ("栏目及时更心。", "更心"),
        ("年内办节申请3件。", "办节"),
        ("对群众流言逐条回复。", "流言"),
        ("网上流言37条均已回复。", "流言"),
        ("做好上级文件的传发。", "传发"),
        ("由党政办汇宗后报县。", "汇宗"),
        ("在公开栏章贴通知。", "章贴"),
        ("清理失消文件3件。", "失消"),
        ("村级公开拦目更新12次。", "公开拦"),
        ("镇长亲自把观公开内容。", "把观"),
        ("名单已公式7天，公式栏更新。", "公式"),
        ("12月己完成整改。", "己"),
        ("全年末收到申请。", "末"),
        ("属于内部事务的不与公开。", "不与"),
        ("接受上级监督检察。", "检察"),
        ("必需在7日内更新。", "必需"),
    ],
)
def test_a_character_taken_for_another_is_marked(text: str, words: str):
    told = found(rule("G02"), text)
    assert any(word in words or words in word for word in (marked(item) for item in told)), told


@pytest.mark.parametrize(
    "text",
    [
        "播报稿无存档问题已经解决。",
        "地方法规档案由县档案馆保管。",
        "镇对16个村按季通报，自2025年1月1日起实行。",
        "县检察院送法下乡，群众反应热烈，公开辟谣流言3条。",
        "恢复受损的公开栏，受权代理人到场。",
        "351条里有公式计算类政策问答3条。",
        "月末收到的文件当日登记，自己完成更新。",
        "工艺品展上发放手册，印发台账模板。",
        "中心迁址后更新导航，粮点和账目贴到村里。",
        "以于某某村为例，既时间紧又任务重。",
        "青坞镇专页由站所稿件汇总而成。",
    ],
)
def test_words_that_meet_are_no_slip(text: str):
    assert not [item for item in found(rule("G02"), text) if item.finding.severity is not Severity.INFO]


def test_a_word_twice_is_found_in_the_title():
    title = "灵溪镇人民政府2025年政府信息公开 公开工作年度报告"

    assert marked(found(rule("G01"), title=title)[0]) == "公开 公开"


def test_marks_the_wrong_word_only():
    assert marked(found(rule("G02"), "工作平稳。充分 调度 群众积极性。")[0]) == "调度"


def test_no_confusion_matches_nothing():
    assert not [item for item in confusions() if item.wrong.search("")]


ENDINGS = [
    "党政综合办汇总后上网，6月起使用电子审批，累计审批151条",
    "全年召开会议，听取汇报两次，组织业务培训，共培训七十余人次",
    "社会评议以问卷方式进行，收回问卷二百份，满意率为98.5%",
    "网站、公众号同步公开，栏目按月更新，上年指出的问题均已整改到位",
    "责任追究按《条例》执行，全年没有单位和个人被追究，追究事项为零",
]


@pytest.mark.parametrize("text", ENDINGS)
def test_a_paragraph_between_others_that_lacks_its_stop_is_told(text: str):
    parted = replace(report(overview=f"{text}\n平台有网站和窗口两种。"))
    first, second = parted.sections[0].lines
    lines = (first, replace(second, place=Place(first.place.block + 2)))
    apart = replace(parted, sections=(replace(parted.sections[0], lines=lines),))

    told = list(rule("G07").observations(replace(audited(), report=apart)))
    assert [item.finding.where for item in told] == ["overview"]


@pytest.mark.parametrize("text", [f"{text}。" for text in ENDINGS])
def test_a_paragraph_with_its_stop_is_right(text: str):
    assert not found(rule("G07"), f"{text}\n平台有网站和窗口两种。")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("年内受申请6件，自然人4件。", "受申请"),
        ("开展务培训2次。", "务培训"),
        ("完善保密审制度。", "密审"),
        ("接受社会评，得分93分。", "社会评"),
        ("建立长机制。", "长机制"),
        ("公布行政罚决定6件。", "行政罚"),
        ("依法公财政算信息。", "财政算"),
        ("做好政策解，图解4篇。", "政策解"),
        ("强化监督保措施。", "监督保"),
    ],
)
def test_a_word_that_lost_its_half_is_marked(text: str, words: str):
    told = [marked(item) for item in found(rule("G03"), text)]
    assert any(word in words or words in word for word in told), told


@pytest.mark.parametrize(
    "text",
    [
        "年内新收申请6件，接受申请人当面提出，受申请人委托代办。",
        "站所把信息报到党政办，能答的及时答了。",
        "宣传栏、公开栏逐月更换，答复书说理充分。",
        "推行政府信息全生命周期管理，公开财政预决算。",
        "社会议题网上提申请的口子已开，权责清单对得上。",
        "培训班开在村里，听取不足之处的意见，栏目建了6个。",
    ],
)
def test_words_of_one_character_have_lost_nothing(text: str):
    assert not found(rule("G03"), text)
