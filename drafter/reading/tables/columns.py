"""Which columns stand under the heads of a page, and in which order."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from drafter.form.model import Column
from drafter.reading.tables.observed import Heads
from drafter.reading.tables.scattered import are_scattered
from drafter.reading.tables.segments import Segment
from drafter.reading.tables.slots import Role, Slot
from drafter.reading.tables.tokens import Token

WHOLE = 1.0
LIKELY = 0.95
UNSEEN = 0.9
"""How certain the columns are where the page shows no heads: those of the form in its order."""
PARTLY = 0.85
DOUBTFUL = 0.5
"""Heads that contradict the form: nothing below them is read."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns of a row of values, from left to right."""

    edition: str
    columns: tuple[Column, ...]
    confidence: float
    heads: tuple[Token | None, ...]
    """The head of each, where it was found."""
    by_sums: bool = False
    """Whether the heads are all there, but not in an order that says where the total stands: sums must say it."""

    def label(self, number: int) -> str:
        """Return the head of a column as written, else the form's."""
        head = self.heads[number]
        return head.text if head else self.columns[number].label


def layouts(slot: Slot, heads: Heads) -> list[Layout]:
    """Return what the values of a row may be, the likeliest first: one layout for each edition that has the row."""
    found = [_layout(slot, edition, heads) for edition in slot.columns]
    return sorted(found, key=lambda layout: -layout.confidence)


def _layout(slot: Slot, edition: str, heads: Heads) -> Layout:
    columns = slot.columns[edition]
    above = heads.columns if heads.table == slot.table else ()
    if len({_key(column) for column in columns}) < len(columns):
        return _in_groups(edition, columns, above)
    segments = [part for part in above if not part.matches or part.of(Role.COLUMN)]
    if _has_spans(above):
        return _spanned(edition, columns, above)
    return _in_order(edition, columns, segments)


def _key(column: Column) -> str:
    return column.key.rpartition(".")[2]


def _has_spans(above: Sequence[Segment]) -> bool:
    return any(part.of(Role.SPAN) for part in above)


def _heads(part: Segment, column: Column) -> bool:
    return any(match.label.key == _key(column) for match in part.of(Role.COLUMN))


def _in_order(edition: str, columns: tuple[Column, ...], parts: Sequence[Segment]) -> Layout:
    """Return the layout of a block with one line of heads: as many heads as columns, in the form's order."""
    nothing: tuple[Token | None, ...] = (None,) * len(columns)
    if not parts:
        return Layout(edition, columns, UNSEEN, nothing)
    if len(parts) != len(columns):
        known = [part for part in parts if part.matches]
        agree = known and all(any(_heads(part, column) for column in columns) for part in known)
        return Layout(edition, columns, PARTLY if agree and len(parts) < len(columns) else DOUBTFUL, nothing)
    fits = [_heads(part, column) for part, column in zip(parts, columns, strict=True)]
    strange = any(part.matches and not fit for part, fit in zip(parts, fits, strict=True))
    heads = tuple(_written(part) for part in parts)
    if strange or not any(fits):
        return Layout(edition, columns, DOUBTFUL, heads)
    exact = all(part.likeness == 1 for part in parts)
    return Layout(edition, columns, (WHOLE if exact else LIKELY) if all(fits) else PARTLY, heads)


def _written(part: Segment) -> Token:
    """Return a head as one token, wherever the page broke it."""
    first = part.tokens[0]
    return Token(part.text, first.kind, first.place, first.block, first.row, first.column, first.span, first.width)


def _spanned(edition: str, columns: tuple[Column, ...], above: Sequence[Segment]) -> Layout:
    """Return the layout of a table whose heads stand in several lines: what a span heads stands where it does."""
    by_key = {_key(column): column for column in columns}
    found: dict[str, Token] = {}
    spanning = None
    for part in above:
        keys = list(dict.fromkeys(match.label.key for match in part.of(Role.COLUMN) if match.label.key in by_key))
        if len(keys) == 1:
            found.setdefault(keys[0], _written(part))
        elif part.of(Role.SPAN) and found and spanning is None:
            spanning = len(found)
    nothing: tuple[Token | None, ...] = (None,) * len(columns)
    form = [_key(column) for column in columns]
    if len(found) < len(columns) and not _usual(list(found), form):
        return _scattered(edition, columns, above)
    if len(found) < len(columns):
        return Layout(edition, columns, LIKELY, nothing)
    order = _unfolded(list(found), spanning, form)
    # Lines of a page show the order of the heads only in part; a grid shows where each stands.
    in_grid = all(token.width for token in found.values())
    if not in_grid and order not in (form, [form[-1], *form[:-1]]):
        return _scattered(edition, columns, above)
    return Layout(edition, tuple(by_key[key] for key in order), WHOLE, tuple(found[key] for key in order))


def _scattered(edition: str, columns: tuple[Column, ...], above: Sequence[Segment]) -> Layout:
    """Return the layout of a table whose heads stand in another order: the form's, if they are only scattered."""
    scattered = are_scattered([column.label.rpartition("·")[2] for column in columns], above)
    return Layout(edition, columns, LIKELY if scattered else DOUBTFUL, (None,) * len(columns), by_sums=scattered)


def _unfolded(found: list[str], spanning: int | None, form: list[str]) -> list[str]:
    """Return the columns from left to right: those below a span, which the page names last, go to its place."""
    if spanning is None:
        return found
    # The columns that the form has neither first nor last are those below the span.
    below = [key for key in found if key in form[1:-1]]
    before = [key for key in found[:spanning] if key not in below]
    after = [key for key in found[spanning:] if key not in below]
    return before + below + after


def _usual(found: list[str], form: list[str]) -> bool:
    """Return whether the heads that were found stand as in the form, read across or line by line."""
    lines = [form[0], form[-1], *form[1:-1]]
    return any(found == [key for key in order if key in found] for order in (form, lines))


def _in_groups(edition: str, columns: tuple[Column, ...], above: Sequence[Segment]) -> Layout:
    """Return the layout of a table whose heads repeat under each group, which must be those of the form in order."""
    form = [_key(column) for column in columns]
    names = list(_names(above, set(form)))
    nothing: tuple[Token | None, ...] = (None,) * len(columns)
    if not names:
        return Layout(edition, columns, UNSEEN, nothing)
    each = list(dict.fromkeys(form))
    groups = {tuple(names[start : start + len(each)]) for start in range(0, len(names), len(each))}
    turned = len(names) == len(form) and len(groups) == 1 and names != form
    return Layout(edition, columns, DOUBTFUL if turned else (WHOLE if names == form else LIKELY), nothing)


def _names(above: Sequence[Segment], known: set[str]) -> Iterator[str]:
    for part in above:
        keys = {match.label.key for match in part.of(Role.COLUMN)} & known
        if len(keys) == 1 and part.likeness >= PARTLY:
            yield keys.pop()
