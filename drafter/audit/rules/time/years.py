"""E01: a year that is not the report's, where nothing about it says why it stands there."""

import re
from collections.abc import Iterator

from drafter.audit.audited import Audited
from drafter.audit.passages import Passage, passages
from drafter.audit.rule import Rule
from drafter.audit.spot import Spot
from drafter.dossier.numerals import read_numeral
from drafter.findings import Severity

_YEAR = re.compile(r"(?<![\d—–~\-第号])(?P<year>(?:19|20)\d{2}|[一二][〇零○一二三四五六七八九]{3})年(?P<part>度)?")
_LETTER = re.compile("2(?=[0O]*O)[0O][0-9O]{2}年|20[0-9]O年|2[0O]O[0-9]年")
_TITLES = re.compile("《[^》]*》|〈[^〉]*〉|“[^”]{0,40}”|[（(][^）)]{0,20}令第[^）)]{0,8}[）)]")
_RANGE = re.compile(r"20\d{2}年?(?:—+|–|-|~|至|到)20\d{2}年|20\d{2}—20\d{2}")
_NUMBER = "(?:\\d{1,4}|[一二三四五六七八九十〇零○]{1,4})"
_DAYS = re.compile(
    f"{_NUMBER}年{_NUMBER}月(?:{_NUMBER}日|份)?(?:起|开始)?，?(?:至|到|—+|-+|~|–)(?:{_NUMBER}年|同年|当年)?{_NUMBER}月(?:{_NUMBER}日)?"
)
"""The period of the figures is another rule's."""
_COMPARES = re.compile("(?:[比较与同]|相比|相较|对比|环比)[^，。；]{0,6}$")
_COMPARED = re.compile("^(?:同期|相比|[^，。；]{0,12}(?:相比|同期))")
_CHANGE = (
    "增[加长至到减幅]|减[少至到]|下降|上升|提高|降[低至到为]|升[至到为]|翻|持平|变[为成]|涨|[多少]了|多出|压[减缩]"
)
_MEASURED = re.compile(
    # 是2022年7件的3倍, 2022年7件，增加14件, 由2022年的402条降为351条.
    f"^度?的?[^，。；\\d]{{0,10}}\\d[\\d.]*[万余多]*[一-鿿%]{{1,3}}(?:的\\d[\\d.]*倍|的[^，。；]{{1,8}}[倍成半]|[^。；比较同与]{{0,12}}(?:{_CHANGE}))"
)
"""A figure of a year before with what has become of it."""
_COUNTED = "度?的?[^，。；\\d]{0,10}\\d[\\d.]*[万余多]*[一-鿿%]"
_STANDARD = re.compile("(?:高于|低于|多于|少于|大于|小于|优于|好于|快于|超过|不及|不如|相当于|持平于|达到)$")
_LAW = re.compile(
    "^(?:\\d{1,2}月)?(?:\\d{1,2}日)?(?:起)?(?:正式)?(?:制发|下发|签订|投用|投入|开工|搬迁|入职|发布了?《|修订|修正|施行|实施|颁布|公布|印发|出台|发布的|制定|国务院|版|新修|成立|启用|建成|建立|设立|开通|上线|换届|撤并|合并)"
)
_SINCE = re.compile("^(?:\\d{1,2}月)?(?:\\d{1,2}日)?(?:以来|至今|起|开始|后)")
_OF_LAST = re.compile(
    "^(?:政府|部门|镇|乡|街道|年度|本级|财政|的?工作)*(?:决算|财务|审计|统计公报|考核|测评|评估|测评结果|(?:政府信息公开)?(?:工作)?(?:年度报告|年报)|总结|结转|届|底结转|预算执行|下半年结转|转入)"
)
_ANSWERS = re.compile("(?:针对|对照|围绕|对于?|就|解决|整改|结合|梳理|上年|去年|回应)[^，。；]{0,4}$")
_NAMED_PROBLEM = re.compile(
    "^(?:政府信息公开|政务公开)?(?:工作)?(?:年度报告|年报|报告|工作)?(?:中|里|所|上)?(?:提出|指出|查摆|反馈|列出?|存在|梳理|发现|检查|查找)[^，。；]{0,16}(?:问题|不足|短板)"
)
_SHORTCOMING = re.compile(
    "^(?:的|度|报告|年报|工作|政府信息公开|中|里|所|上|版|我[镇乡]|本机关|镇|乡|街道)*(?:"
    # 2024年报告中提到的……, 2019年提出的两项措施均已完成.
    "(?:提|指|查|反|列|发现|梳理|检查|暴露|遗留|写|记|确定|排查|剖析|总结|承诺|部署)[^。；]*(?:问题|不足|短板|薄弱|差距|措施|建议|要求|打算|任务|“|·)"
    "|[^。；]*(?:问题|不足|短板|薄弱|差距)[^。；]*(?:均已|已经?|得到|全部)(?:整改|解决|完成|落实|改进|消除|按|通过))"
)
"""What section 五 says of the shortcomings of a year before, and what has become of them."""
_OF_A_REQUEST = re.compile(
    "(?:要求|申请|请求)(?:提供|公开|查阅|获取|查询)?[^，。；]{0,4}$|(?:查阅|查询|获取|调取|补发|补录|补充公开|扫描|整理|归集)$"
)
_LEFT = re.compile("(?:度|全年)?(?:结转|转来|转入|移交|遗留|未办结|尚未办结|受理但)")
_UNTIL = re.compile("^(?:\\d{1,2}月)?(?:底|末|初)?(?:以|之)?前")
_RESOLVED = re.compile(
    "^(?!度?[，、])[^。；]*(?:已|均|全部|得到|基本|不再|逐[一项条个])[^。；，]{0,10}"
    "(?:整改|解决|完成|落实|改[进正好]|消除|通过|到位|扭转|更正|修复|纠正|补[齐上全]|销号|办结|出现|发生|见效|规范)"
)
"""What was found in a year before and has been put right since."""
_INTO = re.compile(
    "(?:转入|转至|转到|结转(?:至|到|于|入|下)?|延至|延[期后]至|顺延[至到]?|留待|留[至到]|推迟[到至]|移至|跨入|跨至|滚入|接转)(?:下一?年度?[（(]?)?$"
)
_INTO_THIS = re.compile(
    "(?:尚未|尚在|未办结|剩余|剩下|其余|余下|还有|另有)[^。；]{0,14}(?:结转|转入|转到|转至|延至|顺延)(?:[至到入下])?(?P<now>[本今当]年)"
)
_FROM_BEFORE = re.compile("上一?年|去年|往年|以前|历年|前[一两]年|年初|本年|当年的")
_MOVED = re.compile("(?:转入|转至|转到|结转|延至|顺延至?|留待|推迟[到至]|移至|跨入|跨)$")
_SERIES = re.compile("近[两三四五几]年|逐年|历年|连续[两三四五]年|分年度")
_EACH_YEAR = re.compile("(20\\d\\d)年(?:度)?(?:为|是)?\\d")
_MANY_YEARS = 3
_PLANS = re.compile(
    "将|计划|拟|下一步|下步|继续|力争|预计|明年|新的一年|要点|结转|预算|打算|着力|重点|进一步|今后|目标|任务|工作中"
)
_PUBLISHED = re.compile("^(?:[1-3]|0[1-3])月")
_DONE = re.compile(
    "^(?:度)?[，、]?(?:我|本|全|各|累计|共|主动|新|度|12月31日|镇|乡|街道|政府|通过|以来|在|围绕|坚持)|^(?:度)?[，、]"
)
_PLAN_TITLE = re.compile(
    r"(?P<year>20\d{2})年(?:度)?[^》]{0,30}(?:工作要点|要点|工作方案|实施方案|工作计划|工作安排|任务分工|任务分解)"
)
ADVICE = "请核对是否沿用了往年的文字；确指该年的，写明“上年”“与×年相比”等"


def _find(audited: Audited) -> Iterator[Spot]:
    if audited.year is None:
        return
    for passage in passages(audited):
        if passage.section == "signature":
            continue
        yield from _old_plans(passage, audited.year)
        yield from _late_plans(passage, audited.year)
        yield from _into_itself(passage, audited.year)
        for match in _LETTER.finditer(passage.text):
            yield passage.spot(f"年份“{match.group()}”里有字母", match.span(), "请改用数字")
        text = _masked(passage.text)
        for match in _YEAR.finditer(text):
            year = _read(match)
            if year is None or year == audited.year:
                continue
            if not _is_due(passage, text, match, year - audited.year):
                weight = _weight(passage, text, match, year - audited.year)
                message = f"“{passage.around(*match.span())}”写的是{year}年，报告年度是{audited.year}年"
                yield passage.spot(message, match.span(), ADVICE, weight)


def _masked(text: str) -> str:
    """Return the text, of the same length, without titles, quotations and spans of years."""
    for pattern in (_TITLES, _RANGE, _DAYS):
        text = pattern.sub(lambda match: "·" * len(match.group()), text)
    return text


def _is_due(passage: Passage, text: str, match: re.Match[str], distance: int) -> bool:
    """Return whether the words around a year say why it is not the report's."""
    before = re.split("[。；]", text[: match.start()])[-1]
    clause = re.split("[，。；：]", before)[-1]
    after = text[match.end() :]
    if passage.section == "title":
        return False
    if _LAW.match(after) or _COMPARES.search(clause) or _COMPARED.match(after) or re.search("同比|令第", before[-12:]):
        return True
    if distance < 0 and (_STANDARD.search(clause) or _is_compared(before, clause, after, _read(match), distance)):
        return True
    if _SERIES.search(before) or len(set(_EACH_YEAR.findall(text))) >= _MANY_YEARS:
        return True
    if distance < 0:
        return _is_due_before(passage.section, clause, after, distance)
    is_plan = passage.section in ("improvement", "other", "unknown") or _PLANS.search(before + after[:40]) is not None
    return distance == 1 and (is_plan or _MOVED.search(clause) is not None or _PUBLISHED.match(after) is not None)


def _is_compared(before: str, clause: str, after: str, year: int | None, distance: int) -> bool:
    """Return whether a figure of a year before stands beside that of the report year, or is what it is measured by."""
    now = f"(?:{(year or 0) - distance}年|今年|本年|当年)"
    sentence = f"{before}{re.split('[。；]', after)[0]}"
    if re.search(f"{now}{_COUNTED}", sentence) and re.match(_COUNTED, after):
        return True
    return (
        _MEASURED.match(after) is not None and re.search(f"[是为由从约达]$|{now}", f"{sentence}\0{clause}") is not None
    )


def _is_due_before(section: str, clause: str, after: str, distance: int) -> bool:
    """Return whether the words around a year say why an earlier one stands there."""
    if _OF_A_REQUEST.search(clause) or _UNTIL.match(after):
        return True
    if distance < -1:
        return bool(_SINCE.match(after)) or "自" in clause[-3:] or clause[-1:] in {"以", "自", "从"}
    sentence = re.split("[。；]", after)[0]
    is_problem = section == "improvement" and bool(_SHORTCOMING.search(sentence) or _RESOLVED.match(sentence))
    is_answer = _ANSWERS.search(clause) is not None or _NAMED_PROBLEM.match(after) is not None
    is_of_last = section != "preamble" and _OF_LAST.match(after) is not None
    return is_problem or is_answer or is_of_last or _LEFT.match(after) is not None or "结转" in after[:10]


def _weight(passage: Passage, text: str, match: re.Match[str], distance: int) -> Severity | None:
    """Return a warning where the year may be meant: a month of an earlier year, an older date."""
    if passage.section == "title" or _DONE.match(text[match.end() :]):
        return None
    is_deadline = re.search("截[至止]到?$", text[: match.start()]) is not None
    return None if is_deadline or (distance > 0 and passage.section == "overview") else Severity.WARNING


def _into_itself(passage: Passage, report_year: int) -> Iterator[Spot]:
    """Yield requests that are said to be carried over into the report year, which is the one they come from."""
    for match in _INTO_THIS.finditer(passage.text):
        message = f"“{match.group()}”：没有办结的应当结转到下一年度"
        yield passage.spot(message, match.span("now"), f"请核对；一般应为“{report_year + 1}年”")
    for match in _YEAR.finditer(passage.text):
        before = re.split("[。；]", passage.text[: match.start()])[-1]
        clause = re.split("[，：]", before)[-1]
        after = re.split("[，。；]", passage.text[match.end() :])[0]
        moved = _INTO.search(before)
        if _read(match) != report_year or moved is None or _FROM_BEFORE.search(clause[: -len(moved.group())] + after):
            continue
        # 2022年结转至2023年的1件 came from the year before.
        if any(_read(other) == report_year - 1 for other in _YEAR.finditer(clause)):
            continue
        message = f"“{passage.around(moved.start(), match.end(), 4)}”：没有办结的应当结转到{report_year + 1}年"
        yield passage.spot(message, match.span(), f"请核对；一般应为“{report_year + 1}年”")


def _read(match: re.Match[str]) -> int | None:
    year = read_numeral(match["year"].replace("零", "〇").replace("○", "〇"))
    return year if isinstance(year, int) else None


def _late_plans(passage: Passage, report_year: int) -> Iterator[Spot]:
    """Yield a plan for the report year, which is over when the report is written."""
    subject = "(?:度|的?工作中?|里|，|我[镇乡]|我街道)*"
    pattern = f"{report_year}年{subject}(?:将|计划|拟)(?![^，。；]{{0,10}}(?:纳入|作为|列入|融入))"
    match = re.search(pattern, passage.text) if passage.section == "improvement" else None
    if match:
        message = f"“{match.group()}”是对{report_year}年的打算，报告年度{report_year}年已经结束"
        yield passage.spot(message, (match.start(), match.start() + 5), "下一年的打算应写下一年份", Severity.WARNING)


def _old_plans(passage: Passage, report_year: int) -> Iterator[Spot]:
    """Yield a plan of an earlier year by which the work of this year is said to have been done."""
    for title in re.finditer("《[^》]*》", passage.text):
        match = _PLAN_TITLE.search(title.group())
        if match and int(match["year"]) < report_year:
            start = title.start() + match.start()
            message = f"引用的是{match['year']}年的文件“{title.group()[:24]}”，报告年度是{report_year}年"
            yield passage.spot(message, (start, start + 5), "请核对是否应当引用本年度的要点或方案", Severity.WARNING)


YEARS = Rule(
    "E01", "year-differs", Severity.ERROR, "常见差错：沿用往年模板的年份；国办公开办函〔2021〕30号：内容准确", _find
)
