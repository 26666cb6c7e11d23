"""Find sentences that lost their marks: a program dropped the bookmarks, or the text was pasted into another file.

Between two places that are known on both sides, the sentences of the report and the text of the file are laid side
by side in their order, so that what is most alike stands together.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from drafter.desk.word.flow import Flow, Landmark, Stretch
from drafter.desk.word.sentences import bare, clauses, likeness, sentences

_LEAST = 0.45
"""Sentences less alike than this are two different sentences."""
_SAME = 0.8
"""Text as like a missing sentence as this is that sentence, wherever it stands."""
_MORE_CLAUSES = 2
_MOST = 60_000
"""Comparisons beyond this are no report's."""


def matched(flow: Flow, order: Sequence[str | int], texts: dict[str, str]) -> Flow:
    """Return the flow with unmarked text given to the sentences that are missing; `order` is that of the report.

    `order` holds line ids and, for headings, their numbers; `texts` the text of each line.
    """
    found = {item.number if isinstance(item, Landmark) else item.line for item in flow}
    waiting: dict[str | int, list[str]] = {}
    before: str | int = ""
    for item in order:
        if item in found:
            before = item
        elif isinstance(item, str):
            waiting.setdefault(before, []).append(item)
    result: Flow = []
    before = ""
    free: list[Stretch] = []
    for part in (*flow, None):
        if isinstance(part, Stretch) and not part.line:
            free.append(part)
            continue
        result += _side_by_side(free, waiting.get(before, []), texts)
        free = []
        if part is not None:
            before = part.number if isinstance(part, Landmark) else part.line
            result.append(part)
    return result


def reclaimed(flow: Flow, order: Sequence[str | int], texts: dict[str, str]) -> Flow:
    """Return the flow with text that is a missing sentence, somewhere else than before, given to it: it was moved."""
    there = {item.line for item in flow if isinstance(item, Stretch) and item.text.strip()}
    missing = {item: bare(texts[item]) for item in order if isinstance(item, str) and item not in there}
    free = [number for number, item in enumerate(flow) if isinstance(item, Stretch) and not item.line]
    result = list(flow)
    for number in free if len(free) * len(missing) <= _MOST else ():
        item = result[number]
        line = max(missing, key=partial(_like, missing, item), default="")
        if isinstance(item, Stretch) and line and _like(missing, item, line) >= _SAME:
            del missing[line]
            result[number] = replace(item, line=line)
    return result


def _like(texts: Mapping[str, str], item: Stretch | Landmark, line: str) -> float:
    return likeness(texts[line], bare(item.text))


@dataclass(frozen=True, slots=True)
class _Unit:
    """A clause of the file, with the stretch that it stands in."""

    text: str
    stretch: Stretch


def _side_by_side(free: list[Stretch], missing: list[str], texts: dict[str, str]) -> Iterator[Stretch]:
    units = [_Unit(text, stretch) for stretch in free for text in clauses(stretch.text)]
    sizes = [len(clauses(texts[line])) + _MORE_CLAUSES for line in missing]
    if not missing or sum(sizes) * len(units) > _MOST:
        yield from free
        return
    loose: list[_Unit] = []
    for line, taken in _aligned(units, missing, sizes, texts):
        if line:
            yield from _loose(loose)
            yield _joined(taken, line)
            loose = []
        else:
            loose += taken
    yield from _loose(loose)


def _aligned(
    units: list[_Unit], missing: list[str], sizes: list[int], texts: dict[str, str]
) -> list[tuple[str, list[_Unit]]]:
    """Return the units in order, each run of them with its line, or with none, by the best sum of likenesses."""
    bares = [bare(unit.text) for unit in units]
    best = [[0.0] * (len(units) + 1) for _ in range(len(missing) + 1)]
    taken = [[0] * (len(units) + 1) for _ in range(len(missing) + 1)]
    for row, line in enumerate(missing, start=1):
        wanted = bare(texts[line])
        for end in range(len(units) + 1):
            best[row][end] = best[row - 1][end]
            taken[row][end] = 0
            if end and best[row][end - 1] > best[row][end]:
                best[row][end], taken[row][end] = best[row][end - 1], -1
            for size in range(1, min(sizes[row - 1], end) + 1):
                gain = likeness(wanted, "".join(bares[end - size : end])) - _LEAST
                if gain > 0 and best[row - 1][end - size] + gain > best[row][end]:
                    best[row][end], taken[row][end] = best[row - 1][end - size] + gain, size
    return _traced(units, missing, taken)


def _traced(units: list[_Unit], missing: list[str], taken: list[list[int]]) -> list[tuple[str, list[_Unit]]]:
    row, end = len(missing), len(units)
    steps: list[tuple[str, list[_Unit]]] = []
    while row:
        size = taken[row][end]
        if size < 0:
            end -= 1
            steps.append(("", [units[end]]))
            continue
        if size:
            steps.append((missing[row - 1], units[end - size : end]))
        row, end = row - 1, end - size
    steps += [("", [unit]) for unit in reversed(units[:end])]
    return steps[::-1]


def _joined(units: list[_Unit], line: str) -> Stretch:
    first = units[0].stretch
    stretches = list({id(unit.stretch): unit.stretch for unit in units}.values())
    return replace(
        first,
        text="".join(unit.text for unit in units),
        line=line,
        revisions=tuple(revision for stretch in stretches for revision in stretch.revisions),
        comments=tuple(dict.fromkeys(comment for stretch in stretches for comment in stretch.comments)),
    )


def _loose(units: list[_Unit]) -> Iterator[Stretch]:
    """Yield text that belongs to no sentence of the report, sentence by sentence."""
    groups: dict[int, list[_Unit]] = {}
    for unit in units:
        groups.setdefault(id(unit.stretch), []).append(unit)
    for group in groups.values():
        for text in sentences("".join(unit.text for unit in group)):
            yield replace(group[0].stretch, text=text)
