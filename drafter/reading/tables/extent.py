"""Which blocks of a document belong to its tables."""

from collections.abc import Iterable, Sequence

from drafter.reading.headings import opens_section
from drafter.reading.source import SourceBlock, SourceLine, SourceTable
from drafter.reading.tables.alignment import Placed
from drafter.reading.tables.observed import Seen
from drafter.reading.tables.recognition import matches
from drafter.reading.tables.slots import Role, slots

PROSE = 40
"""A longer line with the end of a sentence in it is prose, also between two cells."""
SENTENCE = "。；！？"
FARTHEST = 100
"""Two cells of a table are at most so many lines apart, empty ones counted."""


def table_blocks(blocks: Sequence[SourceBlock], rows: Sequence[Placed], seen: Iterable[Seen]) -> frozenset[int]:
    """Return the indexes of the blocks from the first label of each table to its last cell, prose left out."""
    certain = _blocks_of_rows(rows)
    heads = {token.block for each in seen for token in each.label.tokens if not _is_named(blocks[token.block])}
    found: set[int] = set()
    last = -1
    for number in sorted(certain | _near(heads, certain, blocks)):
        if last >= 0 and _linked(blocks, last, number):
            found.update(range(last + 1, number))
        found.add(number)
        last = number
    return frozenset(found)


def _blocks_of_rows(rows: Sequence[Placed]) -> set[int]:
    """Return the blocks of the rows that are in the form, and of those that are not but stand among them."""
    found: set[int] = set()
    table = ""
    for row in rows:
        in_form = row.slot is not None and bool(row.row.values)
        table = slots()[row.slot or 0].table if in_form else table
        # What stands before the first row of a table, be it numbers, is the sentence that leads to it.
        if in_form or (row.row.has_content and row.row.heads.table == table != ""):
            # An empty cell between lines is only known by the line after it, which may be the next heading.
            found |= {token.block for token in row.row.tokens if token.text or token.row}
            found |= {token.block for group in row.row.groups for token in group.tokens}
    return found


def _near(heads: set[int], certain: set[int], blocks: Sequence[SourceBlock]) -> set[int]:
    """Return the blocks of labels from which a cell is reached without crossing prose or a heading."""
    found: set[int] = set()
    reached: int | None = None
    for number in sorted(heads | certain, reverse=True):
        if number in certain or (reached is not None and _linked(blocks, number, reached)):
            found.add(number)
            reached = number
    return found


def _linked(blocks: Sequence[SourceBlock], first: int, second: int) -> bool:
    """Return whether nothing between two blocks parts them."""
    return second - first <= FARTHEST and all(_may_belong(blocks[other]) for other in range(first + 1, second))


def _may_belong(block: SourceBlock) -> bool:
    """Return whether a block may stand within a table: not prose, not a heading, not another table."""
    if isinstance(block, SourceTable):
        return False
    text = block.text.strip()
    if block.level is not None or _is_heading(block):
        return False
    return not (len(text) > PROSE and any(sign in text for sign in SENTENCE))


def _is_named(block: SourceBlock) -> bool:
    """Return whether a line opens a section in other words than the form's: 三、政府信息依申请公开办理情况."""
    return isinstance(block, SourceLine) and opens_section(block.text)


def _is_heading(line: SourceLine) -> bool:
    return opens_section(line.text) or any(match.label.role is Role.SECTION for match in matches(line.text.strip()))
