"""How far a deed is said to reach."""

import re
from collections.abc import Iterator

from drafter.writing.checks.alignment import may_replace
from drafter.writing.checks.claim_words import Found, refused, unsupported
from drafter.writing.checks.register import plain
from drafter.writing.checks.verdict import Claim, Violation

_ABOVE = re.compile("(?:(?<![城都])市|省(?![时力心事得钱])|县)(?:里|级|直|政府|委)")
_SOME = re.compile("部分(?!公开)|有的|有些|个别|少数|一些|某些|有时|时有|偶|少量")
_SHORTCOMING = re.compile("未|没|不|无|滞后|难以|缺|差|错")
_ADDED = 1
_WIDE = re.compile(
    "各(?=[类种级办站所部科单村社乡镇街领行族])|所有|全部(?!公开)|镇村(?=[干公两级组])|镇域|全[镇乡村体员域](?!会)|集体(?=学|参|研|讨)|上下(?=联|齐)|逐[户村人家](?!里)|挨家挨户"
)
_MANY = re.compile(
    "各|每|所有|全|都|一律|均|几|些|们|挨|逐|统|俩|两|三|多|凡|[一几两大]批|通通|站所|村里|村上|大家|大伙|部门|[、和跟]|人人|家家|分头|一[家户个村][^，。]{0,3}一|没有?一[个户家村]|([一-鿿])\\1"
)
_EACH, _OTHERS = frozenset("各逐"), re.compile("别的|其他|村口|到户|入户")
_TOLD = re.compile("谁都|哪个?[^，。]{0,4}都|[每各]个|个个|人人|挨个|没有一个")
"""All of a kind, in plain words: of which kind is for a person to compare."""
_CLAUSE = re.compile("[，。；\n]")
_PARTIAL = "引用的材料说的是“{}”，句子写成了全部，请照材料写。"
_MESSAGE = "“{}”扩大了范围，引用的材料里没有这样写，请按材料写明的范围写。"


def check_scope(claim: Claim) -> Iterator[Violation]:
    """Yield every word of scope that no cited note has, in any written form."""
    for item in unsupported(claim, "scope"):
        if (
            _is_of_these(item.word, claim)
            or may_replace(claim, item.start, _ADDED)
            or (not claim.reported and _TOLD.search(claim.note))
        ):
            continue
        yield refused(claim, item, "scope", _MESSAGE)
    note = plain(claim.note) + "".join(claim.own_names)
    for match in _ABOVE.finditer(plain(claim.text)):
        if match[0][0] not in note:
            yield refused(claim, Found(match.start(), match.end(), match[0]), "scope", _MESSAGE)


def _is_of_these(word: str, claim: Claim) -> bool:
    """Return whether the notes speak of such ones without saying how many: 村里 may be 各村, 一个村 is not.

    A person compares the words then; in a report nobody need.
    """
    head = word.removeprefix("各").removeprefix("逐").removeprefix("每个")
    is_told = head != word and head in claim.note
    return not claim.reported and is_told and not re.search(f"[一1某这那该本]个?{head}|[哪有]个{head}", claim.note)


def check_widened(claim: Claim) -> Iterator[Violation]:
    """Yield a word for all of a kind where the notes tell of one: 各类平台 for 网站."""
    found = _WIDE.search(plain(claim.text))
    if found and claim.note and not _MANY.search(claim.note):
        if found[0][0] in _EACH and not claim.reported and _OTHERS.search(claim.note):
            return
        yield refused(claim, Found(*found.span(), found.group()), "scope", _MESSAGE)


def check_partial(claim: Claim) -> Iterator[Violation]:
    """Yield a sentence that tells of all the shortcoming that the notes tell of some: 有的栏目没更新."""
    text, note = plain(claim.text), plain(claim.note)
    told = _SOME.search(note)
    short = _SHORTCOMING.search(text)
    if told and short and not _SOME.search(text) and len(_CLAUSE.split(note.strip("。"))) == 1:
        yield Violation("scope", 0, len(text), claim.text, _PARTIAL.format(told[0]))
