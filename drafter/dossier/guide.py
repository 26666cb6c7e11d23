"""Where a clerk finds what each part of the form asks for: said the same in the YAML dossier and in the workbook."""

from collections.abc import Iterable, Mapping

from drafter.form.model import Identity

WHERE: Mapping[str, str] = {
    "proactive": "找谁要：规范性文件问司法所（合法性审核、备案登记），许可、处罚、强制问综合行政执法队和便民服务中心",
    "proactive.regulations": "规章：乡镇、街道没有规章制定权，都填 0",
    "proactive.normative_documents": "规范性文件：以司法所的规范性文件登记、法制审核台账为准，不是所有红头文件",
    "proactive.licensing": "行政许可：全年作出的全部决定，公开的和依法不公开的都算；以政务服务系统办件台账为准",
    "proactive.other_services": "其他对外管理服务事项：以政务服务事项目录为准",
    "proactive.penalties": "行政处罚：全年作出的全部处罚决定；以行政执法台账为准",
    "proactive.coercion": "行政强制：全年作出的全部强制决定；以行政执法台账为准",
    "proactive.fees": "行政事业性收费：问财政所，以非税收入台账为准",
    "proactive.procurement": "政府集中采购：问财政所，只算政府集中采购，工程招投标、村级项目不算",
    "applications": "全部以依申请公开登记台账为准，每件申请只计入一个办理结果；申请人是单位的，按性质填入对应的栏",
    "applications.carried_in": "应当等于上年报告的“结转下年度继续办理”",
    "applications.partly_granted": "区分处理的只计在这里，不再计入“不予公开”各项",
    "applications.concluded": "应当等于上面各项办理结果之和",
    "applications.carried_out": "年底前还没有答复的；本年新收＋上年结转＝（七）总计＋结转下年度",
    "disputes": "只计因政府信息公开引起的案件，请与县司法局（复议）和法院（诉讼）核对；四栏相加等于总计",
}
"""By the path of a table, a group of rows or a row."""

NOTES_FROM = (
    "县政府网站后台的信息发布统计、公众号和视频号后台、公开栏照片、会议和培训通知、"
    "三审三校登记、考核办法和考核结果、社会评议或满意度调查、上级检查通报"
)
NOTES_MUST_SAY = "按条例第五十条，监督保障里要写到工作考核、社会评议、责任追究三件事"
PROBLEMS_ADVICE = "存在的主要问题和改进措施，一般 2 至 3 个，每个问题都要有措施"
LAST_YEAR_ADVICE = "上年报告里写的问题，今年改得怎么样"
FEES_FROM = "问财政所，以非税收入台账为准；没有发生的都填 0。单位是元，不是万元"


def fee_law(identities: Iterable[Identity]) -> str:
    """Return the rule by which an edition reports 信息处理费; empty where it does not."""
    return next((item.law for item in identities for term in item.terms if term.source == "fees"), "")
