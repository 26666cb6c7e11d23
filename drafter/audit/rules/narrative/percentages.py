"""D09: a percentage that the figures beside it do not give, or that has nothing to be a part of."""

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from itertools import chain, combinations, permutations

from drafter.audit.audited import Audited
from drafter.audit.passages import Passage, paragraphs
from drafter.audit.rule import Rule
from drafter.audit.rules.narrative.cells import with_context
from drafter.audit.spot import Spot
from drafter.dossier.figures import Figure, read_figures
from drafter.findings import Severity

_RATE = re.compile("(?P<verb>[一-鿿]{2})(?:率|度|占比|比例|比重)(?:达到?|为|是|均为|均达到?|保持|保持在|实现|高达)?$")
_SHARE = re.compile("占(?:比|全部|总数|总量|公开总数|[^，。；]{0,10}的)?(?:比例)?(?:达到?|为|约)?$")
_TIMELY = re.compile("按时|按期|及时|期限|如期|法定时限|规定时[限间]|准时")
_CLOSED = re.compile("(?:办结|答复|办理|回复|办复)$")
_TREND = re.compile("增|降|升|减|提高|同比|[较比](?:上|去|往|20|同期)")
_ZERO = re.compile("(?:未|没有|无)(?:收到|接到|受理)|无人申请|零申请")
_VOTES = frozenset({"人", "名", "位", "张", "份", "票", "户"})
_NEAR, _MOST, _REACH = 12, 10, 500
_MANY, _FAR = 5, 8
"""Among more figures than this nobody can tell which make a percentage; nor are they further back than this."""
ADVICE = "请重新计算百分比，或核对分子、分母"


def _find(audited: Audited) -> Iterator[Spot]:
    for group in paragraphs(audited):
        earlier = ""
        for passage, context in with_context(group):
            for figure in read_figures(passage.text):
                if figure.kind == "percent" and figure.unit == "%" and figure.value is not None:
                    yield from _judged(passage, figure, context, earlier, audited)
            earlier += passage.text


def _judged(passage: Passage, figure: Figure, context: str, earlier: str, audited: Audited) -> Iterator[Spot]:
    before = passage.text[: figure.start]
    clause = re.split("[，。；]", before)[-1]
    span = (figure.start, figure.end)
    rate, share = _RATE.search(clause), _SHARE.search(clause)
    own = re.split("[。；]", before[-_REACH:])[-1]
    # 予以公开21件，占35%，部分公开6件，占10%: the total is further back.
    is_list = share is not None and (own.count("占") > 1 or len(_counts(own)) < 2)
    segment = _told(earlier, before, _FAR if is_list else 2)
    if _TREND.search(clause):
        return
    counts = _counts(segment)
    if rate and re.search("公开申请|依申请|申请公开", context + before) and _CLOSED.search(rate["verb"]):
        yield from _closing_rate(passage, figure, earlier + passage.text, audited)
    if rate and figure.value is not None and figure.value > 100:
        yield passage.spot(f"“{passage.around(*span)}”超过 100%", span, ADVICE)
    pair = _pair(rate, share, counts, segment)
    if (
        pair
        and figure.low is not None
        and not _fits(figure.low, [item for item in counts if _are_alike(item, pair[0])])
    ):
        message = f"写的是{figure.text}，按前面的“{pair[0].text}”和“{pair[1].text}”计算是 {_percent(pair)}%"
        yield passage.spot(message, span, ADVICE)


def _pair(
    rate: re.Match[str] | None, share: re.Match[str] | None, counts: list[Figure], segment: str
) -> tuple[Figure, Figure] | None:
    """Return the part and the whole where the words leave no doubt which they are."""
    if len(counts) < 2:
        return None
    if share:
        part = counts[-1]
        if segment.rfind("占") < part.start:
            # 占公开总量200条的50%: the whole stands behind.
            rest = [item for item in counts[:-1] if item.unit == part.unit]
            return (rest[-1], part) if rest else None
        wholes = [item for item in counts[:-1] if item.unit == part.unit and (item.value or 0) >= (part.value or 0)]
        is_near = len(segment) - part.end <= _NEAR
        return (part, max(wholes, key=lambda item: item.value or 0)) if wholes and is_near else None
    if rate is None:
        return None
    if _TIMELY.search(re.split("[，。；]", segment)[-1]) and not _TIMELY.search(_words_before(segment, counts[-1])):
        return None
    # The part is the nearest figure that the rate is named after: 满意186人，满意度93%.
    named = [item for item in counts if _likeness(rate["verb"], _words_before(segment, item))]
    part = named[-1] if named else counts[-1]
    wholes = [item for item in counts if item is not part and _are_alike(item, part)]
    return (part, wholes[0]) if named and wholes and len(wholes) < _MANY else None


def _are_alike(one: Figure, other: Figure) -> bool:
    """Return whether two figures count the same: those who were asked, and the papers they filled in."""
    return one.unit == other.unit or {one.unit, other.unit} <= _VOTES


def _words_before(segment: str, item: Figure) -> str:
    return re.split("[，。；、]", segment[: item.start])[-1]


def _told(earlier: str, before: str, enough: int) -> str:
    """Return the text that a percentage is of: its part of the sentence, and what is before where that says little."""
    told = earlier + before
    if len(told) > _REACH:
        # Bounded, and cut where no figure is cut.
        told = re.sub("^[^，。；、]*", "", told[-_REACH:], count=1)
    parts = re.split("(?<=[。；])", told)
    number = len(parts) - 1
    while number and len(parts) - number < _FAR and len(_counts("".join(parts[number:]))) < enough:
        number -= 1
    return "".join(parts[number:])


def _counts(text: str) -> list[Figure]:
    return [item for item in read_figures(text) if item.kind == "count" and item.value is not None]


def _likeness(verb: str, words: str) -> int:
    return sum(character in words for character in verb)


def _fits(percent: Decimal, counts: list[Figure]) -> bool:
    """Return whether any two of the figures, or sums of neighbours, have the ratio."""
    # The first may be the whole; of the others only the nearest can be meant.
    values = [Decimal(item.value or 0) for item in (*counts[:1], *counts[1:][-_MOST:])]
    sums = values + [sum(values[i:j], Decimal(0)) for i, j in combinations(range(len(values) + 1), 2) if j - i > 1]
    # Equal figures have one ratio more, 100 %, and are else looked at once.
    many = Counter(sums)
    pairs = chain(permutations(many, 2), ((value, value) for value, count in many.items() if count > 1))
    places = -int(percent.as_tuple().exponent) if int(percent.as_tuple().exponent) < 0 else 0
    slack = max(Decimal("0.1"), Decimal(6).scaleb(-places - 1))
    return any(whole and abs(part * 100 / whole - percent) <= slack for part, whole in pairs)


def _percent(pair: tuple[Figure, Figure]) -> str:
    part, whole = Decimal(pair[0].value or 0), Decimal(pair[1].value or 0)
    return f"{part * 100 / whole:.2f}".rstrip("0").rstrip(".") if whole else "（分母为 0）"


def _closing_rate(passage: Passage, figure: Figure, text: str, audited: Audited) -> Iterator[Spot]:
    """Yield a rate of answering where there was nothing to answer, or 100 % where some was carried over."""
    values = audited.report.statistics
    taken = [values[f"applications.{row}.total"] for row in ("received", "carried_in")]
    span = (figure.start, figure.end)
    if (all(value == 0 for value in taken) or _ZERO.search(text)) and "热线" not in text:
        message = f"没有收到也没有上年结转的申请，却写“{passage.around(figure.start, figure.end)}”"
        yield passage.spot(message, span, "没有申请的年度不写办结率、答复率")
        return
    left = values["applications.carried_out.total"]
    clause = re.split("[，。；]", passage.text[: figure.start])[-1]
    if figure.value == 100 and left and not _TIMELY.search(clause):
        message = f"写的是办结率 100%，表格里结转下年度继续办理 {left} 件"
        yield passage.spot(message, span, "有结转的写“按期办结率”，或按实际计算")


PERCENTAGES = Rule("D09", "percentage-differs", Severity.WARNING, "GB/T 15835—2011；按正文所列数重新计算", _find)
