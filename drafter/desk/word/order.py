"""Which sentences of an edited file stand in the order of the report, and which were moved."""

from collections.abc import Iterator, Sequence

from drafter.desk.word.flow import Flow, Landmark, Stretch
from drafter.desk.working import Line, WorkingReport


def in_order(flow: Flow, report: WorkingReport) -> frozenset[str]:
    """Return the most sentences that stand in the order of the report; the others were moved.

    What now comes first below its own heading counts as standing, and those it overtook as moved: a sentence can be
    put behind another one, and not in front of the first.
    """
    order = {line.id: number for number, line in enumerate(report.lines)}
    lines = [item.line for item in flow if isinstance(item, Stretch) and item.line and item.text.strip()]
    kept = _longest_chain(lines, order)
    standing = [line for line in _firsts(flow, report) if line not in kept]
    for first in standing:
        at = lines.index(first)
        lines = [
            line for place, line in enumerate(lines) if line == first or (place > at) == (order[line] > order[first])
        ]
    return frozenset(_longest_chain(lines, order) if standing else kept)


def _firsts(flow: Flow, report: WorkingReport) -> Iterator[str]:
    """Yield the sentences that come first below a heading, where the next one belongs below the same heading."""
    lines = {line.id: line for line in report.lines}
    block: list[Line] = []
    for item in (*flow, None):
        if item is None or isinstance(item, Landmark):
            if len(block) > 1 and _heading(block[0]) == _heading(block[1]):
                yield block[0].id
            block = []
        elif item.line and item.text.strip():
            block.append(lines[item.line])


def _heading(line: Line) -> tuple[str, str]:
    return line.section, line.aspect


def _longest_chain(lines: Sequence[str], order: dict[str, int]) -> tuple[str, ...]:
    chains: list[tuple[str, ...]] = []
    for line in lines:
        before = [chain for chain in chains if order[chain[-1]] < order[line]]
        chains.append((*max(before, key=len, default=()), line))
    return max(chains, key=len, default=())
