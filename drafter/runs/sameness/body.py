"""A section of a narrative as it is compared: masked sentence by sentence, as a set of 5-grams."""

from collections.abc import Iterable
from dataclasses import dataclass

from drafter.audit.similarity import grams
from drafter.runs.sameness.masking import masked_words
from drafter.runs.sameness.narrative import Narrative, Passage

SECTIONS = {"overview": "总体情况", "improvement": "存在的主要问题及改进情况"}
BETWEEN = "\n"
"""Stands between masked sentences, so that no stretch and no gram reaches over the end of one."""


@dataclass(frozen=True, slots=True)
class Body:
    """A section: its sentences and what is left of each once it is masked."""

    key: str
    section: str
    passages: tuple[Passage, ...]
    words: tuple[str, ...]
    grams: frozenset[str]

    @property
    def text(self) -> str:
        """Return the masked sentences as one text."""
        return BETWEEN.join(self.words)


def bodies_of(narrative: Narrative) -> list[Body]:
    """Return the sections of a narrative that have sentences, in the order of the report."""
    bodies = []
    for section in SECTIONS:
        passages = tuple(passage for passage in narrative.passages if passage.section == section)
        if passages:
            words = tuple(masked_words(passage.text, narrative.names) for passage in passages)
            bodies.append(Body(narrative.key, section, passages, words, grams_of(words)))
    return bodies


def grams_of(words: Iterable[str]) -> frozenset[str]:
    """Return the 5-grams of masked sentences; the order of the sentences does not matter."""
    return frozenset().union(*map(grams, words))
