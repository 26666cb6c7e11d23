"""The queue: which reports lie on the desk, in which order, as somebody may see them."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, false, func, select, true

from drafter.desk.account import Account, Role
from drafter.desk.risk import QueueRow
from drafter.desk.store.tables import asides, reports, words
from drafter.desk.working import Status

ORDERS: Mapping[str, tuple[ColumnElement[Any], ...]] = {
    "risk": (reports.c.risk.desc(),),
    "organ": (reports.c.organ,),
    "county": (reports.c.county, reports.c.organ),
    "changed": (reports.c.changed_at.desc(),),
}
"""What the queue can be sorted by; the first is how it comes. Between equals the key decides."""
MOST_ON_A_PAGE, MOST_TERMS = 200, 8


@dataclass(frozen=True, slots=True)
class Asked:
    """Which part of the queue somebody wants to see; what is empty filters nothing."""

    status: str = ""
    text: str = ""
    """Words that stand in the report, or in the name of its organ or county; all of them must."""
    county: str = ""
    order: str = "risk"
    """One of `ORDERS`; any other is the first of them."""
    page: int = 1
    size: int = 50


@dataclass(frozen=True, slots=True)
class Queued:
    """A report in the queue."""

    row: QueueRow
    version: int
    changed_at: str
    has_redraft: bool
    """Whether a newer draft came after people had worked on it, and is kept beside it."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the queue."""

    rows: tuple[Queued, ...]
    counts: Mapping[str, int]
    """How many reports have each status, under all of the filter but the status; every status is there."""
    total: int
    """How many reports the whole filter leaves."""
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class CountyLine:
    """A county at a glance."""

    county: str
    reports: int
    counts: Mapping[str, int]
    """How many of its reports have each status; every status is there."""
    errors: int
    warnings: int
    ambers: int
    reds: int
    gaps: int


def page_of(connection: Connection, asked: Asked, account: Account) -> Page:
    """Return the page that somebody asked for; one behind the last is the last."""
    # One look through all that the filter leaves gives counts, total and place; only the rows of the page are read.
    found = _found(connection, asked, account)
    left = [key for key, status in found if asked.status in ("", status)]
    size = min(max(asked.size, 1), MOST_ON_A_PAGE)
    pages = max(1, -(-len(left) // size))
    page = min(max(asked.page, 1), pages)
    keys = left[(page - 1) * size : page * size]
    rows = {row.key: _queued(row._asdict()) for row in connection.execute(_rows().where(reports.c.key.in_(keys)))}
    return Page(tuple(rows[key] for key in keys), _counts(status for _, status in found), len(left), page, pages)


def keys_of(connection: Connection, asked: Asked, account: Account) -> tuple[str, ...]:
    """Return the keys of all that a filter leaves, in the order of the queue, whatever the page."""
    return tuple(key for key, status in _found(connection, asked, account) if asked.status in ("", status))


def board_of(connection: Connection, account: Account) -> tuple[CountyLine, ...]:
    """Return every county that somebody may see, by name."""
    names = ("errors", "warnings", "ambers", "reds", "gaps")
    sums = [func.sum(reports.c[name]).label(name) for name in names]
    columns = (reports.c.county, reports.c.status, func.count().label("reports"), *sums)
    wanted = select(*columns).where(_visible(account)).group_by(reports.c.county, reports.c.status)
    counties: dict[str, list[Any]] = {}
    for row in connection.execute(wanted.order_by(reports.c.county)):
        counties.setdefault(row.county, []).append(row)
    return tuple(
        CountyLine(
            county,
            sum(row.reports for row in rows),
            _blank() | {row.status: row.reports for row in rows},
            **{name: int(sum(getattr(row, name) for row in rows)) for name in names},
        )
        for county, rows in counties.items()
    )


def row_of(connection: Connection, key: str) -> Queued | None:
    """Return one report as it stands in the queue."""
    row = connection.execute(_rows().where(reports.c.key == key)).one_or_none()
    return None if row is None else _queued(row._asdict())


def _rows() -> Select[Any]:
    redraft = select(asides.c.report).where(asides.c.report == reports.c.key).exists()
    return select(reports, redraft.label("has_redraft"))


def _found(connection: Connection, asked: Asked, account: Account) -> list[tuple[str, str]]:
    """Return key and status of all that a filter leaves but for its status, in the order of the queue."""
    wanted = select(reports.c.key, reports.c.status).where(_visible(account), _filter(asked)).order_by(*_order(asked))
    return [(row.key, row.status) for row in connection.execute(wanted)]


def _visible(account: Account) -> ColumnElement[bool]:
    """Return `Account.may_see` as a condition."""
    if account.organs:
        return reports.c.organ.in_(sorted(account.organs))
    return false() if account.role is Role.CLERK else true()


def _filter(asked: Asked) -> ColumnElement[bool]:
    """Return the condition of a filter but for the status."""
    conditions: list[ColumnElement[bool]] = [true()]
    if asked.county:
        conditions.append(reports.c.county == asked.county)
    if terms := asked.text.lower().split()[:MOST_TERMS]:
        found = select(words.c.report).where(*(words.c.words.contains(term, autoescape=True) for term in terms))
        conditions.append(reports.c.key.in_(found))
    return and_(*conditions)


def _order(asked: Asked) -> tuple[ColumnElement[Any], ...]:
    return *ORDERS.get(asked.order, ORDERS["risk"]), reports.c.key


def _counts(statuses: Iterable[str]) -> dict[str, int]:
    return _blank() | Counter(statuses)


def _blank() -> dict[str, int]:
    return {status.value: 0 for status in Status}


def _queued(row: Mapping[str, Any]) -> Queued:
    queue_row = QueueRow(**{item.name: row[item.name] for item in fields(QueueRow)})
    return Queued(queue_row, row["version"], row["changed_at"], bool(row["has_redraft"]))
