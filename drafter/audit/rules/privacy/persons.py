"""I01 numbers and places of persons, I02 names of applicants."""

import re
from collections.abc import Iterator

from drafter.audit.audited import Audited
from drafter.audit.passages import Passage, passages
from drafter.audit.rule import Rule
from drafter.audit.rules.language.set_phrases import known_words
from drafter.audit.spot import Spot
from drafter.dossier.privacy import personal_numbers
from drafter.findings import Severity

_PLATE = re.compile(
    "[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][·•.]?"
    "(?=[A-HJ-NP-Z0-9]*\\d)[A-HJ-NP-Z0-9]{5,6}(?![A-Za-z0-9])"
)
_IDENTITY_LIKE = re.compile(
    r"(?<![0-9A-Za-z])[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[0-9Xx](?![0-9A-Za-z])"
)
_CARD = re.compile("(?:银行卡|卡号|账号|账户|存折|身份证)(?:号码?)?(?:为|是|：)?\\d{12,19}(?!\\d)")
_HOUSE = "(?:\\d+|[一二三四五六七八九十]+)(?:组|号|室|栋|幢|单元|弄|社)"
_HOME = re.compile(
    f"(?:家住|家庭住址|住址(?:：|为|是)|户籍地(?:址)?(?:：|为|是)|现住|居住(?:于|在))[^，。；]{{0,30}}?{_HOUSE}"
    f"|(?<!居)住(?:在|于)?(?![房建宅户所宿])[一-鿿]{{2,8}}(?:村|社区|路|街|巷)[^，。；]{{0,12}}?{_HOUSE}"
)
_CONTACT = re.compile("(?:电话|手机|联系方式|咨询|热线)(?:号码)?(?:：|为)?$")
_LETTERS = {0xFF21 + place: 0x41 + place for place in range(26)}
_SURNAMES = (
    "张王李赵刘陈杨黄周吴徐孙胡朱郭林罗梁宋郑谢韩唐冯董萧曹袁邓傅沈"
    "彭吕苏卢蒋蔡贾丁魏薛叶阎潘杜戴汪姜范姚谭廖邹熊陆郝孔崔康邱秦史侯邵孟龙雷钱汤尹黎贺赖龚"
)
_OPEN_SURNAMES = "任时方文万常程许曾易江白石金段余夏田高马何于向钟毛顾武乔"
_GIVEN = "(?:某某?|[Xx×*]{1,2}|[一-鿿]{1,2})"
_ENDS = (
    "(?=[，。、；：（）]|于|向|提|申请|通过|的|就|在20|等|反映|要求|因|女士|先生|同志|20"
    "|不服|诉|来|关于|对|一案|邮寄|当面)"
)
_WHO = "申请人|申请者|投诉人|举报人|信访人|原告|第三人|复议申请人|当事人"
_NAMED = re.compile(
    f"(?:{_WHO})(?:（[^）]{{0,6}}）)?(?:姓名)?(?:：|为|是|即|（)?"
    f"(?P<name>[{_SURNAMES}]{_GIVEN}{_ENDS}"
    f"|[{_SURNAMES}{_OPEN_SURNAMES}](?:某某?|[×*Xx]{{1,2}}))"
)
_BY = re.compile(
    f"(?:村民|居民|群众|市民|公民|自然人|企业主|收到了?|答复了?|受理了?|对|由)"
    f"(?P<name>[{_SURNAMES}](?:某某?|[×*]{{1,2}}|[一-鿿]{{1,2}}?)|[{_OPEN_SURNAMES}](?:某某?|[×*]{{1,2}}))"
    "(?=(?:女士|先生|等人)?(?:提出|提交|申请(?:公开|政府)|的(?:政府信息公开|信息公开|公开)?申请|邮寄|写信|来信|来电|致信|致电|上门|到窗口|前来|反映|要求(?:公开|提供)"
    "|诉(?:我|灵|[一-鿿]{1,4}[镇乡]))|向(?:我|本|[一-鿿]{1,4}[镇乡]))"
)
_MASKED = re.compile(
    f"(?:^|[，。；：、])(?P<name>[{_SURNAMES}{_OPEN_SURNAMES}](?:某某?|[×*]{{1,2}}|先生|女士))(?=等?人?(?:提出|申请|向|于|提交|要求))"
)
_LISTED = re.compile(
    f"由(?P<name>[{_SURNAMES}{_OPEN_SURNAMES}][一-鿿]{{1,2}})(?:(?:、|和|与)[{_SURNAMES}{_OPEN_SURNAMES}][一-鿿]{{1,2}}|[两二三四2-9]人|等人?)+"
    "(?=(?:当面|书面|分别|共同|联名|先后)*(?:提出|提交|申请))"
)
_STARTS = re.compile(
    f"(?:^|[，。；：])(?P<name>[{_SURNAMES}{_OPEN_SURNAMES}][一-鿿]{{1,2}}(?<![村镇乡社司厂局队组会区市县府]))(?=(?:申请|要求)公开|申请政府信息|提出(?:政府)?信息公开申请)"
)
_BEFORE_NAME = (
    "(?:申请人|申请者|投诉人|举报人|信访人|原告|第三人|当事人|代理人|委托人|联系人|经办人|来访人)(?:（[^）]{0,6}）)?(?:姓名)?(?:：|为|是|即|系)?"
    "|(?:村民|居民|市民|公民|自然人|业主|农户|村民代表|户主)(?:：|为|是|即|系)?"
    "|(?:^|[，。；：、])(?:应|据|为|由|对|向|与|收到了?|受理了?|答复了?)"
)
_FULL = re.compile(
    f"(?:{_BEFORE_NAME})(?P<name>[{_SURNAMES}][一-鿿]{{2}}|(?:欧阳|上官|司马|诸葛|夏侯|皇甫|尉迟|公孙|慕容|令狐|司徒)[一-鿿]{{1,2}})"
    "(?=代|替|因|为|以|与|和|及|一户|户|家|本人|所|依法|分别|多次|再次|首次|先后|当日|\\d|（|来|前|询问|查询|查阅|咨询|到|从|自|对|未|已|不|持|携|撤|补|领|签|的?(?:政府信息公开)?申请)"
)
"""A name of three characters before a verb or a preposition; that it is no word is asked of the list of words."""
_OFFICIAL = re.compile("(?:联系人|经办人)")
_CALLED = re.compile(
    f"(?:村民|居民|市民|申请人|群众|自然人|收到|答复)(?P<name>[{_SURNAMES}{_OPEN_SURNAMES}](?:大[妈爷娘伯叔婶哥姐]|阿姨|先生|女士|老师|师傅|奶奶|爷爷))"
)
_NOT_NAMES = re.compile(
    "方便|高度|高效|于是|时间|何[时事]|任何|文件|万[元人]"
    "|常[见年]|许可|许多|程序|余[条件]|金额|白天|石[桥油]|黄河"
    "|王府|马上|马路|李子|江[苏西]|康[复养]|龙头|汤料|史料|雷电|江河"
)


def _numbers(audited: Audited) -> Iterator[Spot]:
    for passage in passages(audited):
        known = []
        for found in personal_numbers(passage.text.translate(_LETTERS)):
            known.append(range(found.start, found.end))
            is_office = found.kind == "手机号" and (
                passage.section in ("preamble", "signature") or _CONTACT.search(passage.text[: found.start])
            )
            message = f"出现{found.kind}“{found.masked}”"
            advice = "对外联系请用办公电话" if is_office else "请删去，个人信息公开前应当去标识化"
            yield passage.spot(message, (found.start, found.end), advice, Severity.WARNING if is_office else None)
        yield from _others(passage, known)


def _others(passage: Passage, known: list[range]) -> Iterator[Spot]:
    for pattern, what, severity in (
        (_CARD, "银行卡号或身份证号", None),
        (_IDENTITY_LIKE, "疑似身份证号（校验位不符）", Severity.WARNING),
        (_PLATE, "车牌号", None),
        (_HOME, "家庭住址", None),
    ):
        for match in pattern.finditer(passage.text):
            if any(match.start() in place for place in known):
                continue
            shown = match.group() if pattern is _HOME else f"{match.group()[:3]}***"
            yield passage.spot(f"出现{what}“{shown}”", match.span(), "请删去，个人信息公开前应当去标识化", severity)


def _names(audited: Audited) -> Iterator[Spot]:
    for passage in passages(audited):
        told: set[int] = set()
        for pattern in (_NAMED, _BY, _MASKED, _LISTED, _STARTS, _FULL, _CALLED):
            for match in pattern.finditer(passage.text):
                name = match["name"]
                if match.start("name") in told or (pattern is _FULL and not _is_full_name(passage, match)):
                    continue
                if _NOT_NAMES.search(name + passage.text[match.end("name") :][:1]):
                    continue
                is_hidden = re.search("[某Xx×*]", name) is not None
                told.add(match.start("name"))
                message = f"出现申请人的姓名“{name}”"
                # That a name stands there is sure only behind a word for a person.
                is_unsure = is_hidden or pattern in (_LISTED, _STARTS, _CALLED)
                severity = Severity.WARNING if is_unsure else None
                yield passage.spot(message, match.span("name"), "请删去姓名，只写申请事项和结果", severity)


def _is_full_name(passage: Passage, match: re.Match[str]) -> bool:
    """Return whether three characters are a name and no words: 申请人周边群众 names nobody.

    Outside the preamble nobody has to be named as the one to ask.
    """
    if passage.section in ("preamble", "signature", "title") and _OFFICIAL.match(match.group()):
        return False
    words, start, end = known_words(), match.start("name"), match.end("name")
    pieces = ((start, start + 2), (start + 1, end), (end - 1, end + 1), (start, end), (start - 1, start + 1))
    return not any(first >= 0 and passage.text[first:last] in words for first, last in pieces)


NUMBERS = Rule("I01", "personal-number", Severity.ERROR, "《个人信息保护法》；GB 11643、ISO/IEC 7812 校验位", _numbers)
APPLICANTS = Rule("I02", "applicant-named", Severity.ERROR, "真实差错：2025年某镇报告印出申请人姓名", _names)
