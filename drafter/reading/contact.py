"""Who reports and how to reach them: from the title, the preamble and what stands near 联系."""

import re
from collections import Counter
from collections.abc import Sequence

from drafter.reading.dates import arabic_years
from drafter.reading.report import ReadContact
from drafter.reading.script import compact, simplified

_HAN = r"[\u4e00-\u9fff]"
_TITLE = re.compile(r"^(.*?)(?:政府信息公?公开|政务信息公开|政务公开|信息公开)")
_YEAR = re.compile(r"20\d\d年度?")
_NAME = re.compile(
    r"^(?:(?P<province>[^省县市]{2,3}省|.{2,6}?自治区))?(?:(?P<city>[^县区旗]{1,8}?(?:市|自治州|盟|地区)))?"
    # 岚泽区人民政府东风街道办事处: a subdistrict's office is its district's.
    r"(?P<county>[^省]{1,9}?(?:县|区|市|旗))?(?:人民政府)?"
    r"(?P<short>.{1,10}?(?:镇|乡|街道|苏木))(?P<tail>人民政府|政府|办事处|街道办事处|街道办)?$"
)
_OTHER_ORGAN = re.compile(r"(?:局|委员会|办公室|办|中心|政府|院|会|公司|管委会|大队|支队)$")
_LEVELS = (("街道", "街道"), ("镇", "镇"), ("乡", "乡"))
_ADDRESS = re.compile(
    r"(?:通[讯信]|联系|办公|单位|邮寄)?地\s*址(?:是|为)?\s*[:：]?\s*(?!栏)([^，,；;。）)（(\n\t]{4,80})"
)
_POSTCODE = re.compile(r"(?:邮\s*编|邮政编码)(?:是|为)?\s*[:：]?\s*(\d{6})(?!\d)")
_PHONE = re.compile(
    r"(?:电\s*话|联系方式|咨询热线)(?:号码)?(?:/传真)?(?:是|为)?\s*[:：]?\s*"
    r"([（(]?\d{3,4}[)）]?\s*[-—–－−－\s]{0,3}\s*\d{7,8}(?:\s*转\s*\d{1,5})?|\d{7,12})(?!\d)"
)
_EMAIL = re.compile(r"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}")
_OFFICE = re.compile(
    rf"(?:请(?:径|直接)?(?:与|向|同|联系|致电|咨询)|请联系|联系(?:单位|部门|科室|机构)[:：])\s*((?:{_HAN}|[、（）]){{2,40}}?)"
    r"(?=联系|咨询|反映|反馈|索取|[（(]\s*(?:联系|通[讯信]|办公|单位)?(?:地址|电话|邮编)|[，,；;。]|地址|电话|联系电话|$)"
)
_WEBSITE = re.compile(
    r"(?:可(?:以)?(?:在|从|到|登录|登陆|通过)|请(?:到|登录|登陆)|登录|登陆|发布在|刊登在|公布于|网址(?:是|为)?[:：]?)\s*"
    r"[“\"‘]?([^，,。；;”\"’\n]{3,90}?)[”\"’]?\s*(?:上|进行|栏目上|栏目)?(?=查阅|查看|下载|查询|浏览|阅读|获取|[，,。；;”]|$)"
)
_SITE = re.compile(r"网|www|http", re.IGNORECASE)
_FIELDS = {"address": 120, "office": 60, "website": 200, "phone": 40, "email": 80}


def read_contact(title: str, texts: Sequence[str]) -> ReadContact:
    """Return what a title and the lines around 联系 say; a field that is not certain stays empty."""
    text = "\n".join(simplified(line) for line in texts)
    organ = organ_of_title(title)
    match = _NAME.match(organ)
    short = match["short"] if match else ""
    county = (match["county"] or match["city"] or "") if match else ""
    name = _full_name(match) if match else (organ if _OTHER_ORGAN.search(organ) else "")
    found = {
        "address": _first(_ADDRESS, text),
        "postcode": _first(_POSTCODE, text),
        "phone": _first(_PHONE, text),
        "email": email.group() if (email := _EMAIL.search(text)) else "",
        "office": _office(text, (name, f"{short}政府", short)),
        "website": next((site for site in _all(_WEBSITE, text) if _SITE.search(site)), ""),
    }
    fitting = {field: value if len(value) <= _FIELDS.get(field, 99) else "" for field, value in found.items()}
    return ReadContact(
        organ=name,
        short=short,
        level=next((level for ending, level in _LEVELS if short.endswith(ending)), ""),
        county=county or _county_before(short, text),
        province=(match["province"] or "") if match else "",
        **fitting,
    )


def organ_of_title(title: str) -> str:
    """Return the organ that a title names, with the county before it as written; empty where it names none."""
    text = arabic_years(compact(title))
    match = _TITLE.match(text)
    if not match:
        return ""
    organ = _YEAR.sub("", match[1]).removeprefix("关于").strip("《》【】")
    # 镇人民政府信息公开: the word 政府 stands once for two.
    return organ + "政府" if organ.endswith("人民") else organ


def _full_name(match: "re.Match[str]") -> str:
    """Return the full name of a township's government or a subdistrict's office."""
    short, tail = match["short"], match["tail"] or ""
    if short.endswith("街道"):
        return f"{short}办事处"
    return f"{short}人民政府" if tail in {"", "政府", "人民政府"} else f"{short}{tail}"


def _county_before(short: str, text: str) -> str:
    """Return the county whose name stands right before the township's, where the text has one and no other."""
    if not short:
        return ""
    pattern = re.compile(rf"([^\s，。；、：:（）()“”与在和由请省市县区旗州]{{1,6}}(?:县|区|市|旗)){re.escape(short)}")
    found = Counter(pattern.findall(text))
    return next(iter(found)) if len(found) == 1 else ""


def _first(pattern: "re.Pattern[str]", text: str) -> str:
    return next(iter(_all(pattern, text)), "")


def _all(pattern: "re.Pattern[str]", text: str) -> list[str]:
    return [re.sub(r"\s+", " ", match[1]).strip(" 、“”\"'") for match in pattern.finditer(text)]


def _office(text: str, own_names: Sequence[str]) -> str:
    office = _first(_OFFICE, text)
    for name in own_names:
        if name and office.startswith(name) and len(office) > len(name):
            return office.removeprefix(name)
    return "" if office in own_names else office.removeprefix("本机关").removeprefix("我镇")
