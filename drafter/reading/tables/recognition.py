"""Which labels of the form a text may be: exact, cut, with a character lost, or with one wrong."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from drafter.reading.tables.slots import Label, Role, labels
from drafter.reading.tables.wording import core, flat, ordinal, wording

LONGEST = 60
"""Longer texts are prose: no label has so many words outside its brackets."""
FUZZY = 0.8
"""The least likeness of two labels that may be one; 行政处罚 and 行政处分 (0.75) may not."""
WEAK = 0.6
"""Enough only where one row and one label are left between two certain ones."""
SHORTEST_CUT = 2
SHORTEST_WEAK = 6
SHORTEST_GAPPED = 4
GAPPED = 0.6


@dataclass(frozen=True, slots=True)
class Match:
    """A label that a text may be, and how alike they are: 1 for the same words."""

    label: Label
    likeness: float


@dataclass(frozen=True, slots=True)
class Words:
    """A label with the words it is compared by."""

    label: Label
    text: str
    ordinal: str


@cache
def _words() -> tuple[Words, ...]:
    return tuple(Words(label, _compared(label.role, label.text), ordinal(label.text)) for label in labels())


def _compared(role: Role, text: str) -> str:
    return flat(text) if role in (Role.BLOCK, Role.NOTE) else core(text)


@cache
def _exact() -> Mapping[str, tuple[Match, ...]]:
    found: dict[str, tuple[Match, ...]] = {}
    for words in _words():
        found[words.text] = (*found.get(words.text, ()), Match(words.label, 1.0))
    for alias, label in wording()["aliases"].items():
        found.setdefault(core(alias), found[core(label)])
    return found


@cache
def _beginnings() -> frozenset[str]:
    return frozenset(words.text[:2] for words in _words()) | {alias[:2] for alias in wording()["aliases"]}


def exact(text: str) -> tuple[Match, ...]:
    """Return the labels whose very words a text has, and no other ordinal."""
    found = _exact()
    words = core(text)
    same = found.get(words) or found.get(flat(text)) or ()
    number = ordinal(text)
    if not same or not number:
        return same
    numbered = tuple(match for match in same if ordinal(match.label.text) == number)
    return numbered or tuple(match for match in same if not _contradicts(number, match.label, words))


def _contradicts(number: str, label: Label, words: str) -> bool:
    """Return whether an ordinal says that a text is not a label of the same words: （六）其他 is not 3.其他."""
    own = ordinal(label.text)
    return label.role is Role.COLUMN or (bool(own) and (own.isdigit() != number.isdigit() or len(words) <= SHORTEST_CUT))


def may_begin(text: str) -> bool:
    """Return whether some label begins as a text does."""
    return core(text)[:2] in _beginnings() or flat(text)[:2] in _beginnings()


@lru_cache(maxsize=8192)
def matches(text: str) -> tuple[Match, ...]:
    """Return the labels that a text may be, the likeliest first; only those of the same words where there are any."""
    if len(text) > 6 * LONGEST:
        return ()
    if same := exact(text):
        return same
    if not 1 < len(words := core(text)) <= LONGEST and not 1 < len(flat(text)) <= LONGEST:
        return ()
    number = ordinal(text)
    found = [Match(each.label, likeness) for each in _words() if (likeness := _likeness(words, flat(text), each, number))]
    return tuple(sorted(_best_of_each(found), key=lambda match: -match.likeness))


def _best_of_each(found: Iterable[Match]) -> Iterable[Match]:
    """Return one match for every thing labelled: editions may call the same row by two names."""
    best: dict[tuple[Role, str, str, str], Match] = {}
    for match in found:
        label = match.label
        text = label.text if label.role is Role.COLUMN else ""
        key = (label.role, label.table, label.key, text)
        if key not in best or best[key].likeness < match.likeness:
            best[key] = match
    return best.values()


def _likeness(words: str, flat_words: str, label: Words, number: str) -> float:
    """Return how alike a text and a label are, 0 where they are not; another ordinal makes them less so."""
    role = label.label.role
    if role in (Role.BLOCK, Role.NOTE):
        return _cut(flat_words, label.text)
    if role is Role.SECTION and label.text in words and len(words) <= 2 * len(label.text):
        return 0.9
    likeness = max(_cut(words, label.text), _fuzzy(words, label.text))
    other = number and label.ordinal and number != label.ordinal
    return max(likeness - (0.25 if other else 0), 0)


def _cut(words: str, label: str) -> float:
    """Return the likeness of a label whose end or beginning is lost, or characters within."""
    if not SHORTEST_CUT <= len(words) < len(label):
        return 0
    share = len(words) / len(label)
    if label.startswith(words) or (label.endswith(words) and len(words) > SHORTEST_CUT):
        return 0.6 + 0.35 * share
    if share >= GAPPED and len(words) >= SHORTEST_GAPPED and _within(words, label):
        return 0.55 + 0.35 * share
    return 0


def _within(words: str, label: str) -> bool:
    rest = iter(label)
    return all(sign in rest for sign in words)


def _fuzzy(words: str, label: str) -> float:
    longest = max(len(words), len(label))
    least = WEAK if min(len(words), len(label)) >= SHORTEST_WEAK else FUZZY
    most = int(longest * (1 - least) + 1e-9)
    if abs(len(words) - len(label)) > most or len(set(words) & set(label)) < len(set(label)) * least - 1:
        return 0
    likeness = 1 - distance(words, label) / longest
    return 0.97 * likeness if likeness >= least else 0


def distance(left: str, right: str) -> int:
    """Return the number of characters to change, add or leave out to make one text the other."""
    row = list(range(len(right) + 1))
    for number, sign in enumerate(left, 1):
        before, row[0] = row[0], number
        for place, other in enumerate(right, 1):
            cost = min(row[place] + 1, row[place - 1] + 1, before + (sign != other))
            before, row[place] = row[place], cost
    return row[-1]
