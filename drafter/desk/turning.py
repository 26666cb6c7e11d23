"""A clause that says of its source the opposite by a single word: 没有出现 made 出现, or the other way round."""

import re
from collections.abc import Iterable, Iterator

from drafter.desk.evidence import CLAUSE_STOPS
from drafter.desk.reading import Slotted
from drafter.writing.checks.verdict import Violation

_NEGATOR = re.compile("没有|[没未不无非勿免]")
_CLAUSE = re.compile(f"[^{CLAUSE_STOPS}]+")
_SHORTEST = 3
_MESSAGE = "“{}”和材料说的相反，材料写的是“{}”。请照材料写，或删去"


def turned_clauses(read: Slotted, own: Iterable[str]) -> Iterator[Violation]:
    """Yield every clause that is a clause of the sources but for its denials."""
    sources: dict[str, set[str]] = {}
    for clause in own:
        sources.setdefault(_NEGATOR.sub("", clause), set()).add(clause)
    for found in _CLAUSE.finditer(read.text):
        clause = read.words(*found.span())
        bare = _NEGATOR.sub("", clause)
        told = sources.get(bare, set())
        if len(bare) >= _SHORTEST and told and clause not in told:
            yield Violation("polarity", *found.span(), clause, _MESSAGE.format(clause, min(told)))
