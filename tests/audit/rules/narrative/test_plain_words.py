"""Defects in the plain words of clerks, and sentences like them that are right, on one report and on one of zeros."""

from typing import Any

import pytest

from drafter.audit.catalogue import RULES
from drafter.findings import Severity
from drafter.reading.fees import read_fees
from tests.audit.reports import found
from tests.audit.rules.narrative.test_figures import CELLS

SEEDED: list[tuple[str, dict[str, str]]] = [
    ("D01", {"overview": "街道没有收到依申请公开的件，也没有遗留件。"}),
    ("D01", {"overview": "依申请公开收1件、结1件：申请人为自然人，已予以公开。"}),
    ("D01", {"overview": "依申请公开方面，全年收了5件，办完5件。"}),
    ("D01", {"overview": "今年收到申请2件，去年结转1件，一共办理3件，都办完了：公开2件，部分公开1件。"}),
    ("D01", {"overview": "一件公开申请也没有收到。"}),
    ("D01", {"overview": "全年无人申请公开政府信息。"}),
    ("D01", {"overview": "依申请公开件数为0。"}),
    ("D01", {"overview": "政府信息公开申请共登记11件。"}),
    ("D01", {"overview": "线上线下共登记政府信息公开申请11件，其中线上9件。"}),
    ("D01", {"overview": "群众通过网络提交的信息公开申请有10件。"}),
    ("D01", {"overview": "政府信息公开申请方面，自然人来件10件，没有其他类型的申请人。"}),
    ("D01", {"overview": "按申请人分，公民提出5件，企业提出3件，均为政府信息公开申请。"}),
    ("D01", {"overview": "依申请公开：上年转来2件，本年新收8件。"}),
    ("D01", {"overview": "全年收到政府信息公开申请8件，另有上年遗留3件。"}),
    ("D01", {"overview": "收到政府信息公开申请8件，年底还有3件没有办完，转入2026年。"}),
    ("D01", {"overview": "收到政府信息公开申请八件，已全部办结，没有遗留。"}),
    ("D01", {"overview": "申请公开政府信息的有十一件，全部答复。"}),
    ("D01", {"overview": "本年度政府信息公开申请8件。年内答复10件。"}),
    ("D01", {"overview": "依申请公开办件量9件，较上年多1件。"}),
    ("D01", {"overview": "依申请公开：新收八件，上年结转一件，办结九件。"}),
    ("D03", {"overview": "依申请公开方面，办结8件，其中公开6件，部分公开1件，其余1件不予公开。"}),
    ("D03", {"overview": "政府信息公开申请办结8件，没有不予公开的。"}),
    ("D03", {"overview": "依申请公开办结的8件里，公开了一半，即4件；不掌握的3件。"}),
    ("D03", {"overview": "政府信息公开申请均已答复：三件予以公开，一件部分公开。"}),
    ("D14", {"overview": "印发行政规范性文件2件，没有废止，现在有效的共9件。"}),
    ("D14", {"overview": "印发行政规范性文件2件，废止1件，现在有效的共4件。"}),
    ("D14", {"overview": "镇政府现有行政规范性文件7件，全部在网上公开。"}),
    ("D14", {"overview": "全镇目前有效的行政规范性文件还有3件。"}),
    ("D14", {"overview": "行政规范性文件出台3件，停止执行1件。"}),
    ("D14", {"overview": "新出台规范性文件一件，废止一件。"}),
    ("D14", {"overview": "全年没有出台规范性文件。"}),
    ("D14", {"overview": "全年作出行政处罚18件，罚款3万元。"}),
    ("D14", {"overview": "行政许可办了130件，处罚15件。"}),
    ("D14", {"overview": "全年行政处罚案件共计二十件，全部公示。"}),
    ("D14", {"overview": "宣布失效行政规范性文件2件。"}),
    ("D14", {"overview": "本年未作出行政处罚决定。"}),
    ("D02", {"overview": "全年因信息公开引发复议1件，结果维持。"}),
    ("D02", {"overview": "没有发生复议和诉讼。"}),
    ("D02", {"overview": "行政复议2件，都被维持。"}),
    ("D02", {"overview": "全年被诉2次，均在审理中。"}),
    ("D02", {"overview": "行政诉讼方面，收到应诉通知书2份。"}),
    ("D12", {"overview": "全年访问十几万人次。"}),
    ("D12", {"overview": "公开信息二三十条。"}),
    ("D12", {"overview": "推送信息若干条，收到大量留言。"}),
    ("D12", {"overview": "发布信息成百上千条。"}),
    ("C11", {"other": "2025年发出信息处理费收费通知1件，应收170元，实际收取1700元。"}),
    ("C11", {"other": "发出收费通知1件，应缴300元，实际缴纳500元。"}),
    ("C11", {"other": "信息处理费收费通知1件，应收取费用200元，实收260元。"}),
    ("C11", {"other": "发出收费通知2件，总金额460元，到账560元，均为信息处理费。"}),
    (
        "D04",
        {"overview": "我镇公开政府信息186条。今年的186条，镇直各站所提供113条，各村提供37条。"},
    ),
    ("D04", {"overview": "全年公开236条。236条中，政务动态121条、通知公告63条、财政资金42条、机构与人事20条。"}),
    ("D04", {"overview": "门户网站的236条里，政务动态121条、通知公告63条、财政资金22条。"}),
    ("D04", {"other": "全年发出信息处理费收费通知2件，总金额460元；其中1件300元已缴，1件260元逾期未缴。"}),
    ("D04", {"overview": "投入公开经费12万元，其中镇级8万元、县级补助6万元。"}),
    ("D04", {"overview": "公开政府信息63条。其中，防火防汛21条，草原补奖18条，乡村道路15条，人居环境12条。"}),
    ("D04", {"overview": "共有信息员20人，由17个村各1人和镇机关2人组成。"}),
    ("D04", {"overview": "上述186条之中，网上公开100条，墙上公开66条。"}),
    ("D06", {"overview": "镇便民服务中心、镇文化站、墟市治安岗亭设政务公开专区4处。"}),
    ("D06", {"overview": "建立信息审核、信息发布、信息归档四项制度。"}),
    ("D06", {"overview": "落实预审、复审、终审、签发等三项制度。"}),
    ("D06", {"overview": "政务新媒体账号3个，分别为微信公众号和视频号。"}),
    ("D06", {"overview": "设立查阅点三处：便民服务中心、文化站。"}),
    ("D06", {"overview": "设公开查阅点2处（镇便民服务中心、镇图书室、镇档案室）。"}),
    ("D15", {"overview": "征地拆迁类信息由30条升为75条，增加2.5倍。"}),
    ("D15", {"overview": "总量由402条降为351条，减少41条，降幅12.7%。"}),
    ("D15", {"overview": "总量由402条降为351条，减少51条，降幅15.7%。"}),
    ("D15", {"overview": "去年我镇公开政府信息150条，今年公开186条，多26条。"}),
    ("D15", {"overview": "新收申请21件，是2024年7件的2倍。"}),
    ("D15", {"overview": "培训由2次增至4次，增长50%。"}),
    ("D15", {"overview": "访问量从上年的3000人次增加到4500人次，下降50%。"}),
    ("D15", {"overview": "上年公开200条，本年公开150条，增加50条。"}),
    ("D10", {"overview": "今年公开条，比上年多36条。"}),
    ("D10", {"overview": "今年公开186条，多条。"}),
    ("D10", {"overview": "网站发布条、公众号推送篇。"}),
    ("D10", {"overview": "全年召开专题会议次。"}),
    ("D10", {"overview": "举办培训期，培训120人次。"}),
    ("D10", {"overview": "群众来电答复条。"}),
    (
        "D08",
        {
            "overview": "按渠道分，门户网站302条，视频号22条。",
            "improvement": "二是视频号27条内容中，政策宣讲只有5条，偏少。",
        },
    ),
    (
        "D08",
        {
            "overview": "门户网站的236条中，政策文件及解读18条。",
            "improvement": "一是解读形式单一，28条政策文件及解读中只有3条配了图。",
        },
    ),
    ("D08", {"overview": "发布在网站61条、大屏27条。疫情信息随时更新，已计入网站66条之内。"}),
    ("D08", {"overview": "住户扫码可查本户补贴，已挂牌312户。", "other": "2026年计划再挂牌500户，2025年已挂牌321户。"}),
    ("D08", {"overview": "线下张贴48条。", "improvement": "线下张贴的45条中有5条没有同步上网。"}),
    ("D08", {"overview": "发放问卷200份，收回192份。其中表示满意的185份。收回的182份里，有7份提了意见。"}),
    ("D08", {"overview": "全年编印对照卡60张。", "improvement": "编印对照卡80张，仍不够用。"}),
    ("D08", {"overview": "镇聘请社会监督员12名。", "other": "镇聘请社会监督员15名。"}),
]
SEEDED_IN_ZEROS: list[tuple[str, dict[str, str]]] = [
    ("D01", {"overview": "街道窗口接收居民书面公开申请2件，均当场答复。"}),
    ("D09", {"overview": "依申请公开方面，没有收到申请，按期答复率100%。"}),
    ("D09", {"overview": "全年无人申请公开政府信息，答复率达100%。"}),
    ("C10", {"overview": "乡综合执法队查处违规建房7起，均作出行政处罚决定并公示。"}),
    ("C10", {"overview": "对3家企业给予行政处罚。"}),
    ("C10", {"overview": "依法罚款2.5万元，已全部公示。"}),
    ("C10", {"overview": "全年核发许可证12件。"}),
    ("C10", {"overview": "对2处违建实施行政强制措施。"}),
    ("C10", {"overview": "街道窗口接收居民书面公开申请2件。"}),
]
NEAR: list[tuple[str, dict[str, str]]] = [
    ("D", {"overview": "便民服务中心、文化站设政务公开专区2处。"}),
    ("D", {"overview": "便民服务中心、文化站等地设政务公开专区4处。"}),
    ("D", {"overview": "落实预审、复审、终审等四项制度。"}),
    ("D", {"overview": "落实预审、复审和终审三项制度。"}),
    ("D", {"overview": "配专职1人、兼职18人，兼职人员由17个村（社区）各1人和镇执法办1人组成。"}),
    ("D", {"overview": "公开政务信息236条。236条中，有配图的12条、有视频的3条。"}),
    (
        "D",
        {"overview": "一是数量稳，公开220条，其中线上160条、线下60条；二是回应快，收到的75条留言均在3日内回复。"},
    ),
    ("D", {"overview": "在村、社区各设公开栏1处。"}),
    ("D06", {"overview": "全镇12个村、2个社区设公开栏3处。"}),
    ("D", {"overview": "征地拆迁类信息由30条升为75条，增加1.5倍。"}),
    ("D", {"overview": "总量由402条降为351条，减少51条，降幅12.7%。"}),
    ("D", {"overview": "去年我镇公开政府信息150条，今年公开186条，多36条。"}),
    ("D15", {"overview": "新收申请21件，是2024年7件的3倍。"}),
    ("D15", {"overview": "办理时间由5天缩短为3天，缩短2天。"}),
    ("D15", {"overview": "去年更新20次，今年更新30次，其中栏目增加3个。"}),
    ("D15", {"overview": "培训由2次增至4次，参训增加60人次。"}),
    ("D10", {"overview": "信息逐条审核，逐份归档。"}),
    ("D10", {"overview": "发现问题限期整改，减少多条线路。"}),
    ("D10", {"overview": "邀请群众代表开展座谈，举办多场次活动。"}),
    ("D10", {"overview": "全年新增条目30个。"}),
    ("D10", {"overview": "做到能公开尽公开，应解读尽解读，逐篇审核。"}),
    (
        "D",
        {
            "overview": "按渠道分，门户网站302条，视频号22条。",
            "improvement": "二是视频号22条内容中，政策宣讲只有5条，偏少。",
        },
    ),
    ("D", {"overview": "已挂牌312户。", "other": "2026年计划挂牌500户。"}),
    ("D08", {"overview": "在3个工作日内答复，5个村中有2个更新慢。"}),
    ("D08", {"overview": "收到意见30条，采纳20条。全年推送15条中，原创5条。"}),
    ("D08", {"overview": "12个村中，10个村更新及时。全镇5个社区设栏。"}),
    ("D08", {"overview": "设公开栏12个。", "improvement": "年内新增公开栏3个。"}),
    ("D08", {"overview": "上半年走访农户20户，下半年走访农户30户。"}),
    ("D", {"overview": "街道收到政府信息公开申请八件，均已在二十个工作日内答复：四件予以公开，一件部分公开。"}),
    (
        "D",
        {"overview": "收到申请8件，上年结转1件，办结8件，其中属于行政查询事项不予公开1件，因本机关不掌握无法提供2件。"},
    ),
    ("D01", {"overview": "8件均在法定期限内答复，按期答复率100%。"}),
    ("D01", {"overview": "收到政府信息公开申请8件。8件均在法定期限内答复。"}),
    ("D01", {"overview": "全年受理低保申请25件，全部答复。"}),
    ("D01", {"overview": "通过网络提交申请5件，信函3件，均为政府信息公开申请。"}),
    ("D01", {"overview": "窗口接收居民书面公开申请2件，均当场答复。"}),
    ("D01", {"overview": "引导群众通过依申请公开渠道递交申请，全年接听咨询电话30次。"}),
    ("D01", {"overview": "2024年收到政府信息公开申请5件，今年收到8件。"}),
    ("D01", {"overview": "依申请公开渠道2个，接收申请的窗口1个。"}),
    ("D01", {"overview": "收到重复的政府信息公开申请2件，已合并答复。"}),
    ("D14", {"overview": "现有行政规范性文件9件，废止1件，其余继续有效。"}),
    ("D14", {"overview": "现行有效的镇级文件44件，其中行政规范性文件9件。"}),
    ("D14", {"overview": "公示行政处罚信息30条。"}),
    ("D14", {"overview": "清理文件60件，其中继续有效的41件。"}),
    ("D02", {"overview": "协助县政府办理行政复议案件5件。"}),
]
NEAR_IN_ZEROS: list[tuple[str, dict[str, str]]] = [
    ("C10", {"overview": "公开行政处罚、行政许可信息30条。"}),
    ("C10", {"overview": "全年未作出行政处罚决定，没有实施行政强制。"}),
    ("C10", {"overview": "公布作出行政处罚的依据和流程。"}),
    ("C10", {"overview": "本乡没有行政许可权限，不办理行政许可。"}),
    ("C10", {"overview": "未收到政府信息公开申请。"}),
]


def told(number: str, cells: dict[str, Any], texts: dict[str, str]) -> list[Severity]:
    rules = [rule for rule in RULES if rule.id.startswith(number)]
    fees = read_fees([texts.get("other", "")])
    return [item.finding.severity for rule in rules for item in found(rule, cells=cells, fees=fees, **texts)]


@pytest.mark.parametrize(("number", "texts"), SEEDED)
def test_a_defect_in_plain_words_is_found(number: str, texts: dict[str, str]):
    assert told(number, CELLS, texts)


@pytest.mark.parametrize(("number", "texts"), SEEDED_IN_ZEROS)
def test_a_claim_beside_tables_of_zeros_is_found(number: str, texts: dict[str, str]):
    assert told(number, {}, texts)


@pytest.mark.parametrize(("number", "texts"), NEAR)
def test_what_only_looks_like_it_stays_unmarked(number: str, texts: dict[str, str]):
    assert set(told(number, CELLS, texts)) <= {Severity.INFO}


@pytest.mark.parametrize(("number", "texts"), NEAR_IN_ZEROS)
def test_what_is_right_beside_zeros_stays_unmarked(number: str, texts: dict[str, str]):
    assert set(told(number, {}, texts)) <= {Severity.INFO}
