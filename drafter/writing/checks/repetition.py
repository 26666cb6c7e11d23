"""A sentence that says the same twice, or says nothing."""

import re
from collections.abc import Iterator

from drafter.writing.checks.register import MASK, plain
from drafter.writing.checks.verdict import Claim, Violation

_CONTENT = re.compile(r"[^\W_]")
_CLAUSE = re.compile(r"[^，。；：、！？,;\n]+")
_TWICE = re.compile(r"([\u4e00-\u9fff]{2,8})\1")
_LONG = re.compile(r"([\u4e00-\u9fff]{7,30}).*?\1")
_MESSAGE = "“{}”在一句里重复了，请只写一次。"
_SHORTEST_CLAUSE = 5


def check_repetition(claim: Claim) -> Iterator[Violation]:
    """Yield a word written twice on end, a clause written twice, and a long phrase that comes back."""
    text = plain(claim.text)
    seen: set[str] = set()
    for match in _CLAUSE.finditer(text):
        clause = match[0].replace(MASK, "")
        if len(clause) >= _SHORTEST_CLAUSE and clause in seen:
            yield _violation(claim, match.start(), match.end())
        seen.add(clause)
    for match in _TWICE.finditer(text[:2000]):
        if match[0] not in claim.note:
            yield _violation(claim, *match.span())
    for match in _LONG.finditer(text[:400]):
        if match[1] and claim.note.count(match[1]) < 2:
            yield _violation(claim, match.end() - len(match[1]), match.end())


def _violation(claim: Claim, start: int, end: int) -> Violation:
    words = claim.text[start:end]
    return Violation("repetition", start, end, words, _MESSAGE.format(words))


def check_empty(claim: Claim) -> Iterator[Violation]:
    """Yield a sentence without a word."""
    if not _CONTENT.search(claim.text):
        yield Violation("empty", 0, len(claim.text), claim.text, "句子里没有文字，请重写。")
