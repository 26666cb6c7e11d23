"""A run of texts between values as labels: which texts together are which label of the form."""

from collections.abc import Sequence
from dataclasses import dataclass

from drafter.reading.tables.recognition import LONGEST, Match, exact, matches, may_begin
from drafter.reading.tables.slots import Role
from drafter.reading.tables.tokens import Token
from drafter.reading.tables.wording import core, flat

MOST_PIECES = 12
"""A label is in no more pieces than this: `编 制` broken at every character."""
LEAST = 0.6
JOINED = 0.9
"""How much less a label counts that is put together and still not whole."""


@dataclass(frozen=True, slots=True)
class Segment:
    """One or more texts that are one label, or one text that is none."""

    tokens: tuple[Token, ...]
    matches: tuple[Match, ...]

    @property
    def text(self) -> str:
        """Return the label as written, its pieces joined."""
        return "".join(token.text for token in self.tokens)

    @property
    def likeness(self) -> float:
        """Return how like the form's the label is; 0 where it is none."""
        return self.matches[0].likeness if self.matches else 0

    @property
    def is_gloss(self) -> bool:
        """Return whether nothing but a bracketed gloss stands there."""
        return not self.matches and not core(self.text)

    def of(self, *roles: Role) -> tuple[Match, ...]:
        """Return the matches that head such things."""
        return tuple(match for match in self.matches if match.label.role in roles)


def segments(tokens: Sequence[Token]) -> list[Segment]:
    """Return the texts cut into labels so that the most words are those of labels of the form."""
    gains, cuts = [0.0], [Segment((), ())]
    for end in range(1, len(tokens) + 1):
        gains.append(gains[end - 1])
        cuts.append(Segment((tokens[end - 1],), ()))
        for start in range(end - 1, max(end - MOST_PIECES, 0) - 1, -1):
            found = _found(tokens[start:end])
            if found is None:
                break
            gain = gains[start] + (found[0].likeness * _weight(tokens[start:end]) if found else 0)
            if found and gain > gains[end]:
                gains[end], cuts[end] = gain, Segment(tuple(tokens[start:end]), found)
    return _walk_back(cuts)


def _weight(tokens: Sequence[Token]) -> int:
    return len(flat("".join(token.text for token in tokens))) + 1


def _walk_back(cuts: list[Segment]) -> list[Segment]:
    found, end = [], len(cuts) - 1
    while end > 0:
        found.append(cuts[end])
        end -= len(cuts[end].tokens)
    return found[::-1]


def _found(tokens: Sequence[Token]) -> tuple[Match, ...] | None:
    """Return the labels that texts together may be; None where they are too long for any, however many precede."""
    text = "".join(token.text for token in tokens)
    if len(text) > 3 * LONGEST:
        return None
    if len(tokens) == 1:
        return tuple(match for match in matches(text) if match.likeness >= LEAST)
    if same := exact(text):
        return same
    if not may_begin(text) or _whole(tokens[0]) or _whole(tokens[-1]):
        return ()
    joined = [Match(match.label, match.likeness * JOINED) for match in matches(text)]
    return tuple(match for match in joined if match.likeness >= LEAST)


def _whole(token: Token) -> bool:
    """Return whether a text is a label by itself, so that it is not a piece of one that is not whole."""
    return bool(exact(token.text))
