"""Who is logged in: sessions, one-time links, and how often somebody has tried a password."""

import secrets
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256
from uuid import uuid4

from sqlalchemy import Connection, delete, func, insert, select, update

from drafter.desk.store.changes import stamp
from drafter.desk.store.engine import writing
from drafter.desk.store.store import Store
from drafter.desk.store.tables import attempts, links, sessions

TOKEN_BYTES = 32
IDLE, LIFE = timedelta(hours=8), timedelta(hours=24)
"""A session ends after so long without a request, and after so long in any case."""
SEEN_AGAIN = timedelta(minutes=5)
"""Not every request writes that somebody was there: only the first after so long."""
LINK_LIFE = timedelta(minutes=10)
WINDOW = timedelta(minutes=15)
MOST_OF_NAME_AND_ADDRESS, MOST_OF_NAME, MOST_OF_ADDRESS = 5, 20, 50
"""So many wrong passwords within the window: by one person, for one name from anywhere, from one address.

The first is small; the others are larger, so that nobody can lock a colleague out with a few tries.
"""
KEPT = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Session:
    """Somebody who is logged in."""

    account: str
    proof: str
    """What the log-in rested on, such as the hash of their password: where that changes, the session is over."""
    csrf: str
    """What every form must send back."""


class Sessions:
    """The sessions of a store. Only the hash of a token is kept."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def begin(self, account: str, proof: str = "") -> str:
        """Return the token of a new session. It is never one that a browser brought along."""
        token, at = secrets.token_urlsafe(TOKEN_BYTES), self.store.now()
        fields = {"token": _kept(token), "account": account, "proof": proof, "made_at": at, "seen_at": at}
        with writing(self.store.engine) as connection:
            connection.execute(insert(sessions).values(fields))
            connection.execute(delete(sessions).where(sessions.c.made_at < self._ago(LIFE)))
        return token

    def find(self, token: str) -> Session | None:
        """Return the session of a token; None where there is none or it has ended."""
        with self.store.engine.connect() as connection:
            wanted = select(sessions).where(sessions.c.token == _kept(token))
            row = connection.execute(wanted).one_or_none()
        if row is None or row.made_at < self._ago(LIFE) or row.seen_at < self._ago(IDLE):
            return None
        if row.seen_at < self._ago(SEEN_AGAIN):
            with writing(self.store.engine) as connection:
                seen = update(sessions).where(sessions.c.token == row.token).values(seen_at=self.store.now())
                connection.execute(seen)
        return Session(row.account, row.proof, sha256(f"csrf:{token}".encode()).hexdigest())

    def end(self, token: str) -> None:
        """End a session."""
        with writing(self.store.engine) as connection:
            connection.execute(delete(sessions).where(sessions.c.token == _kept(token)))

    def end_all(self, account: str) -> None:
        """End every session of an account."""
        with writing(self.store.engine) as connection:
            connection.execute(delete(sessions).where(sessions.c.account == account))

    def make_link(self, account: str) -> str:
        """Return a token that logs an account in once, soon."""
        token = secrets.token_urlsafe(TOKEN_BYTES)
        with writing(self.store.engine) as connection:
            connection.execute(delete(links).where(links.c.made_at < self._ago(KEPT)))
            fields = {"token": _kept(token), "account": account, "made_at": self.store.now()}
            connection.execute(insert(links).values(fields))
        return token

    def use_link(self, token: str) -> str | None:
        """Return whom a link logs in; None for one that is used, too old, or none at all."""
        fresh = (links.c.token == _kept(token), links.c.used_at.is_(None), links.c.made_at >= self._ago(LINK_LIFE))
        with writing(self.store.engine) as connection:
            account: str | None = connection.execute(select(links.c.account).where(*fresh)).scalar_one_or_none()
            used = connection.execute(update(links).where(*fresh).values(used_at=self.store.now()))
        return account if used.rowcount == 1 else None

    def try_in(self, name: str, address: str) -> str | None:
        """Return the id of a new attempt to log in, counted as failed until `succeeded`; None after too many.

        It is kept before it is counted, and counted before the password is looked at: many at once, on whatever
        database, see each other and are no way around the limit.
        """
        attempt = uuid4().hex
        fields = {"id": attempt, "name": name, "address": address, "at": self.store.now(), "is_good": False}
        with writing(self.store.engine) as connection:
            connection.execute(delete(attempts).where(attempts.c.at < self._ago(KEPT)))
            connection.execute(insert(attempts).values(fields))
        with writing(self.store.engine) as connection:
            if not self._are_too_many(connection, name, address):
                return attempt
            # One that was not looked at does not keep the door shut.
            connection.execute(delete(attempts).where(attempts.c.id == attempt))
        return None

    def _are_too_many(self, connection: Connection, name: str, address: str) -> bool:
        recent = (attempts.c.at >= self._ago(WINDOW), attempts.c.is_good.is_(False))
        of_name, of_address = attempts.c.name == name, attempts.c.address == address
        last_good = select(func.max(attempts.c.at)).where(of_name, of_address, attempts.c.is_good.is_(True))
        since_good = attempts.c.at > func.coalesce(last_good.scalar_subquery(), "")
        limits = (
            (MOST_OF_NAME_AND_ADDRESS, (of_name, of_address, since_good)),
            (MOST_OF_NAME, (of_name,)),
            (MOST_OF_ADDRESS, (of_address,)),
        )
        counted = ((most, select(func.count()).select_from(attempts).where(*recent, *whose)) for most, whose in limits)
        return any(connection.execute(count).scalar_one() > most for most, count in counted)

    def succeeded(self, attempt: str) -> None:
        """Count an attempt as good."""
        with writing(self.store.engine) as connection:
            connection.execute(update(attempts).where(attempts.c.id == attempt).values(is_good=True))

    def _ago(self, span: timedelta) -> str:
        return stamp(self.store.clock() - span)


def _kept(token: str) -> str:
    return sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
