"""A deed of another told as our own: what the village did itself, what was done for us, what others organised."""

import re
from collections.abc import Iterator

from drafter.writing.checks.actors import acting, is_missing
from drafter.writing.checks.register import plain
from drafter.writing.checks.verdict import Claim, Violation

_OWN = re.compile(
    "(?:^|(?<=[，。；]))(?:[^，。；]{2,12}[中上后时，])?由?(?P<own>(?:我|本)(?:镇|乡|街道|单位|机关|社区)|党政办|镇政府|乡政府)"
    "(?![村民居][民务级居]|辖|域|区)"
)
_OURS = re.compile("我|咱|俺|镇[里上政]|乡[里上政]|街道[里上办]?(?!两|边)|党政办|办公室")
_FOR_US = re.compile(
    "(?:给|替|帮|为)(?:咱|我们?|俺们?|镇|乡|街道)(?![村民])|派人[来给下]|派了?人(?:来|给|下来)|(?:下来|过来|送来)"
)
_HELPED = re.compile("协助|帮助|支持|指导|由|经|委托|邀请|请|配合|接受|会同|联合|协同|受|获")
_TOLD_US = re.compile(
    "(?:群众|村民|居民|老百姓|老乡|申请人|网友|有人|人家|上级|上头|县里|区里|市里|代表|家长)[^，。；]{0,10}"
    "(?:发现|看出|指出|说|讲|反映|告诉|来电|打电话|提|举报|纠)"
)
_FOUND = re.compile(
    "自查|自行(?:发现|排查|检查)|主动(?:发现|排查|查找|查出)|(?:我镇|我乡|我街道)[^，。；]{0,6}(?:发现|查出|排查出)"
)
_LOOKED = re.compile("查|翻|自己看|核")
_VILLAGE = frozenset(["村", "村里", "村上", "村委会", "村委", "村干部", "村会计", "村文书", "村支书"])
_ACTS = re.compile("村(?![级务民内中口组规头])|村级[组干会]|[由让请]村|指导")
"""What of a sentence names the village as one who acts: 村级账目 does not."""
_GIVER = re.compile("[县市省区][里级直]?|上级|下发|转来|送来|提供|[局联委]")
_GIVEN = re.compile(
    "(?:[县市省区]里?|上级|上头|[一-鿿]{1,3}(?:局|联|委|中心))(?:发|送|印|给|做|拨|配|写|转)(?:来|下来)?的"
)
_MADE = re.compile("编印|印制|制作|制定|编写|编制|购置|撰写|设计|自主|研发|建设")
"""What is said to have been made here though others gave it: 县里发的折页."""
_MESSAGE = "引用的材料里这件事是别人做的，“{}”写成了自己做的，请照材料写清由谁做。"


def check_credit(claim: Claim) -> Iterator[Violation]:
    """Yield us where the notes tell of a deed that another did, and that we found what others told us."""
    text, note = plain(claim.text), plain(claim.note)
    found = _FOUND.search(text)
    if found and _TOLD_US.search(note) and not _LOOKED.search(note):
        yield _violation(claim, *found.span())
    made = _MADE.search(text)
    if made and _GIVEN.search(note) and not _GIVER.search(text) and made[0] not in note:
        yield _violation(claim, *made.span())
        return
    own = _OWN.search(text)
    if own is None or _HELPED.search(text):
        return
    others = [name for name in acting(note) if is_missing(name, text) or (name in _VILLAGE and not _ACTS.search(text))]
    if others and (_FOR_US.search(note) or not _OURS.search(note)):
        yield _violation(claim, *own.span("own"))


def _violation(claim: Claim, start: int, end: int) -> Violation:
    words = claim.text[start:end]
    return Violation("swapped", start, end, words, _MESSAGE.format(words))
