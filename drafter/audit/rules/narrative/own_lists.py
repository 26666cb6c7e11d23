"""D06, second part: a number of things, and how many are then named: 三项制度, of which there are four."""

import re
from collections.abc import Iterator

from drafter.audit.audited import Audited
from drafter.audit.passages import body, located, paragraphs, text_of
from drafter.audit.spot import Spot
from drafter.dossier.numerals import read_numeral
from drafter.findings import Severity

_ITEMS = re.compile(
    "(?P<many>[两二三四五六]|[2-6])(?:个|大|项|点|条|方面|类)(?:方面|个问题|问题|不足|措施|举措|短板|点)?(?:的?(?:问题|不足|措施|工作|短板|情况))?[^，。；：]{0,8}?"
    "[：，。](?=一是|首先|（一）|1[.、]|其一|第一)"
)
_NAMED = re.compile(
    "(?P<many>[两二三四五六七八九]|[2-9])(?P<noun>(?:个|项|种|类|大|处|本|名|件)[一-鿿]{0,8}?)”?"
    "(?:[，：]?(?:分别(?:是|为|在|设在|位于)|即|依次为|为)[：]?|（|[：])"
    "(?P<list>(?!其?一[、是]|第一|首先)[^。；：，等（）\\d]{4,120})(?=[。；）])"
)
_UP_TO = re.compile(
    "(?<![一-鿿])(?:建立|完善|健全|制定|修订|出台|印发|开设|设立|公开|设置|执行|落实|形成)?了?(?P<list>[“《]?[一-鿿]{2,12}[”》]?(?:、[“《]?[一-鿿]{2,12}?[”》]?)+)"
    "(?P<open>等)?(?<![十百千万\\d])(?P<many>[两二三四五六七八九]|[2-9])(?P<noun>(?:个|项|种|类|大)(?!部分|村|社区|小组|科|站)[一-鿿]{1,6})(?=[，。；])"
)
_ONES = re.compile(
    "[一-鿿]{0,6}(?P<many>[两二三四五六七八九]|[2-9])(?P<unit>[个项处类种条])[^，。；：]{0,8}[：，](?P<list>一(?P=unit)(?:是|为|在).*)"
)
_AT_PLACES = re.compile(
    "(?<![一-鿿、）])(?:在|依托|于)?(?P<list>[一-鿿]{2,14}(?:、[一-鿿]{2,14}?)+)(?:均|都|分别|各自)?"
    "(?:设立|设置|设有|设|建立|建有|建成|建|开设|配备|配有|布设)了?[一-鿿]{2,10}?(?:共|共计)?"
    "(?P<many>[两三四五六七八九]|[2-9])(?P<unit>处|间|个|台|块|面)(?=[，。；、（])"
)
_ORDINALS = (
    re.compile("([一二三四五六七八])是"),
    re.compile("(?<![\\d.])([1-9])[.、](?!\\d)"),
    re.compile("[其第]([一二三四五六七八])[，、是]"),
    re.compile("（([一二三四五六七八])）"),
)


def own_lists(audited: Audited) -> Iterator[Spot]:
    """Yield a number of things that is not how many are named."""
    yield from _named(audited)
    yield from _ones(audited)
    yield from _places(audited)
    yield from _up_to(audited)
    for group in paragraphs(audited):
        text = text_of(group)
        for match in _ITEMS.finditer(text):
            many = read_numeral(match["many"])
            listed = _run(text[match.end() :])
            if many is not None and listed >= 2 and listed != many:
                passage, span = located(group, match.start(), match.end())
                message = f"写的是{match['many']}项，后面列了 {listed} 项"
                yield passage.spot(message, span, "请核对项数和所列内容", Severity.WARNING)


def _named(audited: Audited) -> Iterator[Spot]:
    """Yield a number of things that are then named, one more or one less: 两项制度，分别是……、……、……."""
    for group in paragraphs(audited):
        text = text_of(group)
        for match in _NAMED.finditer(text):
            many = read_numeral(match["many"])
            least = match["list"].count("、") + 1
            most = least + len(re.findall("和|及|与|以及", match["list"]))
            if many is not None and most > 1 and not least <= many <= most:
                passage, span = located(group, match.start(), match.end())
                message = f"写的是{match['many']}{match['noun']}，后面列了 {most} 项"
                yield passage.spot(message, span, "请核对项数和所列内容", Severity.WARNING)


def _up_to(audited: Audited) -> Iterator[Spot]:
    """Yield a number after the things it counts: 审核、发布、归档三项制度 are three, 等三项 not more than three."""
    for passage in body(audited, "overview", "proactive", "applications", "disputes", "improvement", "other"):
        for match in _UP_TO.finditer(passage.text):
            many, least = read_numeral(match["many"]), match["list"].count("、") + 1
            most = least + len(re.findall("[和及与]", match["list"]))
            if many is None or least <= many <= most or (match["open"] and many > most):
                continue
            message = f"写的是{match['many']}{match['noun']}，前面列了 {most} 项"
            yield passage.spot(message, match.span(), "请核对项数和所列内容", Severity.WARNING)


def _places(audited: Audited) -> Iterator[Spot]:
    """Yield a number of things after the places that have one each: 大厅、图书室、文化站设专区4处."""
    for passage in body(audited):
        for match in _AT_PLACES.finditer(passage.text):
            many, least = read_numeral(match["many"]), match["list"].count("、") + 1
            most = least + len(re.findall("[和及与]", match["list"]))
            if many is None or least <= many <= most or re.search("等|各|每|部分", match.group()):
                continue
            message = f"写的是{match['many']}{match['unit']}，前面列了 {most} {match['unit']}"
            yield passage.spot(message, match.span(), "请核对数目和所列内容", Severity.WARNING)


def _ones(audited: Audited) -> Iterator[Spot]:
    """Yield a number of things that are then told one by one: 公开平台有三个：一个是……，一个是……."""
    for passage in body(audited):
        for match in _ONES.finditer(passage.text):
            many, told = read_numeral(match["many"]), len(re.findall(f"一{match['unit']}(?:是|为|在)", match["list"]))
            if many is not None and told > 1 and many != told:
                message = f"写的是{match['many']}{match['unit']}，后面列了 {told} {match['unit']}"
                span = (match.start(), match.start("list"))
                yield passage.spot(message, span, "请核对项数和所列内容", Severity.WARNING)


def _run(text: str) -> int:
    """Return how many items 一是……二是……, or 1.……2.……, count without a gap."""
    return max((_counted(words, text) for words in _ORDINALS if words.match(text)), default=0)


def _counted(words: re.Pattern[str], text: str) -> int:
    count = 0
    for match in words.finditer(text):
        if read_numeral(match[1]) != count + 1:
            break
        count += 1
    return count
