"""How the official tables of a report stand against the form: rows that are there, missing, altered or added."""

from collections.abc import Iterator
from dataclasses import dataclass

from drafter.audit.labels import RowLabels, bare, labels_of_others, nearest, printed_rows, unnumbered
from drafter.reading.report import PublishedReport, ReadRow, ReadTable


@dataclass(frozen=True, slots=True)
class Skeleton:
    """An official table as a report shows it, its rows set beside those of the edition it is written in."""

    table: ReadTable
    expected: tuple[RowLabels, ...]
    pairs: tuple[tuple[ReadRow, RowLabels], ...]
    """Rows with the row of the form that they are, by their key or by a label that resembles its."""
    missing: tuple[RowLabels, ...]
    foreign: tuple[ReadRow, ...]
    """Rows that only another edition has."""
    group_rows: tuple[ReadRow, ...]
    """Group headings that carry values."""
    extra: tuple[ReadRow, ...]
    """Rows that no edition has."""


def skeletons(report: PublishedReport) -> Iterator[Skeleton]:
    """Yield the official tables of a report beside the form."""
    for table in report.tables:
        yield _skeleton(table)


def _skeleton(table: ReadTable) -> Skeleton:
    expected = printed_rows(table.edition, table.key)
    by_key = {row.key: row for row in expected}
    # The only row of 表四 has neither label nor key.
    has_key = [row for row in table.rows if row.key in by_key and (row.key or row is table.rows[0])]
    pairs = [(row, by_key[row.key]) for row in has_key]
    left = [row for row in expected if row.key not in {row.key for row in has_key}]
    groups = {bare(text) for row in expected for text in row.groups}
    others = labels_of_others(table.edition, table.key)
    foreign, group_rows, extra = list[ReadRow](), list[ReadRow](), list[ReadRow]()
    for row in table.rows:
        if any(row is known for known in has_key):
            continue
        if bare(row.label) in groups or unnumbered(row.label) in {unnumbered(text) for text in groups}:
            group_rows.append(row)
        elif bare(row.label) in others:
            foreign.append(row)
        elif label := nearest(unnumbered(row.label), [unnumbered(item.label) for item in left]):
            near = next(item for item in left if unnumbered(item.label) == label)
            pairs.append((row, near))
            left.remove(near)
        else:
            extra.append(row)
    return Skeleton(table, expected, tuple(pairs), tuple(left), tuple(foreign), tuple(group_rows), tuple(extra))


def has_values(row: ReadRow) -> bool:
    """Return whether a row carries a number."""
    return any(character.isdigit() for value in row.values for character in value)
