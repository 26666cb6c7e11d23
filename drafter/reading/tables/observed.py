"""The rows of a page as they stand: what heads them, their values, and the heads of the columns above."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from drafter.reading.tables.recognition import Match
from drafter.reading.tables.segments import Segment, segments
from drafter.reading.tables.slots import Role
from drafter.reading.tables.tokens import Kind, Token

NUMBERED = 2
"""A number of so few digits before a row's label may be the row's number."""
PROSE = 60
CERTAIN_LABEL = 0.7
SHORT_LABEL = 2
"""A row of so short a name (规章, 其他) says nothing of where it stands."""


@dataclass(frozen=True, slots=True)
class Run:
    """Texts, and the values that follow them."""

    texts: tuple[Token, ...]
    values: tuple[Token, ...]
    own: int
    """How many of the texts stand in the row of the values; all of them where the page shows no rows."""
    at_end: bool = False
    """Whether nothing follows."""


@dataclass(frozen=True, slots=True)
class Heads:
    """What stands above a row: the table and block that are under way, and the heads of the columns."""

    table: str = ""
    """Empty where nothing says which table it is."""
    block: str = ""
    section: str | None = None
    """The section that is under way; None before the first heading."""
    columns: tuple[Segment, ...] = ()
    """The labels since the block or table began, or since its heads were last repeated."""
    has_rows: bool = False
    """Whether rows have been seen below these heads."""


@dataclass(frozen=True, slots=True)
class Observed:
    """A row as the page has it."""

    order: int
    label: Segment | None
    """What stands right before its values; None where only values stand there."""
    groups: tuple[Segment, ...]
    values: tuple[Token, ...]
    heads: Heads
    tokens: tuple[Token, ...]
    at_end: bool = False

    @property
    def rows(self) -> tuple[Match, ...]:
        """Return the rows of the form that it may be by its label."""
        return self.label.of(Role.ROW) if self.label else ()

    @property
    def is_nameless(self) -> bool:
        """Return whether it has no label of its own: none at all, or that of a group or column."""
        if self.label is None:
            return True
        own = self.rows and self.rows[0].likeness
        others = self.label.of(Role.GROUP, Role.COLUMN, Role.SPAN, Role.BLOCK, Role.CORNER, Role.NOTE)
        return bool(others) and not own

    @property
    def has_content(self) -> bool:
        """Return whether any cell of it holds something, be it only a dash."""
        return any(token.kind is not Kind.EMPTY for token in self.values)


def runs(tokens: Sequence[Token]) -> Iterator[Run]:
    """Yield the texts with the values that follow them, row by row where the page shows rows."""
    texts: list[Token] = []
    values: list[Token] = []
    own = 0
    for row in _rows(tokens):
        label, rest = _parted(row)
        if values and (label or row[0].row or values[-1].row):
            yield Run(tuple(texts), tuple(values), own)
            texts, values, own = [], [], 0
        texts += label
        own = len(label) if row[0].row else len(texts)
        values += rest
        if row[0].row and len(texts) > PROSE and not values:
            texts = texts[-PROSE:]
    if texts or values:
        yield Run(tuple(texts), tuple(values), own, at_end=True)


def _rows(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """Yield the tokens of each row that the page shows; where it shows none, one token after another."""
    row: list[Token] = []
    for token in tokens:
        if row and (not token.row or token.row != row[-1].row):
            yield row
            row = []
        row.append(token)
    if row:
        yield row


def _parted(row: list[Token]) -> tuple[list[Token], list[Token]]:
    """Return the labels of a row and its values. What is no number among the values stays there."""
    if len(row) == 1:
        return ([], row) if row[0].is_value else (row, [])
    last = -1
    for number, token in enumerate(row):
        if token.kind is Kind.TEXT:
            if number == last + 1 or _labels(token):
                last = number
            continue
        number_of_row = token.kind is Kind.FIGURE and len(token.text) <= NUMBERED and last < 0
        if token.kind is not Kind.EMPTY and not number_of_row:
            break
    return [token for token in row[: last + 1] if token.kind is Kind.TEXT], row[last + 1 :]


def _labels(token: Token) -> bool:
    return segments([token])[0].likeness >= CERTAIN_LABEL


@dataclass(slots=True)
class Page:
    """What has been seen of a page so far; the rows come out one by one."""

    heads: Heads = field(default_factory=Heads)
    order: int = 0
    labels: list[Segment] = field(default_factory=list)
    """Every label of the form that was seen, for the extent of the tables and their foreign labels."""

    def observe(self, found: Iterable[Run]) -> Iterator[Observed]:
        """Yield the rows of the runs, each with what stands above it."""
        for run in found:
            yield from self._rows_of(run)

    def _rows_of(self, run: Run) -> Iterator[Observed]:
        parts = segments(run.texts)
        own = self._own(parts, run)
        groups: list[Segment] = []
        for number, part in enumerate(parts):
            last = own is not None and number == len(parts) - 1
            if last and (run.values or _is_row(part, self.heads)):
                break
            if _is_row(part, self.heads):
                yield self._observed(part, (), ())
            elif part.of(Role.GROUP):
                groups.append(part)
                self.labels.append(part)
            else:
                self._head(part)
        if run.values or (own and _is_row(own, self.heads)):
            yield self._observed(own, tuple(groups), run.values, run.at_end)

    def _own(self, parts: list[Segment], run: Run) -> Segment | None:
        """Return the label right before the values; None where they stand in a row without one.

        A label in a line of its own above a row of values belongs to them if it is a row's; no other label does.
        """
        parts[:] = [part for part in parts if not part.is_gloss]
        if not parts or not (run.own or parts[-1].of(Role.ROW)):
            return None
        return parts[-1]

    def _observed(
        self, label: Segment | None, groups: tuple[Segment, ...], values: tuple[Token, ...], at_end: bool = False
    ) -> Observed:
        self.order += 1
        if label and label.of(Role.COLUMN) and not self.heads.has_rows:
            # 其他 and 总计 name rows as well, but never the first below the heads.
            label = Segment(label.tokens, label.of(Role.COLUMN))
        nothing = all(token.kind is Kind.EMPTY for token in values)
        if label and (not label.of(Role.ROW) or (nothing and label.of(Role.COLUMN))):
            self._head(label)
        elif label:
            self._enter(label)
        tokens = (*(label.tokens if label else ()), *values)
        row = Observed(self.order, label, groups, values, self.heads, tokens, at_end)
        if row.has_content:
            self.heads = replace(self.heads, has_rows=True)
        return row

    def _enter(self, label: Segment) -> None:
        """Take a row's label as a sign of the table that is under way, if it is plain and the section allows it."""
        best = label.of(Role.ROW)[0]
        self.labels.append(label)
        elsewhere = self.heads.section not in (None, best.label.table)
        if best.label.table == self.heads.table or elsewhere or best.likeness < CERTAIN_LABEL:
            return
        if len(label.matches) == 1 and len(best.label.text) > SHORT_LABEL:
            self.heads = Heads(best.label.table, "", self.heads.section)

    def _head(self, part: Segment) -> None:
        """Take up a label that stands above rows."""
        if part.matches:
            self.labels.append(part)
        if sections := part.of(Role.SECTION):
            self.heads = Heads(sections[0].label.table, "", sections[0].label.key)
        elif blocks := part.of(Role.BLOCK):
            key = blocks[0].label.key if len(blocks) == 1 else "?"
            self.heads = Heads(blocks[0].label.table, key, self.heads.section)
        elif not part.of(Role.GROUP):
            self._column(part)

    def _column(self, part: Segment) -> None:
        heads = self.heads
        tables = {match.label.table for match in part.matches}
        if len(tables) == 1 and heads.table not in tables and part.likeness >= CERTAIN_LABEL:
            heads = Heads(tables.pop(), "", heads.section)
        if heads.has_rows:
            if not part.of(Role.CORNER, Role.SPAN, Role.NOTE):
                return  # words below the heads, not among them
            heads = replace(heads, columns=(), has_rows=False)  # heads repeated on a new page
        self.heads = replace(heads, columns=(*heads.columns[-PROSE:], part))


def _is_row(part: Segment, heads: Heads) -> bool:
    """Return whether a label without values is that of a row all the same: nothing else of the form is called so."""
    rows = part.of(Role.ROW)
    return (
        bool(rows)
        and part.likeness >= 1
        and len(part.matches) == len(rows)
        and heads.table == rows[0].label.table
    )
