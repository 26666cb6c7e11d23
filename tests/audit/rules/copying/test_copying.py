"""Rules H: copies of last year and of neighbours, problems and measures, empty overviews."""

from dataclasses import replace

import pytest

from drafter.audit.rule import Rule
from drafter.audit.rules.copying import RULES
from drafter.findings import Severity
from drafter.reading.report import PublishedReport
from tests.audit.reports import CONTACT, found, report

BY_ID = {rule.id: rule for rule in RULES}
OVERVIEW = (
    "年初把惠农补贴、危房改造和临时救助三类信息列成清单，由各站所每月报送一次。\n"
    "便民大厅里添置了两台查询机，窗口人员轮流教老人查养老金到账情况。\n"
    "赶集日在农贸市场摆出展板，把低保评审结果和公益岗位名额写成大字报，方便不上网的人看。\n"
    "每季度请村民代表给栏目挑毛病，把意见记在本子上逐条销号。"
)
OTHER = (
    "围绕水库移民后期扶持和茶园改造，安排专人采写动态并配图说明。\n"
    "信访接待室旁边设了咨询台，值班干部当面解释征地补偿标准。\n"
    "夏季防汛期间每天早晚各发一次水情，撤离路线贴到每户门口。\n"
    "年终请县融媒体中心的编辑来给信息员讲标题怎么写、图片怎么拍。"
)


def rule(number: str) -> Rule:
    return BY_ID[number]


def neighbour(name: str, overview: str) -> PublishedReport:
    return report(overview=overview, contact=replace(CONTACT, organ=f"{name}人民政府", short=name))


def test_a_copy_of_last_year_is_an_error_and_half_a_copy_a_warning():
    last = report(2024, overview=OVERVIEW.replace("两台", "一台"))
    mixed = "\n".join([*OVERVIEW.split("\n")[:3], OTHER.split("\n")[2]])

    assert [item.finding.severity for item in found(rule("H01"), OVERVIEW, prior=last)] == [Severity.ERROR]
    assert [item.finding.severity for item in found(rule("H01"), mixed, prior=last)] == [Severity.WARNING]
    assert not found(rule("H01"), OTHER, prior=last)
    assert not found(rule("H01"), OVERVIEW)


def test_a_copy_names_the_sentence():
    observation = found(rule("H01"), OVERVIEW, prior=report(2024, overview=OVERVIEW))[0]

    assert observation.quote in OVERVIEW
    assert observation.place


def test_a_neighbours_text_is_a_warning():
    observations = found(rule("H02"), OVERVIEW, siblings=(neighbour("石桥镇", OTHER), neighbour("柳河镇", OVERVIEW)))

    assert [item.finding.severity for item in observations] == [Severity.WARNING]
    assert "柳河镇" in observations[0].finding.message
    assert not found(rule("H02"), OVERVIEW, siblings=(neighbour("石桥镇", OTHER),))


def test_what_the_county_shares_is_no_copy():
    shared = "按县里统一安排于每季度末集中清理超期栏目并把清理结果报县里备案存查。"
    siblings = tuple(neighbour(name, f"{shared}\n{OTHER}") for name in ("石桥镇", "柳河镇", "青山镇", "白水镇"))

    assert not found(rule("H02"), f"{shared}\n{OVERVIEW}", siblings=siblings)


PROBLEMS = (
    "存在的问题：一是政策解读形式单一；二是信息员更换频繁，业务不熟。"
    "下一步，一是增加图解和短视频解读；二是开展信息员培训。"
)


def test_problems_of_last_year_are_told():
    last = report(2024, improvement=PROBLEMS)
    new = "存在的问题：一是村级公开栏位置偏僻；二是答复书格式不统一。下一步，一是迁移公开栏；二是统一答复文书格式。"

    assert len(found(rule("H03"), improvement=PROBLEMS, prior=last)) == 2
    assert not found(rule("H03"), improvement=new, prior=last)


@pytest.mark.parametrize(
    "text",
    [
        "存在的问题：一是政策解读形式单一；二是信息员业务不熟；三是更新不够及时。下一步：一是增加图解；二是开展培训，及时更新。",
        "一是更新不够及时。二是政策解读形式单一。",
        "存在的问题：一是政策解读形式单一；二是依申请答复不规范。改进措施：一是增加图解；二是丰富公开栏内容。",
        "（一）存在的问题\n1.公开内容不够全面，事后公开多，事前公开少；\n2.群众参与不够。\n（二）改进措施\n1.充实公开内容；\n2.引导群众参与。",
        "（一）存在的问题\n1.公开内容不够全面；\n2.群众参与不够；\n3.更新不及时。\n（二）改进措施\n1.充实公开内容，引导群众参与，及时更新。",
    ],
)
def test_problems_without_a_measure_are_told(text: str):
    assert found(rule("H04"), improvement=text)


@pytest.mark.parametrize(
    "text",
    [
        PROBLEMS,
        "（一）存在的问题\n1.公开内容不够全面；\n2.群众参与不够。\n（二）改进措施\n1.充实公开内容；\n2.引导群众参与。",
        "一是更新不够及时。改进措施：每周检查更新。二是解读形式单一。改进措施：增加图解。",
        "2025年，公开工作仍存在更新不够及时、解读形式单一等问题。下一步，将健全更新机制，丰富解读形式。",
        "存在的主要问题：政策解读不够丰富。改进情况：已制作图解6篇。",
    ],
)
def test_problems_with_measures_stay_unmarked(text: str):
    assert not found(rule("H04"), improvement=text)


TWO = "存在两方面不足：一是触摸屏使用率不高，年长居民嫌字小；二是征收补偿信息只公布结果，过程信息少。"
LISTED = "问题有两个，都来自群众投票：发布机构漏填；大屏滚动太快，老人看不清。"


@pytest.mark.parametrize(
    "measures",
    [
        "对此，街道将提高思想认识，强化组织领导，狠抓工作落实，推动公开工作再上新台阶。",
        "下一步，我镇将高度重视，加强领导，压实责任，全面提升政府信息公开工作水平。",
        "今后，将进一步加大工作力度，不断完善工作机制，切实提高公开质量。",
        "改进措施：一是统一思想认识；二是加强组织领导，真抓实干。",
        "为此，我镇将深入贯彻上级部署要求，扎实推进各项工作，确保取得实效。",
        "下一步，补短板、强弱项，以更大力度推动政务公开工作高质量发展。",
    ],
)
def test_measures_that_say_nothing_are_told_where_they_stand(measures: str):
    observations = found(rule("H04"), improvement=f"{TWO}\n{measures}")

    assert [item.quote in measures for item in observations] == [True]


@pytest.mark.parametrize(
    "text",
    [
        f"{TWO}对此，把触摸屏字号调大；征收补偿方案征求意见稿一并公布。",
        "存在的问题：一是公开意识有待加强；二是责任落实不够。下一步，提高思想认识，增强公开意识，压实责任。",
        f"{TWO}下一步，将加强组织领导，调大字号，公布补偿方案的征求意见过程。",
        "存在的问题：公开工作的质量有待提升。下一步，提高认识，提升公开工作质量。",
        f"{LISTED}整改情况：漏填信息已补齐；每页停留时间由8秒改为20秒。",
    ],
)
def test_measures_that_say_something_are_no_platitudes(text: str):
    assert not found(rule("H04"), improvement=text)


@pytest.mark.parametrize(
    "text",
    [
        f"{LISTED}\n整改情况：3条漏填信息已于12月20日补齐，今后由系统设为必填项。",
        f"{TWO}\n针对第二点，补偿方案征求意见稿及采纳情况一并公布。",
        "1.栏目更新慢。\n2.村级公示字小。\n3.答复文书格式不一。\n为解决第1项问题，每周检查更新；为解决第3项问题，统一文书。",
        "不足有3点：栏目更新慢；村级公示字小；答复文书格式不一。\n下一步，统一答复文书格式，每周检查栏目更新。",
        "短板在两处：其一，张贴的没有同步上网；其二，收费通知送达方式单一。\n改进的思路：张贴与上网同一张审批单。",
    ],
)
def test_a_problem_that_the_measures_pass_over_is_told(text: str):
    assert found(rule("H04"), improvement=text)


@pytest.mark.parametrize(
    "text",
    [
        f"{TWO}\n针对第一点，调大字号；针对第二点，公布征求意见稿。",
        "第一，学位分配信息公布偏晚，7月才上网。第二，公告亭缺少夜间照明。\n第一项的改进：提前到5月公布。第二项的改进：已列入亮化工程。",
        "一是答复期限把握不严，1件答复超期2天。二是门牌数据更新滞后。\n为此，一是在登记簿上增设到期前5天提醒；二是与财政所共享数据。",
        "1.内容偏重结果，决策过程的材料少。\n2.村干部对公开目录不熟。\n为解决第1项问题，列入征求意见稿；为解决第2项问题，办培训两批。",
        "短板在两处：其一，张贴的没有同步上网；其二，收费通知送达方式单一。\n改进的思路：其一，同一张审批单，缺一不发；其二，通知另寄挂号信。",
    ],
)
def test_measures_named_by_number_answer_their_problems(text: str):
    assert not found(rule("H04"), improvement=text)


def test_a_problem_that_was_read_without_a_measure_is_told():
    assert found(rule("H04"), problems=[("更新不及时", "每周检查"), ("解读单一", "")], improvement="略。")
    assert not found(rule("H04"), problems=[("更新不及时", "每周检查"), ("解读单一", "增加图解")], improvement="略。")


def test_an_overview_needs_figures():
    assert found(rule("H05"), "我镇高度重视公开工作，2025年第一季度召开会议，发布视频43个，播放量达千万次。")
    assert not found(rule("H05"), "公开信息120条，收到申请0件，组织培训2次。")


def test_an_overview_is_neither_short_nor_long():
    assert found(rule("H06"), "公开信息120条。")
    assert found(rule("H06"), "公开信息一百二十条。" * 150)
    assert not found(rule("H06"), "公开信息一百二十条。" * 70)
