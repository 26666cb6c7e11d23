"""Numbers of items: code numbers the items, so no sentence begins with one."""

from collections.abc import Iterator

from drafter.writing.checks.reading import read
from drafter.writing.checks.verdict import Claim, Violation
from drafter.writing.checks.wordlist import load_pattern

MESSAGE = "句子前面不能写“{}”这样的序号或符号，序号由程序加。请删去"


def enumerators(claim: Claim) -> Iterator[Violation]:
    """Yield the numbers and bullets of items."""
    reading = read(claim)
    for found in load_pattern("enumerator").finditer(reading.plain):
        group = found.lastindex or 0
        yield reading.violation("enumerator", found.span(group), MESSAGE)
