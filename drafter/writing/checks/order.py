"""What came first told as what came after."""

import re
from collections.abc import Iterator

from drafter.writing.checks.claim_words import Found, refused
from drafter.writing.checks.register import plain
from drafter.writing.checks.verdict import Claim, Violation

_AROUND = re.compile(
    "(?=(?P<left>[\u4e00-\u9fff]{2})(?:之|以)?(?P<mark>[前后])[，再才方先由经]?(?P<right>[\u4e00-\u9fff]{2}))"
)
_MESSAGE = "“{}”与引用的材料的先后顺序相反，请照材料写。"


def check_order(claim: Claim) -> Iterator[Violation]:
    """Yield two deeds around 前 or 后 that the notes tell the other way round: 发布后审核 for 审核后发布."""
    told = {pair for pair, _ in _pairs(plain(claim.note))}
    for (first, second), match in _pairs(plain(claim.text)):
        if (second, first) in told and (first, second) not in told:
            found = Found(match.start("left"), match.end("right"), first)
            yield refused(claim, found, "deed", _MESSAGE)


def _pairs(text: str) -> Iterator[tuple[tuple[str, str], re.Match[str]]]:
    """Yield the word done first and the word done second around each 前 and 后."""
    for match in _AROUND.finditer(text):
        pair = (match["left"], match["right"])
        yield pair if match["mark"] == "后" else pair[::-1], match
