"""F05: one website under several names; F06: 政务公开 for 政府信息公开; F07: what is not of the organ of government."""

import re
from collections import Counter
from collections.abc import Iterator

from drafter.audit.audited import Audited
from drafter.audit.passages import Passage, body, passages
from drafter.audit.rule import Rule
from drafter.audit.spot import Spot
from drafter.findings import Severity

_SITE = re.compile(
    "(?:[一-鿿]{2,6}?[县区市])?(?:[县区市])?(?:人民)?(?:政府|政务)(?:门户|公众信息|信息公开|信息|公众)?网(?:站|页)?|(?:[县区市])?(?:门户|官方)网站"
    "|[一-鿿]{2,6}?[县区市](?:公众信息|信息公开|政务信息|门户)网(?:站)?"
    "|(?:[一-鿿]{2,6}?[县区市])?(?:[县区市])?(?:人民)?(?:政府|政务|公众|党政)(?:公众)?(?:信息)?(?:公开)?(?:门户|网站|网)(?![格络点])"
)
_SERVICES = re.compile("政务服务|政务新媒")
_OFFICE = re.compile("(?P<name>党政和人大|党政综合|党建综合|党政|综合|行政)办(?:公室)?(?![事理法案结件公])")
_SITE_WORDS = re.compile(
    "^.*(?:[一-鿿](?:在|从|于|过|用|托|录|是|中|理|和|与|及|由|对|将|的)|^[在从由对将以和与及的是])(?=[一-鿿]{3})"
)
_OPEN_AFFAIRS, _INFORMATION = re.compile("(?<!基层)政务公开"), re.compile("(?<!依申请公开)政府信息公开")
_MIXED = re.compile("政务信息公开|政府公开信息工作|政府公开工作")
_OUTSIDE = re.compile(
    "三重一大|党务公开|党内公开|村务公开领导小组|干部任免|党委集体讨论|党风廉政|发展党员|党费|支部活动|主题党日|厂务公开"
)
_MANY_NAMES = 3
_FAMILIES = ("政务", "公众", "党政", "政府")
"""县政府网站 may be short for 县人民政府门户网站; 县政务信息网 is another name."""
_DRIFT, _FEW = 3, 6


Named = tuple[Passage, tuple[int, int]]


def _sites(audited: Audited) -> Iterator[Spot]:
    found: dict[str, list[Named]] = {}
    for passage in passages(audited):
        for match in _SITE.finditer(passage.text):
            name = _SITE_WORDS.sub("", match.group())
            if not _SERVICES.search(match.group()):
                found.setdefault(name, []).append((passage, (match.end() - len(name), match.end())))
    families = {family for name in found if (family := _family(name))}
    if len(found) >= _MANY_NAMES or len(families) > 1:
        passage, span = _odd(found, families)
        yield passage.spot(f"同一网站有 {len(found)} 种叫法：{'、'.join(found)}", span, "请统一用网站的正式名称")
    yield from _offices(audited)


def _family(name: str) -> str:
    return next((word for word in _FAMILIES if word in name), "")


def _odd(found: dict[str, list[Named]], families: set[str]) -> Named:
    """Return where the name stands that is used least; the later one where they are even."""
    times = Counter(
        {family: sum(len(at) for name, at in found.items() if _family(name) == family) for family in families}
    )
    names = list(found)
    rarest = min(
        enumerate(names),
        key=lambda item: (times[_family(item[1])] if len(families) > 1 else len(found[item[1]]), -item[0]),
    )
    return found[rarest[1]][0]


def _offices(audited: Audited) -> Iterator[Spot]:
    """Yield an office that is called 党政办公室 here and 综合办公室 there: a township has one that does this work."""
    found: dict[str, list[Named]] = {}
    for passage in passages(audited, "preamble", "overview", "improvement", "other"):
        for match in _OFFICE.finditer(passage.text):
            if not passage.text[: match.start()].endswith(("县", "市", "区", "府", "省", "委")):
                found.setdefault(match["name"], []).append((passage, match.span()))
    if len(found) > 1:
        passage, span = min(reversed(found.values()), key=len)[0]
        told = "、".join(f"{name}办公室" for name in found)
        yield passage.spot(f"办公室有 {len(found)} 种叫法：{told}", span, "请核对是不是同一个部门，统一用正式名称")


def _concepts(audited: Audited) -> Iterator[Spot]:
    counts: Counter[str] = Counter()
    first: tuple[Passage, tuple[int, int]] | None = None
    for passage in passages(audited, "title", "preamble"):
        for match in _MIXED.finditer(passage.text):
            yield passage.spot(f"“{match.group()}”不是规范的说法", match.span(), "请用“政府信息公开”")
    for passage in body(audited, "overview", "improvement", "proactive"):
        counts["信息"] += len(_INFORMATION.findall(passage.text))
        for match in _OPEN_AFFAIRS.finditer(passage.text):
            counts["政务"] += 1
            first = first or (passage, match.span())
        for match in _MIXED.finditer(passage.text):
            yield passage.spot(f"“{match.group()}”不是规范的说法", match.span(), "请用“政府信息公开”或“政务公开”")
    if first and counts["政务"] >= _FEW and counts["政务"] >= _DRIFT * max(1, counts["信息"]):
        told = f"“政务公开”出现 {counts['政务']} 次，“政府信息公开”出现 {counts['信息']} 次"
        message = f"第一、二、五部分里{told}：报告的对象是政府信息公开"
        yield first[0].spot(message, first[1], "请按报告的对象统一用语")


def _outside(audited: Audited) -> Iterator[Spot]:
    for passage in body(audited, "overview", "improvement", "proactive"):
        for match in _OUTSIDE.finditer(passage.text):
            yield passage.spot(
                f"“{match.group()}”不属于政府信息公开的内容", match.span(), "格式要求“不宜泛化”，请核对是否需要写"
            )


SITES = Rule("F05", "names-of-site-differ", Severity.INFO, "公文惯例：同一事物用同一名称", _sites)
CONCEPTS = Rule("F06", "concept-drift", Severity.INFO, "《政府信息公开条例》第二条", _concepts)
OUTSIDE = Rule("F07", "out-of-scope", Severity.INFO, "国办公开办函〔2021〕30号：不能遗漏，也不宜泛化", _outside)
