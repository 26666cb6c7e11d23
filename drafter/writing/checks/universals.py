"""Always, everyone, without exception: 均, 全部, 有求必应, 按期办结.

Of applications, disputes, fees, decisions and normative documents such a claim follows from the tables, so it is the
business of a slot even where a note makes it. How they are handled (登记, 审核) is procedure and may be told.
"""

import re
from collections.abc import Iterator

from drafter.writing.checks.reading import clause_at
from drafter.writing.checks.sourcing import hints, list_hits
from drafter.writing.checks.verdict import Claim, Violation
from drafter.writing.checks.wordlist import Hit, load_pattern

UNSOURCED = "“{}”说的是全部如此，所引材料里没有这样说。请删去，或照材料原词写"
STATUTORY = "“{}”在这里是对申请、答复、收费等法定数据的结论，只能由占位符说出。请删去，改用可用短语的占位符"
_LIST = re.compile("[一-鿿“”]、|[一-鿿”](?:和|与|及)[一-鿿“]")
REPLIES = {"答复", "办结"}


def universals(claim: Claim) -> Iterator[Violation]:
    """Yield universal claims that no cited note makes, and all those about what the tables report."""
    for reading, hit, is_sourced in list_hits(claim, "universal"):
        if claim.reported and is_statutory(clause_at(reading.plain, hit.start), reading.plain):
            yield reading.violation("quantity-universal", (hit.start, hit.end), STATUTORY)
        elif not is_sourced and not hints(claim, "universal") and not _sums_up(reading.plain, hit):
            yield reading.violation("quantity-universal", (hit.start, hit.end), UNSOURCED)


def _sums_up(text: str, hit: Hit) -> bool:
    """Return whether a word for all only sums up what its clause has just listed: 预算、决算均."""
    start = text.rfind("，", 0, hit.start) + 1
    return hit.words in ("均", "都", "皆", "均已", "皆已") and _LIST.search(text[start : hit.start]) is not None


def is_statutory(clause: str, sentence: str) -> bool:
    """Return whether a clause speaks of the outcome of what the tables report, and not of letters or of procedure."""
    topics = load_pattern("statutory")
    if set(topics.findall(sentence)) <= REPLIES and load_pattern("other_replies").search(sentence):
        return False
    return bool(topics.search(clause)) and not load_pattern("procedure").search(clause)
