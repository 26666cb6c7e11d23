"""Nothing, nobody, not once: 未收到申请, 无投诉, 零差错. What the tables report as 0 is said by a slot only."""

import re
from collections.abc import Iterator

from drafter.writing.checks.alignment import may_replace
from drafter.writing.checks.reading import clause_at, plain_notes
from drafter.writing.checks.sourcing import list_hits
from drafter.writing.checks.verdict import Claim, Violation
from drafter.writing.checks.vocabulary import unproved_marks
from drafter.writing.checks.wordlist import load_pattern, load_word_list

_DENIAL = re.compile("[没无未不免非]")
_ADDED = 2
_PLAINER = (
    ("收费费用处理费", "费|钱"),
    ("诉讼起诉应诉败诉", "诉|告|官司|法院"),
    ("复议申请复议", "复议"),
    ("投诉举报信访上访", "投诉|举报|告状|上访|闹"),
    ("差错错误失误错字错别字", "错"),
    ("异议质疑反对不满", "说啥|意见|不满|提|吭|吵|异议"),
    ("规章规范性文件", "规范性文件|文件|规章"),
    ("结转遗留积压", "剩|拖|压|结转|留"),
    ("逾期超期延期延误拖延", "超|误|拖|晚|延|过期"),
    ("处罚行政强制许可", "罚|强制|许可|审批"),
    ("答复办结", "答|回|办"),
)
"""What a clerk says for what the tables and the blemishes are called."""
UNSOURCED = "“{}”说的是没有发生，所引材料里没有这样说。请删去，或照材料原词写"
STATUTORY = "“{}”说的是申请、复议、收费等法定数据为零，只能由占位符说出。请删去，改用可用短语的占位符"


def zeros(claim: Claim) -> Iterator[Violation]:
    """Yield claims of nothing that no cited note makes, and in a report all those about what its tables hold.

    Where a note denies something in other words, the clause may say so in its own as long as it adds nothing.
    """
    denied = frozenset(_denied(claim.notes))
    for reading, hit, is_sourced in list_hits(claim, "zero"):
        blemishes = set(load_pattern("blemish").findall(hit.words))
        clause = clause_at(reading.plain, hit.start)
        if claim.reported and (is_statutory(hit.words) or is_statutory(clause)):
            yield reading.violation("quantity-zero", (hit.start, hit.end), STATUTORY)
        elif not is_sourced and not (blemishes and all(_stands_in(item, denied) for item in blemishes)):
            if not claim.reported and _tells(hit.words, claim.note):
                continue
            place = reading.offsets[hit.start]
            is_open = any(unproved_marks(claim.text, claim.note, claim.own_names)[place : reading.offsets[hit.end]])
            if _DENIAL.search(claim.note) and not (blemishes and is_open) and may_replace(claim, place, _ADDED):
                continue
            yield reading.violation("quantity-zero", (hit.start, hit.end), UNSOURCED)


def _tells(words: str, note: str) -> bool:
    """Return whether a note denies, in plainer words, all that a claim of nothing denies: 没人告 is 无诉讼."""
    topics = set(load_pattern("statutory").findall(words)) | set(load_pattern("blemish").findall(words))
    return bool(topics and _DENIAL.search(note)) and all(
        topic in note or any(re.search(plainer, note) for written, plainer in _PLAINER if topic in written)
        for topic in topics
    )


def is_statutory(words: str) -> bool:
    """Return whether words speak of what the tables report."""
    return bool(load_pattern("statutory").search(words))


def _stands_in(blemish: str, denied: frozenset[str]) -> bool:
    """Return whether what a note denies is the same: 失泄密 and 泄密 are."""
    return any(blemish in item or item in blemish for item in denied)


def _denied(notes: tuple[str, ...]) -> Iterator[str]:
    """Yield what the notes themselves say did not happen."""
    words = load_word_list("zero")
    for note in plain_notes(notes):
        for hit in words.hits(note):
            yield from load_pattern("blemish").findall(clause_at(note, hit.start))
