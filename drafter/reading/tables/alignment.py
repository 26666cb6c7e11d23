"""Which row of the form each row of the page is: by its label, and in the order in which the form prints them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from drafter.form.editions import editions
from drafter.reading.tables.observed import Observed
from drafter.reading.tables.slots import Role, Slot, slots

BY_NAME = 1.0
ALIKE = 0.95
CUT = 0.9
"""A label that is alike, or of which a part is left, and that no other row between its neighbours may be."""
BY_PLACE = 0.85
"""Rows without labels, exactly as many as the form has between two certain ones."""
STRONG = 0.75
MARGIN = 0.1
LEFT_OVER = 0.8


@dataclass(frozen=True, slots=True)
class Placed:
    """A row of the page with the row of the form that it is, by its number; None where it is none of them."""

    row: Observed
    slot: int | None
    confidence: float = 0.0
    copy: int = 0
    """Which showing of the tables it belongs to: a page may show them twice."""


def placed(rows: Sequence[Observed]) -> list[Placed]:
    """Return the rows of a page in their order, each with its row of the form."""
    found: list[Placed] = []
    for number, part in enumerate(_copies([row for row in rows if row.label or row.has_content])):
        found += [replace(each, copy=number) for each in _in_order(part)]
    return found


def _copies(rows: Sequence[Observed]) -> Iterator[list[tuple[Observed, int | None]]]:
    """Yield the rows with those that their names place, cut where the order of the form begins anew."""
    part: list[tuple[Observed, int | None]] = []
    last = -1
    for row in rows:
        slot = _named(row)
        if slot is not None and slot <= last:
            yield part
            part = []
        if slot is not None:
            last = slot
        part.append((row, slot))
    if part:
        yield part


def _named(row: Observed) -> int | None:
    """Return the row of the form whose very name a row has, or that has no name and stands below its heads."""
    found = _candidates(row)
    exact = [number for number, likeness in found if likeness >= 1]
    if found or not row.has_content or (row.label and row.label.of(Role.GROUP)):
        return exact[0] if len(exact) == 1 else None
    for number, slot in enumerate(slots()):
        if not slot.labels and slot.table == row.heads.table and _fills(row, slot):
            return number
    return None


def _fills(row: Observed, slot: Slot) -> bool:
    return any(len(row.values) >= len(columns) for columns in slot.columns.values())


def _candidates(row: Observed) -> list[tuple[int, float]]:
    """Return the rows of the form that a row may be by its label and by the table it stands in."""
    likely = {(match.label.table, match.label.key): match.likeness for match in row.rows}
    return [
        (number, likely[slot.table, slot.row])
        for number, slot in enumerate(slots())
        if (slot.table, slot.row) in likely and _allowed(row, slot)
    ]


def _allowed(row: Observed, slot: Slot) -> bool:
    return row.heads.table == slot.table or (not row.heads.table and row.heads.section is None)


def _in_order(part: list[tuple[Observed, int | None]]) -> Iterator[Placed]:
    """Yield the rows of one showing, those between two named ones placed by what is left between them."""
    before, waiting = -1, list[Observed]()
    for row, slot in part:
        if slot is None:
            waiting.append(row)
            continue
        yield from _between(waiting, before, slot)
        yield Placed(row, slot, BY_NAME)
        before, waiting = slot, []
    yield from _between(waiting, before, len(slots()))


def _between(rows: list[Observed], before: int, after: int) -> Iterator[Placed]:
    """Yield rows that are not named for certain, with the rows of the form between two others."""
    if not rows:
        return
    free = list(range(before + 1, after))
    chosen = _likeliest(rows, free)
    start, low = 0, before
    for place, slot in chosen:
        yield from _nameless(rows[start:place], low, slot)
        yield _judged(rows, place, slot, (low, next((s for p, s in chosen if p > place), after)))
        start, low = place + 1, slot
    yield from _nameless(rows[start:], low, after)


def _likeliest(rows: list[Observed], free: list[int]) -> list[tuple[int, int]]:
    """Return the pairs of row and form row, in order in both, that are most alike together."""
    likely = [(place, dict(_candidates(row))) for place, row in enumerate(rows)]
    likely = [(place, found) for place, found in likely if found.keys() & set(free)]
    best: list[tuple[float, tuple[tuple[int, int], ...]]] = [(0.0, ())] * (len(free) + 1)
    for place, found in likely:
        row = [best[0]]
        for number, slot in enumerate(free, 1):
            taken = max(best[number], row[number - 1], key=lambda each: each[0])
            if slot in found:
                total, pairs = best[number - 1]
                taken = max(taken, (total + found[slot], (*pairs, (place, slot))), key=lambda each: each[0])
            row.append(taken)
        best = row
    return list(best[-1][1])


def _judged(rows: list[Observed], place: int, slot: int, bounds: tuple[int, int]) -> Placed:
    """Return a row at a place, with a confidence of 0 where another place would do nearly as well."""
    row = rows[place]
    found = dict(_candidates(row))
    others = [likeness for other, likeness in found.items() if bounds[0] < other < bounds[1] and other != slot]
    likeness = found[slot]
    if likeness >= STRONG and all(likeness - other >= MARGIN for other in others):
        return Placed(row, slot, ALIKE if likeness >= CUT else CUT)
    alone = sum(not other.rows for other in rows) == 0 and len(rows) == 1
    if alone and bounds[1] - bounds[0] == 2:
        return Placed(row, slot, LEFT_OVER)
    return Placed(row, slot, 0.0)


def _nameless(rows: list[Observed], before: int, after: int) -> Iterator[Placed]:
    """Yield rows without names: placed if they are as many as an edition has rows there, else as no row of the form."""
    filled = [row for row in rows if row.values]
    plain = all(row.is_nameless for row in filled)
    ways = {free_rows(edition, before, after, filled) for edition in editions()} if filled and plain else set()
    ways = {way for way in ways if len(way) == len(filled)}
    numbers = iter(next(iter(ways))) if len(ways) == 1 else None
    for row in rows:
        slot = next(numbers) if numbers and row.values else None
        yield Placed(row, slot, BY_PLACE if slot is not None else 0.0)


def free_rows(edition: str, before: int, after: int, rows: list[Observed]) -> tuple[int, ...]:
    """Return the rows of an edition between two others, if the rows of the page stand in their table."""
    free = [number for number in range(before + 1, after) if edition in slots()[number].columns]
    tables = {slots()[number].table for number in free}
    inside = before >= 0 and after < len(slots()) and {row.heads.table for row in rows} == tables
    return tuple(free) if inside else ()
