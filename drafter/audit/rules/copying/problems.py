"""H03 problems that are last year's, H04 problems that no measure answers."""

import re
from collections.abc import Iterator

from drafter.audit.audited import Audited
from drafter.audit.passages import cleared
from drafter.audit.rule import Rule
from drafter.audit.rules.copying.items import Item, Items, items_of
from drafter.audit.rules.copying.platitudes import are_platitudes, is_concrete
from drafter.audit.similarity import grams, jaccard, masked
from drafter.audit.spot import Spot
from drafter.findings import Severity

_NUMBERED = re.compile(
    "^(?:主要)?(?:[一二三四五六七八]是|[第其][一二三四五六][，是、]|首先|其次|[（(][一二三四五六1-6][）)]|[1-6][.、．])"
)
_BY_NUMBER = re.compile("第([一二三四五六1-6])(?=[点项条类]|方面|个(?:问题|不足|方面))")
_SAME = 0.7
_LIST = 2
_TOPICS = {
    "人员": re.compile("人员|队伍|业务|能力|培训|专业|兼职|素质|力量|学习|专职|水平"),
    "时效": re.compile("及时|更新|时效|滞后|迟|频次|频率"),
    "内容": re.compile("内容|全面|质量|深度|精准|针对性|实用|目录|范围|事前|事中|领域|不够细|广度"),
    "形式": re.compile("形式|渠道|平台|载体|方式|媒体|公众号|网站|多样|栏目|创新|线上|线下|单一"),
    "解读": re.compile("解读|图解|通俗"),
    "意识": re.compile("意识|认识|重视|理念|思想|主动性|责任|积极性"),
    "互动": re.compile("互动|参与|群众|意见|回应|宣传|知晓|社会|公众"),
    "制度": re.compile("制度|机制|规范|流程|审核|考核|监督|管理|保密|统筹|协调|联动"),
    "申请": re.compile("申请|答复"),
}
_COMMON_PAIRS = frozenset(
    pair
    for words in (
        "政府信息公开工作",
        "存在问题不足",
        "不够",
        "还需进一步加强",
        "有待提高",
        "情况",
        "主要",
        "部分",
        "有的",
        "我镇",
        "方面",
        "相关",
    )
    for pair in (words[place : place + 2] for place in range(len(words) - 1))
)
_SETTLED = re.compile(
    "已(?:全部|经|于[^，。；]{0,10})?(?:完成|整改|解决|落实|补|改|更正|修复|上线|安排|建立|印发|请)|整改(?:完成|到位)|取得|成效|得到解决"
    "|今后|往后|下一步|下步|将(?!近)|改为|须|拟|争取|计划"
)
"""What a problem itself says of its remedy."""
_OF_LAST_YEAR = re.compile("^(?:上一?年|去年|20\\d\\d年)[^。；]{0,12}(?:提出|反映|指出|列出|存在|查摆)")
_EVERYWHERE = frozenset(
    "公开信息政府务工作的了和与及对在有是不一二三四五六个年月日中上下全部各进行情况问题加强提高完善较够未没少多为由到从以可能主要组织人员干部群众"
)
_BEFOREHAND = re.compile("事前|事中")
_BEFOREHAND_MEASURE = re.compile("事前|事中|全过程|预公开|决策前|意见征集|征求意见|过程公开")


def _repeated(audited: Audited) -> Iterator[Spot]:
    if audited.prior is None:
        return
    last = Audited(audited.prior, audited.prior.year, audited.prior.form, audited.profile)
    known = [grams(_bare(item.text), 2) for item in _problems(last)]
    for item in _problems(audited):
        own = grams(_bare(item.text), 2)
        if len(own) >= 5 and any(jaccard(own, other) >= _SAME for other in known):
            yield _spot(item, f"问题“{item.text[:30]}”与上年报告的问题相同", "请写明上年问题的整改情况和本年的新问题")


def _problems(audited: Audited) -> list[Item]:
    """Return the problems that were read, else those that the text shows; without what is not numbered."""
    if audited.report.problems:
        return [Item(cleared(problem.text).text, None, problem.place) for problem in audited.report.problems]
    found = items_of(audited)
    return [item for item in found.problems if _NUMBERED.match(item.text)] or list(found.problems)


def _bare(text: str) -> str:
    return masked(_NUMBERED.sub("", text))


def _spot(item: Item, message: str, advice: str) -> Spot:
    if item.passage is None:
        return Spot(message, advice, "improvement", item.place, item.text, (0, len(item.text)))
    start = max(0, item.passage.text.find(item.text))
    return item.passage.spot(message, (start, start + len(item.text)), advice)


def _unanswered(audited: Audited) -> Iterator[Spot]:
    read, found = audited.report.problems, items_of(audited)
    measures_text = "".join(item.text for item in found.measures)
    if spot := _platitude(found, measures_text):
        yield spot
        return
    # Where there are as many of both, each stands in its place, and what was read of them tells no more.
    if any(problem.measure for problem in read) and not found.numbered[0] == found.numbered[1] > 1:
        for problem in read:
            item = Item(cleared(problem.text).text, None, problem.place)
            # Which measure answers it was not read; a measure that speaks of the same does.
            is_open = not problem.measure.strip() and not _SETTLED.search(item.text)
            if is_open and not _shared_words(item.text, measures_text):
                yield _spot(item, f"问题“{item.text[:30]}”没有对应的改进措施", "请补上措施")
    problems, measures = found.numbered
    if not found.problems or not any(item.passage for item in found.problems):
        return
    is_told = any(_SETTLED.search(item.text) or "改进" in item.text for item in found.problems)
    if not found.measures and problems and not is_told:
        yield _spot(found.problems[0], "只写了存在的问题，没有写改进情况", "请逐条写明改进措施")
    elif found.turns == 1 and problems >= 2 and 0 < measures < problems:
        message = f"列了 {problems} 个问题，改进措施只有 {measures} 条"
        yield _spot(_first(found), message, "请逐条对应，一个问题一条措施")
    elif (missing := _unnamed(found, measures_text)) is not None:
        yield _spot(missing, f"问题“{missing.text[:30]}”没有对应的改进措施", "请补上针对这个问题的措施")
    elif found.measures and found.turns == 1 and not _by_number(measures_text):
        yield from _without_topic(found)


def _platitude(found: Items, measures: str) -> Spot | None:
    """Return a spot at measures that say nothing where a problem says something."""
    problems = [item.text for item in found.problems if _is_numbered(item)] or [item.text for item in found.problems]
    if not found.measures or found.turns != 1 or not are_platitudes(measures):
        return None
    if not any(is_concrete(text) for text in problems) or any(_shared_words(text, measures) for text in problems):
        return None
    return _spot(found.measures[0], "改进措施全是套话，没有对应任何一个问题", "请针对每个问题写明要做的具体事情")


def _unnamed(found: Items, measures: str) -> Item | None:
    """Return the problem of a list that the measures pass over.

    They name the problems by their numbers (针对第一点), or there are fewer of them and they speak only of the others.
    """
    problems = [item for item in found.problems if _is_numbered(item)]
    if len(problems) < _LIST or not found.measures or found.turns != 1:
        return None
    named = _by_number(measures)
    if named and max(named) <= len(problems):
        return next((item for place, item in enumerate(problems, start=1) if place not in named), None)
    parts = [part for part in re.split("[；。]", measures) if part]
    is_open = [
        not _shared_characters(item.text, measures) and not _SETTLED.search(item.text + item.more) for item in problems
    ]
    if found.numbered[1] or named or len(parts) >= len(problems) or all(is_open):
        return None
    return next((item for item, open_ in zip(problems, is_open, strict=True) if open_), None)


def _by_number(measures: str) -> set[int]:
    """Return which problems the measures name by their number: 针对第一点, 第2项的改进."""
    return {"一二三四五六".find(value) + 1 or int(value) for value in _BY_NUMBER.findall(measures)}


def _is_numbered(item: Item) -> bool:
    return item.is_numbered or _NUMBERED.match(item.text) is not None


def _first(found: Items) -> Item:
    return next((item for item in found.problems if _NUMBERED.match(item.text)), found.problems[0])


def _without_topic(found: Items) -> Iterator[Spot]:
    """Yield numbered problems whose subject no measure takes up."""
    measures = "".join(item.text for item in found.measures)
    pairs = _paired(found)
    answered = {name for name, words in _TOPICS.items() if words.search(measures)}
    for item in found.problems:
        # Where problems are not numbered nobody can tell where one ends.
        if not _NUMBERED.match(item.text) or _OF_LAST_YEAR.search(item.text):
            continue
        if _SETTLED.search(item.text + item.more) or not grams(_bare(item.text), 2) - _COMMON_PAIRS:
            continue
        topics = {name for name, words in _TOPICS.items() if words.search(item.text)}
        is_early = _BEFOREHAND.search(item.text) is not None and not _BEFOREHAND_MEASURE.search(measures)
        # Of what no topic names only words tell, and only where each measure is set against a problem.
        is_told = topics or found.numbered[0] == found.numbered[1] > 1
        is_apart = is_told and not topics & answered and not _shared_words(item.text, measures)
        if (is_apart and _shared_characters(item.text, pairs.get(item.text, "")) < (2 if topics else 1)) or is_early:
            yield _spot(item, f"问题“{item.text[:30]}”没有对应的改进措施", "请补上针对这个问题的措施")


def _paired(found: Items) -> dict[str, str]:
    """Return the measure in the same place as each problem, where there are as many of both."""
    problems = [item.text for item in found.problems if _NUMBERED.match(item.text)]
    measures = [item.text for item in found.measures if _NUMBERED.match(item.text)]
    return dict(zip(problems, measures, strict=True)) if len(problems) == len(measures) else {}


def _shared_characters(problem: str, measure: str) -> int:
    """Return how many characters a problem and its own measure have in common that are not in every text."""
    return len((set(_bare(problem)) & set(_bare(measure))) - _EVERYWHERE)


def _shared_words(problem: str, measures: str) -> bool:
    """Return whether a problem and the measures have a pair of characters in common that says something."""
    pairs = grams(_bare(problem), 2) - _COMMON_PAIRS
    return any(pair in measures for pair in pairs)


REPEATED_PROBLEMS = Rule("H03", "problem-of-last-year", Severity.WARNING, "评议惯例：问题多年不变", _repeated)
UNANSWERED = Rule("H04", "problem-without-measure", Severity.WARNING, "评议惯例：逐条提出改进措施", _unanswered)
