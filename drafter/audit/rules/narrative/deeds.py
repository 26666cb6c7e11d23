"""D08, second part: what was done, told in two sections with two figures: 合并2个专栏, 通过合并3个专栏."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from drafter.audit.audited import Audited
from drafter.audit.passages import Passage, body
from drafter.audit.spot import Spot
from drafter.audit.statements import speaks_of_the_year
from drafter.dossier.figures import Figure, read_figures
from drafter.findings import Severity

_VERBS = (
    "合并|撤销|注销|关停|关闭|停用|新增|新设|增设|开设|新建|建成|清理|删除|下架|撤下|整改|修订|修改|调整|更换|退回|纠正"
    "|采纳|约谈|通报|印发|发放|编写|编印|制作|拍摄|召开|举办|组织|开展|(?:改|转)为(?:主动)?公开|追究|问责|解答|回应|征集|抽查|检查|接待|接听|审核|审查|校对|转发|推送|收集|走访|受理咨询|排查|注册|备案"
)
_DEED = re.compile(f"(?P<verb>{_VERBS})(?:了|过)?(?P<noun>[一-鿿“”]{{0,8}}?)(?:共计?|累计|合计)?$")
_NOUN = re.compile("[一-鿿]{2,6}?(?=[，。；、（）]|得到|进行|的|并|和|已|$)")
_NAMED_BY_VERB = re.compile("公开|问责|追究")
"""Verbs that say enough without a noun."""
_OF_AN_EARLIER_REPORT = re.compile(
    "20\\d\\d年度?(?=[^，。；]{0,16}(?:报告|年报|指出|列出|提出|反映|查找|查摆|存在)[^，。；]*(?:问题|不足))"
)
_SECTIONS = ("overview", "proactive", "applications", "improvement", "other")


@dataclass(frozen=True, slots=True)
class _Deed:
    passage: Passage
    figure: Figure
    verb: str
    noun: str
    """What it was done to; empty where only the sentence around says so."""

    def is_also(self, other: "_Deed") -> bool:
        """Return whether two sections tell of the same: a noun that one leaves out stands in its sentence."""
        is_like = self.verb == other.verb and self.figure.unit == other.figure.unit
        if not is_like or self.passage.section == other.passage.section:
            return False
        if self.noun and other.noun:
            return self.noun == other.noun
        noun = self.noun or other.noun
        if not noun:
            return _NAMED_BY_VERB.search(self.verb) is not None
        return noun in self.passage.text and noun in other.passage.text


def deeds_told_twice(audited: Audited) -> Iterator[Spot]:
    """Yield a deed that another section tells with another figure."""
    known: list[_Deed] = []
    for deed in _deeds(audited):
        same = [item for item in known if deed.is_also(item)]
        if same and all(item.figure.value != deed.figure.value for item in same):
            told = same[0].passage.around(same[0].figure.start, same[0].figure.end)
            message = f"“{deed.figure.text}”与前文“{told}”说的是同一项，数不一致"
            span = (deed.figure.start, deed.figure.end)
            yield deed.passage.spot(message, span, "请核对后改成同一个数", Severity.WARNING)
        known.append(deed)


def _deeds(audited: Audited) -> Iterator[_Deed]:
    for passage in body(audited, *_SECTIONS):
        for figure in read_figures(passage.text):
            before = passage.text[: figure.start]
            match = _DEED.search(re.split("[，、。；：（）]", before)[-1])
            is_exact = figure.kind == "count" and figure.value is not None and bool(figure.unit)
            if match and is_exact and speaks_of_the_year(_OF_AN_EARLIER_REPORT.sub("", before), audited.year):
                after = _NOUN.match(passage.text[figure.end :])
                noun = match["noun"] or (after.group() if after else "")
                yield _Deed(passage, figure, match["verb"], noun)
