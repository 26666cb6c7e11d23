"""The hidden bookmarks of a review file: each names a sentence, heading or cell and what it said when it was written.

Bookmarks are the one thing that Word, WPS and LibreOffice all keep through editing and saving. A name may have 40
letters, digits and `_`; a program may move it or lose it, and never changes it. What was said is in it as a hash, so
that a change on the desk after the file was written can be told from a change in the file.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b
from typing import Self

_NAME = re.compile(r"_dr([hlvx])_([0-9A-Za-z_]{1,24})_([0-9a-f]{8})")
_PLAIN = re.compile(r"[0-9A-Za-z]{1,12}(?:\.[0-9]{1,6})?")
HEADING, LINE, CELL, ORIGIN = "h", "l", "v", "x"


@dataclass(frozen=True, slots=True)
class Mark:
    """A bookmark of ours: what it names (`kind` and `slug`) and the hash of what that said."""

    kind: str
    slug: str
    base: str

    @property
    def name(self) -> str:
        """Return the name of the bookmark."""
        return f"_dr{self.kind}_{self.slug}_{self.base}"

    @classmethod
    def read(cls, name: str) -> Self | None:
        """Return the mark of a bookmark's name; None for a bookmark that is not ours."""
        found = _NAME.fullmatch(name)
        return cls(*found.groups()) if found else None

    def said(self, text: str) -> bool:
        """Return whether a text is the one that was marked."""
        return self.base == base_of(text)


def mark_of(kind: str, key: str, text: str) -> Mark:
    """Return the mark of a sentence by its id, of a cell by its path, of a heading by its number.

    That of the file itself has the version as its `key` and the report's key as its `text`.
    """
    return Mark(kind, slug_of(key), base_of(text))


def slug_of(key: str) -> str:
    """Return an id or path in the letters of a bookmark's name; a long or unusual one by its hash."""
    return key.replace(".", "_") if _PLAIN.fullmatch(key) else _hash(key, 8)


def base_of(text: str) -> str:
    """Return the hash of a text; blanks, which programs add and take away, do not count."""
    return _hash("".join(text.split()), 4)


def by_slug(keys: Iterable[str]) -> dict[str, str]:
    """Return ids or paths by their slug."""
    return {slug_of(key): key for key in keys}


def _hash(text: str, size: int) -> str:
    return blake2b(text.encode(), digest_size=size).hexdigest()
