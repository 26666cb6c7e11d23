"""Variation without chance: the same organ and year always choose alike, neighbours choose differently."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Choice:
    """Chooses by a seed; the choice for one key does not depend on what else is asked."""

    seed: str

    def pick(self, key: str, variants: Sequence[T]) -> T:
        """Return one of the variants."""
        return variants[self._number(key) % len(variants)]

    def shuffled(self, key: str, items: Sequence[T]) -> list[T]:
        """Return the items in an order of their own."""
        return [items[index] for index in sorted(range(len(items)), key=lambda i: self._number(f"{key}#{i}"))]

    def _number(self, key: str) -> int:
        return int.from_bytes(sha256(f"{self.seed}|{key}".encode()).digest()[:8], "big")


def choice_for(county: str, organ: str, year: int) -> Choice:
    """Return the choice of an organ in a year."""
    return Choice(f"{county}|{organ}|{year}")
