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
SECTION_WITHIN = 0.9
OTHER_ORDINAL = 0.35
_SENTENCE = frozenset("。；！？")


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
    signs: frozenset[str]


@cache
def _words() -> tuple[Words, ...]:
    texts = ((label, _compared(label.role, label.text)) for label in labels())
    return tuple(Words(label, text, ordinal(label.text), frozenset(text)) for label, text in texts)


@dataclass(frozen=True, slots=True)
class Text:
    """A text of a page as it is compared with labels."""

    words: str
    flat: str
    signs: frozenset[str]
    ordinal: str


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
    return label.role is Role.COLUMN or (
        bool(own) and (own.isdigit() != number.isdigit() or len(words) <= SHORTEST_CUT)
    )


def said_by(match: Match, text: str) -> int:
    """Return how many characters of a text speak for a match: no more than the label has, whatever glosses follow."""
    return min(len(flat(text)), len(_compared(match.label.role, match.label.text)))


def may_begin(text: str) -> bool:
    """Return whether some label begins as a text does."""
    return core(text)[:2] in _beginnings() or flat(text)[:2] in _beginnings()


@lru_cache(maxsize=8192)
def matches(text: str) -> tuple[Match, ...]:
    """Return the labels that a text may be, the likeliest first; only those of the same words where there are any."""
    if len(text) > 6 * LONGEST or not _SENTENCE.isdisjoint(text):
        return ()
    if same := exact(text):
        return same
    if not 1 < len(words := core(text)) <= LONGEST and not 1 < len(flat(text)) <= LONGEST:
        return ()
    shape = Text(words, flat(text), frozenset(words), ordinal(text))
    found = [Match(each.label, likeness) for each in _words() if (likeness := _likeness(shape, each))]
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


def _likeness(text: Text, label: Words) -> float:
    """Return how alike a text and a label are, 0 where they are not; another ordinal makes them less so."""
    role = label.label.role
    if role is Role.NOTE:
        # A note that was written otherwise is still the note.
        return max(_cut(text.flat, label.text), _fuzzy(text.flat, label.text))
    if role is Role.BLOCK:
        return _cut(text.flat, label.text)
    if role is Role.COLUMN and text.ordinal:
        return 0
    common = len(text.signs & label.signs)
    # Most labels have hardly a character in common with a text: nothing need be counted there.
    if common < WEAK * min(len(text.signs), len(label.signs)) - 1:
        return 0
    if role is Role.SECTION and label.text in text.words and len(text.words) <= 2 * len(label.text):
        return SECTION_WITHIN
    likeness = max(_cut(text.words, label.text), _fuzzy(text.words, label.text))
    other = text.ordinal and label.ordinal and text.ordinal != label.ordinal
    return max(likeness - (OTHER_ORDINAL if other else 0), 0)


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
    if abs(len(words) - len(label)) > most:
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
