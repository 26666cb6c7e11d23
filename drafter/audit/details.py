"""What prose says of single rows and columns: who applied, why it was refused, how a review or a suit ended."""

import re

from drafter.audit.applicants import APPLICANT_ROLES
from drafter.audit.claims import APPLICATION, CASE, ITEM, LINK, PERSONS, RECEIVE, RESULTS, SUITS, Role

REASONS = {
    "refused.state_secret": "属于国家秘密|涉及国家秘密",
    "refused.prohibited_by_law": "(?:其他)?法律、?行政法规禁止公开",
    "refused.stability": "危及“?三安全一稳定”?",
    "refused.third_party": "(?:保护|涉及|损害)第三方合法权益",
    "refused.internal_affairs": "(?:属于)?(?:三类)?内部事务信息",
    "refused.deliberative": "(?:属于)?(?:四类)?过程性信息",
    "refused.enforcement_file": "(?:属于)?行政执法案卷(?:信息)?",
    "refused.administrative_query": "(?:属于)?行政查询事项",
    "unavailable.not_held": "(?:本机关|本镇|我镇|本街道)?不掌握(?:(?:相关|该|所申请的?)?(?:政府)?信息)?|信息不存在",
    "unavailable.must_be_created": "没有现成信息(?:、?需要?另行制作)?|需要?另行制作",
    "unavailable.still_unclear": "(?:经)?补正后?(?:申请内容)?仍不明确",
    "not_processed.petition": "信访、?举报、?投诉类?(?:申请)?",
    "not_processed.repeated": "(?<!大量)(?<!反复)重复申请",
    "not_processed.publication": "要求提供公开出版物",
    "not_processed.excessive": "(?:无正当理由)?大量、?反复申请",
    "not_processed.confirmation": "(?:要求)?(?:行政机关)?确认或(?:者)?重新出具(?:已获取信息)?",
    "other.no_correction": "(?:无正当理由)?逾期不补正",
    "other.no_payment": "逾期(?:未按(?:收费通知)?要求缴纳费用|不缴费|未缴费)",
}
_SO = "(?:而|，)?(?:不予公开|无法提供|不予处理|不再处理)?"
"""What follows from a reason, where the clause says that too."""
_ENDINGS = {
    "结果维持": ("upheld", "(?:结果|复议|判决|决定)?维持(?:原(?:行政行为|决定|判))?"),
    "结果纠正": ("corrected", "(?:结果|被|予以)?(?:纠正|纠错)"),
    "其他结果": ("other", "其他结果"),
    "尚未审结": ("pending", "(?:尚未|未)审结"),
}
_DECIDED = (("行政许可", "licensing"), ("行政处罚", "penalties"), ("行政强制", "coercion"))
ON_APPLICATIONS = re.compile(f"{APPLICATION}|件申请")
ON_ANSWERS = re.compile(f"{APPLICATION}|答复|办结|申请办理|办理结果|件申请")
ON_REVIEWS = re.compile("行政复议(?!.*诉讼)")
ON_SUITS = re.compile("(?:行政诉讼|提起诉讼)(?!.*复议)")
_DIRECT, _LATER = "disputes.litigation_direct", "disputes.litigation_after_review"
_BOUND = re.compile(f"(?:的?{APPLICATION}|的?申请)?(?=[，。；、（）]|其中|并|均|已|全部|$)")


def one_of(*paths: str) -> tuple[tuple[str, ...], ...]:
    """Return cells that are all summed, as the only alternative."""
    return (paths,)


_UNDER_WAY = (
    "(?:的?申请)?(?:因[^，。；]{0,20})?(?:正在|尚在|仍在|还在|处于|目前在)(?:依法|按程序)?(?:办理|处理|答复|研究|法定|征求)"
    "|(?:的?申请)?(?:尚未|未|还未|没有)(?:办结|答复|办理完毕)"
)
DETAIL_ROLES = (
    Role(
        "结转下年度",
        one_of("applications.carried_out.total"),
        re.compile("(?:其余|剩余|余下|另有|另外|还有|尚有|仍有|有)(?:的)?$"),
        re.compile(_UNDER_WAY),
        units=CASE - {""},
        needs=ON_APPLICATIONS,
    ),
    Role(
        "新收",
        one_of("applications.received.total"),
        re.compile("(?:^|[，。；：])依申请公开(?:方面)?，?(?:的有|有|共有|的共)$"),
        units=CASE - {""},
    ),
    Role(
        "办结",
        one_of("applications.concluded.total"),
        re.compile("(?:^|[，。；：、]|上述|收到的)$"),
        re.compile(
            f"的?(?:{APPLICATION}|申请)?(?:均|都|全部)(?:已|依法|按时|按期|及时|在[^，。；：]{{0,10}})*(?:办结|答复|办理完毕)"
        ),
        units=CASE - {""},
        needs=ON_APPLICATIONS,
    ),
    Role(
        "新收",
        one_of("applications.received.total"),
        re.compile(f"{RECEIVE}(?:群众|公众|的)*$"),
        re.compile(f"的?{APPLICATION}"),
        units=ITEM - {""},
    ),
    Role(
        "新收",
        one_of("applications.received.total"),
        re.compile(
            f"(?:^|[，。；：、年度])(?:本年度?|全年|今年|本年度共有?|共有)?{APPLICATION}(?:受理|接收|收到)?(?:数量|总量|总数|件数|量|数)(?:共计|共|为|是|达到?)?$"
        ),
        units=ITEM,
    ),
    Role(
        "新收",
        one_of("applications.received.total"),
        re.compile(f"(?:全年|本年度|20\\d\\d年度?|共有)(?:共有)?{APPLICATION}(?:共|为)?$"),
        units=ITEM - {""},
    ),
    Role(
        "行政复议", one_of("disputes.review.total"), re.compile(f"(?<!行政)复议(?:案件|申请){LINK}$"), units=CASE - {""}
    ),
    Role("行政诉讼", SUITS, re.compile(f"(?<!行政)诉讼案件?{LINK}$"), units=CASE - {""}),
    Role(
        "新收",
        one_of("applications.received.total"),
        re.compile("(?:^|[，。；：、])申请(?:数量|总量|总数|件数|量)(?:共计|共|为|是|达)?$"),
        units=CASE,
        needs=ON_APPLICATIONS,
    ),
    Role(
        "新收",
        one_of("applications.received.total"),
        re.compile(f"(?:共计?|合计|累计|总计)?{RECEIVE}(?:共计?|共|合计)?$"),
        _BOUND,
        units=ITEM - {""},
        needs=ON_APPLICATIONS,
    ),
    Role(
        "新收",
        one_of("applications.received.total"),
        re.compile("依申请公开(?:申请)?(?:数量|件数|总数|数|量)(?:共计|共|为|是|达)?$"),
        units=CASE,
    ),
    *(
        Role(
            name,
            cells,
            re.compile("(?:^|[，。；：、（中]|其中|有)$"),
            re.compile(f"(?:申请)?(?:依法|已|被|作|作出)?{name}"),
            units=CASE - {""},
            needs=ON_ANSWERS,
        )
        for name, cells in RESULTS.items()
    ),
    *APPLICANT_ROLES,
    *(
        Role(
            "办理结果",
            one_of(f"applications.{row}.total"),
            re.compile(f"(?:{words})(?:的|类)?{_SO}(?:申请)?{LINK}$"),
            units=CASE - {""},
            needs=ON_ANSWERS,
        )
        for row, words in REASONS.items()
    ),
    *(
        Role(
            f"行政复议{name}",
            one_of(f"disputes.review.{column}"),
            re.compile(f"(?:{words}){LINK}$"),
            units=CASE - {""},
            needs=ON_REVIEWS,
        )
        for name, (column, words) in _ENDINGS.items()
    ),
    *(
        Role(
            f"行政诉讼{name}",
            one_of(f"{_DIRECT}.{column}", f"{_LATER}.{column}"),
            re.compile(f"(?:{words}){LINK}$"),
            units=CASE - {""},
            needs=ON_SUITS,
        )
        for name, (column, words) in _ENDINGS.items()
    ),
    *(
        # One who went to law has one case at the least.
        Role(
            name,
            cells,
            re.compile("(?:有|另有|其中|^|[，。；、])$"),
            re.compile(f"(?:申请人|当事人|群众|村民)[^。；]{{0,16}}?(?:提起|申请|提出)(?:了)?{name}"),
            units=PERSONS,
        )
        for name, cells in (("行政复议", one_of("disputes.review.total")), ("行政诉讼", SUITS))
    ),
    Role("行政诉讼", one_of(f"{_DIRECT}.total"), re.compile(f"未经复议直接起诉的?{LINK}$"), units=CASE - {""}),
    Role("行政诉讼", one_of(f"{_LATER}.total"), re.compile(f"复议后(?:再)?起诉的?{LINK}$"), units=CASE - {""}),
    *(
        Role(
            f"{name}处理决定",
            one_of(f"proactive.{row}.decisions"),
            re.compile("(?:作出|做出|办理|实施|准予)(?:了)?(?:各类)?$"),
            re.compile(f"{name}(?!事项|清单|法|执法)"),
            units=frozenset({"件", "宗", "起"}),
        )
        for name, row in _DECIDED
    ),
    *(
        Role(
            f"{name}处理决定",
            one_of(f"proactive.{row}.decisions"),
            re.compile(f"(?:作出|做出|办理|办结|实施)(?:了)?(?:各类)?{name}(?:事项|案件){LINK}$"),
            units=frozenset({"件", "宗", "起"}),
        )
        for name, row in _DECIDED
    ),
)
