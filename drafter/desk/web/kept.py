"""Things that lie on the desk for a while: what a Word file proposes, another wording that nobody has taken yet.

They are kept in memory, for whoever made them and the report they were made for. After a restart they are gone, and
made again; nothing of them was a decision.
"""

import secrets
from collections import OrderedDict
from threading import Lock
from typing import Generic, TypeVar

T = TypeVar("T")
MOST = 64
TOKEN_BYTES = 16


class Kept(Generic[T]):
    """A few values by token; of too many the oldest goes."""

    def __init__(self, most: int = MOST) -> None:
        self.most = most
        self._lock = Lock()
        self._values: OrderedDict[str, tuple[str, str, T]] = OrderedDict()

    def put(self, key: str, name: str, value: T) -> str:
        """Keep a value for an account and a report, and return its token."""
        token = secrets.token_urlsafe(TOKEN_BYTES)
        with self._lock:
            self._values[token] = (key, name, value)
            while len(self._values) > self.most:
                self._values.popitem(last=False)
        return token

    def get(self, token: str, key: str, name: str) -> T | None:
        """Return a value; None where it is gone, or another's, or another report's."""
        with self._lock:
            found = self._values.get(token)
        return found[2] if found and found[:2] == (key, name) else None
