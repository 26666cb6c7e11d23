"""Rules E: years, periods, words of another time and citations."""

import pytest

from drafter.audit.rule import Rule
from drafter.audit.rules.time import RULES
from drafter.findings import Severity
from tests.audit.reports import found, marked

BY_ID = {rule.id: rule for rule in RULES}


def rule(number: str) -> Rule:
    return BY_ID[number]


SEEDED = [
    ("E01", "2024年，我镇认真落实条例要求。"),
    ("E01", "2024年度我镇共收到申请3件。"),
    ("E01", "截至2024年12月31日，共公开信息120条。"),
    ("E01", "2023年以来，我镇政务公开工作有序开展。2022年，全镇召开会议2次。"),
    ("E01", "二〇二四年，我镇主动公开信息120条。"),
    ("E01", "2026年，我镇主动公开政府信息120条。"),
    ("E01", "按照《2022年政务公开工作要点》完成了全年任务。"),
    ("E01", "2024 年全年组织培训3次。"),
    ("E03", "统筹疫情防控和经济社会发展。"),
    ("E03", "深入学习贯彻党的十九大精神。"),
    ("E03", "公示栏公布精准扶贫等信息。"),
    ("E03", "结合党史学习教育，开展政务公开宣传。"),
    ("E04", "依据国办公开办函〔2019〕60号要求编制。"),
    ("E04", "按照《国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知》编制。"),
    ("E04", "认真学习新修订的《中华人民共和国政府信息公开条例》。"),
    ("E04", "依据《政府信息公开条例》（国务院令第492号）编制。"),
    ("E05", "依据《政府信息公开工作年度报告格式》（国办公开办函【2021】30号）编制。"),
    ("E05", "依据《关于政府信息公开工作年度报告有关事项的通知》（国办公开办函〔2021〕30号）编制。"),
    ("E05", "依据年度报告格式（国办公开办函〔2021〕3号）编制。"),
    ("E05", "依据《中华人民共和国政府信息公开条例》（国务院令第117号）编制。"),
    ("E05", "根据云政办发[2025]12号文件要求。"),
    ("E05", "依据国务院令第771号《中华人民共和国政府信息公开条例》编制。"),
    ("E05", "依据《中华人民共和国政府信息公开条例》（国务院第711令）编制。"),
    ("E04", "依据2008年5月1日施行的《中华人民共和国政府信息公开条例》编制。"),
    ("E06", "严格执行《条例》规定，做好公开工作。"),
    ("E06", "依据《中华人民共和国信息公开条例》编制。"),
]


@pytest.mark.parametrize(("number", "text"), SEEDED)
def test_finds(number: str, text: str):
    assert found(rule(number), text)


@pytest.mark.parametrize(
    "text",
    [
        "数据统计期限自2024年1月1日起至2024年12月31日止。",
        "数据统计期限自2025年1月1日起至2024年12月31日止。",
        "本报告所列数据的统计期限为2025年1月1日至11月30日。",
        "统计期限：自 2025 年 12 月 31 日起至 2025 年 1 月 1 日止。",
    ],
)
def test_finds_a_period_that_is_not_the_year(text: str):
    assert found(rule("E02"), preamble=text)
    assert not found(rule("E01"), preamble=text)


@pytest.mark.parametrize(
    "text",
    [
        "本报告数据的统计起止日期为2025年1月1日和2025年10月31日。",
        "统计起始日期：2025年1月1日，截止日期：2025年11月30日。",
        "本报告统计期限为2025年1—11月。",
        "统计时间：2025.1.1—2025.11.30。",
        "统计期间：2025/1/1至2025/10/31。",
        "本报告所列数据截至2025年11月30日。",
        "统计期限始于二〇二五年一月一日，止于二〇二五年十月三十一日。",
        "数据统计期限为2025年前三季度。",
        "数据统计时间为2025年上半年。",
        "统计期限从2025年1月1日开始，到同年11月30日结束。",
    ],
)
def test_finds_a_period_in_other_words(text: str):
    assert found(rule("E02"), preamble=text)


@pytest.mark.parametrize(
    "text",
    [
        "本报告数据的统计起止日期为2025年1月1日和2025年12月31日。",
        "除另有说明外，数据均截至2025年12月31日，起算日为2025年1月1日。",
        "统计期限为2025年1—12月。统计时间：2025.1.1—2025.12.31。",
        "本报告数据于2026年1月10日汇总，截至2026年1月12日核对完毕。",
        "统计期限始于二〇二五年一月一日，止于二〇二五年十二月三十一日。",
        "本报告统计期限为2025年1月至12月。上半年和下半年各公布一次清单。",
        "条例2019年4月3日修订、2019年5月15日起施行。",
    ],
)
def test_the_whole_year_in_other_words_is_right(text: str):
    assert not found(rule("E02"), preamble=text)


@pytest.mark.parametrize(
    ("section", "text"),
    [
        ("applications", "2025年新收21件，无上年结转，办结20件，转入2025年继续办理1件。"),
        ("applications", "剩余1件，结转至2025年办理。"),
        ("overview", "年末尚未办结的2件延至2025年答复。"),
        ("overview", "未办结的2件结转到二〇二五年度。"),
        ("overview", "其余1件结转本年度继续办理。"),
        ("applications", "还有1件转入今年办理。"),
        ("overview", "2024年公开信息100条，比上年增加10条。"),
    ],
)
def test_finds_what_is_carried_over_into_the_report_year_itself(section: str, text: str):
    assert found(rule("E01"), **{section: text})


@pytest.mark.parametrize(
    ("section", "text"),
    [
        ("applications", "办结20件，转入2026年继续办理1件。"),
        ("applications", "上年结转至2025年的1件已办结。"),
        ("overview", "2024年结转到2025年办理的2件均已答复。"),
        ("overview", "上年未办结的1件转入2025年办理，已于2月答复。"),
        ("overview", "新收申请21件，是2024年7件的3倍。"),
        ("overview", "由2024年的402条降为351条，减少51条。"),
        ("overview", "2024年公开100条，2025年公开120条。"),
        ("overview", "公开总量高于2024年。"),
        ("overview", "本年收到申请6件，2024年为2件，增加4件。"),
        ("improvement", "2024年存在的“查阅室无人值守”已经解决，由便民服务员轮流值守。"),
        ("improvement", "2024年查出的栏目空白均已补齐。"),
        ("improvement", "2024年答复超期的情况没有再出现，流程已规范。"),
    ],
)
def test_a_year_before_that_is_measured_by_or_put_right_may_stand(section: str, text: str):
    assert not found(rule("E01"), **{section: text})


def test_the_period_that_was_read_is_judged_where_the_text_gives_none():
    assert found(rule("E02"), period=("2025-01-01", "2024-12-31"))
    assert not found(rule("E02"), period=("2025-01-01", "2025-12-31"))


def test_marks_the_year():
    assert marked(found(rule("E01"), "工作平稳。2024 年，我镇认真落实要求。")[0]) == "2024 年"


RIGHT = [
    "2025年，我镇认真落实要求。截至2025年12月31日，公开信息120条。",
    "公开信息120条，比2024年增加20条，与2024年相比更加及时。",
    "条例自2019年5月15日起施行，2019年修订后条款更细。",
    "自2019年以来，我镇坚持每季度培训；2021年建成的政务公开专区继续开放。",
    "按照《2025年政务公开工作要点》部署推进。",
    "公开《2024年度部门决算》和2024年度政府决算。",
    "落实“2023年民生实事”后续公开。",
    "编制2021—2025年法治政府建设规划，衔接2023至2025年三年行动。",
    "下一步，2026年将增设公开栏，2026年继续开展培训。",
    "本报告于2026年1月15日公布。",
    "巩固拓展脱贫攻坚成果同乡村振兴有效衔接。",
    "党的二十大和二十届三中全会精神学习会照常举行，党的十八大以来的经验继续坚持。",
    "做好“十四五”规划实施情况公开。",
    "加强重大动物疫情防控信息公开。",
    "依据《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》（国办公开办函〔2021〕30号）编制。",
    "依据《中华人民共和国政府信息公开条例》（国务院令第711号，以下简称《条例》）编制，落实《条例》要求。",
    "上年度结转申请1件，2024年结转的已办结。",
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


def test_last_years_problems_may_be_named_in_the_fifth_section():
    assert not found(rule("E01"), improvement="针对2024年存在的更新不及时问题，已完成整改。2026年将继续改进。")
    assert not found(rule("E01"), improvement="2024年报告中提出的2个问题已整改到位。")
    assert found(rule("E01"), improvement="2024年，我镇政府信息公开工作取得成效，但也存在不足。")


def test_a_phrase_may_stand_in_its_own_time():
    assert not found(rule("E03"), "统筹疫情防控和经济社会发展。", year=2021)
    assert found(rule("E03"), "学习贯彻党的二十大精神。", year=2021)
    assert not found(rule("E04"), "依据国办公开办函〔2019〕60号编制。", year=2020)


def test_a_title_of_another_year_is_found():
    assert found(rule("E01"), title="灵溪镇人民政府2024年政府信息公开工作年度报告")
