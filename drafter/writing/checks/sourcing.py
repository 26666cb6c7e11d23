"""Which words of a list a sentence uses without having them from a cited note."""

from collections.abc import Iterable, Iterator

from drafter.writing.checks.reading import Reading, plain_notes, read
from drafter.writing.checks.verdict import Claim, Violation
from drafter.writing.checks.wordlist import Hit, load_word_list


def list_hits(claim: Claim, name: str) -> Iterator[tuple[Reading, Hit, bool]]:
    """Yield every claim of a list in the sentence, and whether a cited note says the same."""
    reading, words = read(claim), load_word_list(name)
    notes = plain_notes(claim.notes)
    for hit in outermost(words.hits(reading.plain)):
        yield reading, hit, words.stands_in(hit.words, notes)


def unsourced(claim: Claim, name: str, code: str, message: str) -> Iterator[Violation]:
    """Yield a violation for every claim of a list that no cited note makes; `{}` in the message is the words."""
    for reading, hit, is_sourced in list_hits(claim, name):
        if not is_sourced:
            yield reading.violation(code, (hit.start, hit.end), message)


def outermost(hits: Iterable[Hit]) -> Iterator[Hit]:
    """Yield the hits in order, without those that lie inside another."""
    end = -1
    for hit in sorted(hits, key=lambda item: (item.start, -item.end)):
        if hit.end > end:
            end = hit.end
            yield hit
