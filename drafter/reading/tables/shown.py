"""The tables as the page shows them: rows, heads and note as written."""

from collections.abc import Iterable, Sequence

from drafter.form.model import Form
from drafter.reading.report import CellState, ReadRow, ReadTable
from drafter.reading.source import Place
from drafter.reading.tables.alignment import Placed
from drafter.reading.tables.reading import RowRead
from drafter.reading.tables.segments import Segment
from drafter.reading.tables.slots import Role, slots
from drafter.reading.tables.wording import core


def tables_shown(
    rows: Sequence[Placed], read: Sequence[RowRead], labels: Sequence[Segment], form: Form
) -> tuple[ReadTable, ...]:
    """Return the official tables that the page shows, in the order of the form."""
    found = (_table(table.key, rows, read, labels, form) for table in form.tables)
    return tuple(table for table in found if table)


def _table(
    key: str, rows: Sequence[Placed], read: Sequence[RowRead], labels: Sequence[Segment], form: Form
) -> ReadTable | None:
    own = [row for row in rows if _stands_in(row, key)]
    known = [row for row in read if slots()[row.placed.slot or 0].table == key]
    if not known:
        return None
    heads = [label for label in labels if _heads(label, key)]
    edition = _edition(known, form)
    return ReadTable(
        key=key,
        edition=edition,
        rows=tuple(_row(row, known) for row in own),
        heads=tuple(label.text for label in heads if not label.of(Role.NOTE)),
        note=next((label.text for label in heads if label.of(Role.NOTE)), ""),
        place=_first(heads, own),
        pieces=_pieces(heads, own),
        foreign_labels=tuple(dict.fromkeys(_foreign(labels, key, edition))),
        conversion_suspect=_is_cut(key, known, edition),
    )


def _stands_in(row: Placed, key: str) -> bool:
    if row.slot is not None:
        return slots()[row.slot].table == key
    return row.row.heads.table == key and row.row.has_content and bool(row.row.label)


def _heads(label: Segment, key: str) -> bool:
    own = [match for match in label.matches if match.label.table == key]
    return bool(own) and not label.of(Role.ROW, Role.SECTION, Role.GROUP)


def _edition(rows: Sequence[RowRead], form: Form) -> str:
    """Return the edition that most rows of a table show; that of the report where they show none."""
    shown = [row.edition for row in rows if row.edition]
    return max(sorted(set(shown)), key=shown.count, default=form.edition)


def _row(placed: Placed, read: Sequence[RowRead]) -> ReadRow:
    row = placed.row
    cells = next((each.cells for each in read if each.placed is placed), ())
    return ReadRow(
        label=row.label.text if row.label else "",
        groups=tuple(group.text for group in row.groups),
        key="" if placed.slot is None else slots()[placed.slot].row,
        values=tuple(token.text for token in row.values),
        place=row.tokens[0].place,
        conversion_suspect=any(cell.conversion_suspect for cell in cells)
        or (placed.slot is not None and bool(row.label) and 0 < row.label.likeness < 1),
    )


def _first(heads: Sequence[Segment], rows: Sequence[Placed]) -> Place:
    tokens = [*(label.tokens[0] for label in heads[:1]), *(row.row.tokens[0] for row in rows[:1])]
    return min(tokens, key=lambda token: token.block).place


def _pieces(heads: Sequence[Segment], rows: Sequence[Placed]) -> tuple[Place, ...]:
    """Return where each marked table begins of which the table is made; one place for a table in lines."""
    found: dict[int | None, Place] = {}
    for token in sorted(
        [*(label.tokens[0] for label in heads), *(row.row.tokens[0] for row in rows)], key=lambda token: token.block
    ):
        found.setdefault(token.place.table, token.place)
    return tuple(found.values())


def _foreign(labels: Iterable[Segment], key: str, edition: str) -> Iterable[str]:
    """Yield the labels as written that only another edition than the table's has."""
    for label in labels:
        names = {core(match.label.text) for match in label.matches if match.label.table == key}
        if names and not names & own_words(key, edition):
            yield label.text


def own_words(key: str, edition: str) -> frozenset[str]:
    """Return the words of the labels that a table of an edition has."""
    from drafter.form.editions import load_form

    table = load_form(edition).table(key)
    texts = [cell.text for block in table.blocks for row in block.header for cell in row]
    texts += [cell.text for block in table.blocks for row in block.rows for cell in row.head]
    return frozenset(core(text) for text in texts)


def _is_cut(key: str, rows: Sequence[RowRead], edition: str) -> bool:
    """Return whether the table stops before its last row, or a row of it stops before its last cell."""
    last = max(number for number, slot in enumerate(slots()) if slot.table == key and edition in slot.columns)
    whole = any(row.placed.slot == last for row in rows)
    return not whole or any(cell.state is CellState.ABSENT for row in rows for cell in row.cells)


