"""Heads that the text of a PDF gives piece by piece, in the order of its lines: 自然人 商业 科研, 总计, 企业 机构."""

from collections import Counter
from collections.abc import Sequence

from drafter.reading.tables.segments import Segment
from drafter.reading.tables.slots import Role
from drafter.reading.tables.wording import squeezed

SHORTEST = 2


def are_scattered(columns: Sequence[str], above: Sequence[Segment]) -> bool:
    """Return whether every sign of the heads is there once, and nothing else of them; the first and last come in turn.

    The columns between, which stand below a span of their own, must begin in the order of the form, and so before the
    last of them ends. Where the last column stands among them, such heads do not say.
    """
    pieces = [piece for part in above if not part.of(Role.SPAN, Role.NOTE, Role.CORNER) for piece in _pieces(part)]
    pieces = [piece for piece in pieces if len(piece) >= SHORTEST and any(piece in column for column in columns)]
    if Counter("".join(pieces)) != Counter("".join(columns)):
        return False
    begins = [next((place for place, piece in enumerate(pieces) if column.startswith(piece)), -1) for column in columns]
    ordered = all(before < after for before, after in zip(begins[:-1], begins[1:-1], strict=False))
    return -1 not in begins and ordered and begins[0] < begins[-1]


def _pieces(part: Segment) -> list[str]:
    return [squeezed(piece) for token in part.tokens for piece in token.text.split()]
