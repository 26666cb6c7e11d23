"""Heads that the text of a PDF gives piece by piece, in the order of its lines: 自然人 商业 科研, 总计, 企业 机构."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from drafter.reading.tables.segments import Segment
from drafter.reading.tables.slots import Role
from drafter.reading.tables.wording import squeezed

SHORTEST = 2


def are_scattered(columns: Sequence[str], above: Sequence[Segment]) -> bool:
    """Return whether the heads are those of the form, sign for sign, beginning in its order.

    Only where the last stands they do not say: as high as the span over those between, it is named among them.
    """
    pieces = [piece for part in above if not part.of(Role.SPAN, Role.NOTE, Role.CORNER) for piece in _pieces(part)]
    pieces = [piece for piece in pieces if len(piece) >= SHORTEST and any(piece in column for column in columns)]
    if Counter("".join(pieces)) != Counter("".join(columns)):
        return False
    begins = [next((place for place, piece in enumerate(pieces) if column.startswith(piece)), -1) for column in columns]
    ordered = all(before < after for before, after in pairwise(begins[:-1]))
    return -1 not in begins and ordered and begins[0] < begins[-1]


def _pieces(part: Segment) -> list[str]:
    return [squeezed(piece) for token in part.tokens for piece in token.text.split()]
