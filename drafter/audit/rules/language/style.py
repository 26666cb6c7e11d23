"""G08 doubled 等, G09 very long sentences, G10 words that blame the public."""

import re
from collections.abc import Iterator

from drafter.audit.audited import Audited
from drafter.audit.passages import body
from drafter.audit.rule import Rule
from drafter.audit.spot import Spot
from drafter.findings import Severity

_DOUBLE = re.compile(
    "等等(?!级|次)|等(?:[一-鿿]{0,6})[、，][^。；]{0,24}?等(?![级次于待候到])|等[^，。；、]{0,4}等(?=[^级次于待候到])"
    "|等(?:以及|和|及|与|还有)[^，。；]{1,20}?等(?![级次于待候到])"
)
_BLAMES = re.compile(
    "(?:群众|公众|百姓|[村居渔农市牧乡茶果]民|农户|商户|业主|老百姓|申请人)[^，。；]{0,12}(?:缺乏认识|认识不[足到高清]|认识不够|缺乏重视|不重视|重视不够|素质(?:不高|较?低|偏低|参差)|不理解|不配合|不支持"
    "|参与意识(?:不强|淡薄|较弱)|意识(?:淡薄|不强|较弱)|不会(?:通过|使用|正确)|法律意识(?:淡薄|不强)|文化(?:水平|程度)(?:较?低|不高|偏低)|无理|胡搅蛮缠|不懂|(?:理解|接受)能力(?:较?差|较?弱|不强|有限)|不关心|不够关心|关心不够|漠不关心|主动性(?:较?差|不强|不高))"
)
_ADDRESS = re.compile("[!-~]{12,}")
_LONG = 120


def _doubled(audited: Audited) -> Iterator[Spot]:
    for passage in body(audited):
        for match in _DOUBLE.finditer(passage.text):
            yield passage.spot(
                f"“{passage.around(*match.span(), 4)}”里“等”重复使用", match.span(), "请只保留一个“等”，或改写列举"
            )


def _long(audited: Audited) -> Iterator[Spot]:
    for passage in body(audited):
        for part in re.finditer("[^；]+", passage.text):
            # An address of a website is no words.
            if (length := len(_ADDRESS.sub("", part.group()))) > _LONG:
                message = f"这句话有 {length} 个字，超过 {_LONG} 字"
                yield passage.spot(message, part.span(), "请断成几句")


def _blames(audited: Audited) -> Iterator[Spot]:
    for passage in body(audited, "overview", "improvement"):
        for match in _BLAMES.finditer(passage.text):
            yield passage.spot(f"“{match.group()}”把问题归于群众", match.span(), "请从本机关的工作找问题")


DOUBLED = Rule("G08", "etc-doubled", Severity.INFO, "公文惯例", _doubled)
LONG = Rule("G09", "sentence-long", Severity.INFO, "公文惯例：句子宜短", _long)
BLAMES = Rule("G10", "public-blamed", Severity.INFO, "公文惯例：问题从自身找", _blames)
