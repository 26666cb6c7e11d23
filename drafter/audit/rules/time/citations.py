"""Documents cited: E04 superseded ones, E05 garbled numbers and titles, E06 names and abbreviations of laws."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from drafter.audit.audited import Audited
from drafter.audit.passages import Passage, passages
from drafter.audit.rule import Rule
from drafter.audit.spot import Spot
from drafter.findings import Severity
from drafter.resources import read_text
from drafter.yamltree import parse_own

_NUMBER = re.compile(
    r"(?P<issuer>国办公开办函|国办函|国办发|国发)(?P<open>[〔［\[【（{〈])?(?P<year>\d{4})年?(?P<close>[〕］\]】）}〉])?第?(?P<number>\d+)号"
)
_LOCAL = re.compile(
    r"[一-鿿]{1,6}(?:发|函|字|办|规|通)(?P<open>[\[【（［])(?P<year>(?:19|20)\d{2})(?P<close>[\]】）］])第?\d+号"
)
_CUT = re.compile(r"(?:国办公开办函|国办函|国办发|国发)[〔\[【（［]\d{4}[〕\]】）］]\d+(?![\d号])")
_OTHER_ISSUER = re.compile(
    r"(?P<issuer>国(?!办公开办函)[一-鿿]{1,8})[〔［\[【（{〈]?(?:(?P<year>2019|2021))年?[〕］\]】）}〉]?第?(?P<number>30|60)号"
)
_ON_REPORTS = re.compile("年度报告|年报|格式|本报告|编制")
_DECREE = re.compile("国务院(?:令)?(?:第)?(?P<number>\\d{3})号(?:令)?")
_DECREE_CUT = re.compile("国务院令?第?\\d{3}令(?!第)|国务院令第?\\d{3}(?![\\d号])")
_OLD_RULES = re.compile(
    "200[78]年[^，。；《]{0,12}(?:施行|公布|颁布|实施|发布|通过)的?《?(?:中华人民共和国)?(?:政府信息公开)?条例"
)
_NEW = re.compile(
    "《?新《?(?:政府信息公开)?条例》?|新修[订改]的?《(?:中华人民共和国)?政府信息公开条例》|修订后的《?(?:政府信息公开)?条例"
)
_LAW = re.compile("《(?P<name>[^《》]{0,24}条例)》")
_RIGHT = frozenset({"中华人民共和国政府信息公开条例", "政府信息公开条例"})
_WRONG = re.compile("(?:政府)?信息(?:公开)?(?:工作)?条例|政务公开条例|政府(?:信息)?公开(?:信息)?条例|政府信息公开条列")
_SHORT = re.compile("《(?P<name>条例|新条例|办法|格式|通知)》")
_DEFINED = re.compile("(?:以下简称|以下称|下称|简称)为?[“：]?《?(?P<name>[^《》“”）]{1,8})》?")
_NEW_SINCE = 2022
_REACH = 60


@dataclass(frozen=True, slots=True)
class Citation:
    """A document that reports cite, with the report years in which it is a basis."""

    issuer: str
    year: int | None
    number: int
    title: str
    key: str
    """Words by which its title is known."""
    first_year: int
    last_year: int | None
    instead: str

    @property
    def name(self) -> str:
        """Return the number as it is written."""
        return f"{self.issuer}〔{self.year}〕{self.number}号" if self.year else f"{self.issuer}第{self.number}号"


@cache
def citations() -> tuple[Citation, ...]:
    """Return the documents of `schemas/audit/citations.yaml`."""
    rows = parse_own(read_text("schemas/audit/citations.yaml")).value
    return tuple(
        Citation(
            row["issuer"],
            row.get("year"),
            row["number"],
            row["title"],
            row["key"],
            row["from"],
            row.get("to"),
            row.get("instead", ""),
        )
        for row in rows
    )


def _numbers(passage: Passage) -> Iterator[tuple[re.Match[str], Citation | None]]:
    """Yield every number of a document in a sentence with the document, None where there is none of that number."""
    for match in _NUMBER.finditer(passage.text):
        known = (match["issuer"], int(match["year"]), int(match["number"]))
        yield match, next((item for item in citations() if (item.issuer, item.year, item.number) == known), None)
    for match in _DECREE.finditer(passage.text):
        yield match, next((item for item in citations() if not item.year and item.number == int(match["number"])), None)


def _title_before(passage: Passage, match: re.Match[str]) -> Citation | None:
    """Return the document whose title stands before a number."""
    before = passage.text[max(0, match.start() - _REACH) : match.start()]
    keys = [(before.rfind(item.key), item) for item in citations() if item.key and item.key in before]
    return max(keys, key=lambda pair: pair[0])[1] if keys else None


def _superseded(audited: Audited) -> Iterator[Spot]:
    year = audited.year
    if year is None:
        return
    for passage in passages(audited):
        named = set()
        for match, item in _numbers(passage):
            titled = _title_before(passage, match) if match.re is _NUMBER else None
            named |= {item, titled}
            if item and item.last_year is not None and year > item.last_year and titled in (None, item):
                message = f"{item.name}自{item.last_year + 1}年度起不再作为依据"
                yield passage.spot(message, match.span(), f"请改为{item.instead}")
            if item and year < item.first_year:
                message = f"{item.name}从{item.first_year}年度起才适用，报告年度是{year}年"
                yield passage.spot(message, match.span(), "请改为当年适用的文件")
        for item in citations():
            place = passage.text.find(item.key) if item.key and item not in named else -1
            if place >= 0 and item.last_year is not None and year > item.last_year:
                message = f"《……{item.title}》自{item.last_year + 1}年度起不再作为依据"
                yield passage.spot(message, (place, place + len(item.key)), f"请改为{item.instead}")
        yield from _old_rules(passage)
        for match in _NEW.finditer(passage.text):
            if year >= _NEW_SINCE:
                message = f"“{match.group()}”：条例2019年已施行，不再称“新”"
                yield passage.spot(message, match.span(), "请写《中华人民共和国政府信息公开条例》（以下简称《条例》）")


def _old_rules(passage: Passage) -> Iterator[Spot]:
    for match in _OLD_RULES.finditer(passage.text):
        message = f"“{match.group()}”是修订前的条例，2019年5月15日起施行的是修订后的"
        yield passage.spot(message, match.span(), "请核对依据")


def _garbled(audited: Audited) -> Iterator[Spot]:
    for passage in passages(audited):
        for match, item in _numbers(passage):
            if match.re is _NUMBER:
                yield from _brackets(passage, match)
                titled = _title_before(passage, match)
                if titled and titled is not item and titled.issuer == match["issuer"]:
                    message = f"文件名称是《……{titled.title}》，文号却是“{match.group()}”"
                    yield passage.spot(message, match.span(), f"该文件的文号是{titled.name}；请核对应当引用哪一个文件")
                elif item is None and match["issuer"] == "国办公开办函" and _ON_REPORTS.search(passage.text):
                    message = f"没有文号为“{match.group()}”的年度报告文件"
                    yield passage.spot(message, match.span(), "2021年度起为国办公开办函〔2021〕30号")
            elif item is None and "信息公开条例" in passage.text[max(0, match.start() - 20) : match.end() + 20]:
                message = f"《政府信息公开条例》的令号是国务院令第711号，写的是“{match.group()}”"
                yield passage.spot(message, match.span(), "请改为国务院令第711号")
        yield from _other_issuers(passage)
        yield from _cut_numbers(passage)
        for match in _LOCAL.finditer(passage.text):
            if not _NUMBER.search(match.group()):
                yield from _brackets(passage, match)


def _cut_numbers(passage: Passage) -> Iterator[Spot]:
    for match in _DECREE_CUT.finditer(passage.text):
        yield passage.spot(f"令号“{match.group()}”不完整", match.span(), "应写作“国务院令第711号”")
    for match in _CUT.finditer(passage.text):
        yield passage.spot(f"文号“{match.group()}”不完整", match.span(), "请补上“号”")


def _other_issuers(passage: Passage) -> Iterator[Spot]:
    for match in _OTHER_ISSUER.finditer(passage.text):
        if _ON_REPORTS.search(passage.text) and not any(item.name == match.group() for item in citations()):
            message = f"发文机关代字“{match['issuer']}”有误"
            advice = f"年度报告的文件是国办公开办函〔{match['year']}〕{match['number']}号"
            yield passage.spot(message, match.span(), advice)


def _brackets(passage: Passage, match: re.Match[str]) -> Iterator[Spot]:
    if (match["open"], match["close"]) != ("〔", "〕"):
        message = f"文号“{match.group()}”的年份应当用六角括号〔〕"
        yield passage.spot(message, match.span(), "请改用〔〕")


def _abbreviated(audited: Audited) -> Iterator[Spot]:
    defined: set[str] = set()
    told: set[str] = set()
    for passage in passages(audited):
        for match in _LAW.finditer(passage.text):
            if match["name"] not in _RIGHT and match["name"] != "条例" and _WRONG.search(match["name"]):
                message = f"法规名称“{match.group()}”有误"
                yield passage.spot(message, match.span(), "应为《中华人民共和国政府信息公开条例》", Severity.WARNING)
        for match in _DEFINED.finditer(passage.text):
            defined.add(match["name"])
            if match["name"] in ("新条例", "新《条例"):
                yield passage.spot("简称“《新条例》”不规范", match.span("name"), "请用“以下简称《条例》”")
        for match in _SHORT.finditer(passage.text):
            name = match["name"]
            if name not in defined and name not in told and not passage.text[: match.start()].endswith("简称"):
                told.add(name)
                message = f"简称“《{name}》”前面没有定义" + (f"，前面定义的是《{min(defined)}》" if defined else "")
                yield passage.spot(message, match.span(), "首次出现写全称，并注明“以下简称”")


SUPERSEDED = Rule("E04", "basis-superseded", Severity.WARNING, "国办公开办函〔2021〕30号取代〔2019〕60号", _superseded)
GARBLED = Rule("E05", "citation-garbled", Severity.WARNING, "GB/T 9704—2012：发文字号用六角括号", _garbled)
ABBREVIATED = Rule("E06", "law-name", Severity.INFO, "公文惯例：简称先定义后使用", _abbreviated)
