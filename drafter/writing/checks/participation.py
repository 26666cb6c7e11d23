"""Taking part told as organising."""

import re
from collections.abc import Iterator

from drafter.writing.checks.register import plain
from drafter.writing.checks.verdict import Claim, Violation

_PART = re.compile(
    "参加|参与|参会|出席|列席|配合|协助|旁听|受邀|应邀|接受(?!了?申请)|派人|派员|派[^，。]{0,8}去|去[县市省]"
)
_LEAD = re.compile("组织|举办|举行|召开|开展|主办|牵头|承办|主持|开了?[会班]|办了?[^，。]{0,4}班|搞")
_ABOVE = re.compile("[县市省]里?[^，。；]{0,10}$|上级[^，。；]{0,8}$")
_CLAUSE = re.compile("[，。；;！？\n]")
_MESSAGE = "引用的材料写的是参加、配合或由上级组织，“{}”写成了本机关组织。请写“参加”或“配合”。"


def check_participation(claim: Claim) -> Iterator[Violation]:
    """Yield the verb of organising where the notes only tell of taking part, or of what a higher office organised."""
    text, note = plain(claim.text), plain(claim.note)
    lead = _LEAD.search(text)
    if lead is None or _PART.search(text) or _ABOVE.search(text[: lead.start()]):
        return
    clauses = [part for part in _CLAUSE.split(note) if part]
    if _PART.search(note) and not any(_leads(part) for part in clauses) and any(map(_takes_part, clauses)):
        words = lead[0]
        yield Violation(
            "part-led", lead.start(), lead.end(), claim.text[lead.start() : lead.end()], _MESSAGE.format(words)
        )


def _leads(clause: str) -> bool:
    lead = _LEAD.search(clause)
    if lead is None or _ABOVE.search(clause[: lead.start()]):
        return False
    part = _PART.search(clause)
    return part is None or part.start() > lead.start()


def _takes_part(clause: str) -> bool:
    part, lead = _PART.search(clause), _LEAD.search(clause)
    return part is not None and (
        lead is None or part.start() < lead.start() or bool(_ABOVE.search(clause[: lead.start()]))
    )
