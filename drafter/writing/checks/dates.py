"""When: dates, parts of the year and relative times belong to slots or stand in the note."""

import re
from collections.abc import Iterator

from drafter.writing.checks.reading import plain_notes
from drafter.writing.checks.sourcing import unsourced
from drafter.writing.checks.told_figures import is_told
from drafter.writing.checks.verdict import Claim, Violation

_FIGURE = re.compile("[0-9]+|[〇一二三四五六七八九十两]+")
MESSAGE = "“{}”说的是时间，所引材料里没有这样说。请删去，或改用日期的占位符，或照材料原词写"


def dates(claim: Claim) -> Iterator[Violation]:
    """Yield words of time that no cited note uses."""
    notes = plain_notes(claim.notes)
    for item in unsourced(claim, "date", "date", MESSAGE):
        if not claim.reported and _is_spelled(item.words, claim.note):
            continue
        figure = _FIGURE.search(item.words)
        if claim.reported or not figure or not is_told(item.words, *figure.span(), notes):
            yield item


def _is_spelled(words: str, note: str) -> bool:
    """Return whether notes say a time with a character more here and there: 季度末 for 季末."""
    return len(words) > 1 and re.search(".?".join(map(re.escape, words)), note) is not None
