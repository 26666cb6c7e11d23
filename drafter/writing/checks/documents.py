"""Names, numbers and articles of documents: rendered by a slot, or standing in a cited note."""

from collections.abc import Iterator

from drafter.writing.checks.reading import plain_notes, read
from drafter.writing.checks.verdict import Claim, Violation
from drafter.writing.checks.wordlist import load_pattern

MESSAGE = "“{}”是文件的名称、文号或条款，所引材料里没有。请改用法规的占位符（{{law:…}}），或删去"
_REGULATIONS = "中华人民共和国政府信息公开条例"


def short_title(title: str) -> str:
    """Return how a clerk calls a document: the regulations that the whole work rests on need no other name."""
    return "条例" if title in (_REGULATIONS, _REGULATIONS[7:]) else title


def document_numbers(claim: Claim) -> Iterator[Violation]:
    """Yield names, numbers and articles of documents that no cited note holds."""
    reading, notes = read(claim), plain_notes(claim.notes)
    for found in load_pattern("document").finditer(reading.plain):
        core = found.group() if claim.reported else short_title(found.group().strip("《》"))
        if not any(core and core in note for note in notes):
            yield reading.violation("document-number", found.span(), MESSAGE)
