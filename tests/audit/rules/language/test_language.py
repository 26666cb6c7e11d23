"""Rules G: words, signs, contacts and sentences."""

import pytest

from drafter.audit.rule import Rule
from drafter.audit.rules.language import RULES
from drafter.audit.rules.language.words import confusions
from drafter.findings import Severity
from tests.audit.reports import found, marked

BY_ID = {rule.id: rule for rule in RULES}


def rule(number: str) -> Rule:
    return BY_ID[number]


SEEDED = [
    ("G01", "健全政务公开的组织组织保障。"),
    ("G01", "方便群众知晓政策的的出台。"),
    ("G01", "及时公开 公开各类信息。"),
    ("G01", "加强业务培训加强业务培训，提升能力。"),
    ("G01", "进一步健全公开工作机制，进一步健全公开工作机制，提升质量。"),
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


def test_a_word_twice_is_found_in_the_title():
    title = "灵溪镇人民政府2025年政府信息公开 公开工作年度报告"

    assert marked(found(rule("G01"), title=title)[0]) == "公开 公开"


def test_marks_the_wrong_word_only():
    assert marked(found(rule("G02"), "工作平稳。充分 调度 群众积极性。")[0]) == "调度"


def test_no_confusion_matches_nothing():
    assert not [item for item in confusions() if item.wrong.search("")]
