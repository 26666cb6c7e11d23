"""A second draft by another plan, for a report that is too much like others: taken only where nothing is lost by it."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from drafter.audit.similarity import grams, jaccard, longest_run
from drafter.dossier.figures import read_figures
from drafter.richtext import PieceKind
from drafter.runs.pipeline import Report
from drafter.runs.sameness.bands import NONE, RANK
from drafter.runs.sameness.body import Body, bodies_of
from drafter.runs.sameness.comparing import closeness, shared_sentences
from drafter.runs.sameness.findings import is_last_year
from drafter.runs.sameness.narrative import Likeness, Narrative
from drafter.runs.sameness.narratives import narrative_of_draft
from drafter.runs.spending import together
from drafter.writing.choice import Plan

ANOTHER = 1
MOST_AVOIDED, SHORTEST_AVOIDED = 15, 12
MOST_OTHERS = 8
"""A text that hundreds copied is held against so many of them."""
_ORDER_SIZE = 12
"""Stretches long enough to reach over the ends of sentences: what order changes."""

Alikeness = tuple[int, float, float, float]


def another_plan(
    first: Report, others: Sequence[Narrative], draft: Callable[[Plan], Report | None], number: int = ANOTHER
) -> Report:
    """Return the report by the plan of a number, or `first` where that is not better by `is_better`.

    `others` are the narratives that the first is too much like. `draft` drafts the same dossier by a plan, and gives
    None where it cannot yet. Which plan was offered is said either way, and what both drafts took is counted.
    """
    second = draft(Plan(number, avoided(narrative_of_draft("", first), others)))
    if second is None:
        return first
    chosen = second if is_better(second, first, others) else first
    return replace(chosen, plan_offered=number, spent=together(first.spent, second.spent))


def is_better(second: Report, first: Report, others: Sequence[Narrative]) -> bool:
    """Return whether a draft is less alike, tells the very same facts and materials, and has no more found in it."""
    if bool(second.files) != bool(first.files) or told(second) != told(first):
        return False
    if _counts(second) - _counts(first):
        return False
    return alikeness(narrative_of_draft("", second), others) < alikeness(narrative_of_draft("", first), others)


def told(report: Report) -> tuple[frozenset[str], frozenset[str]]:
    """Return the facts that a report shows and the notes, problems and cells that its sentences rest on."""
    sentences = list(report.draft.sentences())
    facts = frozenset(ref for sentence in sentences for ref in sentence.text.refs(PieceKind.FACT))
    return facts, frozenset(cite for sentence in sentences for cite in sentence.cites)


def alikeness(own: Narrative, others: Iterable[Narrative]) -> tuple[Alikeness, ...]:
    """Return how much each section is like each other's: band, Jaccard, containment, then order, the worst first.

    Where the worst cannot be helped, the next one counts.
    """
    return tuple(sorted((_weight(*pair) for other in others for pair in _paired(own, other)), reverse=True))


def avoided(own: Narrative, others: Iterable[Narrative]) -> tuple[str, ...]:
    """Return the longest stretches that a narrative shares with others, for a model to word otherwise.

    They stand in the narrative itself, so nothing of another township gets out; and they hold no figure, no name and
    no title.
    """
    found: dict[str, None] = {}
    for other in others:
        for left, right in _paired(own, other):
            for pair in shared_sentences(left, right):
                stretch = longest_run(pair.run, pair.left.text)
                if len(stretch) >= SHORTEST_AVOIDED and not any(True for _ in read_figures(stretch)):
                    found[stretch] = None
    ordered = sorted(found, key=lambda stretch: (-len(stretch), stretch))
    return tuple(ordered[:MOST_AVOIDED])


def to_rewrite(likenesses: Iterable[Likeness]) -> Mapping[str, tuple[str, ...]]:
    """Return the reports to draft anew, each with those that it is too much like, the nearest few.

    Of every pair in a band it is one, so that the first by its key stays as it is. A report like its own last year is
    one of them.
    """
    near = _near(item for item in likenesses if item.band != NONE)
    chosen: set[str] = set()
    for one, other in sorted({(min(key, other), max(key, other)) for key, others in near.items() for other in others}):
        if is_last_year(one, other):
            chosen.add(one)
        elif one not in chosen:
            chosen.add(other)
    return {key: _nearest(near[key]) for key in sorted(chosen)}


def _near(likenesses: Iterable[Likeness]) -> dict[str, dict[str, tuple[int, float]]]:
    """Return for each report those it is in a band with, and how near each is."""
    near: dict[str, dict[str, tuple[int, float]]] = {}
    for item in likenesses:
        for key, other in ((item.left, item.right), (item.right, item.left)):
            weights = near.setdefault(key, {})
            weights[other] = max(weights.get(other, (0, 0.0)), (RANK[item.band], item.jaccard))
    return near


def _nearest(weights: Mapping[str, tuple[int, float]]) -> tuple[str, ...]:
    """Return the nearest few, of equals the first by their keys."""
    by_key = sorted(weights)
    return tuple(sorted(by_key, key=lambda other: weights[other], reverse=True)[:MOST_OTHERS])


def _paired(own: Narrative, other: Narrative) -> Iterator[tuple[Body, Body]]:
    theirs = {body.section: body for body in bodies_of(other)}
    for body in bodies_of(own):
        if body.section in theirs:
            yield body, theirs[body.section]


def _weight(left: Body, right: Body) -> Alikeness:
    found = closeness(left, right)
    order = jaccard(grams("".join(left.words), _ORDER_SIZE), grams("".join(right.words), _ORDER_SIZE))
    return RANK[found.band], found.jaccard, found.containment, order


def _counts(report: Report) -> Counter[str]:
    return Counter(finding.code for finding in report.findings)
