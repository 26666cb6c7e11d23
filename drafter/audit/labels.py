"""Labels of the official tables: how a label reads without its noise, and how far it is from the printed one."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from drafter.form.editions import editions, load_form
from drafter.form.model import Table
from drafter.reading.tables.wording import squeezed

SHORTEST = 3
"""A text of fewer characters resembles no label: it may be a piece of any."""
_ENUMERATOR = re.compile(r"^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]|[0-9]+[.．、])")
_HAN = re.compile(r"[\u3400-\u9fff]")
_WIDE = str.maketrans("(),:;．／＼\\“”‘’〝〞「」＂'", '（），：；.///""""""""""')


@lru_cache(maxsize=4096)
def bare(text: str) -> str:
    """Return a label without blanks, in one script and one width of signs: what must equal the printed label."""
    return squeezed(text).translate(_WIDE)


def unnumbered(text: str) -> str:
    """Return a bare label without the number in front of it: web pages lose it in lists."""
    return _ENUMERATOR.sub("", bare(text))


def letters(text: str) -> str:
    """Return only the Chinese characters of a text."""
    return "".join(_HAN.findall(text))


def is_near(text: str, label: str) -> bool:
    """Return whether a text is a label that was cut off or has a slip in it."""
    text, label = letters(bare(text)), letters(bare(label))
    if len(text) < SHORTEST or text == label:
        return text == label != ""
    is_longer = text.startswith(label) and len(text) > len(label) + 1
    return label.startswith(text) or (not is_longer and distance(text, label) <= max(1, len(label) // 3))


def nearest(text: str, labels: Iterable[str]) -> str | None:
    """Return the label that a text resembles most; None where it resembles none."""
    near = [label for label in labels if is_near(text, label)]
    return min(near, key=lambda label: distance(letters(bare(text)), letters(label)), default=None)


def distance(left: str, right: str) -> int:
    """Return how many characters must be put in, left out or changed to make one text of the other."""
    row = list(range(len(right) + 1))
    for i, mine in enumerate(left, start=1):
        before, row[0] = row[0], i
        for j, theirs in enumerate(right, start=1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (mine != theirs))
    return row[-1]


@dataclass(frozen=True, slots=True)
class RowLabels:
    """How the form prints a row: its label, the groups above it, and how many values it has."""

    key: str
    label: str
    groups: tuple[str, ...]
    width: int


@cache
def printed_rows(edition: str, table: str) -> tuple[RowLabels, ...]:
    """Return the rows of a table as an edition prints them."""
    return tuple(_rows(load_form(edition).table(table)))


def _rows(table: Table) -> Iterator[RowLabels]:
    for block in table.blocks:
        open_groups: list[tuple[int, str]] = []
        for row in block.rows:
            open_groups = [(left - 1, text) for left, text in open_groups if left > 1]
            above = [text for _, text in open_groups] + [head.text for head in row.head[:-1]]
            yield RowLabels(row.key, row.head[-1].text if row.head else "", tuple(above), len(block.columns))
            open_groups += [(head.rowspan, head.text) for head in row.head if head.rowspan > 1]


@cache
def printed_heads(edition: str, table: str) -> tuple[str, ...]:
    """Return the column and block labels of a table in an edition, each once, in the order of print."""
    blocks = load_form(edition).table(table).blocks
    heads = (cell.text for block in blocks for row in block.header for cell in row if cell.scope != "note")
    return tuple(dict.fromkeys(heads))


@cache
def labels_of_others(edition: str, table: str) -> frozenset[str]:
    """Return the bare labels of a table that only other editions have."""
    return frozenset(
        label for other in editions() if other != edition for label in _all_labels(other, table)
    ) - _all_labels(edition, table)


@cache
def _all_labels(edition: str, table: str) -> frozenset[str]:
    rows = printed_rows(edition, table)
    texts = [text for row in rows for text in (row.label, *row.groups)]
    return frozenset(bare(text) for text in (*texts, *printed_heads(edition, table)) if text)


def listed(labels: list[str], most: int = 4) -> str:
    """Return labels as a list in quotes, the first few by name and the others by their number."""
    shown = "、".join(f"“{label}”" for label in labels[:most])
    return shown if len(labels) <= most else f"{shown}等 {len(labels)} 项"
