"""What a sentence says of the cells of the tables: a figure in a role, or words that a cell is 0."""

import re
from dataclasses import dataclass
from functools import lru_cache

from drafter.audit.claims import APPLICATION, DECISIONS, DENIALS, OTHER, PART, RESULTS, ROLES, Denial, Role
from drafter.audit.detail_denials import DETAIL_DENIALS
from drafter.audit.details import DETAIL_ROLES, REASONS
from drafter.audit.spoken import spoken_role
from drafter.audit.subsets import is_of_a_part
from drafter.dossier.figures import Figure, read_figures
from drafter.dossier.numerals import read_numeral

KINDS = frozenset({"count", "approximate", "range", "money", "other"})
YEAR = re.compile(r"((?:19|20)[0-9]{2}|[一二][〇零一二三四五六七八九]{3})\s?年")
_PERIOD = re.compile(
    "[上下]半年|[一二三四1-4]季度|(?<![0-9])(?:1[0-2]|[1-9])月(?!1日|31日)|当月|本月|近[两三几0-9]|累计|历年"
)
_LASTYEAR = re.compile("(?<![较比与同])(?:上一?年|去年|往年|前年)(?!度?(?:结转|转来|转入|遗留|留下|接转|报告))")
_SCOPE = re.compile("全[县市省区]|各乡镇|县本级|县级|我县|我市|我区|县政府(?:收到|受理|办理)")
_AIM = re.compile("拟|计划|将要|预计|力争|目标|争取|下一步")
_ONLY_SHOWN = re.compile("公开(?!工作)|公示|发布|公布|归集|上传|录入|推送")

_CARRIED_TO = re.compile("结转(?:至|到|于)?20\\d\\d年度?")
_REASON = re.compile("|".join(REASONS.values()))
_OFFICES = re.compile("(?:办|中心|窗口|站|所|科|部门|村|社区)(?:共|分别|各)?(?:收到|接收|受理|接到)")
_RESULT = re.compile("(?:的|申请|已|依法|因[^，。；]{0,24})*(?:予以|部分|不予|同意|全部)?(?:公开|无法提供|不予处理)")
_DENIES = re.compile("[未无没零不均全都]|结果为|结果是|予以|决定")


@dataclass(frozen=True, slots=True)
class Statement:
    """A stretch of a sentence, `text[start:end]`, that speaks of cells."""

    claim: Role | Denial
    start: int
    end: int
    said: str
    figure: Figure | None = None
    """None where words alone say that the cells are 0."""

    @property
    def also(self) -> tuple[tuple[str, ...], ...]:
        """Return the cells that the same words may as well mean."""
        return self.claim.also if isinstance(self.claim, Role) else ()


# The rules on applications, disputes, results and documents all ask for the same sentences.
@lru_cache(maxsize=4096)
def statements(text: str, context: str = "") -> tuple[Statement, ...]:
    """Return what a sentence says of the cells; `context` is what the text around it is about."""
    found = []
    for figure in read_figures(text):
        role = _role_of(text, figure, context) or spoken_role(text, figure, context) if figure.kind in KINDS else None
        if role and not is_of_a_part(role.name, text, figure):
            found.append(Statement(role, figure.start, figure.end, figure.text, figure))
    for denial in (*DENIALS, *DETAIL_DENIALS) if _DENIES.search(text) else ():
        found += [
            Statement(denial, match.start(), match.end(), match.group())
            for match in denial.words.finditer(text)
            if _is_meant(denial, match, text, context)
        ]
    return tuple(found)


def _role_of(text: str, figure: Figure, context: str) -> Role | None:
    """Return what a figure is said to be, by the words around it."""
    before, after = _segment(text[: figure.start]).rstrip(), text[figure.end :].lstrip()
    for role in (*ROLES, *DETAIL_ROLES):
        if figure.unit not in role.units or not role.right.match(after):
            continue
        match = role.left.search(before)
        if match is None:
            continue
        earlier = context + before[: match.start()]
        needed = list(role.needs.finditer(earlier))
        if not needed or (role.needs.pattern and OTHER.search(earlier[needed[-1].end() :])):
            continue
        if _is_of_another_kind(role, before, match.group() + after[:12]) or _is_narrower(role, text, before, after):
            continue
        return role
    return None


def _is_of_another_kind(role: Role, before: str, words: str) -> bool:
    """Return whether the words are about other applications, or about decisions that were only published."""
    clause = _clause(before)
    if role.name.removesuffix("处理决定") in DECISIONS:
        return _ONLY_SHOWN.search(clause) is not None
    is_bare = "申请" in words and re.search(APPLICATION, words) is None
    return is_bare and OTHER.search(before) is not None and re.search(APPLICATION, before) is None


def _is_narrower(role: Role, text: str, before: str, after: str) -> bool:
    """Return whether a figure is of one row only, of one office among others, or the first of a list of results."""
    if role.name in RESULTS:
        return _REASON.search(_clause(before)) is not None
    if role.name == "新收" and len(_OFFICES.findall(text)) > 1:
        return True
    return role.name == "办结" and before.endswith("：") and _RESULT.match(after) is not None


def _is_meant(denial: Denial, match: re.Match[str], text: str, context: str) -> bool:
    before = context + _segment(text[: match.start()])
    gap = match.groupdict().get("gap") or ""
    if PART.search(gap) or match.group().startswith("未经"):
        return False
    needed = list(denial.needs.finditer(before))
    return bool(needed) and not (denial.needs.pattern and OTHER.search(before[needed[-1].end() :]))


def speaks_of_the_year(before: str, year: int | None) -> bool:
    """Return whether what follows is said of this organ and of the whole report year, as done."""
    # 结转2026年办理1件 tells what was left at the end of the report year.
    before = _CARRIED_TO.sub("", before)
    segment, clause = _segment(before), _clause(before)
    years = [read_numeral(match[1].replace("零", "〇")) for match in YEAR.finditer(before)]
    if years and year is not None and years[-1] != year:
        return False
    without_dates = re.sub(r"1月1日.{0,12}?12月31日", "", segment)
    # 3月公布补贴标准，全年合计公开88条: months end where the whole year begins.
    without_dates = without_dates.rpartition("全年")[2]
    # 2026年计划再挂500户，2025年已挂牌321户: what was planned ends where a clause tells what was done.
    planned = clause if YEAR.match(clause) and "已" in clause else segment
    return not (
        _PERIOD.search(without_dates) or _SCOPE.search(segment) or _LASTYEAR.search(clause) or _AIM.search(planned)
    )


def _segment(text: str) -> str:
    return re.split(r"[。；！？;\n]", text)[-1]


def _clause(text: str) -> str:
    return re.split(r"[，,：:（）()。；！？;\n]", text)[-1]
