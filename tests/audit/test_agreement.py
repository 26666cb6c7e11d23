"""Prose against tables: what names a cell must say what the cell says, and nothing else is compared."""

from decimal import Decimal

import cn2an
import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.audit.agreement import prose_against_tables
from drafter.dossier.ledger import build_ledger
from drafter.dossier.model import Fees
from drafter.findings import Finding
from drafter.form.editions import load_form
from drafter.form.statistics import Number
from drafter.richtext import PieceKind, joined, piece, plain
from drafter.writing.draft import Sentence
from drafter.writing.stock.writer import write_stock
from tests.form.strategies import valid_statistics
from tests.sample import RECEIVED, dossier, statistics

VALUES: dict[str, Number | None] = {
    **RECEIVED,
    "proactive__normative_documents__issued": 2,
    "proactive__normative_documents__repealed": 1,
    "proactive__normative_documents__in_force": 8,
    "proactive__licensing__decisions": 124,
    "proactive__penalties__decisions": 5,
    "proactive__coercion__decisions": 3,
    "proactive__fees__amount": Decimal("3.5"),
    "disputes__review__upheld": 1,
    "disputes__review__total": 1,
    "disputes__litigation_direct__total": 1,
    "disputes__litigation_after_review__total": 1,
}
FEES = Fees(2, Decimal(300), Decimal(270))


def found(
    text: str, edition: str = "2021", values: dict[str, Number | None] | None = None, **more: int
) -> list[Finding]:
    sentence = Sentence("overview.1", plain(text), "材料原文")
    cells = statistics(edition, **(VALUES if values is None else values))
    return prose_against_tables([sentence], cells, load_form(edition), FEES, **more)


@pytest.mark.parametrize(
    "text",
    [
        "全年收到政府信息公开申请5件",
        "全年收到政府信息公开申请 5 件",
        "收到申请5件",
        "受理依申请公开事项两件",
        "收到依申请公开5件",
        "受理政府信息依申请公开信息2件",
        "收到5件政府信息公开申请",
        "新收政府信息公开申请十余件",
        "本年新收申请数量为4",
        "收办政府信息公开申请3件",
        "办理政府信息公开申请5件",
        "全年办结政府信息公开申请两件",
        "收到政府信息公开申请3件，办结2件",
        "办结了2件政府信息公开申请",
        "答复政府信息公开申请4件",
        "上年结转2件",
        "上年度结转申请0件",
        "上年结转了2件申请",
        "结转下年度继续办理3件",
        "结转至下一年度2件",
        "尚有2件结转下年度继续办理",
        "答复申请3件，其中予以公开3件",
        "答复申请3件，其中部分公开1件",
        "答复申请3件，其中不予公开2件",
        "答复申请3件，其中无法提供1件",
        "答复申请3件，其中不予处理1件",
        "答复申请3件，其中作其他处理1件",
        "发生行政复议2件",
        "共有2件政府信息公开行政复议",
        "行政复议案件数为3",
        "被提起行政诉讼1件",
        "共有1件行政诉讼",
        "行政复议、行政诉讼共2件",
        "行政复议0件、行政诉讼2件",
        "作出行政许可决定100件",
        "行政处罚6件",
        "行政强制1件",
        "制发行政规范性文件6件",
        "制发了6件规范性文件",
        "制发规范性文件2件，废止2件",
        "废止规范性文件2件",
        "制发规范性文件2件，现行有效9件",
        "现行有效规范性文件10件",
        "收取行政事业性收费2万元",
        "行政事业性收费金额3500元",
        "收取信息处理费300元",
        "发出收费通知3件",
        "发出收费通知2件，总金额300元，实际收取280元",
        "通知收费总金额200元",
    ],
)
def test_a_figure_that_contradicts_its_cell_is_found(text: str) -> None:
    assert {(finding.code, finding.where) for finding in found(text)} == {("prose-contradicts-table", "overview.1")}


@pytest.mark.parametrize(
    "text",
    [
        "全年未收到政府信息公开申请",
        "全年未收到申请",
        "未接到群众主动要求公开政府信息的申请",
        "未接到公民、法人或者其他组织的政府信息公开申请",
        "没有政府信息公开申请",
        "没有公民申请政府信息公开",
        "全年无依申请公开情况",
        "实现零申请",
        "没有上年结转的申请",
        "没有结转下年度继续办理的申请",
        "收到政府信息公开申请3件，均已办结",
        "收到政府信息公开申请3件，全部按时答复",
        "未因政府信息公开工作被申请行政复议",
        "无因政府信息公开引起的行政复议、行政诉讼",
        "不存在行政复议",
        "未发生对政府信息公开不服的行政复议",
        "实现零复议",
        "没有行政诉讼",
        "实现零诉讼",
        "未被申请行政复议、提起行政诉讼",
        "未作出行政许可决定",
        "未作出行政处罚决定",
        "没有行政强制处理决定",
        "未制发行政规范性文件",
        "未制发和废止规范性文件",
        "未废止规范性文件",
        "没有现行有效的行政规范性文件",
        "没有行政事业性收费",
        "未收取信息处理费",
        "未发出收费通知",
    ],
)
def test_a_claim_of_none_is_held_against_the_cell(text: str) -> None:
    assert {finding.code for finding in found(text)} == {"prose-contradicts-table"}


@pytest.mark.parametrize(
    "text",
    [
        "全年未收到政府信息公开申请，没有上年结转的申请，没有结转下年度继续办理的申请",
        "未因政府信息公开工作被申请行政复议、提起行政诉讼",
        "未作出行政许可、行政处罚、行政强制决定，未制发和废止规范性文件",
        "没有行政事业性收费，未发出收费通知，未收取信息处理费",
    ],
)
def test_a_claim_of_none_agrees_with_0(text: str) -> None:
    sentence, no_fees = Sentence("x", plain(text), "材料原文"), Fees(0, Decimal(0), Decimal(0))

    assert prose_against_tables([sentence], statistics(), load_form("2021"), no_fees) == []


@pytest.mark.parametrize(
    "text",
    [
        "全年收到政府信息公开申请3件",
        "全年共收到政府信息公开申请3件，上年结转1件，已办结3件，结转下年度1件",
        "收办政府信息公开申请4件",
        "答复申请3件，其中予以公开2件、不予公开1件",
        "收到政府信息公开申请三件",
        "收到政府信息公开申请两三件",
        "作出行政许可决定100余件",
        "作出行政许可决定近130件",
        "行政事业性收费3.5万元",
        "行政事业性收费35000元",
        "发出收费通知2件，总金额300元，实际收取270元",
        "行政复议1件，行政诉讼2件",
        "制发规范性文件2件，废止1件，现行有效8件",
    ],
)
def test_prose_that_agrees_passes(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "收到群众意见5件并全部答复",
        "受理12345热线工单30件，办结30件",
        "收到人大建议5件，全部办结",
        "受理行政许可申请12件",
        "收到低保申请5件，办结5件",
        "办理临时救助，收到申请20件",
        "申请人未按期补正",
        "收到信息公开申请表5份",
        "行政许可事项35项",
        "公开行政处罚6件",
        "公示行政许可12件",
        "公开行政处罚信息12条",
        "清理规范性文件20件",
        "制发制度文件5件",
        "转发上级文件6件",
        "较上年增加2件",
        "新收申请较上年增加2件",
        "去年收到政府信息公开申请2件",
        "（上年未收到政府信息公开申请）",
        "全县收到政府信息公开申请120件",
        "上半年收到政府信息公开申请1件",
        "6月收到政府信息公开申请1件",
        "近五年累计收到政府信息公开申请30件",
        "下一步，拟制定规范性文件3件",
        "未收到网上申请",
        "未收到法律服务机构提出的政府信息公开申请",
        "未收到申请人补正材料",
        "未收到群众对依申请公开工作的投诉",
        "没有行政复议败诉案件",
        "未经复议直接起诉1件",
        "没有因政府信息公开工作被追究责任的情形",
        "没有逾期答复的申请",
        "学习《行政复议法》3次",
        "举办行政诉讼应诉培训3次",
        "以行政诉讼典型案例开展培训4次",
        "予以公开信息325条",
        "不予公开和部分公开3件",
    ],
)
def test_what_does_not_speak_of_a_cell_is_not_compared(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "words",
    [
        "救助",
        "低保",
        "补贴",
        "入党",
        "户籍",
        "危房",
        "建房",
        "住房",
        "用地",
        "医保",
        "社保",
        "贷款",
        "许可",
        "工单",
        "热线",
        "留言",
        "信访",
        "举报",
        "提案",
        "建议",
        "投诉",
        "意见",
    ],
)
def test_applications_of_another_kind_are_not_compared(words: str) -> None:
    assert found(f"开展{words}工作，收到申请20件") == []
    assert found(f"收到政府信息公开申请3件、{words}30件，办结33件") == []


@pytest.mark.parametrize(
    "part",
    [
        "企业",
        "科研机构",
        "公益组织",
        "法律服务机构",
        "自然人",
        "网上",
        "线上",
        "信函",
        "邮寄",
        "邮件",
        "当面",
        "传真",
        "复杂的",
        "重复的",
        "恶意",
        "大量",
        "涉及征地的",
        "关于征地的",
        "逾期",
        "补正后的",
        "第三方",
        "经转办的",
        "超期",
        "超出范围的",
    ],
)
def test_a_claim_of_none_of_a_part_is_not_a_claim_of_none(part: str) -> None:
    assert found(f"未收到{part}政府信息公开申请") == []


@pytest.mark.parametrize("part", ["败诉的", "被纠错的", "被撤销的", "经复议后的"])
def test_a_claim_of_no_lost_case_is_not_a_claim_of_no_case(part: str) -> None:
    assert found(f"没有{part}行政复议、行政诉讼") == []


@pytest.mark.parametrize("aim", ["拟", "计划", "将要", "预计", "力争", "目标是", "争取", "下一步"])
def test_a_plan_is_not_compared(aim: str) -> None:
    assert found(f"{aim}制发规范性文件3件") == []


@pytest.mark.parametrize(
    "scope", ["全县", "全市", "全省", "全区", "各乡镇", "县本级", "县级", "我县", "我市", "我区", "县政府"]
)
def test_figures_of_a_larger_area_are_not_compared(scope: str) -> None:
    assert found(f"{scope}收到政府信息公开申请120件") == []


@pytest.mark.parametrize(
    "period",
    ["上半年", "下半年", "一季度", "第3季度", "6月", "12月", "当月", "本月", "近三年", "近5年", "累计", "历年"],
)
def test_figures_of_another_period_are_not_compared(period: str) -> None:
    assert found(f"{period}收到政府信息公开申请9件") == []


@pytest.mark.parametrize("verb", ["公开", "公示", "发布", "公布", "归集", "上传", "录入", "推送"])
def test_decisions_that_were_only_published_are_not_compared(verb: str) -> None:
    assert found(f"{verb}行政处罚9件") == []


def test_a_sentence_of_another_year_is_not_compared() -> None:
    assert found("2024年，收到政府信息公开申请9件", year=2025) == []
    assert len(found("2025年，收到政府信息公开申请9件", year=2025)) == 1
    assert len(found("与2024年相比有变化，2025年收到政府信息公开申请9件", year=2025)) == 1


def test_the_report_year_is_taken_from_the_dates_of_code() -> None:
    opening = Sentence("overview.1", joined((piece("2025年", PieceKind.DATE, "report.year"), "，工作如下。")), "模板")
    older = Sentence("overview.2", plain("2024年收到政府信息公开申请9件。"), "材料原文")
    wrong = Sentence("overview.3", plain("2025年收到政府信息公开申请9件。"), "材料原文")

    findings = prose_against_tables([opening, older, wrong], statistics(**VALUES), load_form("2021"), None)

    assert [finding.where for finding in findings] == ["overview.3"]


def test_the_period_of_the_report_is_the_whole_year() -> None:
    assert len(found("1月1日至12月31日，收到政府信息公开申请9件")) == 1


def test_a_contradiction_names_the_cell_and_both_values() -> None:
    (finding,) = found("全年收到政府信息公开申请5件")

    assert "5件" in finding.message
    assert "3件" in finding.message
    assert "表三“一、本年新收政府信息公开申请数量”行“总计”列" in finding.message


def test_a_sum_names_its_cells() -> None:
    assert "等 8 格之和" in found("答复申请3件，其中不予公开2件")[0].message
    assert "＋" in found("收办政府信息公开申请3件")[0].message


def test_a_cell_that_is_not_reported_or_a_missing_fee_record_is_not_compared() -> None:
    sentence = Sentence("x", plain("收到政府信息公开申请5件，收取信息处理费9元"), "材料原文")
    values = statistics(applications__received__total=None)

    assert prose_against_tables([sentence], values, load_form("2021"), None) == []


@pytest.mark.parametrize(
    "text", ["废止规范性文件1件", "现行有效规范性文件9件", "行政事业性收费3万元", "没有行政事业性收费"]
)
def test_a_cell_that_the_edition_lacks_is_not_compared(text: str) -> None:
    assert found(text, "2019", {}) == []


@pytest.mark.parametrize(
    "text", ["新制作规范性文件3件", "制发规范性文件3件", "答复申请3件，其中作其他处理3件", "规范性文件新公开4件"]
)
def test_the_cells_of_the_edition_of_2019_are_compared(text: str) -> None:
    assert len(found(text, "2019", {"applications__concluded__total": 3})) == 1


@given(st.data())
def test_the_stock_draft_of_any_valid_statistics_agrees_with_its_tables(data: st.DataObject) -> None:
    edition = data.draw(st.sampled_from(["2019", "2021"]))
    source = dossier(edition, statistics=data.draw(valid_statistics(edition)), notes=())
    draft = write_stock(source, build_ledger(source))

    assert prose_against_tables(draft.sentences(), source.statistics, source.form, source.fees) == []


@given(st.integers(0, 9999), st.integers(0, 9999), st.booleans())
def test_a_note_is_contradicted_exactly_when_its_figure_is_another(said: int, actual: int, chinese: bool) -> None:
    figure = cn2an.an2cn(said) if chinese else f"{said:,}"
    values: dict[str, Number | None] = {"applications__received__total": actual}

    findings = found(f"全年收到政府信息公开申请{figure}件", values=values)

    assert (findings == []) == (said == actual)


@pytest.mark.parametrize("text", ["办理政府信息公开申请4件", "办理依申请公开事项3件"])
def test_to_deal_with_applications_may_mean_taken_on_or_closed(text: str) -> None:
    assert found(text) == []
