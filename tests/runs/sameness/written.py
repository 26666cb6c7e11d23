"""Narratives by chance, for measuring: common words, turns of speech that many have, copies of several kinds.

`exact` compares all pairs, by an inverted index without any sampling: what the fingerprints are held against.
"""

import random
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import accumulate

from drafter.audit.similarity import LONG_RUN, grams
from drafter.resources import read_text
from drafter.runs.sameness.bands import NONE, band_of
from drafter.runs.sameness.narrative import Narrative, Passage
from drafter.runs.sameness.shelf import Shelf

LENGTHS = {"overview": 20, "improvement": 8}
"""Sentences of a section: some 1,000 characters in all."""
COPIED = 0.05
"""The share of narratives that take something from an earlier one."""
MASS = 0.01
"""The share of narratives that are one and the same text."""


class Writer:
    """Writes sentences of common words, a third of their clauses turns of speech that many have."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)  # noqa: S311 - repeatable text, no secret
        lines = read_text("schemas/lexicon/words.txt").splitlines()
        words = [word for word in lines if not word.startswith("#") and 2 <= len(word) <= 3]
        self.random.shuffle(words)
        self.words = words[:12000]
        self.weights = list(accumulate(1 / (rank + 20) for rank in range(len(self.words))))
        self.turns = ["".join(self.some(4)) for _ in range(400)]
        self.turn_weights = list(accumulate(1 / (rank + 3) for rank in range(len(self.turns))))

    def some(self, count: int) -> list[str]:
        return self.random.choices(self.words, cum_weights=self.weights, k=count)

    def clause(self) -> str:
        if self.random.random() < 1 / 3:
            return self.random.choices(self.turns, cum_weights=self.turn_weights)[0]
        return "".join(self.some(self.random.randint(3, 5))) + f"{self.random.randint(2, 900)}件"

    def sentence(self) -> str:
        return "，".join(self.clause() for _ in range(self.random.randint(3, 6))) + "。"

    def narrative(self, key: str) -> Narrative:
        return Narrative(
            key,
            (key,),
            tuple(
                Passage(f"{section}.{number}", section, self.sentence())
                for section, count in LENGTHS.items()
                for number in range(self.random.randint(count // 2, count))
            ),
        )

    def like(self, source: Narrative, key: str) -> Narrative:
        """Return a narrative that takes a sentence, all but some words, or its clauses mixed, from another."""
        kind = self.random.choice(("sentence", "whole", "edited", "mixed"))
        own = self.narrative(key)
        if kind == "sentence":
            return Narrative(key, own.names, (*own.passages[1:], self.random.choice(source.passages)))
        change = {"whole": lambda text: text, "edited": self.edited, "mixed": self.mixed}[kind]
        passages = (Passage(item.id, item.section, change(item.text)) for item in source.passages)
        return Narrative(key, own.names, tuple(passages))

    def edited(self, text: str) -> str:
        """Return a sentence with words put in here and there."""
        parts = [text[place : place + 9] for place in range(0, len(text), 9)]
        return "".join(part + (self.some(1)[0] if self.random.random() < 1 / 2 else "") for part in parts)

    def mixed(self, text: str) -> str:
        """Return a sentence with some clauses of another."""
        clauses = [
            clause if self.random.random() < 1 / 2 else self.clause() for clause in text.rstrip("。").split("，")
        ]
        self.random.shuffle(clauses)
        return "，".join(clauses) + "。"


def written(count: int, seed: int = 1) -> Iterator[Narrative]:
    """Yield narratives, some of them copies of one a little before, and some one text that many have."""
    writer, recent = Writer(seed), list[Narrative]()
    mass = writer.narrative("mass")
    order = list(range(count))
    writer.random.shuffle(order)
    for number in order:
        key, chance = f"{number:06d}镇", writer.random.random()
        if chance < MASS:
            yield Narrative(key, (key,), mass.passages)
        else:
            copies = chance < MASS + COPIED and recent
            made = writer.like(writer.random.choice(recent), key) if copies else writer.narrative(key)
            recent = [*recent[-200:], made]
            yield made


def exact(shelf: Shelf, section: str) -> dict[tuple[int, int], str]:
    """Return the pairs in a band with their bands, by an inverted index of all grams and all long stretches."""
    bodies = {number: shelf.body(number, section) for number in range(len(shelf)) if shelf.words(number, section)}
    runs = _overlaps(
        {number: frozenset().union(*(grams(text, LONG_RUN) for text in body.words)) for number, body in bodies.items()}
    )
    bands = {}
    for (left, right), shared in _overlaps({number: body.grams for number, body in bodies.items()}).items():
        one, other = len(bodies[left].grams), len(bodies[right].grams)
        run = LONG_RUN if (left, right) in runs else 0
        band = band_of(shared / (one + other - shared), shared / min(one, other), run, min(one, other))
        if band != NONE:
            bands[left, right] = band
    return bands


def _overlaps(sets: dict[int, frozenset[str]]) -> Counter[tuple[int, int]]:
    having: dict[str, list[int]] = defaultdict(list)
    for number, items in sets.items():
        for item in items:
            having[item].append(number)
    found: Counter[tuple[int, int]] = Counter()
    for number, items in sets.items():
        counts: Counter[int] = Counter()
        for item in items:
            counts.update(having[item])
        found.update({(number, other): count for other, count in counts.items() if other > number})
    return found
