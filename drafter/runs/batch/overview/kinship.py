"""Who is like whom: of many likenesses the nearest of each township, and the closest of all."""

import heapq
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from drafter.runs.sameness.narrative import Likeness

BANDS = {"none": 0, "warn": 1, "block": 2}
BAND_NAMES = {"none": "", "warn": "偏高", "block": "雷同"}
MOST_CLOSEST = 2_000
"""So many likenesses are shown with their sentences; the nearest of a township is known for all."""


@dataclass(frozen=True, slots=True)
class Kin:
    """The report that another is most like, by one of its sections."""

    key: str
    jaccard: float
    containment: float
    band: str

    @property
    def weight(self) -> tuple[int, float, float]:
        """Return what the nearest is chosen by: the band first, then how much is shared."""
        return BANDS.get(self.band, 0), self.jaccard, self.containment


@dataclass(frozen=True, slots=True)
class Kinship:
    """The nearest of each township among the others and in its own last year, and the closest pairs, closest first."""

    siblings: Mapping[str, Kin]
    last_years: Mapping[str, Kin]
    closest: tuple[Likeness, ...]
    counts: Mapping[str, int]
    """How many pairs of townships are in a band, by band: a pair in the band of its worst section."""
    left_out: int = 0
    """How many likenesses of a band are not among the closest."""
    is_compared: bool = True
    """Whether anything was compared: nothing found is not the same as nobody looked."""


def own_last_year(likeness: Likeness) -> str:
    """Return the key of the township whose two years are compared; empty for two townships."""
    for now, before in ((likeness.left, likeness.right), (likeness.right, likeness.left)):
        key, _, year = before.rpartition("@")
        if key == now and year.isdecimal():
            return now
    return ""


def kinship(likenesses: Iterable[Likeness] | None) -> Kinship:
    """Return the kinship in a stream of likenesses, None where nothing was compared.

    What is kept does not grow with their sentences.
    """
    if likenesses is None:
        return Kinship({}, {}, (), {"warn": 0, "block": 0}, is_compared=False)
    siblings, last_years = dict[str, Kin](), dict[str, Kin]()
    pairs, closest, banded = dict[tuple[str, str], int](), list[tuple[int, float, float, int, Likeness]](), 0
    for number, likeness in enumerate(likenesses):
        weight = (BANDS.get(likeness.band, 0), likeness.jaccard, likeness.containment)
        if own := own_last_year(likeness):
            _nearer(last_years, own, likeness, likeness.right if likeness.left == own else likeness.left)
        else:
            _nearer(siblings, likeness.left, likeness, likeness.right)
            _nearer(siblings, likeness.right, likeness, likeness.left)
        if weight[0] == 0:
            continue
        banded += 1
        if not own:
            pair = (min(likeness.left, likeness.right), max(likeness.left, likeness.right))
            pairs[pair] = max(weight[0], pairs.get(pair, 0))
        heapq.heappush(closest, (*weight, -number, likeness))
        if len(closest) > MOST_CLOSEST:
            heapq.heappop(closest)
    ordered = tuple(item[-1] for item in sorted(closest, key=lambda item: item[:4], reverse=True))
    counts = {band: sum(rank == found for found in pairs.values()) for band, rank in BANDS.items() if rank}
    return Kinship(siblings, last_years, ordered, counts, banded - len(ordered))


def _nearer(known: dict[str, Kin], key: str, likeness: Likeness, other: str) -> None:
    """Keep a likeness as a township's nearest where none before was nearer."""
    kin = Kin(other, likeness.jaccard, likeness.containment, likeness.band)
    if key not in known or kin.weight > known[key].weight:
        known[key] = kin
