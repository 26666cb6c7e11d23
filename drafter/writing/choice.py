"""Variation without chance: the same organ and year always choose alike, neighbours choose differently."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Plan:
    """Which of the ways to lay out a draft is taken: 0 is the one that every report gets first."""

    number: int = 0
    avoid: tuple[str, ...] = ()
    """Stretches of words without facts that others use already: a model is asked to word them otherwise."""


FIRST = Plan()


@dataclass(frozen=True, slots=True)
class Choice:
    """Chooses by a seed; the choice for one key does not depend on what else is asked."""

    seed: str
    reorders: bool = False
    """Whether materials may stand in another order than the clerk's."""

    def pick(self, key: str, variants: Sequence[T]) -> T:
        """Return one of the variants."""
        return variants[self._number(key) % len(variants)]

    def shuffled(self, key: str, items: Sequence[T]) -> list[T]:
        """Return the items in an order of their own."""
        return [items[index] for index in sorted(range(len(items)), key=lambda i: self._number(f"{key}#{i}"))]

    def _number(self, key: str) -> int:
        return int.from_bytes(sha256(f"{self.seed}|{key}".encode()).digest()[:8], "big")


def choice_for(county: str, organ: str, year: int, plan: int = 0) -> Choice:
    """Return the choice of an organ in a year; another plan chooses anew."""
    return Choice(f"{county}|{organ}|{year}" + (f"|{plan}" if plan else ""), reorders=plan > 0)
