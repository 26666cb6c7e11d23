"""The rows of all editions as one sequence in the order of print, and every label of their tables."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache

from drafter.form.editions import editions, load_form
from drafter.form.model import Block, Column, Form, HeadCell, Table
from drafter.reading.tables.wording import core, flat, ordinal


class Role(StrEnum):
    """What a label heads."""

    ROW = "row"
    GROUP = "group"
    COLUMN = "column"
    SPAN = "span"
    BLOCK = "block"
    NOTE = "note"
    CORNER = "corner"
    SECTION = "section"


@dataclass(frozen=True, slots=True)
class Label:
    """A label of the form: what it heads and where."""

    role: Role
    table: str
    """Empty for a section without a table."""
    key: str
    """The row's key, the last part of the column's key, the group's part of the row keys, the block's or section's."""
    text: str
    """As printed."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A row of the form, with what each edition that has it calls it and puts into it."""

    table: str
    row: str
    group: str
    """The key of its group, such as `refused`; empty where it has none."""
    labels: tuple[Label, ...]
    ordinal: str
    columns: Mapping[str, tuple[Column, ...]]
    """Its columns, by edition."""
    covered: Mapping[str, int]
    """How many grid columns its labels and cells cover beyond their first, by edition: pages show them as empty."""

    def path(self, column: str) -> str:
        """Return the path of a cell of the row."""
        return ".".join(part for part in (self.table, self.row, column) if part)


@cache
def slots() -> tuple[Slot, ...]:
    """Return the rows of all editions: those of the newest, and each older one's own after the row before it."""
    found: list[Slot] = []
    for edition in reversed(editions()):
        _merge(found, tuple(_slots(load_form(edition))))
    return tuple(found)


@cache
def labels() -> tuple[Label, ...]:
    """Return every label of every edition once."""
    found: dict[Label, None] = {}
    for edition in reversed(editions()):
        form = load_form(edition)
        for section in form.sections:
            table = next((table.key for table in form.tables if table.section == section.key), "")
            found |= {Label(Role.SECTION, table, section.key, text): None for text in (section.title, *section.aliases)}
        for table in form.tables:
            found |= dict.fromkeys(_head_labels(table))
    return tuple(found) + tuple(label for slot in slots() for label in slot.labels)


def _merge(found: list[Slot], older: tuple[Slot, ...]) -> None:
    """Add an older edition's rows; a row that is there already gets its columns and its label."""
    place = -1
    for slot in older:
        same = next((number for number, known in enumerate(found) if _key(known) == _key(slot)), None)
        if same is None:
            place += 1
            found.insert(place, slot)
        else:
            known, place = found[same], same
            names = tuple(dict.fromkeys(known.labels + slot.labels))
            found[same] = replace(
                known,
                labels=names,
                columns={**known.columns, **slot.columns},
                covered={**known.covered, **slot.covered},
            )


def _key(slot: Slot) -> tuple[str, str]:
    return slot.table, slot.row


def _slots(form: Form) -> Iterator[Slot]:
    for table in form.tables:
        for block in table.blocks:
            for row in block.rows:
                own = tuple(
                    Label(Role.ROW, table.key, row.key, cell.text) for cell in row.head if cell.rowspan == 1
                )
                number = ordinal(own[-1].text) if own else ""
                group = row.key.rpartition(".")[0]
                covered = sum(cell.colspan - 1 for cell in row.head) + sum(column.span - 1 for column in block.columns)
                columns = {form.edition: block.columns}
                yield Slot(table.key, row.key, group, own, number, columns, {form.edition: covered})


def _head_labels(table: Table) -> Iterator[Label]:
    for block in table.blocks:
        yield from _block_labels(table, block)
        for row in block.rows:
            for cell in row.head:
                if cell.rowspan > 1:
                    # The group right above the row gives its key; one that spans several groups has none.
                    innermost = cell is [head for head in row.head if head.rowspan > 1][-1]
                    group = row.key.rpartition(".")[0] if innermost else ""
                    yield Label(Role.GROUP, table.key, group, cell.text)


def _block_labels(table: Table, block: Block) -> Iterator[Label]:
    columns = {core(column.label.rpartition("·")[2]): column.key.rpartition(".")[2] for column in block.columns}
    for row in block.header:
        for cell in row:
            yield _head_label(table, cell, columns)


def _head_label(table: Table, cell: HeadCell, columns: Mapping[str, str]) -> Label:
    if cell.scope == "note":
        return Label(Role.NOTE, table.key, "", cell.text)
    if cell.scope == "rowgroup":
        return Label(Role.BLOCK, table.key, flat(cell.text), cell.text)
    if core(cell.text) in columns:
        return Label(Role.COLUMN, table.key, columns[core(cell.text)], cell.text)
    role = Role.SPAN if cell.scope == "colgroup" else Role.CORNER
    return Label(role, table.key, core(cell.text), cell.text)
