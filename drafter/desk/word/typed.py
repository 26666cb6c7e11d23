"""An edited sentence as the desk takes it: chips that still stand there, and typed words around them."""

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from drafter.desk.actions import Written
from drafter.richtext import PieceKind, Text

_NUMERAL = frozenset("0123456789０１２３４５６７８９零一二三四五六七八九十百千万亿两〇.．,%％")
_LONGEST = 3000


def written(old: Text, new: str) -> tuple[Written, ...]:
    """Return a new wording of a sentence: what it still has of the old chips as chips, all else as typed.

    A chip stands only where all its signs do, one after the other, and no numeral was typed against it: 3件 in 13件 is
    a typed figure.
    """
    kept = dict(_kept(old, new))
    pieces: list[Written] = []
    at = typed = 0
    while at < len(new):
        chip = kept.get(at)
        if chip is None:
            at += 1
            continue
        if typed < at:
            pieces.append(Written(new[typed:at]))
        pieces.append(chip)
        at += len(chip.text)
        typed = at
    return tuple([*pieces, Written(new[typed:])] if typed < len(new) else pieces)


def cut(pieces: Iterable[Written], lengths: Sequence[int]) -> list[tuple[Written, ...]]:
    """Return the pieces in stretches of the given lengths; a chip that a cut goes through is typed words again."""
    edges = [sum(lengths[:number]) for number in range(1, len(lengths) + 1)]
    stretches: list[list[Written]] = [[] for _ in lengths]
    at = number = 0
    for piece in pieces:
        text = piece.text
        while text and number < len(edges):
            taken = text[: edges[number] - at]
            is_whole = taken == piece.text
            stretches[number].append(piece if is_whole else Written(taken))
            at, text = at + len(taken), text[len(taken) :]
            number += at == edges[number]
    return [tuple(stretch) for stretch in stretches]


def _kept(old: Text, new: str) -> Iterator[tuple[int, Written]]:
    """Yield the chips that stand in the new wording, with their place there."""
    places = _places(str(old), new)
    for span in old.spans():
        text, start = str(old)[span.start : span.end], places.get(span.start)
        if start is None or span.kind is PieceKind.PLAIN:
            continue
        if any(places.get(span.start + offset) != start + offset for offset in range(len(text))):
            continue
        end = start + len(text)
        if not _grown(new[start - 1 : start], text[0], places, start - 1) and not _grown(
            new[end : end + 1], text[-1], places, end
        ):
            yield start, Written(text, span.kind.value, span.ref)


def _grown(beside: str, edge: str, places: dict[int, int], at: int) -> bool:
    """Return whether a numeral that was not there before stands against the numeral at the edge of a chip."""
    return beside in _NUMERAL and edge in _NUMERAL and at not in places.values() if beside else False


def _places(old: str, new: str) -> dict[int, int]:
    """Return where each sign of the old wording that was kept stands in the new one."""
    if len(old) > _LONGEST or len(new) > _LONGEST:
        return {}
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    return {block.a + offset: block.b + offset for block in blocks for offset in range(block.size)}
