"""What came first told as what came after."""

import re
from collections.abc import Iterator

from drafter.writing.checks.claim_words import Found, refused
from drafter.writing.checks.register import plain
from drafter.writing.checks.verdict import Claim, Violation

_AROUND = re.compile(
    "(?=(?P<left>[\u4e00-\u9fff]{2})(?:之|以)?(?P<mark>[前后])[，再才方先由经]?(?P<right>[\u4e00-\u9fff]{2}))"
)
_LATER = re.compile("(?:其|随|之|以|然)后|后来|后(?=[，、])|再(?!次|三)")
_BEFORE = re.compile("(?<![目以提超])前(?=[，、即就便已]|由|须|应|先|主)|之前|以前|事先|事前|预先")
_FIRST = re.compile("先|之前|以前|前(?![台后期往来去年])|事先|头一?[件回]")
_AFTER = re.compile("后|完(?!善|整|成|全)|才|再(?!次|三)")
_DONE_FIRST = re.compile("(?<![优率预事原])先(?:在网上|上网)?([公审会征培登查核告印贴发听问][一-鿿])")
_NEAR = 2
_ORDER = "先后次序与材料不同，请按材料的次序写"
_MESSAGE = "“{}”与引用的材料的先后顺序相反，请照材料写。"


def check_order(claim: Claim) -> Iterator[Violation]:
    """Yield two deeds around 前 or 后 that the notes tell the other way round: 发布后审核 for 审核后发布."""
    told = {pair for pair, _ in _pairs(plain(claim.note))}
    for (first, second), match in _pairs(plain(claim.text)):
        if (second, first) in told and (first, second) not in told:
            found = Found(match.start("left"), match.end("right"), first)
            yield refused(claim, found, "deed", _MESSAGE)


def check_sequence(claim: Claim) -> Iterator[Violation]:
    """Yield a before for an after, and events whose order the sentence turns round."""
    before = _BEFORE.search(claim.text)
    after = _AFTER.search(claim.note)
    if before and after and not _FIRST.search(claim.note) and not _is_last(claim, before, after):
        yield Violation("order", *before.span(), before.group(), _ORDER)
    yield from _done_after(claim)
    later = _LATER.search(claim.text)
    if later and _FIRST.search(claim.note) and _AFTER.search(claim.note) and _is_turned(claim, later):
        yield Violation("order", *later.span(), later.group(), _ORDER)


def _is_last(claim: Claim, before: re.Match[str], after: re.Match[str]) -> bool:
    """Return whether what the sentence puts last is last in the notes too: 看了再发 told as 发出前审阅."""
    head = claim.text[max(0, before.start() - _NEAR) : before.start()]
    first, last = claim.note[: after.start()], claim.note[after.end() :]
    return not claim.reported and any(sign in last for sign in head) and not any(sign in first for sign in head)


def _done_after(claim: Claim) -> Iterator[Violation]:
    """Yield what the notes say was done first and the sentence tells only behind its 后: 先公示 as 确定后予以公示."""
    first, later = _DONE_FIRST.search(plain(claim.note)), _LATER.search(claim.text)
    if first and later and _AFTER.search(claim.note, first.end()):
        head, tail = claim.text[: later.start()], claim.text[later.end() :]
        if first[1] in tail and first[1] not in head and "先" not in tail:
            yield Violation("order", *later.span(), later.group(), _ORDER)


def _is_turned(claim: Claim, later: re.Match[str]) -> bool:
    """Return whether what stands before and after the word of order stands the other way round in the notes."""
    head, tail = claim.text[: later.start()], claim.text[later.end() :]
    places = [
        [claim.note.find(part[i : i + 2]) for i in range(len(part) - 1) if part[i : i + 2] in claim.note]
        for part in (head, tail)
    ]
    return all(places) and min(places[0]) > max(places[1])


def _pairs(text: str) -> Iterator[tuple[tuple[str, str], re.Match[str]]]:
    """Yield the word done first and the word done second around each 前 and 后."""
    for match in _AROUND.finditer(text):
        pair = (match["left"], match["right"])
        yield pair if match["mark"] == "后" else pair[::-1], match
