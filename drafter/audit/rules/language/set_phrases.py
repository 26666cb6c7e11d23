"""G02, second part: a set phrase in which one character was changed into one that makes no word: 公开透命."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from drafter.audit.audited import Audited
from drafter.audit.passages import passages
from drafter.audit.spot import Spot
from drafter.reading.script import simplified
from drafter.resources import read_text
from drafter.yamltree import parse_own

_FUNCTION = frozenset(
    "的了和与等及在是为对将不我有也并或由于以从向使被把各其本该这那可能会应要就都还未无已者所而且则又"
)
"""Characters that stand between words: with one of them the phrase is not meant."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A set phrase and its words; one half of it stands unharmed where one character is wrong."""

    text: str
    words: tuple[tuple[int, int], ...]
    """Where each word begins and ends."""

    @property
    def halves(self) -> tuple[tuple[int, str], tuple[int, str]]:
        """Return both halves with the place where each begins."""
        middle = len(self.text) // 2
        return (0, self.text[:middle]), (middle, self.text[middle:])


@cache
def set_phrases() -> tuple[Phrase, ...]:
    """Return the phrases of `schemas/audit/set_phrases.yaml`."""
    return tuple(_phrase(str(row).split(" ")) for row in _raw()["phrases"])


@cache
def loose_phrases() -> tuple[Phrase, ...]:
    """Return more phrases, of which one with another character may be right."""
    return tuple(_phrase(str(row).split(" ")) for row in _raw()["loose"])


@cache
def _raw() -> dict[str, list[str]]:
    value: dict[str, list[str]] = parse_own(read_text("schemas/audit/set_phrases.yaml")).value
    return value


def _phrase(words: list[str]) -> Phrase:
    ends = [sum(len(word) for word in words[: number + 1]) for number in range(len(words))]
    return Phrase("".join(words), tuple(zip([0, *ends], ends, strict=False)))


@cache
def known_words() -> frozenset[str]:
    """Return the common words, and those of these reports."""
    ours = (line.split(" ")[0] for line in read_text("schemas/audit/slips.txt").splitlines())
    return frozenset((*read_text("schemas/lexicon/words.txt").split("\n"), *_raw()["words"], *ours))


def changed_phrases(audited: Audited) -> Iterator[Spot]:
    """Yield every set phrase with one wrong character, each place once."""
    for passage in passages(audited):
        told: set[int] = set()
        for phrase in set_phrases():
            for start in _starts(passage.text, phrase):
                place = start + _wrong_at(passage.text, start, phrase)
                if place >= start and place not in told:
                    told.add(place)
                    span = (start, start + len(phrase.text))
                    message = f"“{passage.around(*span, 2)}”里的“{passage.text[place]}”可能用错"
                    yield passage.spot(message, span, f"疑为“{phrase.text}”")


def _starts(text: str, phrase: Phrase) -> Iterator[int]:
    for offset, half in phrase.halves:
        at = text.find(half)
        while at >= 0:
            if at >= offset and at - offset + len(phrase.text) <= len(text):
                yield at - offset
            at = text.find(half, at + 1)


def _wrong_at(text: str, start: int, phrase: Phrase) -> int:
    """Return which character of a phrase that begins at a place is wrong, -1 where none surely is."""
    window = text[start : start + len(phrase.text)]
    wrong = [place for place, pair in enumerate(zip(window, phrase.text, strict=True)) if pair[0] != pair[1]]
    if len(wrong) != 1 or not "一" <= window[wrong[0]] <= "鿿" or window[wrong[0]] in _FUNCTION:
        return -1
    if simplified(window) == phrase.text:
        return -1
    first, last = next(word for word in phrase.words if word[0] <= wrong[0] < word[1])
    return -1 if _makes_words(text, start + first, start + last, start + wrong[0]) else wrong[0]


def _makes_words(text: str, first: int, last: int, wrong: int) -> bool:
    """Return whether a stretch is a word, or its odd character makes one with what stands beside the stretch."""
    if last - first == 1:
        return False
    words = [text[first:last], text[first : last + 1], text[max(0, first - 1) : last]]
    words += [text[last - 1 : last + 1], text[last - 1 : last + 2]]
    if wrong == first:
        words += [text[max(0, first - 1) : first + 1], text[max(0, first - 2) : first + 1]]
    return any(len(word) > 1 and word in known_words() for word in words)
