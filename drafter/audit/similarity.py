"""How alike two texts are once what must be alike is taken out: figures, names, statutory wording.

Plain functions on plain values, cheap enough for a county: texts are masked once, then compared as sets of grams.
Bands measured on published reports: unrelated bodies 0.00–0.03 (Jaccard of 5-grams), one copied sentence 0.10,
statutory preambles of neighbours 0.73–0.81.
"""

import re
from collections.abc import Collection, Iterable

SIZE = 5
ALIKE, VERY_ALIKE = 0.15, 0.35
"""From which Jaccard on two bodies share sentences, and from which they are one text."""
CONTAINED, MOSTLY_CONTAINED = 0.25, 0.5
LONG_RUN = 20

_TITLES = re.compile("《[^》]*》|〈[^〉]*〉|[（(][^）)]{0,30}号[）)]")
_FIGURES = re.compile(
    r"(?:[0-9０-９]+(?:[.,，][0-9]+)*|[〇零一二三四五六七八九十百千万亿两]{1,8}(?=[件条份篇次个年月日场期人处项]))[余多]?"
    r"(?:件次|人次|万元|亿元|[件条份篇次个年月日场期人处项元%％])?"
)
_STATUTORY = re.compile(
    "中华人民共和国政府信息公开条例|政府信息公开工作年度报告|政府信息公开|政务公开|依申请公开|主动公开|公民、?法人(?:和|或|或者)其他组织"
    "|知情权、?参与权、?(?:表达权、?)?(?:和)?监督权|以公开为常态、?不公开为例外|应公开尽公开|习近平新时代中国特色社会主义思想"
    "|(?:未|没有)(?:收到|发生|收取)[^，。；]{0,30}(?:申请|行政复议|行政诉讼|信息处理费)|行政复议、?行政诉讼|信息处理费"
    "|法定时限内?|党的二十大(?:和二十届[一二三四]中、?全会)?精神|县委、?县政府|上级(?:有关)?(?:部署|要求)"
)
_OTHER_SIGNS = re.compile("[^一-鿿]+")


def masked(text: str, names: Collection[str] = ()) -> str:
    """Return the words of a text that may differ: titles, figures, names, statutory wording and signs are taken out."""
    for name in sorted(names, key=len, reverse=True):
        if name:
            text = text.replace(name, "")
    for pattern in (_TITLES, _FIGURES, _STATUTORY, _OTHER_SIGNS):
        text = pattern.sub("", text)
    return text


def grams(text: str, size: int = SIZE) -> frozenset[str]:
    """Return the stretches of `size` characters of a masked text."""
    return frozenset(text[place : place + size] for place in range(len(text) - size + 1))


def jaccard(left: frozenset[str], right: frozenset[str]) -> float:
    """Return the share of all grams that both have, 0 where there are none."""
    union = len(left | right)
    return len(left & right) / union if union else 0.0


def containment(part: frozenset[str], whole: frozenset[str]) -> float:
    """Return the share of the grams of `part` that `whole` has, 0 where there are none."""
    return len(part & whole) / len(part) if part else 0.0


def common(sets: Iterable[frozenset[str]], least: int) -> frozenset[str]:
    """Return the grams that at least `least` of the sets have: the wording that a county shares."""
    counts: dict[str, int] = {}
    for grams_of_one in sets:
        for gram in grams_of_one:
            counts[gram] = counts.get(gram, 0) + 1
    return frozenset(gram for gram, count in counts.items() if count >= least)


def longest_run(left: str, right: str) -> str:
    """Return the longest stretch that two masked texts share.

    Whether a stretch of a length is shared only gets rarer with the length, so the length is found by halving.
    """
    low, high, best = 0, min(len(left), len(right)), ""
    while low < high:
        middle = (low + high + 1) // 2
        shared = grams(left, middle) & grams(right, middle)
        if shared:
            low, best = middle, min(shared, key=left.find)
        else:
            high = middle - 1
    return best
