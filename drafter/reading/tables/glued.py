"""Labels and figures run together: `规章000`, or a whole table in one line."""

import re
from collections.abc import Iterator
from functools import cache

from drafter.reading.source import Place
from drafter.reading.tables.recognition import matches
from drafter.reading.tables.slots import Role, labels
from drafter.reading.tables.tokens import Kind, Token
from drafter.reading.tables.wording import squeezed

_ENDS_IN_DIGITS = re.compile(r"(?P<label>.*[^\W\d_][)）”\"》】]?)(?P<digits>[0-9０-９]+(?:[.．][0-9０-９]+)?)")
# The last digit before a point and a word is the ordinal of the next label.
_PIECES = re.compile(r"(?P<digits>[0-9]+?(?=[0-9][.、](?![0-9]))|[0-9]+(?:\.[0-9]+)?(?:[万亿]?元|件|项)?)|(?P<text>[^0-9]+)")
_SENTENCE = re.compile(r"[，。；,;]")
_GLOSS = re.compile(r"[(（][^()（）]*[)）]")
LONGEST = 20_000
SHORTEST = 2


@cache
def _known() -> re.Pattern[str]:
    """Return a pattern for the printed labels, the longest first."""
    texts = sorted({squeezed(label.text) for label in labels()}, key=len, reverse=True)
    return re.compile("|".join(re.escape(text) for text in texts))


def run_together(text: str) -> bool:
    """Return whether a line is a label with its row's figures, or many of them without a sentence between."""
    text = text.strip()
    if len(text) > LONGEST or " " in text:
        return False
    if len(text) < 80 and (found := _ENDS_IN_DIGITS.fullmatch(text)):
        return any(match.label.role is Role.ROW for match in matches(found["label"])) and not _several(text)
    return _several(text)


def _several(text: str) -> bool:
    bare = _GLOSS.sub("", text)
    return not _SENTENCE.search(bare) and len(_known().findall(squeezed(text))) >= 3


def known_labels(text: str) -> list[str]:
    """Return the labels of the form that a text runs together, and what stands between them.

    A label as short as 其他 is one only between others, not within 法人或其他组织 that lost its end.
    """
    line, position, found = squeezed(text), 0, list[str]()
    for label in _known().finditer(line):
        before, after = line[position : label.start()], line[label.end() :]
        alone = not before and (not after or after[0] == "(" or bool(_known().match(after)))
        if len(label[0]) > SHORTEST or alone:
            found += [before, label[0]]
            position = label.end()
    return [part for part in (*found, line[position:]) if part]


def glued_tokens(text: str, place: Place, block: int) -> Iterator[Token]:
    """Yield the labels and the runs of figures of such a line."""
    if not _several(text):
        found = _ENDS_IN_DIGITS.fullmatch(text.strip())
        if found:
            yield Token(found["label"], Kind.TEXT, place, block)
            yield Token(found["digits"], Kind.GLUED, place, block)
        return
    position, line = 0, squeezed(text)
    for found in _known().finditer(line):
        yield from _between(line[position : found.start()], place, block)
        yield Token(found[0], Kind.TEXT, place, block)
        position = found.end()
    yield from _between(line[position:], place, block)


def _between(text: str, place: Place, block: int) -> Iterator[Token]:
    for piece in _PIECES.finditer(text):
        kind = Kind.GLUED if piece["digits"] else Kind.TEXT
        if piece[0].strip():
            yield Token(piece[0], kind, place, block)
