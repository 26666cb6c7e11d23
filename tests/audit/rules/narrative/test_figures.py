"""Rules D on one report: each defect is found in several forms, and what is right stays unmarked."""

from typing import Any

import pytest

from drafter.audit.rule import Rule
from drafter.audit.rules.narrative import RULES
from drafter.findings import Severity
from drafter.reading.report import ReadFees
from tests.audit.reports import found, report

BY_ID = {rule.id: rule for rule in RULES}
CELLS: dict[str, Any] = {
    "applications__received__natural_person": 6,
    "applications__received__business": 2,
    "applications__received__total": 8,
    "applications__carried_in__natural_person": 1,
    "applications__carried_in__total": 1,
    "applications__granted__total": 4,
    "applications__partly_granted__total": 1,
    "applications__refused__administrative_query__total": 1,
    "applications__unavailable__not_held__total": 2,
    "applications__concluded__total": 8,
    "applications__carried_out__total": 1,
    "disputes__review__upheld": 1,
    "disputes__review__pending": 1,
    "disputes__review__total": 2,
    "disputes__litigation_direct__total": 1,
    "proactive__normative_documents__issued": 2,
    "proactive__normative_documents__repealed": 1,
    "proactive__normative_documents__in_force": 9,
    "proactive__licensing__decisions": 124,
    "proactive__penalties__decisions": 15,
}


def rule(number: str) -> Rule:
    return BY_ID[number]


SEEDED = [
    ("D01", "全年收到政府信息公开申请10件，均按期答复。"),
    ("D01", "（二）依申请公开。2025年共收到10件，办结8件。"),
    ("D01", "依申请公开方面，全年新收政府信息公开申请8件，办结9件。"),
    ("D01", "收到政府信息公开申请8件，其中自然人5件、商业企业2件。"),
    ("D01", "全年未收到政府信息公开申请。"),
    ("D01", "本年度未收到政府信息申请公开。"),
    ("D01", "收到政府信息公开申请8件，上年结转3件，均在法定期限内答复。"),
    ("D01", "受理依申请公开事项十件。"),
    ("D01", "收到政府信息公开申请8件，均为自然人申请。"),
    ("D02", "因政府信息公开被申请行政复议3件。"),
    ("D02", "全年未发生政府信息公开行政复议、行政诉讼案件。"),
    ("D02", "行政复议2件，其中结果维持2件。"),
    ("D02", "全年发生行政诉讼2起。"),
    ("D03", "答复申请8件，其中予以公开5件、部分公开1件、不予公开1件、无法提供2件。"),
    ("D03", "办结申请8件，其中属于行政查询事项2件。"),
    ("D03", "答复政府信息公开申请8件，均予以公开。"),
    ("D04", "全年主动公开政府信息827条，其中网站293条、公众号109条、公示栏132条。"),
    ("D04", "全年共公开120条。其中，政府网站60条、微信公众号50条、公示栏20条，阅读量3万次。"),
    ("D04", "累计公开政府信息120条，包括政策文件20条、工作动态80条、通知公告30条。"),
    ("D04", "公开信息共100条（网站60条、公众号30条）。"),
    ("D04", "全年公开信息120条，网站60条、公众号40条、公开栏10条，分别为三类渠道。"),
    ("D04", "2025年公开信息一百二十条，其中网站六十条，公众号四十条，其余10条通过公示栏公开。"),
    ("D05", "全年公开信息300余条，其中网站200条、公众号180条、公示栏50余条。"),
    ("D05", "全年公开信息530条，其中动态137条、公告13条、政策2条，公众号330余条、公示栏80余条。"),
    ("D06", "发布法定主动公开内容1条，包括机构概况1条，以及预决算信息2条。"),
    ("D06", "举办政府开放活动2场，分别是春季1场、秋季2场。"),
    ("D06", "存在以下三个问题：一是更新不及时。二是解读形式单一。"),
    ("D07", "全年公开政府信息77条。"),
    ("D08", "全年主动公开政府信息120条。\n2025年共主动公开政府信息132条，内容涵盖多个领域。"),
    ("D08", "全年组织业务培训3次。\n监督保障方面，开展政务公开培训2次。"),
    ("D09", "报送信息115条，被采用111条，采用率98.5%。"),
    ("D09", "全年公开信息200条，其中网站120条，占总数的70%。"),
    ("D09", "收到政府信息公开申请8件，办结率100%。"),
    ("D10", "全年共公开政府信息条，其中网站60条。"),
    ("D10", "制发行政规范性文件2件、废止1件，现行有效的规范性文件。"),
    ("D10", "年主动公开政府信息77条。"),
    ("D10", "共收到申请8件，办结率达%。"),
    ("D10", "全年累计条，均已公开。"),
    ("D10", "本报告数据截至年月日。"),
    ("D11", "行政诉讼1件次。"),
    ("D11", "收到政府信息公开申请8条。"),
    ("D11", "公开信息120条，其中政策文件20件、动态100条。"),
    ("D12", "全年公开信息100余条。"),
    ("D12", "短视频播放量达千万次。"),
    ("D14", "全年制发行政规范性文件3件。"),
    ("D14", "制发规范性文件2件，废止规范性文件0件，现行有效9件。"),
    ("D14", "全年办理行政许可120件。"),
    ("D14", "作出行政处罚决定12件。"),
    ("D14", "全年未收取信息处理费。"),
]


@pytest.mark.parametrize(("number", "text"), SEEDED)
def test_finds(number: str, text: str):
    observations = found(rule(number), text, cells=CELLS, fees=ReadFees(1, None, 100))  # type: ignore[arg-type]

    assert observations
    assert all(item.rule == number and item.place and item.quote for item in observations)


RIGHT = [
    "全年收到政府信息公开申请8件，上年结转1件，办结8件，结转下年度继续办理1件。",
    "（二）依申请公开。2025年共收到8件，办结8件，结转1件。",
    "全年收办政府信息公开申请9件。",
    "收到政府信息公开申请8件，其中自然人申请6件、商业企业申请2件，均按期答复。",
    "收到12345热线工单156件，均已办结，办结率100%。",
    "2024年收到政府信息公开申请3件，今年收到8件。",
    "答复申请8件，其中予以公开4件、部分公开1件、不予公开1件、无法提供2件。",
    "上半年收到政府信息公开申请3件。",
    "发生行政复议2件，其中结果维持1件、尚未审结1件；行政诉讼1件。",
    "未发生因政府信息公开被纠错的行政复议。",
    "全年公开政府信息59条，内容涵盖政务信息12条、基层政务8条、工作动态29条、通知公告3条、开放月活动6条以及检查公示1条。",
    "全年公开政府信息200条，其中网站120条（含动态80条、公告40条），公众号80条。",
    "发布工作动态165条，其中重点聚焦村级动态102条。",
    "公开信息120余条，其中网站80条、公众号40余条。",
    "主动公开信息48条，其中概况35条、政策9条、规划1条、动态2条、其他1条。",
    "全年公开政府信息444条，其中网站118条、公众号294条、其他渠道32条；公众号阅读量3.2万次。",
    "召开新闻发布会1次，其中主要负责同志参加1次。",
    "工作人员5人，其中专职1人、兼职4人。",
    "办理热线工单120件，其中办结118件、满意115件。",
    "报送信息115条，被采用111条，信息采用率达到96.5%。",
    "全年公开信息200条，其中网站120条，占总数的60%。",
    "按期答复率100%。",
    "制发行政规范性文件2件，废止1件，现行有效9件。",
    "公开现行有效的规范性文件。",
    "全年办理行政许可124件，作出行政处罚决定15件。",
    "公布行政许可事项清单86项。",
    "通过网站公开行政处罚信息12件。",
    "全县共收到政府信息公开申请120件。",
    "编制各类申请件、信函件登记簿，收件、发件均有记录。",
    "来信来件均有回音，申请件均按期答复。",
    "组织业务培训3次，参加县级培训2次。",
    "通过政府网站公开信息120条，通过微信公众号公开信息80条。",
    "存在三个方面的问题：一是更新不及时，二是解读形式单一，三是人员变动较多。",
    "全年主动公开政府信息300条，较多集中在民生领域，其中社会救助60条、涉农补贴50条等。",
]


@pytest.mark.parametrize("text", RIGHT)
def test_stays_silent(text: str):
    errors = [
        (item.rule, item.finding.message)
        for each in RULES
        for item in found(each, text, cells=CELLS)
        if item.finding.severity is not Severity.INFO
    ]

    assert errors == []


TRENDS = [
    ("收到政府信息公开申请8件，比上年增加5件。", True),
    ("收到政府信息公开申请8件，较去年减少2件。", True),
    ("收到政府信息公开申请8件，同比增长33.3%。", False),
    ("收到政府信息公开申请8件，同比增长50%。", True),
    ("收到政府信息公开申请8件，比上年增加2件。", False),
    ("政府信息公开申请量与上年相比基本持平。", False),
    ("政府信息公开申请量较上年下降。", True),
    ("全年主动公开政府信息120条，比上年增加20条。", False),
    ("全年主动公开政府信息120条，比上年增加40条。", True),
    ("全年主动公开政府信息120条，同比下降10%。", True),
    ("群众参与度比上年明显提高。", False),
]


@pytest.mark.parametrize(("text", "is_wrong"), TRENDS)
def test_a_rise_or_fall_is_held_against_last_year(text: str, is_wrong: bool):
    last = report(2024, overview="全年主动公开政府信息100条。", cells={"applications__received__total": 6})

    assert bool(found(rule("D15"), text, cells=CELLS, prior=last)) == is_wrong


def test_a_rise_or_fall_is_held_against_last_year_in_the_text():
    assert found(rule("D15"), "全年公开信息120条，比2024年的130条增加10条。")
    assert not found(rule("D15"), "全年公开信息120条，比2024年的100条增加20条。")
    assert not found(rule("D15"), "全年收到政府信息公开申请8件，比上年增加5件。")


def test_figures_that_are_all_last_years_are_told():
    text = "公开政府信息120条，组织培训3次，制作解读6篇，设置专区2个，更新栏目15个。"
    last = report(2024, overview=text)

    assert found(rule("D13"), text, prior=last)
    assert not found(rule("D13"), text.replace("120", "131").replace("6篇", "9篇"), prior=last)
