"""F02: a township that speaks as a county, a province or a bureau; F03: a town that calls itself a township."""

import re
from collections.abc import Iterator

from drafter.audit.audited import Audited
from drafter.audit.passages import body
from drafter.audit.rule import Rule
from drafter.audit.rules.scope.chain import chain_of
from drafter.audit.spot import Spot
from drafter.findings import Severity

_WORK = "(?:政府信息公开|政务公开|信息公开|公开工作|依申请公开|主动公开)"
_WIDE = re.compile(
    f"(?:组织|推动|推进|指导|督促|统筹|部署|开展|加强|做好|提升|规范|促进|完善|深化|抓好|牵头)[^，。；]{{0,6}}(?P<area>全[省市县区州])[^，。；]{{0,8}}{_WORK}"
    f"|(?P<sum>全[省市县区州])(?:各级|各部门|各单位)?(?:行政机关)?(?:全年|本年度?|年内|20\\d\\d年度?|共|累计|共计|总计)*(?:主动)?(?:收到|受理|公开|发布|办理|办结|答复|制发)[^，。；]{{0,14}}[\\d一二三四五六七八九十百千两]"
    f"|(?P<villages>全[省市县区州])(?=(?:各|所有|[1-9]\\d?|[一二三四五六七八九十]{{1,3}})个?(?:行政|建制)?(?:村|社区|居委会|站所|村居))"
    f"|(?:^|[，。；])(?P<lead>全[省市县区州])(?:政府信息公开|政务公开|信息公开|主动公开|依申请公开|公开)(?:工作|水平|质量|能力|实效)?"
    "(?:取得|稳步|有序|扎实|不断|进一步|持续|深入|总体|明显|显著|得到|全面|整体)"
)
_BELOW = re.compile(
    "(?:指导|督促|组织|督导|考核|通报|检查|要求|推动)(?:全[县市区])?(?P<units>各(?:乡镇|镇街|街镇|镇乡|县区|市县|区县)|[县区市]直(?:各)?(?:部门|单位))"
)
_SELF = re.compile(
    "(?P<bureau>我(?:局|委(?!员)|厅|院|校|公司|中心|省|市)|(?:^|[，。；、由经在])本(?:局|委(?!员)|厅|院|校|市|省)(?!人|地|着|来))"
    "|(?P<county>我[县区州旗])"
)
_UPWARD = re.compile(
    "统一部署|部署|安排|要求|委|政府(?!信息)|排名|考核|通报|上级|列入|印发|会议|文件|方案|评比|工作要点|统一|相关规定|实际|平台|网站|一体化|范围内|第|位|名|前列|人民|各|经济|融媒体|群众"
)
_SELVES = {
    "镇": re.compile(
        "我乡|本乡(?!村)|全乡(?!镇|村)|(?<![镇各城])乡(?:人民)?政府|(?<![镇各城])乡党委|副?(?<!老)乡长(?![期远途久])|我街道|本街道|我办事处|街道办|街道党工委|街道各(?:科室|部门|办)"
    ),
    "乡": re.compile(
        "我镇|本镇|全镇|(?<![乡村城])镇(?:人民)?政府|(?<![乡村城])镇党委|副?镇长|我街道|本街道|我办事处|街道办|街道党工委|街道各(?:科室|部门|办)"
    ),
    "街道": re.compile(
        "我镇|本镇|全镇|(?<![乡村城])镇(?:人民)?政府|(?<![乡村城])镇党委|我乡|本乡(?!村)|全乡(?!镇|村)|(?<![镇各城])乡(?:人民)?政府|(?<![镇各城])乡党委"
        "|副?镇长|副?(?<!老)乡长(?![期远途久])"
    ),
}
_OWN_NAME = re.compile("[一-鿿]$")


def _levels(audited: Audited) -> Iterator[Spot]:
    chain = chain_of(audited)
    if not chain.level:
        return
    advice = f"请改为“我{chain.level}”或“全{chain.level}”，并核对是否套用了上级或部门的文字"
    for passage in body(audited):
        for match in _WIDE.finditer(passage.text):
            group = next(name for name in ("area", "sum", "villages", "lead") if match[name])
            clause = re.split("[，。；]", passage.text[: match.start()])[-1]
            if not re.search(
                "按照|根据|落实|贯彻|参加|依托|接入|(?<!全)[县市区]政府(?!信息)|上级", clause + match.group()
            ):
                message = f"“{match.group()}”是上一级机关的口吻，报告机关是{chain.short or chain.level}"
                # Only the area is sure: what a township of it has may be told of the whole county.
                yield passage.spot(message, match.span(group), advice, None if group == "area" else Severity.WARNING)
        for match in _BELOW.finditer(passage.text):
            if not re.search("[县市区省]|上级", re.split("[。；]", passage.text[: match.start()])[-1]):
                message = f"“{match.group()}”是县级机关的职责，报告机关是{chain.short or chain.level}"
                yield passage.spot(message, match.span("units"), advice, Severity.WARNING)
        for match in _SELF.finditer(passage.text):
            after = re.split("[，。；]", passage.text[match.end() :])[0]
            group = "bureau" if match["bureau"] else "county"
            is_place = match.group()[-1] in "省市县区州旗"
            if is_place and _UPWARD.search(after):
                continue
            message = f"“{match.group().strip('，。；、')}”与报告机关（{chain.short or chain.level}）不符"
            yield passage.spot(message, match.span(group), advice, Severity.WARNING if group == "county" else None)


def _kinds(audited: Audited) -> Iterator[Spot]:
    chain = chain_of(audited)
    pattern = _SELVES.get(chain.level)
    if pattern is None:
        return
    for passage in body(audited):
        for match in pattern.finditer(passage.text):
            if _is_named(passage.text, match, chain.short):
                continue
            message = f"“{match.group()}”与报告机关（{chain.short or chain.level}）的类别不符"
            # 我乡 and 全乡 speak of the organ itself; 乡政府 and 乡长 may be a neighbour's.
            weight = None if match.group()[0] in "我本全" else Severity.WARNING
            yield passage.spot(message, match.span(), f"请改为“{chain.level}”的称呼", weight)


def _is_named(text: str, match: re.Match[str], short: str) -> bool:
    """Return whether the words are the end of a name, of ours or of a neighbour, which another rule looks at."""
    before = text[: match.start()]
    if match.group()[0] in "我本全" or (match.group().endswith("长") and not re.search("[镇乡]$", before)):
        return False
    kind = "街道" if match.group().startswith("街道") else match.group()[0]
    if (before + kind).endswith(short):
        return True
    tail = re.split("[，。；、：（由向在与和经按照到对于为县市区省各年进动强化善是]", before)[-1]
    return 1 <= len(tail) <= 3 and _OWN_NAME.search(tail) is not None and not re.search("[推抓做好升实的]", tail)


LEVELS = Rule("F02", "level-differs", Severity.ERROR, "真实差错：镇街报告写“组织推动全省政府信息公开工作”", _levels)
KINDS = Rule("F03", "kind-differs", Severity.ERROR, "真实差错：镇的报告写“乡政府”", _kinds)
