"""Which value of a row belongs to which of its columns; None where that is not certain."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from drafter.form.model import Column
from drafter.reading.tables.columns import Layout
from drafter.reading.tables.tokens import Kind, Token
from drafter.reading.tables.wording import narrow

PADDED = 0.9
"""How certain a row is that ends in empty cells of which some only pad it."""
CUT = 0.85
"""How certain the first cells of a row are after which the text ends."""
PARTED = 0.9
"""How certain figures are that were run together and can be parted in one way."""
SUMMED = 0.85
"""The same, where the row's total says that each digit is a number."""
MOST_GLUED = 24


@dataclass(frozen=True, slots=True)
class Fitted:
    """The cells of a row in the order of its layout; None for those that the page does not reach."""

    tokens: tuple[Token | None, ...]
    confidence: float


def fitted(
    values: Sequence[Token], layout: Layout, paddings: Collection[int], may_be_cut: bool
) -> Fitted | None:
    """Return the values by column; None where they are not as many as the columns, so that no place is certain.

    `paddings` are the numbers of empty cells that may follow the last column of a row in this table.
    `may_be_cut` is true for a last row where all others are whole.
    """
    size, count = len(layout.columns), len(values)
    if values and values[0].kind is Kind.GLUED:
        return _parted(values, layout)
    if in_grid := _by_grid(values, layout):
        return in_grid
    if count >= size:
        return _unpadded(values, size, paddings)
    if count and may_be_cut:
        return Fitted((*values, *(None,) * (size - count)), CUT)
    return None


def surplus(values: Sequence[Token], size: int) -> int | None:
    """Return how many empty cells follow the values of a full row; None where the row is not full."""
    full = len(values) >= size > 0 and values[size - 1].kind is not Kind.EMPTY
    if not full or any(token.kind is not Kind.EMPTY for token in values[size:]):
        return None
    return len(values) - size


def _unpadded(values: Sequence[Token], size: int, paddings: Collection[int]) -> Fitted | None:
    """Return the values without the empty cells that only pad the row, or that open the next one.

    A row that ends in empty cells of its own must have as many more as the full rows have, or one was lost within.
    """
    own, rest = tuple(values[:size]), values[size:]
    if any(token.kind is not Kind.EMPTY for token in rest):
        return None
    if own[-1].kind is not Kind.EMPTY or all(token.kind is Kind.EMPTY for token in own):
        return Fitted(own, 1.0)
    return Fitted(own, PADDED if rest else 1.0) if len(rest) in paddings else None


def _by_grid(values: Sequence[Token], layout: Layout) -> Fitted | None:
    """Return the values below the heads, where both stand in rows of one width."""
    heads = layout.heads
    width = values[0].width if values else 0
    if not width or any(head is None or head.width != width for head in heads):
        return None
    found = [_below(head, values) for head in heads if head]
    cells = [cell for cell in found if cell]
    if len(cells) < len(found) or len({id(cell) for cell in cells}) < len(cells):
        return None
    return Fitted(tuple(cells), 1.0)


def _below(head: Token, values: Sequence[Token]) -> Token | None:
    """Return the one cell that stands under a head, the empty ones of a wide head left out."""
    under = [
        token
        for token in values
        if token.column < head.column + head.span and head.column < token.column + token.span
    ]
    filled = [token for token in under if token.kind is not Kind.EMPTY]
    return (filled or under or [None])[0] if len(filled) < 2 else None


def _parted(values: Sequence[Token], layout: Layout) -> Fitted | None:
    """Return figures that were run together one by one, if they can be parted in one way only.

    A blank cell leaves no trace there, so that fewer numbers than columns must be impossible as well.
    """
    glued, size = narrow(values[0].text), len(layout.columns)
    if len(values) > 1 or len(glued) > MOST_GLUED:
        return None
    if size == 1:
        return Fitted(_tokens(values[0], (glued,)), PARTED)
    if not glued.isdigit():
        return None
    # Only a zero cannot be the beginning of a longer number.
    whole = not glued[:-1].strip("0")
    summed = layout.columns[-1].key == "total" and sum(map(int, glued[:-1])) == int(glued[-1])
    if len(glued) == size and (whole or summed):
        return Fitted(_tokens(values[0], tuple(glued)), PARTED if whole else SUMMED)
    return None


def _tokens(glued: Token, parts: tuple[str, ...]) -> tuple[Token, ...]:
    return tuple(Token(part, Kind.FIGURE, glued.place, glued.block, glued.row) for part in parts)
