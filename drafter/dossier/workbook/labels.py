"""Recognise rows and columns by their labels: what is merged, inserted, moved or missing does not lead astray."""

from collections.abc import Sequence

Label = tuple[str, ...]
"""A label with the labels of its groups before it: 行政诉讼, 复议后起诉, 结果维持."""


def headed(lines: Sequence[Sequence[str]]) -> list[Label]:
    """Return the label of each position below (or beside) header lines, widest group first.

    A merged group stands in its first position only and heads those after it, but none that has a label of its own
    in a line before. A position with no label of its own has none.
    """
    width = max((len(line) for line in lines), default=0)
    labels: list[list[str]] = [[] for _ in range(width)]
    has_own = [False] * width
    for line in lines:
        group = ""
        before = list(has_own)
        for position, text in enumerate(line):
            if text:
                group, has_own[position] = text, True
            if text or (group and not before[position]):
                labels[position].append(group)
    return [tuple(label) if own else () for label, own in zip(labels, has_own, strict=True)]


def likeness(found: Label, wanted: Label, groups: frozenset[str]) -> int:
    """Return how well a label fits: 0 where it is another one, more where its groups agree as well.

    `groups` are the group labels of the table: of other texts above a label nothing is concluded.
    """
    if not found or found[-1] != wanted[-1]:
        return 0
    known, expected = set(found[:-1]) & groups, set(wanted[:-1])
    if known and expected and not known & expected:
        return 0
    return 1 + len(known & expected)


def aligned(found: Sequence[Label], wanted: Sequence[Label], groups: frozenset[str]) -> dict[int, int]:
    """Return which position holds which wanted label, by number, both in order; of equally good ones the first.

    Where several wanted labels read the same and not all of them are found, one counts only if its group says which.
    """
    matches = _best(found, wanted, groups)
    leaves = [label[-1] for label in wanted]
    seen = [leaves[number] for number in matches]
    return {
        number: place
        for number, place in matches.items()
        if seen.count(leaves[number]) == leaves.count(leaves[number])
        or leaves.count(leaves[number]) == 1
        or likeness(found[place], wanted[number], groups) > 1
    }


def _best(found: Sequence[Label], wanted: Sequence[Label], groups: frozenset[str]) -> dict[int, int]:
    leaves = {label[-1] for label in wanted}
    places = [place for place, label in enumerate(found) if label and label[-1] in leaves]
    fits = [[likeness(found[place], label, groups) for place in places] for label in wanted]
    best = [[0] * (len(places) + 1) for _ in range(len(wanted) + 1)]
    for row in range(len(wanted) - 1, -1, -1):
        for column in range(len(places) - 1, -1, -1):
            taken = fits[row][column] + best[row + 1][column + 1] if fits[row][column] else 0
            best[row][column] = max(taken, best[row + 1][column], best[row][column + 1])
    return {number: places[column] for number, column in _path(fits, best)}


def _path(fits: list[list[int]], best: list[list[int]]) -> list[tuple[int, int]]:
    row = column = 0
    path = []
    while row < len(fits) and column < len(best[0]) - 1:
        if fits[row][column] and fits[row][column] + best[row + 1][column + 1] == best[row][column]:
            path.append((row, column))
            row, column = row + 1, column + 1
        elif best[row + 1][column] == best[row][column]:
            row += 1
        else:
            column += 1
    return path
