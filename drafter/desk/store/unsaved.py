"""What somebody has typed and not saved: it outlives a reload, a crash and a change by somebody else."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, and_, delete, insert, select, update

from drafter.desk.store.engine import writing
from drafter.desk.store.store import Store
from drafter.desk.store.tables import drafts, reports

MOST_CHARACTERS = 20_000


@dataclass(frozen=True, slots=True)
class Unsaved:
    """What somebody has typed at a sentence."""

    line: str
    version: int
    """The version of the report that they saw when they typed it."""
    at: str
    content: str
    """As the page sent it."""


def keep_draft(store: Store, place: tuple[str, str, str], version: int, content: str) -> bool:
    """Keep what an account has typed at a line of a report: (report, line, account). The last one stands.

    Return False, and keep nothing, where there is no such report or the text is too long to be a sentence.
    """
    if len(content) > MOST_CHARACTERS:
        return False
    report, line, account = place
    fields: dict[str, Any] = {"version": version, "at": store.now(), "content": content}
    with writing(store.engine) as connection:
        if connection.execute(select(reports.c.key).where(reports.c.key == report)).one_or_none() is None:
            return False
        if connection.execute(update(drafts).where(_at(place)).values(fields)).rowcount == 0:
            connection.execute(insert(drafts).values(report=report, line=line, account=account, **fields))
    return True


def drafts_of(store: Store, report: str, account: str) -> dict[str, Unsaved]:
    """Return what an account has typed and not saved in a report, by line."""
    columns = (drafts.c.line, drafts.c.version, drafts.c.at, drafts.c.content)
    wanted = select(*columns).where(drafts.c.report == report, drafts.c.account == account)
    with store.engine.connect() as connection:
        return {row.line: Unsaved(*row) for row in connection.execute(wanted)}


def drop_draft(store: Store, place: tuple[str, str, str]) -> None:
    """Forget what an account has typed at a line: it is saved, or they gave it up."""
    with writing(store.engine) as connection:
        connection.execute(delete(drafts).where(_at(place)))


def _at(place: tuple[str, str, str]) -> ColumnElement[bool]:
    report, line, account = place
    return and_(drafts.c.report == report, drafts.c.line == line, drafts.c.account == account)
