"""Two sections against each other: how much they share, and which sentences are to blame."""

from collections.abc import Iterator
from dataclasses import dataclass

from drafter.audit.similarity import LONG_RUN, SIZE, containment, grams, jaccard, longest_run
from drafter.runs.sameness.bands import NONE, band_of
from drafter.runs.sameness.body import Body, bodies_of
from drafter.runs.sameness.narrative import Likeness, Narrative, Shared

MOST_SHARED = 8
SAME_SENTENCE = 0.5
"""From which share of its 5-grams a sentence is told as shared."""
SHORTEST_TOLD = 8
"""Shared stretches below so many characters are turns of speech."""


@dataclass(frozen=True, slots=True)
class Closeness:
    """The figures of a comparison; `run` is the longest stretch that both have."""

    jaccard: float
    containment: float
    run: str
    band: str


def closeness(left: Body, right: Body) -> Closeness:
    """Return how close two sections are. It is the same both ways."""
    shared = left.grams & right.grams
    if not shared:
        return Closeness(0.0, 0.0, "", NONE)
    smaller, larger = sorted((left, right), key=lambda body: (len(body.grams), body.words))
    part, run = containment(smaller.grams, larger.grams), _run(smaller, larger, shared)
    share = jaccard(smaller.grams, larger.grams)
    return Closeness(share, part, run, band_of(share, part, len(run), len(smaller.grams)))


def compared(left: Narrative, right: Narrative) -> Iterator[Likeness]:
    """Yield how alike two narratives are, for every section that both have."""
    others = {body.section: body for body in bodies_of(right)}
    for body in bodies_of(left):
        if body.section in others:
            yield likeness(body, others[body.section])


def likeness(left: Body, right: Body) -> Likeness:
    """Return how alike two sections are, with the sentences to blame where they are in a band."""
    found = closeness(left, right)
    shared = shared_sentences(left, right) if found.band != NONE else ()
    run = len(found.run)
    return Likeness(left.key, right.key, left.section, found.jaccard, found.containment, run, found.band, shared)


def shared_sentences(left: Body, right: Body) -> tuple[Shared, ...]:
    """Return the pairs of sentences that say the same, the longest stretch first; each sentence of `left` once."""
    others = [grams(words) for words in right.words]
    found = []
    for passage, words in zip(left.passages, left.words, strict=True):
        own = grams(words)
        counts = [len(own & other) for other in others]
        most = max(counts, default=0)
        if not most:
            continue
        place = counts.index(most)
        run = longest_run(words, right.words[place])
        part = most / min(len(own), len(others[place]))
        if len(run) >= LONG_RUN or (part >= SAME_SENTENCE and len(run) >= SHORTEST_TOLD):
            found.append(Shared(passage, right.passages[place], run))
    return tuple(sorted(found, key=lambda pair: -len(pair.run))[:MOST_SHARED])


def _run(left: Body, right: Body, shared: frozenset[str]) -> str:
    """Return the longest stretch of `left` that stands in `right`, looked for where grams are shared only."""
    text, best = right.text, ""
    for stretch in sorted(_stretches(left.words, shared), key=len, reverse=True):
        if len(stretch) <= len(best):
            break
        run = stretch if stretch in text else longest_run(stretch, text)
        best = max(best, run, key=len)
    return best


def _stretches(words: tuple[str, ...], shared: frozenset[str]) -> Iterator[str]:
    """Yield the longest stretches of sentences all of whose grams are shared: a common run lies within one."""
    for text in words:
        start = None
        for place in range(len(text) - SIZE + 2):
            if text[place : place + SIZE] in shared and place <= len(text) - SIZE:
                start = place if start is None else start
            elif start is not None:
                yield text[start : place + SIZE - 1]
                start = None
