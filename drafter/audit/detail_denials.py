"""What prose says is 0 of single rows and columns: 均予以公开, 复议结果为维持, 没有人提出申请."""

import re

from drafter.audit.applicants import ORGANISATIONS
from drafter.audit.claims import ON_DOCUMENTS, REPEALED, RESULTS, REVIEWS, SUITS, Denial
from drafter.audit.details import ON_ANSWERS, ON_APPLICATIONS, ON_REVIEWS, one_of

_ALL = "(?:均|全部|全数|全都|一律)(?:已|都)?(?:依法|依规|按时|按期|及时|按规定|在[^，。；]{0,10}内)*"
_NOT_GRANTED = (
    "applications.partly_granted.total",
    "applications.refused.*.total",
    "applications.unavailable.*.total",
    "applications.not_processed.*.total",
)
_NOTHING = "(?:没有|未|无|未有)(?:发生|产生|引发|出现|收到)?过?(?:信息公开)?"
_REVIEW_ENDS = {
    "维持": ("corrected", "other", "pending"),
    "(?:纠正|纠错|撤销)": ("upheld", "other", "pending"),
}
DETAIL_DENIALS = (
    Denial(
        "新收",
        one_of("applications.received.total"),
        re.compile(
            "(?:没有|无)(?:任何)?(?:人|群众|公民|企业|单位|公民、法人(?:和|或|或者)其他组织)(?:向[^，。；]{0,8})?(?:提出|提交|递交)过?[^，。；]{0,10}申请"
        ),
        needs=re.compile("公开|信息|申请渠道|申请方面"),
    ),
    *(
        Denial(
            f"行政复议结果{name.strip('(?:)').partition('|')[0]}",
            one_of(*(f"disputes.review.{column}" for column in columns)),
            re.compile(f"复议(?:机关)?(?:的?结果|决定|均|全部)?(?:为|是|被|予以)+(?:结果)?{name}(?!\\d)"),
        )
        for name, columns in _REVIEW_ENDS.items()
    ),
    Denial(
        "结转下年度",
        one_of("applications.carried_out.total"),
        re.compile("(?<=[，；])(?:无|没有)(?:申请)?结转(?:情况|申请)?(?=[，。；]|$)"),
        needs=ON_APPLICATIONS,
    ),
    Denial(
        "行政复议结果维持",
        one_of("disputes.review.corrected", "disputes.review.other", "disputes.review.pending"),
        re.compile("(?:全部|均|都|全)(?:为|被|予以)?(?:结果)?维持"),
        needs=ON_REVIEWS,
    ),
    *(
        Denial(
            name,
            cells,
            re.compile(
                f"(?:没有|无|未出现|未发生|未作出|不存在)(?![^，。；]{{0,14}}应)[^，。；]{{0,12}}?{name}[^，。；]{{0,10}}(?:情形|情况|申请|决定|的(?=[，。；]|$))"
            ),
            needs=ON_ANSWERS,
        )
        for name, cells in RESULTS.items()
    ),
    Denial("予以公开", one_of(*_NOT_GRANTED), re.compile(f"{_ALL}(?:予以|给予|作出予以)公开"), needs=ON_ANSWERS),
    Denial(
        "自然人申请",
        (ORGANISATIONS,),
        re.compile("(?:均|全部|都)(?:为|是|来自|由)自然人(?:提出|提交)?(?:的)?(?:申请)?"),
        needs=ON_APPLICATIONS,
    ),
    Denial(
        "新收",
        one_of("applications.received.total"),
        re.compile(
            "(?:未|没有|未曾|尚未)(?:收到|接到|受理)过?[^，。；]{0,16}(?:申请公开|依申请公开)(?:的)?(?:政府)?信息?(?=[，。；、]|$)"
        ),
    ),
    Denial(
        "新收",
        one_of("applications.received.total"),
        re.compile("(?:未|没有|尚未)(?:收到|接到|受理)过?[^，。；]{0,12}政府信息申请公开"),
    ),
    Denial(
        "新收",
        one_of("applications.received.total"),
        re.compile("(?:^|[，。；])(?:无|没有)依申请公开政府信息(?=[，。；]|$)"),
    ),
    Denial(
        "新收",
        one_of("applications.received.total"),
        re.compile(
            "(?:未|没有|没|尚未)(?:收到|接到|受理)过?依申请公开的?(?:件|办件)"
            "|没有?(?:收到|接到)过?[^，。；网企]{0,8}(?:公开申请|申请公开)(?!表|书|人)"
            "|依申请公开(?:工作|方面|事项)?，?(?:全年|本年度?|今年)?(?:件数|数量|申请)?(?:为零|为0|是零|是0)(?=[，。；]|$)"
            "|一件[^，。；]{0,8}申请也?(?:没有|没|未)(?:收到|接到|有)?|[无没]人(?:来|前来)?申请公开"
        ),
    ),
    Denial(
        "结转下年度",
        one_of("applications.carried_out.total"),
        re.compile("(?<=[，；])(?:没有|无)(?:遗留|积压|未办结|未办完)[^，。；上]{0,3}(?=[，。；]|$)"),
        needs=re.compile("申请[^。；]*(?:办结|办完|答复)"),
    ),
    Denial(
        "规范性文件废止",
        REPEALED,
        re.compile("(?<=[，；、])(?:没有|未|无)废止(?=[，。；、]|$)"),
        needs=ON_DOCUMENTS,
    ),
    Denial("行政复议", REVIEWS, re.compile(f"{_NOTHING}复议(?:案件)?(?=[和、或及与，。；]|$)")),
    Denial("行政诉讼", SUITS, re.compile(f"{_NOTHING}(?:复议[和、或及与])?诉讼(?:案件)?(?=[，。；]|$)")),
)
