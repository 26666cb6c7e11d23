"""Which words of a list a sentence uses without having them from a cited note."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from drafter.writing.checks.reading import Reading, plain_notes, read
from drafter.writing.checks.verdict import Claim, Unproved, Violation
from drafter.writing.checks.wordlist import Hit, load_word_list

LISTS = ("vague", "universal", "zero", "majority", "trend", "frequency", "ranking", "date")


def list_hits(claim: Claim, name: str) -> Iterator[tuple[Reading, Hit, bool]]:
    """Yield every claim of a list in the sentence, and whether a cited note says the same."""
    reading = read(claim)
    for hit, is_sourced in _hits(reading.plain, plain_notes(claim.notes), name, not claim.reported):
        yield reading, hit, is_sourced


@lru_cache(maxsize=4096)
def _hits(text: str, notes: tuple[str, ...], name: str, kin: bool) -> tuple[tuple[Hit, bool], ...]:
    words = load_word_list(name)
    return tuple((hit, words.stands_in(hit.words, notes, kin=kin)) for hit in _hits_of(text, name))


@lru_cache(maxsize=1024)
def _hits_of(text: str, name: str) -> tuple[Hit, ...]:
    """Return the claims of a list: a sentence is read with its notes apart and with them as one, and is the same."""
    return tuple(outermost(load_word_list(name).hits(text)))


def sourced_spans(claim: Claim) -> Iterator[tuple[int, int]]:
    """Yield where a sentence says a quantity, a time or a frequency that a cited note says in these or other words."""
    for name in LISTS:
        for reading, hit, is_sourced in list_hits(claim, name):
            if is_sourced:
                yield reading.offsets[hit.start], reading.offsets[hit.end - 1] + 1


def unsourced(claim: Claim, name: str, code: str, message: str) -> Iterator[Violation]:
    """Yield a violation for every claim of a list that no cited note makes; `{}` in the message is the words."""
    for reading, hit, is_sourced in list_hits(claim, name):
        if not is_sourced and not hints(claim, name):
            yield reading.violation(code, (hit.start, hit.end), message)


def hints(claim: Claim, name: str) -> bool:
    """Return whether a note says anything of the kind of a list, so that a person has to compare the words.

    In a report what is not in the note is refused whatever else the note says.
    """
    return not claim.reported and any(load_word_list(name).told.search(note) for note in plain_notes(claim.notes))


def other_quantities(claim: Claim) -> Iterator[Unproved]:
    """Yield every claim of a quantity that the notes make in other words, or of which they make another."""
    for name in LISTS:
        for reading, hit, is_sourced in list_hits(claim, name):
            if not is_sourced and hints(claim, name):
                start, end = reading.offsets[hit.start], reading.offsets[hit.end - 1] + 1
                yield Unproved(start, end, claim.text[start:end])


def outermost(hits: Iterable[Hit]) -> Iterator[Hit]:
    """Yield the hits in order, without those that lie inside another."""
    end = -1
    for hit in sorted(hits, key=lambda item: (item.start, -item.end)):
        if hit.end > end:
            end = hit.end
            yield hit
