"""What prose says of the cells of the tables: the verbs and nouns that name a cell, and where they do not.

新收, 收到, 受理 name 本年新收; 收办, 办理 name 新收 and 上年结转 together; 办结, 答复 name （七）总计.
"""

import re
from dataclasses import dataclass

ITEM = frozenset({"件", "份", "条", "宗", "个", "起", "次", "件次", "项", ""})
CASE = frozenset({"件", "份", "宗", "起", "个", "次", ""})
DECISION = frozenset({"件", "宗", "起", ""})
PERSONS = frozenset({"名", "位", "人"})
MONEY = frozenset({"元", "万元", "亿元"})

_FROM = "(?:(?:社会)?(?:群众|公众|公民、法人(?:和|或|或者)其他组织|申请人|村民|居民|市民)(?:提出|提交|递交)?的?)?"
APPLICATION = (
    f"{_FROM}(?:各类|书面|新的)?"
    "(?:政府信息依申请公开|依申请公开政府信息|政府信息公开|信息公开|依申请公开|公开政府信息|政务公开)的?"
    "(?:申请(?!人|书|表|公开|材料|渠道|平台|流程)(?:事项|办件|件)?|事项|办件)"
)
_NOT_THE_PAPER = "(?!人|书|表|公开|材料|渠道|平台|流程)"
BARE = (
    f"(?:{APPLICATION}|{_FROM}(?:政府信息)?依申请公开(?:政府信息|信息|件)?"
    f"|(?:此类|上述|该类|公民的?|群众的?|自然人的?|企业的?)?申请{_NOT_THE_PAPER})"
)
LINK = "(?:数量|总数|总量|案件数?|数)?(?:共计|合计|总计|共有|共|总共|分别为|均为|都为|为|是|有|达|达到|：)?"
REVIEW, LITIGATION = "行政复议(?:申请|案件|案)?", "(?:行政诉讼|提起诉讼)(?:案件|案)?"
DOCUMENT = "(?:行政)?规范性文件"
RECEIVE = "(?:新收到|新收|收到|接收到|接收|接到|受理)(?:了|的)?"
CLOSE = "(?:办结|答复|回复|办理完毕)(?:了|的)?"
NEXT = "(?:下一?年度?|次年度?|明年|20\\d\\d年度?)"


TOPIC = re.compile(f"{APPLICATION}|答复|申请办理|办结(?=申请)|办理结果|申请(?=[^，。；]{{0,12}}予以公开)")
ON_DOCUMENTS = re.compile(DOCUMENT)
OTHER = re.compile(
    "许可|救助|低保|补贴|入党|户籍|危房|建房|住房|用地|医保|社保|贷款|工单|热线|留言|信访|举报|提案|建议|投诉|意见"
)
"""What else people apply for, or send in."""


@dataclass(frozen=True, slots=True)
class Role:
    """How prose names cells: `left` ends right before the figure, `right` begins right after it.

    `cells` are alternatives, each a sum of paths with `*` for one step; the first that the edition has is meant.
    `needs` must stand earlier in the sentence, for words that alone say too little.
    """

    name: str
    cells: tuple[tuple[str, ...], ...]
    left: re.Pattern[str]
    right: re.Pattern[str] = re.compile("")
    units: frozenset[str] = ITEM
    needs: re.Pattern[str] = re.compile("")
    also: tuple[tuple[str, ...], ...] = ()
    """Cells that the same words may as well mean: who writes 办理 may count what was taken on or what was closed."""
    is_part: bool = False
    """Whether the figure may be less than the cells hold: 窗口收到书面申请2件."""


@dataclass(frozen=True, slots=True)
class Denial:
    """How prose says that cells are 0."""

    name: str
    cells: tuple[tuple[str, ...], ...]
    words: re.Pattern[str]
    needs: re.Pattern[str] = re.compile("")


def _ends(words: str) -> re.Pattern[str]:
    return re.compile(f"(?:{words}){LINK}$")


RECEIVED = (("applications.received.total",),)
HANDLED = (("applications.received.total", "applications.carried_in.total"),)
CONCLUDED = (("applications.concluded.total",),)
CARRIED_IN = (("applications.carried_in.total",),)
CARRIED_OUT = (("applications.carried_out.total",),)
REVIEWS = (("disputes.review.total",),)
SUITS = (("disputes.litigation_direct.total", "disputes.litigation_after_review.total"),)
ISSUED = (("proactive.normative_documents.issued",), ("proactive.normative_documents.produced",))
REPEALED = (("proactive.normative_documents.repealed",),)
IN_FORCE = (("proactive.normative_documents.in_force",),)
PUBLISHED = (("proactive.normative_documents.newly_published",),)
FEES = (("proactive.fees.amount",),)
COLLECTED, BILLED, NOTICES = (("fees.collected_yuan",),), (("fees.billed_yuan",),), (("fees.notices",),)
RESULTS = {
    "予以公开": (("applications.granted.total",),),
    "部分公开": (("applications.partly_granted.total",),),
    "不予公开": (("applications.refused.*.total",),),
    "无法提供": (("applications.unavailable.*.total",),),
    "不予处理": (("applications.not_processed.*.total",),),
    "其他处理": (("applications.other.*.total",), ("applications.other.total",)),
}
DECISIONS = {
    "行政许可": (("proactive.licensing.decisions",),),
    "行政处罚": (("proactive.penalties.decisions",),),
    "行政强制": (("proactive.coercion.decisions",),),
}
_AFTER = re.compile(f"的?{BARE}")

ROLES = (
    Role("上年结转", CARRIED_IN, _ends(f"上一?年度?结转(?:至本年度?)?(?:办理)?的?(?:{BARE})?")),
    Role("上年结转", CARRIED_IN, re.compile("上一?年度?结转(?:了|的)?$"), _AFTER),
    Role("结转下年度", CARRIED_OUT, _ends(f"结转(?:至|到)?{NEXT}(?:继续)?(?:办理)?的?(?:{BARE})?")),
    Role(
        "结转下年度",
        CARRIED_OUT,
        re.compile("[尚仍]?有$|$"),
        re.compile(f"(?:{BARE})?(?:需|将|转)?结转(?:至|到)?{NEXT}"),
    ),
    Role("收办", HANDLED, _ends(f"收办(?:了|的)?{BARE}")),
    Role(
        "办理",
        HANDLED,
        _ends(f"(?:办理|处理)(?:了|的)?(?:{APPLICATION}|(?:政府信息)?依申请公开(?:件)?)"),
        also=CONCLUDED,
    ),
    Role(
        "办理",
        HANDLED,
        re.compile(
            f"(?:^|[，。；：、年度])(?:全年|本年度?|年内|我[镇乡]|我街道|共|累计)*(?:办理|处理)(?:了|的)?申请{LINK}$"
        ),
        needs=re.compile(APPLICATION),
        also=CONCLUDED,
    ),
    Role("新收", RECEIVED, _ends(f"{RECEIVE}{BARE}|新收(?:的)?{BARE}"), units=ITEM),
    Role("新收", RECEIVED, re.compile(f"{RECEIVE}$"), _AFTER),
    Role("办结", CONCLUDED, _ends(f"{CLOSE}{BARE}|{BARE}{CLOSE}")),
    Role("办结", CONCLUDED, re.compile(f"{CLOSE}$"), _AFTER),
    Role("办结", CONCLUDED, _ends(f"(?<![开供理]){CLOSE}"), needs=re.compile(APPLICATION)),
    *(
        Role(
            name,
            cells,
            _ends(f"(?<![或及和])(?<![开供理]、){name}(?:的|政府信息|信息)?(?:申请|答复|决定)?的?"),
            units=CASE,
            needs=TOPIC,
        )
        for name, cells in RESULTS.items()
    ),
    Role(
        "行政复议、行政诉讼",
        (REVIEWS[0] + SUITS[0],),
        _ends(f"{REVIEW}(?:、|和|及|与|或|以及){LITIGATION}"),
        units=CASE,
    ),
    Role("行政复议", REVIEWS, _ends(f"(?<!未经)(?<!经){REVIEW}"), units=CASE),
    Role("行政复议", REVIEWS, re.compile("$"), re.compile(f"(?:政府信息公开)?{REVIEW}"), units=CASE - {""}),
    Role("行政诉讼", SUITS, _ends(f"(?<!复议[、和及与或])(?<!案件[、和及与或]){LITIGATION}"), units=CASE),
    Role("行政诉讼", SUITS, re.compile("$"), re.compile(f"(?:政府信息公开)?{LITIGATION}"), units=CASE - {""}),
    *(
        Role(f"{name}处理决定", cells, _ends(f"{name}(?:处理)?(?:决定)?"), units=DECISION)
        for name, cells in DECISIONS.items()
    ),
    Role(
        "规范性文件制发",
        ISSUED,
        _ends(f"(?:制发|出台|制定|印发|新制作)(?:了|的)?{DOCUMENT}|(?:{DOCUMENT})?新制作"),
        units=CASE,
    ),
    Role("规范性文件制发", ISSUED, re.compile("(?:制发|出台|制定|印发)了?$"), re.compile(DOCUMENT), units=CASE),
    Role("规范性文件废止", REPEALED, _ends(f"废止(?:了|的)?{DOCUMENT}"), units=CASE),
    Role("规范性文件废止", REPEALED, _ends("废止"), units=CASE, needs=ON_DOCUMENTS),
    Role("规范性文件现行有效", IN_FORCE, _ends(f"现行有效的?{DOCUMENT}|{DOCUMENT}现行有效"), units=CASE),
    Role("规范性文件现行有效", IN_FORCE, _ends("现行有效"), units=CASE, needs=ON_DOCUMENTS),
    Role("规范性文件新公开", PUBLISHED, _ends(f"新公开(?:{DOCUMENT})?"), units=CASE, needs=ON_DOCUMENTS),
    Role("行政事业性收费", FEES, _ends("行政事业性收费(?:总?金额|收入|总额)?"), units=MONEY),
    Role(
        "信息处理费收取",
        COLLECTED,
        _ends("(?:收取|收|征收|实收)(?:了|的)?信息处理费(?:总?金额)?(?:实际收取)?(?:总?金额)?"),
        units=MONEY,
    ),
    Role(
        "信息处理费收取", COLLECTED, _ends("实际收取(?:总?金额)?"), units=MONEY, needs=re.compile("收费通知|信息处理费")
    ),
    Role("信息处理费通知金额", BILLED, _ends("通知(?:收费)?总金额"), units=MONEY),
    Role("信息处理费通知", NOTICES, _ends("(?:信息处理费)?收费通知"), units=CASE),
)
_NOT = "(?:不存在|未有|尚未|并未|未曾|未再|未|没有|暂无|无|零)(?:再|曾|新)?"
_GAP = "(?P<gap>[^，。；：！？（）,;]{0,24}?)"
_CAUSE = "(?:因|被|发生|产生|引发|出现|收到|涉及|有)?"
_DECISION = "(?:、行政(?:许可|处罚|强制)){0,2}(?:处理)?决定"
_LOST = "(?!机关|决定|应诉|结果|.{0,3}(?:败诉|纠错|被纠|撤销))"
_CLOSED = "依申请公开(?:事项|情况|件)?(?=[，。；、]|$)"
_ISSUE = "(?:制发|制定|出台|印发|制作)"

DENIALS = (
    Denial(
        "新收", RECEIVED, re.compile(f"{_NOT}(?:收到|接到|接收到|接收|受理|新收)过?{_GAP}(?:{APPLICATION}|{_CLOSED})")
    ),
    Denial("新收", RECEIVED, re.compile(f"(?:没有|未有|无){_GAP}申请(?:公开政府信息|政府信息公开)(?=[，。；、]|$)")),
    Denial(
        "新收", RECEIVED, re.compile(f"{_NOT}(?:收到|接到|接收到|接收|受理|新收)过?(?:此类|相关)?申请(?!人|书|表|材料)")
    ),
    Denial("新收", RECEIVED, re.compile(f"(?:没有|暂无|无|零)(?:任何)?(?:{APPLICATION}|{_CLOSED})|零申请")),
    Denial("上年结转", CARRIED_IN, re.compile("(?:没有|无|未有)上一?年度?结转")),
    Denial("结转下年度", CARRIED_OUT, re.compile(f"(?:没有|无|未有?)(?:申请)?结转(?:至|到)?{NEXT}")),
    Denial(
        "结转下年度",
        CARRIED_OUT,
        re.compile(
            "(?:均|全部|全数)已?(?:按时|按期|依法|依规|及时|在[^，。；]{0,8}内)*(?:予以)?(?:办结|答复|办理完毕|办理完结)"
        ),
        needs=re.compile(APPLICATION),
    ),
    Denial("行政复议", REVIEWS, re.compile(f"{_NOT}{_CAUSE}{_GAP}行政复议{_LOST}|零复议")),
    Denial("行政诉讼", SUITS, re.compile(f"{_NOT}{_CAUSE}{_GAP}(?:行政诉讼|提起诉讼){_LOST}|零诉讼")),
    *(
        Denial(f"{name}处理决定", cells, re.compile(f"{_NOT}(?:作出|办理|实施)?过?{_GAP}{name}{_DECISION}"))
        for name, cells in DECISIONS.items()
    ),
    Denial("规范性文件制发", ISSUED, re.compile(f"{_NOT}{_ISSUE}过?(?:[、和或及](?:废止|新公开))?{DOCUMENT}")),
    Denial("规范性文件废止", REPEALED, re.compile(f"{_NOT}(?:{_ISSUE}[、和或及])?废止过?{DOCUMENT}")),
    Denial("规范性文件现行有效", IN_FORCE, re.compile(f"(?:没有|无)现行有效的?{DOCUMENT}")),
    Denial("行政事业性收费", FEES, re.compile("(?:未|没有|无)(?:收取|发生|产生)?行政事业性收费")),
    Denial("信息处理费收取", COLLECTED, re.compile("(?:未|没有|无)(?:实际)?(?:收取|发生|产生)?信息处理费")),
    Denial("信息处理费通知", NOTICES, re.compile("(?:未|没有)(?:发出|发送)(?:过)?(?:信息处理费)?收费通知")),
)
PART = re.compile(
    "企业|科研|公益|法律服务|自然人|网上|线上|信函|邮寄|邮件|当面|传真|复杂|重复|恶意|大量|涉及|关于|逾期|补正|第三方"
    "|经|超期|超出|败诉|纠错|撤销"
)
"""Words between a denial and its noun that make it speak of a part only, or of something else."""
