"""What a clause says of cells in plain words: 收1件, 结1件, 去年转来1件, 现在有效的共3件, 引发复议1件.

A clause counts only where every word of it is understood: what time, which organ, what was done, to what. One word
more, such as 网上 or 第一季度, and it speaks of a part, or of something else, and nothing is read.
"""

import re
from dataclasses import dataclass

from drafter.audit.applicants import APPLICANT_CELLS
from drafter.audit.claims import (
    BARE,
    CARRIED_IN,
    CARRIED_OUT,
    CONCLUDED,
    DECISIONS,
    HANDLED,
    IN_FORCE,
    ISSUED,
    LINK,
    NEXT,
    OTHER,
    RECEIVED,
    REPEALED,
    RESULTS,
    REVIEWS,
    SUITS,
    Role,
)
from drafter.audit.details import REASONS
from drafter.dossier.figures import Figure

_UNITS = frozenset({"件", "份", "宗", "起", "次", "件次"})
_STOP = re.compile("[，、；：:。（）！？\n]")
_ATTRIBUTES = re.compile("标注|属性|公文|发文|[审注]明|拟公开|定密")
"""Whoever files papers as 依申请公开 or 不予公开 speaks of no application."""
_FAR = 120
_NEVER = re.compile("$^")

_WHEN = "(?:截至)?(?:全年|本年度?|今年|年内|当年|一年(?:里|来|中|下来)?|20\\d\\d年度?|年末|年底|到年底|年度|期末)"
_WHO = (
    "(?:我镇|我乡|我街道|本机关|本镇|本乡|本街道|镇政府|乡政府|街道|街道办|办事处|全镇|全乡|镇里|乡里"
    "|[一-鿿]{2,3}(?:镇|乡|街道)(?:人民政府|办事处)?)"
)
_FILL = (
    "(?:共计|一共|总共|共有|共|累计|合计|总计|已经|已|又|还有|还|另有|另外|另|尚有|仍有|其余|余下|剩余|有(?!效)|线上线下"
    "|的|也|再|方面|工作中?|上(?!一?年)|里)"
)
_OPEN = f"(?:{_WHEN}|{_WHO}|{_FILL})*+"
_LAST = "(?:上一?年度?|去年|前一年|往年)"
_ON = "(?:政府信息)?(?:依申请公开|公开申请|申请公开)(?:申请|件|的件)?(?:方面|工作|事项|情况|中|里)*"
_WHAT = f"(?:的?(?:{BARE}|公开申请|申请公开政府信息的?|申请公开信息的?))?"
_TALLY = "(?:共计?|一共|总共|合计|累计|总计|有|为|是|达|计)*+"
_DOCUMENTS = "(?:行政)?规范性文件"


@dataclass(frozen=True, slots=True)
class _Act:
    """What may be done, as a clause puts it: all that stands before its figure and all that stands behind."""

    role: Role
    before: re.Pattern[str]
    after: re.Pattern[str]
    earlier: re.Pattern[str] = re.compile("")
    """What must stand in the clauses before."""


def _act(name: str, cells: tuple[tuple[str, ...], ...], before: str, after: str = "", **more: object) -> _Act:
    also = more.get("also", ())
    role = Role(name, cells, _NEVER, also=also if isinstance(also, tuple) else (), is_part="part" in more)
    return _Act(role, re.compile(before), re.compile(after), re.compile(str(more.get("earlier", ""))))


_RECEIVE = "(?:新收到|新收|收到|接收到|接收|接到|受理|登记|新接|新增|收件|来件|收|接)(?:了|的|到)?"
_CLOSE = "(?:办结|办完|答复|回复|办理完毕|了结|办毕|结)(?:了|的)?"
_LEFT = "(?:结转|转来|转入|遗留|留下|接转|带来|未办结|没办完)(?:至本年度?|到本年度?|今年)?(?:继续)?(?:办理)?的?"
_UNDER_WAY = (
    "(?:的)?(?:尚未|还未|未|没有|还没有?|没)(?:办结|办完|答复|办理完毕)的?"
    f"|(?:转入|转至|转到|留到|留待|延至|结转){NEXT}[^0-9]*"
)
_RESULTS = {
    "予以公开": "(?:予以|同意|给予|依法|全部|全文|已|作出)*公开(?:了)?",
    "部分公开": "(?:予以|作出)?部分公开",
    "不予公开": "(?:决定|作出)?(?:不予|不|不同意|未予?)公开",
    "无法提供": "(?:无法|不能|未能)提供",
    "不予处理": "(?:不予|不作)处理",
}
_AMONG = f"(?:其中)?{_FILL}*+"
_SAID_OF = "(?:的|类|情形)?(?:申请|答复|决定)?"
_APPLICATIONS = (
    _act("上年结转", CARRIED_IN, f"(?:{_ON})?{_OPEN}{_LAST}{_LEFT}{_WHAT}{_TALLY}", "(?:公开)?申请|"),
    _act("结转下年度", CARRIED_OUT, f"{_OPEN}", _UNDER_WAY),
    _act(
        "结转下年度",
        CARRIED_OUT,
        "(?:尚|仍|还|另)有",
        "(?:仍|还|正)?在[^0-9]{0,10}(?:期限|时限)内(?:办理|答复)?(?:中)?",
    ),
    _act(
        "结转下年度",
        CARRIED_OUT,
        f"{_OPEN}(?:转入|转至|转到|留到|留待|延至|结转){NEXT}(?:继续)?(?:办理|办)?的?{_TALLY}",
    ),
    _act("结转下年度", CARRIED_OUT, f"{_OPEN}(?:尚未|未|没有)(?:办结|办完|答复)的?{_TALLY}"),
    _act("新收", RECEIVED, f"(?:{_ON})?{_OPEN}{_RECEIVE}{_WHAT}{_TALLY}", _WHAT),
    _act("新收", RECEIVED, f"{_OPEN}(?:{_ON})?{_OPEN}{BARE}{_OPEN}{_RECEIVE}{_TALLY}"),
    _act("新收", RECEIVED, f"{_OPEN}(?:{_ON}(?:件数|数量|总数|总量|量|数)|公开申请)+{_TALLY}"),
    _act("新收", RECEIVED, f"{_OPEN}申请公开(?:政府|镇政府|相关)?信息的{_TALLY}"),
    _act("办结", CONCLUDED, f"(?:{_ON})?{_OPEN}{_CLOSE}{_WHAT}{_TALLY}", _WHAT),
    _act("办理", HANDLED, f"(?:{_ON})?{_OPEN}(?:办理|处理|办)(?:了|的)?{_WHAT}{_TALLY}", also=CONCLUDED),
    _act(
        "办理",
        HANDLED,
        f"{_OPEN}(?:{_ON}|{BARE}){_OPEN}(?:办件量?|办理量|办了|办理件?)(?:数量|总数)?{_TALLY}",
        also=CONCLUDED,
    ),
    *(_act(name, RESULTS[name], f"{_AMONG}{words}{_SAID_OF}{_TALLY}") for name, words in _RESULTS.items()),
    *(
        _act(name, RESULTS[name], f"{_AMONG}", f"(?:申请)?(?:依法|已|被|作出)?{words}")
        for name, words in _RESULTS.items()
    ),
    *(
        _act(
            "办理结果",
            ((f"applications.{row}.total",),),
            f"{_AMONG}(?:因|以)?(?:申请内容)?(?:经)?(?:{words})(?:而|的)?(?:不予公开|无法提供|不予处理|不再处理)?{_SAID_OF}{_TALLY}",
        )
        for row, words in REASONS.items()
    ),
    *(
        _act(
            "办理结果",
            ((f"applications.{row}.total",),),
            f"{_AMONG}",
            f"(?:申请)?(?:因|以|因为)?(?:申请内容)?(?:经)?(?:{words})(?:而|的)?(?:不予公开|无法提供|不予处理|不再处理)?",
        )
        for row, words in REASONS.items()
    ),
    *(
        _act(
            f"{name}申请",
            cells,
            f"{_AMONG}(?:来自|由|是)?{words}(?:来件|来信|提出|提交|递交)?的?(?:申请)?{_TALLY}",
            also=also,
        )
        for name, words, cells, also in APPLICANT_CELLS
    ),
    _act(
        "申请",
        HANDLED,
        f"[^0-9]{{0,16}}(?:收到|接收|受理|登记|提交|递交|提出)[^0-9]{{0,12}}公开[^0-9]{{0,4}}申请{LINK}",
        part=True,
    ),
)
_ON_DOCUMENTS = (
    _act(
        "规范性文件制发",
        ISSUED,
        f"(?:{_DOCUMENTS})?{_OPEN}(?:新)?(?:制发|出台|制定|印发|制作)(?:了|的)?(?:{_DOCUMENTS})?{_TALLY}",
        f"(?:{_DOCUMENTS})?",
    ),
    _act(
        "规范性文件废止",
        REPEALED,
        f"(?:{_DOCUMENTS})?{_OPEN}(?:废止|废除|停止执行|宣布失效|宣布废止)(?:了|的)?(?:[^0-9，]{{0,6}}{_DOCUMENTS})?{_TALLY}",
    ),
    _act(
        "规范性文件现行有效",
        IN_FORCE,
        f"(?:{_DOCUMENTS})?{_OPEN}(?:现行|现在|目前|现|仍然?|继续|尚|至今|现存)?有效的?(?:{_DOCUMENTS})?{_OPEN}{_TALLY}",
        f"(?:{_DOCUMENTS})?",
    ),
    _act(
        "规范性文件现行有效",
        IN_FORCE,
        f"{_OPEN}(?:现行|现在|目前|现|仍然?|继续|尚|至今|现存)有效的?{_DOCUMENTS}{_OPEN}{_TALLY}",
    ),
    _act("规范性文件现行有效", IN_FORCE, f"{_OPEN}(?:现有|现存|现在有|目前有)(?:的)?{_DOCUMENTS}{_OPEN}{_TALLY}"),
)
_BROUGHT = (
    "(?:因[^0-9]{0,12})?(?:引发|引起|发生|被提起|被申请|被提出|申请|提起|提出|收到|涉及|涉|产生|出现|办理)?(?:了|的)?"
)
_ON_DISPUTES: tuple[_Act, ...] = (
    _act("行政复议", REVIEWS, f"{_OPEN}{_BROUGHT}(?:行政)?复议(?:案件|申请|案)?{_TALLY}", "(?:案件|申请)?"),
    _act("行政诉讼", SUITS, f"{_OPEN}{_BROUGHT}(?:行政)?诉讼(?:案件|案)?{_TALLY}", "(?:案件)?"),
    _act("行政诉讼", SUITS, f"{_OPEN}(?:被诉|被起诉|应诉|涉诉|(?:收到)?应诉通知书?){_TALLY}"),
)
_ENDED = {"corrected": "(?:被|结果|予以)*(?:纠正|撤销|变更|确认违法)", "upheld": "(?:被|结果|予以)*维持"}
_ON_DISPUTES += tuple(
    _act("行政复议结果", ((f"disputes.review.{column}",),), f"(?:其中)?{_FILL}*+", words, earlier="复议(?!.*诉讼)")
    for column, words in _ENDED.items()
)
_ON_DECISIONS = tuple(
    _act(
        f"{name}处理决定",
        cells,
        f"{_OPEN}(?:作出|做出|给予|实施|办理|办结|办了|办)?(?:各类)?(?:行政)?{name.removeprefix('行政')}(?:案件|处理)?(?:决定)?(?:办了|办理)?{_TALLY}",
        f"(?:行政{name.removeprefix('行政')}(?:处理)?决定)?",
    )
    for name, cells in DECISIONS.items()
)
_TOPICS: tuple[tuple[re.Pattern[str], tuple[_Act, ...]], ...] = (
    (re.compile("依申请|(?:信息|政务)公开申请|公开申请|申请公开|申请[^，。；]{0,8}公开"), _APPLICATIONS),
    (re.compile(_DOCUMENTS), _ON_DOCUMENTS),
    (re.compile("复议|诉讼|被诉|应诉|涉诉"), _ON_DISPUTES),
    (re.compile("行政(?:许可|处罚|强制)"), _ON_DECISIONS),
    (
        re.compile(
            f"{OTHER.pattern}|主动公开|发布|(?<!规范性)文件|低保|救助|补贴|补助|信访|投诉|举报|热线|留言|来信|咨询|建议|意见|提案|工单|问题|线索"
            "|稿件|信息(?!公开|处理|管理)|许可证|执照|证照|审批|备案|案卷评查|档案|协助|指导|全县|县政府|市政府|所属"
        ),
        (),
    ),
)
"""What a clause may be about; the last of these words before a figure tells, and those without acts end a topic."""


def spoken_role(text: str, figure: Figure, context: str) -> Role | None:
    """Return what a figure is said to be by a clause of which every word is understood."""
    if figure.unit not in _UNITS or figure.kind not in ("count", "approximate", "range"):
        return None
    before, after = text[max(0, figure.start - _FAR) : figure.start], text[figure.end : figure.end + _FAR]
    if _ATTRIBUTES.search(re.split("[。！？]", before)[-1]):
        return None
    start = max((match.end() for match in _STOP.finditer(before)), default=0)
    stop = _STOP.search(after)
    clause, tail = before[start:], after[: stop.start() if stop else len(after)]
    for act in _acts(f"{context[-_FAR:]}，{before[:start]}", clause + tail, after):
        if act.before.fullmatch(clause) and act.after.fullmatch(tail) and act.earlier.search(before[:start]):
            return act.role
    return None


def _acts(earlier: str, clause: str, later: str) -> tuple[_Act, ...]:
    """Return what may be done with the thing that a clause is about, by its own words or those around it."""
    named = tuple(act for words, acts in _TOPICS if words.search(clause) for act in acts)
    if named:
        return named
    for text in (earlier, later):
        found = [(match.end(), acts) for words, acts in _TOPICS for match in words.finditer(text)]
        if found:
            return max(found, key=lambda item: item[0])[1]
    return ()
