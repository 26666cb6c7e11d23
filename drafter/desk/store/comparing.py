"""Keep how alike reports are: it follows from their drafts, so it is no decision and makes no version."""

from collections.abc import Mapping
from dataclasses import fields

from sqlalchemy import Connection, select, update

from drafter.desk.risk import QueueRow
from drafter.desk.store.engine import writing
from drafter.desk.store.store import Store
from drafter.desk.store.tables import reports


def keep_likeness(store: Store, likeness: Mapping[str, float]) -> None:
    """Put the likeness of each report, by key, into its row of the queue, and its risk with it."""
    with writing(store.engine) as connection:
        columns = [reports.c[item.name] for item in fields(QueueRow)]
        for row in connection.execute(select(*columns)).all():
            known = QueueRow(**row._asdict())
            fresh = known.compared(likeness.get(known.key))
            if fresh != known:
                _keep(connection, known.key, fresh.likeness, fresh.risk)


def _keep(connection: Connection, key: str, likeness: float | None, risk: int) -> None:
    connection.execute(update(reports).where(reports.c.key == key).values(likeness=likeness, risk=risk))
