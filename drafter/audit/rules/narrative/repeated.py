"""D08: the same quantity said twice with different values; D13: the same figures as last year."""

import re
from collections.abc import Iterator

from drafter.audit.audited import Audited
from drafter.audit.breakdowns import read_breakdowns
from drafter.audit.passages import Passage, paragraphs
from drafter.audit.rule import Rule
from drafter.audit.rules.narrative.again import totals_told_again
from drafter.audit.rules.narrative.cells import with_context
from drafter.audit.rules.narrative.deeds import deeds_told_twice
from drafter.audit.rules.narrative.published import is_publishing, published
from drafter.audit.rules.narrative.references import references
from drafter.audit.spot import Spot
from drafter.audit.statements import Statement, speaks_of_the_year, statements
from drafter.dossier.figures import Figure, read_figures
from drafter.findings import Severity

_FILLER = re.compile(
    "20\\d\\d年度?|全年度?|累计|共计?|合计|总计|我[镇乡]|我街道|本年度?|年内|先后|已经?|了|一共|总共|达到?|约|同时|还|并|今年|年度"
)
_NOUNS = {
    "培训": re.compile("(?:业务|专题|政务公开|政府信息公开|信息公开|工作|专项|集中)*培训(?:会|班|活动|会议)?"),
    "政策解读": re.compile("(?:政策)?解读(?:材料|文件|信息|稿件)?"),
    "政务公开专区": re.compile("(?:政务|政府信息)公开(?:专区|体验区|查阅点|查阅室)"),
    "新闻发布会": re.compile("新闻发布会"),
    "公开栏": re.compile("(?:政务|村务|村|信息)*公开栏|公示栏"),
}
_DOES = re.compile("(?:组织|开展|举办|召开|进行|制作|发布|编写|设立|设置|建立|建成|建设|打造)")
_JOINS = re.compile("参加|参与|派员|选派|上级|县级|市级|区级|省级|指导|村级|各村|[新增]设|新增|新建|更新|更换")
_UNITS = {
    "培训": {"次", "场", "期", "场次"},
    "政策解读": {"篇", "条", "件", "份", "个"},
    "政务公开专区": {"个", "处"},
    "新闻发布会": {"次", "场"},
    "公开栏": {"个", "处", "块"},
}
_ALL = re.compile("(?:全年|全部|共|累计|总|年内|本年|20\\d\\d年)[^。；]*$")
"""Only of what is said to be all it is sure that two figures cannot both be right."""
_SHORTEST = (4, 2)
"""How many characters make words before a figure telling, where many things are counted so, and where few are."""
_RARE = frozenset({"户", "家", "块", "台", "面", "亩", "册", "本", "间", "座", "盏", "张", "封", "辆"})
_APART = "在别处："
"""Begins the key of what one section may well tell twice, of two occasions, but not two sections."""
_GENERAL = re.compile("[其各每第]|问题|分别|以[内上下]|不[少足到]|超过|现有|[是为在有达于含过]$|占|最[多少]|计划")
_MANY, _SHARE = 4, 0.8
_TELLING = 10
"""Smaller figures are alike by chance from year to year."""


def _find(audited: Audited) -> Iterator[Spot]:
    known: dict[str, tuple[Passage, Figure]] = {}
    for group in paragraphs(audited, "overview", "proactive", "applications", "disputes", "improvement", "other"):
        for key, severity, passage, figure in _quantities(group, audited):
            first = known.setdefault(key, (passage, figure))
            is_apart = not key.startswith(_APART) or first[0].section != passage.section
            if is_apart and first[1].value != figure.value and first[0] != passage and first[1].unit == figure.unit:
                message = (
                    f"“{figure.text}”与前文“{first[0].around(first[1].start, first[1].end)}”说的是同一项，数不一致"
                )
                yield passage.spot(message, (figure.start, figure.end), "请核对后改成同一个数", severity)
    yield from deeds_told_twice(audited)
    yield from totals_told_again(audited)
    yield from references(audited)


def _quantities(group: tuple[Passage, ...], audited: Audited) -> Iterator[tuple[str, Severity | None, Passage, Figure]]:
    for item in published(group, audited.year):
        if item.figure.value is not None and item.is_of_all:
            is_sure = not item.channel and _ALL.search(item.passage.text[: item.figure.start]) is not None
            yield f"公开信息{item.channel}", None if is_sure else Severity.WARNING, item.passage, item.figure
    for passage, context in with_context(group):
        for said in statements(passage.text, context):
            if (
                said.figure
                and said.figure.value is not None
                and speaks_of_the_year(passage.text[: said.start], audited.year)
            ):
                yield f"{said.claim.name}{said.claim.cells}", _weight(said, audited), passage, said.figure
        yield from _named(passage, audited.year)


def _weight(said: Statement, audited: Audited) -> Severity | None:
    """Return a warning where a table has the figure too: which of the two is wrong is said of the table."""
    cells = [path for paths in said.claim.cells for path in paths]
    return None if all(audited.report.statistics[path] is None for path in cells) else Severity.WARNING


def _named(passage: Passage, year: int | None) -> Iterator[tuple[str, Severity | None, Passage, Figure]]:
    """Yield figures under the noun they count, or under the very words before them."""
    parts = {part.start for item in read_breakdowns(passage.text) for part in item.parts}
    for figure in read_figures(passage.text):
        before, after = passage.text[: figure.start], passage.text[figure.end :]
        is_plain = figure.kind in ("count", "money") and figure.value is not None and figure.start not in parts
        if not is_plain or not speaks_of_the_year(before, year):
            continue
        words = re.split("[，、。；：（）]", before)[-1]
        label = _FILLER.sub("", words)
        noun = next((name for name in _NOUNS if _counts(name, figure.unit, words, after)), "")
        if noun:
            yield f"{noun}{figure.unit}", Severity.WARNING, passage, figure
        elif (
            len(label) >= _SHORTEST[False]
            and not is_publishing(words)
            and re.search("信息|会议|活动|材料|栏目|账号|人员|次数|检查", label)
        ):
            yield f"{label}{figure.unit}", Severity.WARNING, passage, figure
        elif len(label) >= _SHORTEST[figure.unit in _RARE] and not is_publishing(words) and not _GENERAL.search(label):
            yield f"{_APART}{label}{figure.unit}", Severity.WARNING, passage, figure


def _counts(name: str, unit: str, words: str, after: str) -> bool:
    if unit not in _UNITS[name] or _JOINS.search(words) or not _DOES.search(words):
        return False
    ends = re.compile(f"(?:{_DOES.pattern})(?:了|全镇|全乡)?(?:{_NOUNS[name].pattern})$")
    plain = _FILLER.sub("", words)
    return bool(ends.search(plain)) or (bool(re.search(f"{_DOES.pattern}$", plain)) and bool(_NOUNS[name].match(after)))


def _unchanged(audited: Audited) -> Iterator[Spot]:
    if audited.prior is None:
        return
    mine = _labels(tuple(paragraphs(audited, "overview", "proactive")))
    last = Audited(audited.prior, audited.prior.year, audited.prior.form, audited.profile)
    theirs = _labels(tuple(paragraphs(last, "overview", "proactive")))
    shared = [key for key in mine if key in theirs]
    same = [key for key in shared if mine[key][1].value == theirs[key][1].value]
    if len(same) < _MANY or len(same) < _SHARE * len(shared):
        # Words that were all changed do not hide figures of which none was.
        shared, same = _by_value(mine, theirs)
    if len(same) >= _MANY and len(same) >= _SHARE * len(shared):
        passage, figure = mine[same[0]]
        listed = "、".join(f"{mine[key][1].text}" for key in same[:5])
        message = f"正文有 {len(shared)} 项数与上年可比，其中 {len(same)} 项与上年完全相同（{listed}）"
        yield passage.spot(message, (figure.start, figure.end), "请核对是否沿用了上年的数")


def _by_value(
    mine: dict[str, tuple[Passage, Figure]], theirs: dict[str, tuple[Passage, Figure]]
) -> tuple[list[str], list[str]]:
    """Return the labels of the figures that say something, and of those that last year's text has, by their values."""
    last = {(figure.value, figure.unit) for _, figure in theirs.values()}
    telling = {(item[1].value, item[1].unit): key for key, item in mine.items() if (item[1].value or 0) >= _TELLING}
    return list(telling.values()), [key for value, key in telling.items() if value in last]


def _labels(groups: tuple[tuple[Passage, ...], ...]) -> dict[str, tuple[Passage, Figure]]:
    """Return the exact counts above 0 of a text by the words before them."""
    found: dict[str, tuple[Passage, Figure]] = {}
    for group in groups:
        for passage in group:
            for figure in read_figures(passage.text):
                words = _FILLER.sub("", re.split("[，、。；：（）]", passage.text[: figure.start])[-1])
                if figure.kind in ("count", "percent", "money") and figure.value and len(words) >= 2:
                    found.setdefault(f"{words[-6:]}{figure.unit}", (passage, figure))
    return found


REPEATED = Rule("D08", "figure-said-twice-differs", Severity.ERROR, "同一事项前后应当一致", _find)
UNCHANGED = Rule(
    "D13", "figures-same-as-last-year", Severity.WARNING, "国办公开办函〔2021〕30号：不得内容雷同", _unchanged
)
