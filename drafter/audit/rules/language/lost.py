"""G03, third part: a set phrase of two words that lost one character, the other half of it standing alone: 社会议."""

import re
from collections.abc import Iterator
from functools import cache

from drafter.audit.passages import Passage
from drafter.audit.rules.language.set_phrases import known_words, loose_phrases, set_phrases
from drafter.audit.spot import Spot

_HALF = 2
_STOPS = re.compile("[，。；：、（）“”！？\\d]")
_FREE = frozenset(
    "的了和与及等在是为对将不我有也并或由于以从向使被把各其本该这那可能会应要就都也还未无已者所而且则又一二三四五六七八九十百千万两几"
    "上下前后内外中大小人日月年起里镇乡村县区市街站页家条件份次篇期处室科名个种批项号元至到说做用公开发布办政府好新多少高低收提答查改管报建作之予栏全学讲写填送看听问"
)
"""Characters that stand by themselves."""


@cache
def _cut() -> dict[str, tuple[str, int]]:
    """Return every phrase with one character left out, with the phrase and where its orphan stands."""
    found: dict[str, tuple[str, int]] = {}
    for phrase in (*set_phrases(), *loose_phrases()):
        for first, last in phrase.words:
            if last - first != _HALF or len(phrase.words) == 1:
                continue
            for lost in (first, first + 1):
                orphan = phrase.text[first + last - 1 - lost]
                left = phrase.text[:lost] + phrase.text[lost + 1 :]
                if orphan not in _FREE and left not in known_words():
                    found.setdefault(left, (phrase.text, first))
    return found


@cache
def _lengths() -> tuple[int, ...]:
    return tuple(sorted({len(text) for text in _cut()}))


def lost_halves(passage: Passage) -> Iterator[Spot]:
    """Yield every phrase that lost a character, where its orphan makes no word with what stands beside it."""
    text, known = passage.text, _cut()
    for start in range(len(text)):
        for length in _lengths():
            window = text[start : start + length]
            if len(window) < length or window not in known:
                continue
            phrase, at = known[window]
            is_whole = _is_bounded(text, start, start + length, window, phrase)
            if is_whole and not _makes_words(text, start, start + length, start + at):
                message = f"“{passage.around(start, start + length, 4)}”里的“{window}”少了一个字"
                yield passage.spot(message, (start, start + length), f"疑为“{phrase}”")


def _is_bounded(text: str, first: int, last: int, window: str, phrase: str) -> bool:
    """Return whether the phrase surely begins and ends here: at a lost end a neighbour may go on, 信息报到党政办."""
    words = known_words()
    is_begun = (
        window[0] == phrase[0]
        or _STOPS.match(text[first - 1 : first] or "。")
        or text[max(0, first - 2) : first] in words
    )
    is_ended = window[-1] == phrase[-1] or _STOPS.match(text[last : last + 1] or "。") or text[last : last + 2] in words
    return bool(is_begun and is_ended)


def _makes_words(text: str, first: int, last: int, orphan: int) -> bool:
    """Return whether the orphan, or an end of the stretch, makes a word with its neighbours."""
    stretches = [(orphan - 2, orphan + 1), (orphan - 1, orphan + 1), (orphan, orphan + 2), (orphan, orphan + 3)]
    stretches += [(orphan - 1, orphan + 2), (last - 1, last + 1), (last - 2, last + 1), (last - 3, last + 1)]
    stretches += [(first - 1, first + 1), (first - 1, first + 2)]
    words = known_words()
    return any(start >= 0 and end <= len(text) and text[start:end] in words for start, end in stretches)
