"""Words too light to be held against a sentence where they can only have taken the place of words of its notes.

A paraphrase needs words that no list of pairs foresees: 形成 for 弄出来, 跟进 for 跟上. They say nothing that could be
false, so where their clause adds nothing (it has no more open than its notes have left over) they are proved. The same
holds of a word of which the notes give the other part, and of the frame that only names the work at hand.
"""

from collections.abc import Iterator

from drafter.writing.checks.alignment import Clause, align, is_frame
from drafter.writing.checks.claim_words import asserted
from drafter.writing.checks.register import plain
from drafter.writing.checks.verdict import Claim, Unproved
from drafter.writing.checks.vocabulary import stretches, unproved_marks
from drafter.writing.checks.weights import is_light, words_between

_JOINS = "并且和及与、"
"""What joins a second deed to a first: 审核并存档."""
_ONE = 2
"""Characters of one word."""


def unproved(claim: Claim) -> Iterator[Unproved]:
    """Yield the words of a sentence that nothing accounts for, in stretches one can read."""
    marks = bytearray(unproved_marks(claim.text, claim.note, claim.own_names))
    if any(marks) and claim.note:
        for clause in align(claim.text, claim.note, claim.own_names):
            _lighten(marks, plain(claim.text), clause)
    for start, end in stretches(bytes(marks), claim.text):
        yield Unproved(start, end, claim.text[start:end])


def _lighten(marks: bytearray, text: str, clause: Clause) -> None:
    """Clear the light words of a clause that adds nothing, or that adds nothing but one of them."""
    words = words_between(text, clause.start, clause.end) if clause.opened else ()
    opened = [(start, word) for start, word in words if any(marks[start : start + len(word)])]
    light = [
        (start, word)
        for start, word in opened
        if is_light(word, bytes(marks[start : start + len(word)]))
        and not (word in asserted() and text[start - 1] in _JOINS)
    ]
    most = max((len(word) for _, word in light), default=0)
    is_only_light = light == opened and clause.surplus <= max(_ONE, most) and not clause.appended
    if clause.surplus <= 0 or is_only_light or is_frame(text[clause.start : clause.end]):
        for start, word in light:
            marks[start : start + len(word)] = bytes(len(word))
