"""What is said to have been done: verbs of deeds, by classes of verbs that stand for each other."""

import re
from collections.abc import Iterator

from drafter.writing.checks.alignment import clause_of, is_added, is_frame, may_replace
from drafter.writing.checks.claim_words import Found, claim_list, clause_at, found, refused, shared, unsupported
from drafter.writing.checks.register import plain, read_note
from drafter.writing.checks.verdict import Claim, Violation
from drafter.writing.checks.weights import light_words

_DENIED = re.compile("(?:未|没有|尚未|未能|无人|缺乏|不)(?:及时|再|曾)?$")
_NONE = re.compile("没|未|无|不|免|零")
_RULE = re.compile(
    "(?:建立|制定|出台|健全|完善|形成|构建|推行|固化)(?:了|健全|完善|为)*[^，。；]{0,10}(?:制度|机制|体系|办法|细则|规程)"
)
_RULED = re.compile("制度|机制|规矩|法子|办法|规定|章程|细则|[定立]了|约定|流程|做法|方案|体系|规范|责任|章法|固定")
_OF = re.compile("[到来得]?的([一-鿿]{2})")
_MESSAGE = "“{}”这件事在引用的材料里找不到，请删去，或用材料里的动词来写。"


def check_grave(claim: Claim) -> Iterator[Violation]:
    """Yield a grave deed told as done where the notes only say that none was: 没有追究 is no 问责."""
    text, note = plain(claim.text), plain(claim.note)
    rows = claim_list("deeds").rows
    for item in found(claim.text, "grave"):
        told = [word for word in rows.get(item.word, {item.word}) | {item.word} if len(word) > 1 and word in note]
        is_denied = told and all(_NONE.search(_before(note, word)) for word in told)
        if is_denied and not _NONE.search(clause_at(text, item.start)):
            yield refused(claim, item, "deed", _MESSAGE)


def _before(note: str, word: str) -> str:
    """Return what stands before a word in its clause of a note."""
    place = note.find(word)
    return re.split("[，。；！？]", note[:place])[-1]


def check_rules(claim: Claim) -> Iterator[Violation]:
    """Yield a standing rule set up where the notes know of none: 建立了校对制度 for having corrected."""
    match = _RULE.search(plain(claim.text))
    if match and claim.note and not _RULED.search(claim.note):
        yield refused(claim, Found(*match.span(), match[0]), "named-thing", _MESSAGE)


def check_deeds(claim: Claim) -> Iterator[Violation]:
    """Yield every verb of a deed for which no cited note has a verb of its class.

    A denied verb asserts no deed. A verb that grew from a single one of the note (分 → 分解) is left to the vocabulary,
    and so is one that stands where the note has words of its own left over.
    """
    note, text = read_note(claim.note), plain(claim.text)
    for item in unsupported(claim, "deeds"):
        if item.word in claim_list("handling").rows and shared(clause_at(text, item.start), note.text):
            continue
        is_light = item.word in light_words() and not clause_of(claim, item.start).appended
        if is_light and not is_added(claim, item.start):
            continue
        is_grave = item.word in claim_list("grave").rows
        if not is_grave and not claim.reported and _is_of_told(text, item, note.text):
            continue
        if len(item.word) == 1 or _DENIED.search(text[: item.start]) or any(sign in note.words for sign in item.word):
            continue
        clause = clause_at(text, item.start)
        tells = shared(clause, note.text) or may_replace(claim, item.start)
        if not is_grave and (is_frame(clause) or (tells and not is_added(claim, item.start))):
            continue
        yield refused(claim, item, "deed", _MESSAGE)


def _is_of_told(text: str, item: Found, note: str) -> bool:
    """Return whether a deed only says of which thing of the notes it speaks: 征集到的意见 for 意见."""
    match = _OF.match(text, item.end)
    return match is not None and match[1] in note
