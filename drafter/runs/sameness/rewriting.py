"""A second draft by another plan, for a report that is too much like others: taken only where nothing is lost by it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from drafter.audit.similarity import grams, jaccard, longest_run
from drafter.dossier.figures import read_figures
from drafter.findings import Finding
from drafter.richtext import PieceKind
from drafter.runs.drafting import draft_with
from drafter.runs.pipeline import DEFAULT_FORMATS, Report, draft_report
from drafter.runs.sameness.bands import NONE, RANK
from drafter.runs.sameness.body import Body, bodies_of
from drafter.runs.sameness.comparing import closeness, shared_sentences
from drafter.runs.sameness.findings import is_last_year
from drafter.runs.sameness.narrative import Likeness, Narrative
from drafter.runs.sameness.narratives import narrative_of_draft
from drafter.writing.choice import Plan
from drafter.writing.model.writer import ModelUse
from drafter.writing.stock.writer import write_stock

ANOTHER = 1
MOST_AVOIDED, SHORTEST_AVOIDED = 15, 12
_ORDER_SIZE = 12
"""Stretches long enough to reach over the ends of sentences: what order changes."""

Alikeness = tuple[int, float, float, float]


def another_plan(
    first: Report,
    findings: Sequence[Finding],
    others: Sequence[Narrative],
    formats: Sequence[str] = DEFAULT_FORMATS,
    model: ModelUse | None = None,
) -> Report:
    """Return the report by another plan, or `first` where that is not better by `is_better`.

    `findings` are those of the dossier, as they were given to the first draft; `others` the narratives that the first
    is too much like.
    """
    plan = Plan(ANOTHER, avoided(narrative_of_draft("", first), others))
    if model:
        second = draft_with(first.dossier, findings, formats, model, plan)
    else:
        draft = write_stock(first.dossier, first.ledger, plan)
        drafted = draft_report(first.dossier, findings, formats, draft, first.ledger)
        second = replace(drafted, plan=plan.number)
    return second if is_better(second, first, others) else first


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


def alikeness(own: Narrative, others: Iterable[Narrative]) -> Alikeness:
    """Return how much a narrative is like the one it is most like: band, Jaccard, containment, then order."""
    pairs = (_weight(left, right) for other in others for left, right in _paired(own, other))
    return max(pairs, default=(RANK[NONE], 0.0, 0.0, 0.0))


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


def to_rewrite(likenesses: Iterable[Likeness]) -> tuple[str, ...]:
    """Return the reports to draft anew: of every pair in a band one, so that the first by its key stays as it is.

    A report like its own last year is one of them.
    """
    chosen: set[str] = set()
    pairs = {tuple(sorted((item.left, item.right))) for item in likenesses if item.band != NONE}
    for one, other in sorted(pairs):
        if is_last_year(one, other):
            chosen.add(one)
        elif one not in chosen:
            chosen.add(other)
    return tuple(sorted(chosen))


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
