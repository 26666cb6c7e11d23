"""G02, third part: a word of these reports with one character taken for another of its sound or shape: 规档, 依拖."""

from collections.abc import Iterator
from functools import cache

from drafter.audit.passages import Passage
from drafter.audit.rules.language.set_phrases import known_words
from drafter.audit.spot import Spot
from drafter.resources import read_text

_FREE = frozenset(
    "的了和与及等在是为对将不我有也并或由于以从向使被把各其本该这那可能会应要就都也还未无已者所而且则又一二三四五六七八九十百千万两几"
    "上下前后内外中大小人日月年起里镇乡村县区市街站页稿力组户家条件份次篇期处室科名个种批项号元至到说做用"
    "先再才刚常多少新来去过给叫让请看听问每只但比跟同时很太更最较即如若因今"
)
"""Characters that stand by themselves: with one of them two words meet."""
_LOOSE = frozenset("后前中里点上下年期")
"""Characters that go with any word: 迁址后 is not 滞后 gone wrong."""
_NONE = "-"


@cache
def _slips() -> dict[str, tuple[str, int]]:
    """Return what stands for a word with one wrong character, with the word and which character is wrong."""
    found: dict[str, tuple[str, int]] = {}
    for line in read_text("schemas/audit/slips.txt").splitlines():
        if line.startswith("#") or not line:
            continue
        word, first, second = line.split(" ")
        wrong = [(sign + word[1], 0) for sign in first if sign != _NONE]
        wrong += [(word[0] + sign, 1) for sign in second if sign != _NONE]
        for text, place in wrong:
            is_free = text[place] in _FREE or text[1 - place] in _LOOSE
            if not is_free and text not in known_words():
                found.setdefault(text, (word, place))
    return found


def slips(passage: Passage) -> Iterator[tuple[tuple[int, int], Spot]]:
    """Yield every word with a wrong character, with its place, where neither half belongs to a neighbour."""
    text, known = passage.text, _slips()
    for start in range(len(text) - 1):
        pair = text[start : start + 2]
        if pair not in known or _is_cut_wrongly(text, start):
            continue
        word, place = known[pair]
        span = (start, start + 2)
        message = f"“{passage.around(*span, 4)}”里的“{pair}”可能用错"
        yield span, passage.spot(message, span, f"疑为“{word}”，“{pair[place]}”应为“{word[place]}”")


def _is_cut_wrongly(text: str, start: int) -> bool:
    """Return whether the two characters belong to words that reach beyond them, or are a part of one: 法规|档案."""
    words = known_words()
    stretches = (
        (start - 1, start + 1),
        (start - 2, start + 1),
        (start + 1, start + 3),
        (start + 1, start + 4),
        (start, start + 3),
        (start, start + 4),
        (start - 1, start + 2),
    )
    return any(first >= 0 and len(text) >= last and text[first:last] in words for first, last in stretches)
