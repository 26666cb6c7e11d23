"""The reports of a run against each other: those in a band, each with its nearest few, without comparing all pairs."""

import heapq
from collections import Counter
from collections.abc import Iterable, Iterator

from drafter.runs.sameness.bands import NONE, RANK
from drafter.runs.sameness.body import SECTIONS
from drafter.runs.sameness.comparing import closeness, likeness
from drafter.runs.sameness.fingerprints import sampled, stretches
from drafter.runs.sameness.narrative import Likeness, Narrative
from drafter.runs.sameness.postings import Postings
from drafter.runs.sameness.shelf import Shelf

NEAREST = 3
FEWEST_SHARED = 2
SHARE_TO_LOOK = 0.12
"""From which share of the smaller sample two sections are compared: half of what a band asks for; a sample errs."""

Weight = tuple[int, float, float, int]


def likenesses(narratives: Iterable[Narrative], nearest: int = NEAREST) -> Iterator[Likeness]:
    """Yield the pairs of reports in band warn or block, with the sentences to blame.

    A pair is told where it is among the `nearest` of either of its two, in a section: a narrative that hundreds share
    gives hundreds of likenesses, not tens of thousands. The order of the narratives does not matter; their keys are
    unique, and last year's are not among them (see `compared`).
    """
    shelf = Shelf(narratives)
    for section in SECTIONS:
        for left, right in sorted(_nearest_pairs(shelf, section, nearest)):
            yield likeness(shelf.body(left, section), shelf.body(right, section))


def candidates(shelf: Shelf, section: str) -> Iterator[tuple[int, int]]:
    """Yield the pairs of a section that may be in a band."""
    texts = range(len(shelf))
    grams = Postings(sampled(shelf.words(text, section)) for text in texts)
    runs = Postings(stretches(shelf.words(text, section)) for text in texts)
    for text in texts:
        found = set(runs.later(text))
        found.update(_alike(grams.later(text), text, grams))
        yield from ((text, other) for other in sorted(found))


def _alike(counts: Counter[int], text: int, grams: Postings) -> Iterator[int]:
    own = grams.sizes[text]
    for other, count in counts.items():
        if count >= FEWEST_SHARED and count >= SHARE_TO_LOOK * min(own, grams.sizes[other]):
            yield other


def _nearest_pairs(shelf: Shelf, section: str, nearest: int) -> set[tuple[int, int]]:
    """Return the pairs in a band that are among the nearest of either."""
    heaps: list[list[tuple[Weight, int]]] = [[] for _ in range(len(shelf))]
    for left, right in candidates(shelf, section):
        found = closeness(shelf.body(left, section), shelf.body(right, section))
        if found.band == NONE:
            continue
        weight = (RANK[found.band], found.jaccard, found.containment, len(found.run))
        for one, other in ((left, right), (right, left)):
            # Of equals those that come first by their keys are kept.
            _keep(heaps[one], (weight, -other), nearest)
    return {(min(text, -other), max(text, -other)) for text, heap in enumerate(heaps) for _, other in heap}


def _keep(heap: list[tuple[Weight, int]], item: tuple[Weight, int], most: int) -> None:
    if len(heap) < most:
        heapq.heappush(heap, item)
    else:
        heapq.heappushpop(heap, item)
