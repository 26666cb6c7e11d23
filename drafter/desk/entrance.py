"""The way in: a one-time link for whoever opened the desk, a log-in by password for the users of an office."""

from dataclasses import dataclass

from drafter.desk.account import ALONE, Account
from drafter.desk.store.sessions import WINDOW, Sessions
from drafter.desk.store.store import Store
from drafter.desk.users import User, Users

MOST_NAME = 100


@dataclass(frozen=True, slots=True)
class Seated:
    """Somebody who is logged in, and what their forms must send back."""

    account: Account
    csrf: str


@dataclass(frozen=True, slots=True)
class KeptOut:
    """A log-in that was refused."""

    code: str
    """`wrong-password`, which an unknown name is too, or `too-many-attempts`."""
    message: str


class Entrance:
    """Who may come in. Without a file of users it is whoever holds the one-time link; with one, its users alone."""

    def __init__(self, store: Store, users: Users | None = None) -> None:
        self.sessions, self.users = Sessions(store), users

    def link(self) -> str:
        """Return the token of a one-time link for whoever opened the desk. Raises ValueError where users log in."""
        if self.users is not None:
            raise ValueError("with a file of users everybody logs in by name")
        return self.sessions.make_link(ALONE.name)

    def by_link(self, token: str) -> str | None:
        """Return the token of a new session; None for a link that is used, too old, or none."""
        if self.users is not None or self.sessions.use_link(token) != ALONE.name:
            return None
        return self.sessions.begin(ALONE.name)

    def by_password(self, name: str, password: str, address: str) -> str | KeptOut:
        """Return the token of a new session, or why there is none."""
        attempt = self.sessions.try_in(name[:MOST_NAME], address[:MOST_NAME])
        if attempt is None:
            minutes = int(WINDOW.total_seconds() // 60)
            return KeptOut("too-many-attempts", f"密码错的次数太多，请 {minutes} 分钟后再试")
        user = self.users.checked(name, password) if self.users else None
        if user is None:
            return KeptOut("wrong-password", "用户名或密码不对")
        self.sessions.succeeded(attempt)
        return self.sessions.begin(name, user.proof)

    def seated(self, token: str) -> Seated | None:
        """Return who a session belongs to, with the role and townships that they have now; None where it has ended."""
        session = self.sessions.find(token)
        if session is None:
            return None
        if self.users is None:
            is_theirs = session.account == ALONE.name and session.proof == ""
            return Seated(ALONE, session.csrf) if is_theirs else None
        user: User | None = self.users.find(session.account)
        return Seated(user.account, session.csrf) if user and user.proof == session.proof else None

    def leave(self, token: str) -> None:
        """End a session."""
        self.sessions.end(token)
