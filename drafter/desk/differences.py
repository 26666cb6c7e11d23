"""What differs: two texts by character, the final text against the drafted one, two reports sentence by sentence."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from drafter.desk.working import Line, WorkingReport

SAME, ADDED, REMOVED = "same", "added", "removed"
SHORTEST = 2
"""A stretch that stays between two changes is shown as changed too where it is shorter than this: one can read it."""
ALIKE = 0.5
"""From this likeness on two sentences are shown side by side."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of text that is the same in both, only in the second, or only in the first."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class FlowerRow:
    """A sentence of the 花脸稿: as it was drafted and as it is now."""

    line: Line
    runs: tuple[Stretch, ...]
    is_changed: bool


@dataclass(frozen=True, slots=True)
class Pairing:
    """Two sentences that answer each other; one side is empty where the other has no counterpart."""

    section: str
    left: str
    right: str
    runs: tuple[Stretch, ...]


def character_runs(before: str, after: str) -> tuple[Stretch, ...]:
    """Return how one text became another, stretch by stretch; removed before added."""
    from rapidfuzz.distance import Indel

    runs: list[Stretch] = []
    for step in Indel.opcodes(before, after):
        if step.tag == "equal":
            runs.append(Stretch(SAME, before[step.src_start : step.src_end]))
        if step.tag in ("delete", "replace"):
            runs.append(Stretch(REMOVED, before[step.src_start : step.src_end]))
        if step.tag in ("insert", "replace"):
            runs.append(Stretch(ADDED, after[step.dest_start : step.dest_end]))
    return tuple(_tidied(runs))


def flower_draft(working: WorkingReport) -> tuple[FlowerRow, ...]:
    """Return every sentence drafted against final; a dropped one is removed whole, an inserted one added whole."""
    rows = []
    for line in working.lines:
        final = "" if line.dropped else str(line.text)
        rows.append(FlowerRow(line, character_runs(line.drafted, final), line.drafted != final))
    return tuple(rows)


def alignment(left: Iterable[tuple[str, str]], right: Iterable[tuple[str, str]]) -> tuple[Pairing, ...]:
    """Return the sentences of two reports, given as section and text, side by side in their order.

    Within a section the pairs are those that together are most alike, none crossing another.
    """
    sections: dict[str, tuple[list[str], list[str]]] = {}
    for side, sentences in enumerate((left, right)):
        for section, text in sentences:
            sections.setdefault(section, ([], []))[side].append(text)
    return tuple(pair for section, (ours, theirs) in sections.items() for pair in _aligned(section, ours, theirs))


def sentences_of(working: WorkingReport) -> list[tuple[str, str]]:
    """Return the sentences that stand in a report with their sections, as `alignment` takes them."""
    return [(line.section, str(line.text)) for line in working.lines if not line.dropped]


def _aligned(section: str, ours: Sequence[str], theirs: Sequence[str]) -> Iterator[Pairing]:
    from rapidfuzz.distance import Indel

    likeness = [[Indel.normalized_similarity(one, other) for other in theirs] for one in ours]
    best = [[0.0] * (len(theirs) + 1) for _ in range(len(ours) + 1)]
    for i in range(len(ours) - 1, -1, -1):
        for j in range(len(theirs) - 1, -1, -1):
            paired = best[i + 1][j + 1] + likeness[i][j] if likeness[i][j] >= ALIKE else 0.0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], paired)
    i = j = 0
    while i < len(ours) or j < len(theirs):
        both = i < len(ours) and j < len(theirs)
        if both and likeness[i][j] >= ALIKE and best[i][j] == best[i + 1][j + 1] + likeness[i][j]:
            yield Pairing(section, ours[i], theirs[j], character_runs(theirs[j], ours[i]))
            i, j = i + 1, j + 1
        elif i < len(ours) and (j == len(theirs) or best[i][j] == best[i + 1][j]):
            yield Pairing(section, ours[i], "", (Stretch(ADDED, ours[i]),))
            i += 1
        else:
            yield Pairing(section, "", theirs[j], (Stretch(REMOVED, theirs[j]),))
            j += 1


def _tidied(runs: Sequence[Stretch]) -> Iterator[Stretch]:
    """Yield the stretches with short sameness between changes taken for change, neighbours of a kind made one."""
    removed = added = ""
    for place, run in enumerate(runs):
        is_between = 0 < place < len(runs) - 1
        if run.kind == SAME and not (len(run.text) < SHORTEST and is_between):
            yield from _changes(removed, added)
            removed = added = ""
            yield run
        else:
            removed += run.text if run.kind != ADDED else ""
            added += run.text if run.kind != REMOVED else ""
    yield from _changes(removed, added)


def _changes(removed: str, added: str) -> Iterator[Stretch]:
    if removed:
        yield Stretch(REMOVED, removed)
    if added:
        yield Stretch(ADDED, added)
